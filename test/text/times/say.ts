import { loadKnowledge } from '../../../src/knowledge/index.ts'
import { yearOf } from '../../../src/record/interval.ts'
import type { Interval } from '../../../src/record/types.ts'
import { parseSentences } from '../../../src/text/syntax.ts'
import { findTimes } from '../../../src/text/times/index.ts'
import type { Time } from '../../../src/text/types.ts'

const knowledge = loadKnowledge()

/** A Wednesday. */
export const WEDNESDAY = '2022-11-16'

/** `2022-11-16`, `2022-11` and `2022` as what is known of the document's date. */
function published(known: string | null): Interval | null {
  if (known === null) return null
  if (known.length === 4) return yearOf(Number(known))
  if (known.length === 7)
    return { start: `${known}-01`, end: `${known}-30`, precision: 'month', basis: 'stated' }
  return { start: known, end: known, precision: 'day', basis: 'stated' }
}

export function times(text: string, known: string | null = WEDNESDAY): Time[] {
  return findTimes(text, parseSentences(text, knowledge), published(known))
}

function days({ interval }: Time): string {
  if (interval === null) return '-'
  const { start, end } = interval
  return start === end && start !== null ? start : `${start ?? ''}..${end ?? ''}`
}

/** What was found, one line a time: `extent | value | days`; points of a range are indented. */
export function said(text: string, known: string | null = WEDNESDAY): string[] {
  return times(text, known).map(time => {
    const words = [text.slice(time.start, time.end), time.value, days(time)].join(' | ')
    return time.part ? `  ${words}` : words
  })
}
