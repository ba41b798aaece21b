/** The built program: as a process that can be killed, and within this one, where it costs less. */
import { type ChildProcess, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { main } from '../../src/cli/main.ts'
import { type Effects, nodeEffects, type Sink } from '../../src/effects.ts'

/** The same from test/reliability and, compiled for measuring, from dist/reliability. */
const PROGRAM = fileURLToPath(new URL('../../bin/entente.js', import.meta.url))
const STEPS = new URL('../../dist/steps.js', import.meta.url).href

export interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
  out: string
  err: string
  milliseconds: number
}

export interface Running {
  child: ChildProcess
  ended: Promise<Ended>
}

export interface StartOptions {
  env?: { [name: string]: string }
  /** Of Node itself. */
  node?: readonly string[]
  uid?: number
  cwd?: string
}

/** Starts one command as a process of its own. */
export function start(args: readonly string[], options: StartOptions = {}): Running {
  const { env = {}, node = [], ...rest } = options
  const began = performance.now()
  const child = spawn(process.execPath, [...node, PROGRAM, ...args], {
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...rest,
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', chunk => {
    said.out += String(chunk)
  })
  child.stderr.on('data', chunk => {
    said.err += String(chunk)
  })
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) =>
      resolve({ code, signal, ...said, milliseconds: performance.now() - began }),
    )
  })
  return { child, ended }
}

export const entente = (args: readonly string[], options: StartOptions = {}): Promise<Ended> =>
  start(args, options).ended

/** Arguments of Node by which the program writes each step that it passes to a file, one a line. */
export function recording(module: string, steps: string): readonly string[] {
  writeFileSync(
    module,
    `import { appendFileSync } from 'node:fs'
import { onStep } from '${STEPS}'
onStep(step => appendFileSync(${JSON.stringify(steps)}, step + '\\n'))
`,
  )
  return ['--import', module]
}

/**
 * Has the program do something at its steps: `body` is the code of a function of `step`, run within it and all that it
 * starts. Gives what to put into its environment.
 */
export function meddling(module: string, body: string): { NODE_OPTIONS: string } {
  writeFileSync(
    module,
    `import fs from 'node:fs'
import { onStep } from '${STEPS}'
const pause = ms => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
onStep(step => {
${body}
})
`,
  )
  return { NODE_OPTIONS: `--import=${module}` }
}

function sink(): Sink & { text: string } {
  return {
    text: '',
    async write(text) {
      this.text += text
    },
    isTerminal: false,
    columns: 100,
    closed: false,
  }
}

/** Runs one command in this process, whose code and model of the language are loaded already. */
export async function here(args: readonly string[], more: Partial<Effects> = {}): Promise<Ended> {
  const [stdout, stderr] = [sink(), sink()]
  const began = performance.now()
  const code = await main(args, { ...nodeEffects(), env: {}, ...more, stdout, stderr })
  return {
    code,
    signal: null,
    out: stdout.text,
    err: stderr.text,
    milliseconds: performance.now() - began,
  }
}

/** The output of a command that must not fail. */
export async function done(ended: Promise<Ended>, what: string): Promise<string> {
  const { code, signal, out, err } = await ended
  if (code !== 0) throw new Error(`${what} ended with ${signal ?? code}: ${err.slice(-2000)}`)
  return out
}
