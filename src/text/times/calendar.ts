/** Units of the calendar around a day, and what becomes of them where the day itself is only known roughly. */
import {
  addDays,
  addMonths,
  dayOf,
  decadeOf,
  interval,
  isoWeek,
  monthOf,
  parts,
  quarterOf,
  weekOf,
  yearOf,
} from '../../record/interval.ts'
import type { Interval } from '../../record/types.ts'
import type { Meaning } from './match.ts'

export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century'

const UNITS: readonly Unit[] = [
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
]

export function unitOf(code: string): Unit | null {
  return UNITS.find(unit => unit === code) ?? null
}

/** True for units of at least a day. */
export function isCalendar(unit: Unit): boolean {
  return UNITS.indexOf(unit) >= 3
}

/** TIMEX3 writes months as P3M and minutes as PT3M; a vague number as X: "several years" is PXY. */
export function duration(n: number | null, unit: Unit): string {
  const times = (by: number) => (n === null ? 'X' : String(Math.round(n * by * 100) / 100))
  switch (unit) {
    case 'second':
      return `PT${times(1)}S`
    case 'minute':
      return `PT${times(1)}M`
    case 'hour':
      return `PT${times(1)}H`
    case 'day':
      return `P${times(1)}D`
    case 'week':
      return `P${times(1)}W`
    case 'month':
      return `P${times(1)}M`
    case 'quarter':
      return `P${times(3)}M`
    case 'year':
      return `P${times(1)}Y`
    case 'decade':
      return `P${times(10)}Y`
    case 'century':
      return `P${times(100)}Y`
  }
}

const MONTHS: { [unit: string]: number } = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 }

/** The day `n` units after `date`; parts of a day don't move it. */
export function shift(date: string, unit: Unit, n: number): string {
  const months = MONTHS[unit]
  if (months !== undefined) return clamp(date, Math.round(months * n))
  return unit === 'day'
    ? addDays(date, Math.round(n))
    : unit === 'week'
      ? addDays(date, Math.round(n * 7))
      : date
}

/** Years outside 1 to 9999 have no ISO date of four digits. */
function clamp(date: string, months: number): string {
  const year = parts(date).year + months / 12
  return year < 1 ? '0001-01-01' : year >= 9999 ? '9999-12-31' : addMonths(date, months)
}

function pad(n: number, digits = 2): string {
  return String(n).padStart(digits, '0')
}

export function monthValue(year: number, month: number): string {
  return `${pad(year, 4)}-${pad(month)}`
}

export function weekValue(date: string): string {
  const { year, week } = isoWeek(date)
  return `${pad(year, 4)}-W${pad(week)}`
}

/** The unit of the calendar in which the day lies: the week from Monday to Sunday, the month … */
export function around(date: string, unit: Unit): Meaning {
  const { year, month } = parts(date)
  switch (unit) {
    case 'week':
      return { value: weekValue(date), interval: weekOf(date, 'relative') }
    case 'month':
      return { value: monthValue(year, month), interval: monthOf(year, month, 'relative') }
    case 'quarter': {
      const quarter = Math.floor((month + 2) / 3)
      return { value: `${pad(year, 4)}-Q${quarter}`, interval: quarterOf(year, quarter, 'relative') }
    }
    case 'year':
      return { value: pad(year, 4), interval: yearOf(year, 'relative') }
    case 'decade':
      return { value: pad(Math.floor(year / 10), 3), interval: decadeOf(year, 'relative') }
    case 'century': {
      const first = Math.floor(year / 100) * 100
      return {
        value: pad(first / 100),
        interval: interval(`${pad(first, 4)}-01-01`, `${pad(first + 99, 4)}-12-31`, 'range', 'relative'),
      }
    }
    default:
      return { value: date, interval: dayOf(date, 'relative') }
  }
}

/** Digits as X from the first part that differs: 2022-03-01 and 2022-03-31 give 2022-03-XX. */
function common(a: string, b: string): string {
  const others = b.split('-')
  let same = true
  return a
    .split('-')
    .map((part, i) => {
      same = same && part === others[i]
      return same ? part : part.replace(/\d/g, 'X')
    })
    .join('-')
}

/**
 * Applies a rule for one day to an anchor that may be a month or a year wide. "Last year" is exact in a
 * document known to be of 2022; "last month" is then somewhere from December 2021 to November 2022.
 */
export function spread(anchor: Interval | null, rule: (day: string) => Meaning): Meaning {
  if (anchor === null || anchor.start === null || anchor.end === null) {
    return { value: rule('2000-06-15').value.replace(/\d/g, 'X'), interval: null }
  }
  const first = rule(anchor.start)
  if (anchor.start === anchor.end) return first
  const last = rule(anchor.end)
  if (first.value === last.value) return first
  const start = first.interval?.start ?? null
  const end = last.interval?.end ?? null
  const known = start !== null || end !== null
  return {
    value: common(first.value, last.value),
    interval: known ? interval(start, end, 'unknown', 'relative') : null,
  }
}
