import { memoryUsage } from 'node:process'
import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { isMainThread } from 'node:worker_threads'
import { NeedsMemory } from './record/errors.ts'

/** Above this much in use, garbage is collected between batches; what a batch leaves is a few tens of megabytes. */
const ENOUGH = 160_000_000

let collect: (() => void) | null = null

function collector(): () => void {
  if (collect !== null) return collect
  setFlagsFromString('--expose-gc')
  const found: unknown = runInNewContext('gc')
  collect = typeof found === 'function' ? () => void found() : () => {}
  return collect
}

/**
 * Collects garbage where it has piled up. Left to itself V8 lets the heap grow to hundreds of megabytes before it
 * does, as it sees a machine with much memory and not a promise to keep below 600 MB.
 */
export function relieve(enough = ENOUGH): number {
  if (memoryUsage().heapUsed > enough) collector()()
  return memoryUsage().heapUsed
}

/**
 * Lets the heap grow in smaller steps from here on: a little more work for a tenth less memory. The heaps of all threads
 * would: one thread among others leaves them alone.
 */
export function growSlowly(): void {
  if (isMainThread) setFlagsFromString('--heap-growing-percent=30')
}

/**
 * From here on a function is compiled for speed once it has run four times as long as V8 asks for. Thousands of
 * functions share the work here: compiled early they are compiled on guesses, again and again, on the core that another
 * thread could use. The first thousands of sentences take a sixth to a third less of the processor.
 */
export function compileLate(): void {
  setFlagsFromString('--interrupt-budget=500000')
}

/**
 * What reconciling holds at once: for every character of the documents itself, its mentions and what they become, and
 * what is there before. Measured at its most: 34 of 1,000 articles with fifteen events each, and less of any other kind.
 */
const NEEDED = { aCharacter: 40, before: 120_000_000 }

/** Throws NeedsMemory, before much is held, where reconciling so much text does not fit into this process. */
export function ensureRoom(
  documents: readonly { text: string }[],
  limit = getHeapStatistics().heap_size_limit,
): void {
  let characters = 0
  for (const { text } of documents) characters += text.length
  const bytes = NEEDED.before + characters * NEEDED.aCharacter
  if (bytes > limit) throw new NeedsMemory(`making a record of ${documents.length} documents`, bytes)
}

/**
 * A server holds the record (2,300 bytes a fact), for a moment the next one beside it, and what it works out of both: with
 * 500,000 facts 4 GB did not do.
 */
const HELD = { aFact: 9_000, before: 300_000_000 }

/** Throws NeedsMemory where a server would not have room for a record of so many facts. */
export function ensureRoomToHold(facts: number, limit = getHeapStatistics().heap_size_limit): void {
  const bytes = HELD.before + facts * HELD.aFact
  if (bytes > limit) throw new NeedsMemory(`holding a record of ${facts} facts`, bytes)
}
