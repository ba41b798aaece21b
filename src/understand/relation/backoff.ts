import type { Sentence } from '../../text/types.ts'
import type { Reader, Reading } from '../events/types.ts'
import type { Candidate, Pair } from './pair.ts'

/** Where no verb binds the two: the event named nearest to the stretch between them. */
export function backoff(sentences: readonly Sentence[], reader: Reader, pair: Pair): Candidate | null {
  const from = Math.min(pair.source[1], pair.target[1])
  const to = Math.max(pair.source[0], pair.target[0])
  let best: Reading | null = null
  let distance = Number.POSITIVE_INFINITY
  const weigh = (reading: Reading | null, noun: boolean) => {
    if (reading === null) return
    const [start, end] = reading.trigger
    const outside = start >= from && end <= to ? 0 : Math.min(Math.abs(start - to), Math.abs(from - end)) + 10
    const away = outside + (noun ? 5 : 0)
    if (away < distance) {
      best = reading
      distance = away
    }
  }
  for (const sentence of sentences) {
    for (const clause of sentence.clauses) weigh(reader.clause(clause), false)
    for (const group of sentence.groups) weigh(reader.noun(group), true)
  }
  return best === null ? null : { reading: best, score: 1 }
}
