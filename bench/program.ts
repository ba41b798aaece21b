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
  /** The same of each process that it started, largest first. */
  others: { cpu: number; megabytes: number }[]
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
  const ran = spawnSync(process.execPath, [program, ...args], {
    // Processes that it starts tell, too.
    env: { ...process.env, NODE_OPTIONS: `--require ${tell}` },
    encoding: 'utf8',
    cwd: folder,
    // A timeline of thousands of events is larger than the megabyte that Node allows.
    maxBuffer: 256 * 1024 * 1024,
  })
  const wall = (performance.now() - before) / 1000
  const told = Array.from(ran.stderr.matchAll(/^@(\[[^\]]*\])$/gm), ([, line = '']) => {
    const [cpu, megabytes]: [number, number] = JSON.parse(line)
    return { cpu, megabytes }
  })
  // It ends after all that it started.
  const own = told.pop()
  if (ran.status !== 0 || own === undefined)
    throw new Error(`entente ${args[0]} ended with ${ran.status ?? ran.signal}: ${ran.stderr.slice(-2000)}`)
  const others = told.sort((a, b) => b.megabytes - a.megabytes)
  return { ...own, wall, others, out: ran.stdout }
}
