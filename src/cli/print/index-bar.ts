/** Periods, points and bars of the index, as a terminal shows them. */
import type { Grain } from '../../analyse/relation-index/index.ts'
import { describe } from '../../record/describe.ts'
import { isoWeek, parts } from '../../record/interval.ts'

/** "2022", "Q4 2022", "Nov 2022", "2022-W46", "13 Nov 2022". */
export function periodName(start: string, grain: Grain): string {
  if (grain === 'year') return start.slice(0, 4)
  if (grain === 'quarter') return `Q${Math.floor((parts(start).month + 2) / 3)} ${start.slice(0, 4)}`
  if (grain === 'week') {
    const { year, week } = isoWeek(start)
    return `${year}-W${String(week).padStart(2, '0')}`
  }
  const day = describe({ start, end: start, precision: 'day', basis: 'stated' })
  return grain === 'day' ? day : day.replace(/^\d+ /, '')
}

/** One decimal, with its sign: "+4.3", "−0.5", "0.0". */
export function points(value: number): string {
  const text = Math.abs(value).toFixed(1)
  if (text === '0.0') return text
  return (value < 0 ? '−' : '+') + text
}

const HALF = 10

/** Twenty columns around the zero line: conflict to the left, cooperation to the right; a period without a number has none. */
export function bar(net: number | null): string {
  if (net === null) return `${' '.repeat(HALF)}·`
  const size = Math.min(HALF, Math.round(Math.abs(net)))
  if (net < 0) return `${' '.repeat(HALF - size)}${'█'.repeat(size)}│`
  return `${' '.repeat(HALF)}│${'█'.repeat(size)}`
}
