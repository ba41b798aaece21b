/** The workbench's server over a dossier, as a process of its own. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(new URL('../../bin/entente.js', import.meta.url))

export const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/** Serves the dossier of a folder, and gives its address once it answers. */
export async function serving(folder: string, work: (url: string) => Promise<void>): Promise<void> {
  const child = spawn(process.execPath, [PROGRAM, 'serve', '--no-open', '--port', '0'], { cwd: folder })
  try {
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', data => resolve(String(data).trim()))
      child.on('exit', code => reject(new Error(`serve ended with ${code}`)))
    })
    await work(url)
  } finally {
    child.removeAllListeners('exit')
    child.kill('SIGINT')
    await new Promise(resolve => child.once('close', resolve))
  }
}

/** Milliseconds until a question is answered whole. */
export async function timed(address: string, init?: RequestInit): Promise<number> {
  const start = performance.now()
  const response = await fetch(address, init)
  await response.arrayBuffer()
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return performance.now() - start
}
