import pc from 'picocolors'
import type { Effects, Sink } from '../effects.ts'
import { EntenteError } from '../record/errors.ts'

export type Colours = ReturnType<typeof pc.createColors>

/** No colours: for what is no terminal. */
export const PLAIN: Colours = pc.createColors(false)

/** Exit codes, as `entente --help` lists them. */
export const EXIT = { done: 0, inputFailed: 1, usage: 2, dossier: 3, interrupted: 130 } as const

/** What a command is handed: the world, colours where they belong, and the exit code to be set. */
export interface Shell {
  readonly effects: Effects
  readonly paint: Colours
  exitCode: number
  /** A line for people, on standard error. */
  note(text: string): Promise<void>
  print(text: string): Promise<void>
}

/** Only on a terminal, never with NO_COLOR (https://no-color.org), also elsewhere with FORCE_COLOR. */
function coloursFor(sink: Sink, env: Effects['env']): boolean {
  if (env.NO_COLOR) return false
  return sink.isTerminal || Boolean(env.FORCE_COLOR)
}

export function makeShell(effects: Effects): Shell {
  return {
    effects,
    paint: pc.createColors(coloursFor(effects.stdout, effects.env)),
    exitCode: EXIT.done,
    note: text => effects.stderr.write(`${text}\n`),
    print: text => effects.stdout.write(text),
  }
}

const CODES: { readonly [code: string]: number } = {
  E_IN_USE: EXIT.dossier,
  E_BROKEN: EXIT.dossier,
  E_DISK: EXIT.dossier,
  E_SERVER: EXIT.dossier,
  E_NO_DOSSIER: EXIT.usage,
  E_USAGE: EXIT.usage,
  E_DOSSIER: EXIT.usage,
  E_NOT_FOUND: EXIT.usage,
}

export function exitCodeOf(error: unknown): number {
  return (error instanceof EntenteError ? CODES[error.code] : undefined) ?? EXIT.inputFailed
}

/** What went wrong, for the line that tells it. */
export function faultText(error: unknown, { effects }: Shell): string {
  if (error instanceof EntenteError) return error.message
  if (!(error instanceof Error)) return String(error)
  // A fault of the program: its place helps whoever mends it.
  return effects.env.ENTENTE_DEBUG
    ? (error.stack ?? error.message)
    : `${error.message} (ENTENTE_DEBUG=1 shows where)`
}
