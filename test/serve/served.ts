/** A dossier and a server over it, in processes of their own, as a person has them. */
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt, program } from '../cli/run.ts'

const sample = fileURLToPath(new URL('../../examples/seoul-tokyo/', import.meta.url))

function entente(...args: string[]): void {
  ensureBuilt()
  const ran = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' })
  if (ran.status !== 0) throw new Error(`entente ${args.join(' ')} ended with ${ran.status}: ${ran.stderr}`)
}

export function makeSample(folder: string): void {
  mkdirSync(folder, { recursive: true })
  cpSync(join(sample, 'dossier.yaml'), join(folder, 'dossier.yaml'))
  entente('add', join(sample, 'documents'), '--dossier', folder)
}

export const makeOf = (folder: string, articles: string): void =>
  entente('add', articles, '--dossier', folder)

export const makeEmpty = (folder: string): void => entente('init', '--states', 'KOR,JPN', '--dossier', folder)

/** The answer, taken for what the caller says that it is. */
export async function get<T>(url: string): Promise<T> {
  return JSON.parse(await (await fetch(url)).text())
}

export interface Served {
  /** Without a slash at its end. */
  url: string
  port: number
  close(): Promise<void>
}

/** Resolves once the server has printed its address. */
export function serve(folder: string, options: readonly string[] = []): Promise<Served> {
  const server = spawn(process.execPath, [
    program,
    'serve',
    '--no-open',
    '--port',
    '0',
    '--dossier',
    folder,
    ...options,
  ])
  const ended = new Promise<void>(resolve => server.once('exit', () => resolve()))
  const close = () => {
    server.kill('SIGINT')
    return ended
  }
  return new Promise((resolve, reject) => {
    let [out, err] = ['', '']
    server.stderr.on('data', chunk => {
      err += String(chunk)
    })
    server.stdout.on('data', chunk => {
      out += String(chunk)
      const [, url, port] = /^(https?:\/\/[\w.]+:(\d+))\/\n/.exec(out) ?? []
      if (url !== undefined) resolve({ url, port: Number(port), close })
    })
    server.once('exit', code => reject(new Error(`entente serve ended with ${code}: ${err}`)))
  })
}
