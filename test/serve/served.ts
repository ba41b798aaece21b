/** A dossier and a server over it, in processes of their own, as a person has them. */
import { spawn, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt, program } from '../cli/run.ts'
import { SERVER_FOLDER } from '../store/server.ts'

const sample = fileURLToPath(new URL('../../examples/seoul-tokyo/', import.meta.url))

function entente(...args: string[]): void {
  ensureBuilt()
  const ran = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' })
  if (ran.status !== 0) throw new Error(`entente ${args.join(' ')} ended with ${ran.status}: ${ran.stderr}`)
}

/** The sample dossier; whoever makes it first in a run leaves a copy for the others, as it takes some ten seconds. */
export function makeSample(folder: string): void {
  const shared = join(process.env[SERVER_FOLDER] ?? folder, 'sample')
  if (existsSync(shared)) {
    cpSync(shared, folder, { recursive: true })
    return
  }
  makeSampleAnew(folder)
  const draft = `${shared}-${randomUUID()}`
  cpSync(folder, draft, { recursive: true })
  // Another may have been quicker.
  if (existsSync(shared)) rmSync(draft, { recursive: true })
  else renameSync(draft, shared)
}

function makeSampleAnew(folder: string): void {
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
