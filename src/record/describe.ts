/** How an interval is printed: "13 Nov 2022", "11–13 Nov 2022", "Nov 2022", "summer 2019", "c. 2018–2022". */
import { daysInMonth, parts, type Ymd } from './interval.ts'
import type { Interval } from './types.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function monthName(date: Ymd): string {
  return MONTHS[date.month - 1] ?? ''
}

function day(date: Ymd): string {
  return `${date.day} ${monthName(date)} ${date.year}`
}

function seasonName(start: Ymd): string {
  if (start.month === 12) return `winter ${start.year}–${String(start.year + 1).slice(2)}`
  const name = start.month === 3 ? 'spring' : start.month === 6 ? 'summer' : 'autumn'
  return `${name} ${start.year}`
}

function startsMonth(date: Ymd): boolean {
  return date.day === 1
}

function endsMonth(date: Ymd): boolean {
  return date.day === daysInMonth(date.year, date.month)
}

/** Whole years as "2018–2022", whole months as "Nov 2022 – Mar 2023", else days; what both ends share is said once. */
function range(a: Ymd, b: Ymd): string {
  const whole = startsMonth(a) && endsMonth(b)
  if (whole && a.month === 1 && b.month === 12) {
    return a.year === b.year ? String(a.year) : `${a.year}–${b.year}`
  }
  if (whole && a.year === b.year) {
    return a.month === b.month ? `${monthName(a)} ${a.year}` : `${monthName(a)}–${monthName(b)} ${a.year}`
  }
  if (whole) return `${monthName(a)} ${a.year} – ${monthName(b)} ${b.year}`
  if (a.year !== b.year) return `${day(a)} – ${day(b)}`
  if (a.month !== b.month) return `${a.day} ${monthName(a)} – ${day(b)}`
  return a.day === b.day ? day(a) : `${a.day}–${day(b)}`
}

function closed(it: Interval, a: Ymd, b: Ymd): string {
  switch (it.precision) {
    case 'week':
      return `week of ${day(a)}`
    case 'season':
      return seasonName(a)
    case 'quarter':
      return `Q${Math.floor((a.month + 2) / 3)} ${a.year}`
    case 'decade':
      return `${a.year}s`
    case 'unknown':
      return `c. ${range(a, b)}`
    default:
      return range(a, b)
  }
}

/** For a person to read, and the same on every machine. Open ends are "since …" and "until …". */
export function describe(it: Interval | null): string {
  if (it === null || (it.start === null && it.end === null)) return 'undated'
  if (it.start !== null && it.end !== null) return closed(it, parts(it.start), parts(it.end))
  return it.start !== null ? `since ${end(it, it.start)}` : `until ${end(it, it.end ?? '')}`
}

/** "since 2020", "until Mar 2021": as fine as it was told. */
function end({ precision }: Interval, date: string): string {
  const at = parts(date)
  if (precision === 'year') return String(at.year)
  return precision === 'month' ? `${monthName(at)} ${at.year}` : day(at)
}
