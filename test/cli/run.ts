/** Runs the program within the test, with standard input and outputs of its own. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { main } from '../../src/cli/main.ts'
import { type Effects, nodeEffects, type Sink } from '../../src/effects.ts'

export interface Ran {
  code: number
  out: string
  err: string
}

export interface World {
  stdin?: string
  env?: { [name: string]: string }
  terminal?: boolean
  columns?: number
  /** What else is to be otherwise. */
  effects?: Partial<Effects>
  /** The reader of standard output goes away after so many characters. */
  closesAfter?: number
}

function sink(
  terminal: boolean,
  columns: number,
  closesAfter = Number.POSITIVE_INFINITY,
): Sink & { text: string } {
  return {
    text: '',
    async write(text) {
      if (this.text.length < closesAfter) this.text += text
    },
    isTerminal: terminal,
    columns,
    get closed() {
      return this.text.length >= closesAfter
    },
  }
}

export async function run(args: readonly string[], world: World = {}): Promise<Ran> {
  const { terminal = false, columns = 100, closesAfter, env = {} } = world
  const stdout = sink(terminal, columns, closesAfter)
  const stderr = sink(terminal, columns)
  const effects: Effects = {
    stdout,
    stderr,
    stdin: (async function* () {
      yield Buffer.from(world.stdin ?? '')
    })(),
    env,
    now: () => new Date(0),
    onInterrupt: () => () => {},
    listen: nodeEffects().listen,
    browse: () => {},
    again: () => {
      throw new Error('a test starts no processes this way')
    },
    memory: 8e9,
    fetchPage: () => Promise.reject(new Error('no network in tests')),
    fetchAnswer: () => Promise.reject(new Error('no network in tests')),
    elapsed: () => 0,
    pause: async () => {},
    ...world.effects,
  }
  const code = await main(args, effects)
  return { code, out: stdout.text, err: stderr.text }
}

export const program = fileURLToPath(new URL('../../bin/entente.js', import.meta.url))

/** For tests that need a process of its own. Compiles where nothing was compiled yet. */
export function ensureBuilt(): void {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  if (existsSync(join(root, 'dist/cli/main.js'))) return
  spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'inherit' })
}

export interface Folder {
  path: string
  at(name: string): string
  remove(): void
}

export function aFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'entente-cli-'))
  return {
    path,
    at: name => join(path, name),
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }),
  }
}
