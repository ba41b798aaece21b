/** Dates as a person writes them. */
import { dayOf, hull, isDate, monthOf, yearOf } from '../record/interval.ts'
import type { Interval } from '../record/types.ts'

function oneOf(words: string): Interval | null {
  if (/^\d{4}$/.test(words)) return yearOf(Number(words))
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(words)
  if (month !== null) return monthOf(Number(month[1]), Number(month[2]))
  return isDate(words) ? dayOf(words) : null
}

/** "2018-10-30", "2018-10", "2018", "2018-10-30..2018-11-02"; null where it is none of these. */
export function intervalFrom(words: string): Interval | null {
  const [from = '', to, ...more] = words.trim().split('..')
  if (to === undefined) return oneOf(from)
  const [a, b] = [oneOf(from), oneOf(to)]
  if (a === null || b === null || more.length > 0) return null
  if ((a.start ?? '') > (b.end ?? '')) return null
  return { ...hull(a, b), precision: 'range', basis: 'stated' }
}
