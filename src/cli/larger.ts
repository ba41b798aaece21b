/** What does not fit into this process is done by one with a larger heap, which Node gives a process at its start alone. */
import type { Effects } from '../effects.ts'
import { NeedsMemory } from '../record/errors.ts'
import { EXIT, type Shell } from './shell.ts'

/** Set for such a process, which starts no other. */
const ALREADY = 'ENTENTE_LARGER'
/** What was reckoned is a mean; a heap that is nearly full spends its time on collecting. */
const SPARE = 1.3
/** The rest is for the system and for PostgreSQL. */
const SHARE = 0.8

/** Megabytes; null where this machine has not so much, or where it was given already. */
function heapFor({ memory, env }: Effects, error: unknown): number | null {
  if (!(error instanceof NeedsMemory) || env[ALREADY] !== undefined) return null
  const most = memory * SHARE
  return error.bytes > most ? null : Math.floor(Math.min(error.bytes * SPARE, most) / 1e6)
}

/** Runs this program with these arguments in such a process; gives its exit code, or null where it cannot be done. */
export async function runLarger(
  { effects }: Shell,
  error: unknown,
  args: readonly string[],
  env: { readonly [name: string]: string } = {},
): Promise<number | null> {
  const heap = heapFor(effects, error)
  if (heap === null) return null
  const child = effects.again(args, { ...env, [ALREADY]: '1' }, heap)
  const ignore = effects.onInterrupt(() => child.interrupt())
  const { code } = await child.ended.finally(ignore)
  return code ?? EXIT.inputFailed
}
