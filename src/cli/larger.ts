/** What does not fit into this process is done by one with a larger heap, which Node gives a process at its start alone. */
import type { Again, Effects } from '../effects.ts'
import { NeedsMemory } from '../record/errors.ts'
import { EXIT, type Shell } from './shell.ts'

type Ended = Awaited<Again['ended']>

/** Set for such a process, which starts no other. */
const ALREADY = 'ENTENTE_LARGER'
/** What was reckoned is a mean; a heap that is nearly full spends its time on collecting. A limit costs nothing. */
const SPARE = 2
/** The rest is for the system and for PostgreSQL. */
const SHARE = 0.8

/** Megabytes for a first try and for the last one; null where this machine has not so much, or where it was given already. */
function heapFor({ memory, env }: Effects, error: unknown): { first: number; most: number } | null {
  if (!(error instanceof NeedsMemory) || env[ALREADY] !== undefined) return null
  const most = memory * SHARE
  if (error.bytes > most) return null
  return { first: Math.floor(Math.min(error.bytes * SPARE, most) / 1e6), most: Math.floor(most / 1e6) }
}

/** How V8 ends a process whose heap is full: by a signal, or where a shell stands between, by its number. */
function ranOut({ code, signal }: Ended): boolean {
  return signal === 'SIGABRT' || code === 134
}

/**
 * Runs this program with these arguments in such a process; gives its exit code, or null where it cannot be done. Where
 * what was reckoned proves too little, it is tried once more with all that the machine may give.
 */
export async function runLarger(
  { effects }: Shell,
  error: unknown,
  args: readonly string[],
  env: { readonly [name: string]: string } = {},
): Promise<number | null> {
  const heap = heapFor(effects, error)
  if (heap === null) return null
  const ended = await runWith(effects, heap.first, args, env)
  const last = ranOut(ended) && heap.first < heap.most ? await runWith(effects, heap.most, args, env) : ended
  return ranOut(last) ? null : (last.code ?? EXIT.inputFailed)
}

async function runWith(
  effects: Effects,
  heap: number,
  args: readonly string[],
  env: { readonly [name: string]: string },
): Promise<Ended> {
  const child = effects.again(args, { ...env, [ALREADY]: '1' }, heap)
  const ignore = effects.onInterrupt(() => child.interrupt())
  return child.ended.finally(ignore)
}
