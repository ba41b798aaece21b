/** The program as a process of its own, with what it took. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../bin/entente.js', import.meta.url))

export interface Ran {
  /** Processor time, and time on the wall. */
  cpu: number
  wall: number
  megabytes: number
  out: string
}

/** Prints, after everything else, what the process took. */
const TELL = `process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  require('node:fs').writeSync(2, '\\n@' + JSON.stringify([(user + system) / 1e6, process.resourceUsage().maxRSS / 1024]) + '\\n')
})`

/** Runs one command in a folder; one that fails is an error. */
export function entente(folder: string, ...args: string[]): Ran {
  const tell = join(folder, 'tell.cjs')
  writeFileSync(tell, TELL)
  const before = performance.now()
  const ran = spawnSync(process.execPath, ['--require', tell, program, ...args], {
    encoding: 'utf8',
    cwd: folder,
    // A timeline of thousands of events is larger than the megabyte that Node allows.
    maxBuffer: 256 * 1024 * 1024,
  })
  const wall = (performance.now() - before) / 1000
  const told = /\n@(\[.*\])\n$/.exec(ran.stderr)
  if (ran.status !== 0 || told?.[1] === undefined)
    throw new Error(`entente ${args[0]}: ${ran.stderr.slice(-2000)}`)
  const [cpu, megabytes]: [number, number] = JSON.parse(told[1])
  return { cpu, wall, megabytes, out: ran.stdout }
}
