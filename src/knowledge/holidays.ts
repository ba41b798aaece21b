/** On which day a holiday falls in a year. */
import { addDays, isDate, iso, weekday } from '../record/interval.ts'
import { type Row, readTable } from './tsv.ts'

/** The day in a year; null where it isn't known. */
export type Holiday = (year: number) => string | null

const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ')

/** The Gregorian calendar's Easter Sunday, after Meeus, Jones and Butcher. */
export function easter(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return iso(year, Math.floor(n / 31), (n % 31) + 1)
}

/** The `nth` such day of the week in a month, from its end where negative; null where there is none. */
export function nthWeekday(year: number, month: number, day: number, nth: number): string | null {
  const first = iso(year, month, 1)
  const next = month === 12 ? iso(year + 1, 1, 1) : iso(year, month + 1, 1)
  const ahead = addDays(first, (day - weekday(first) + 7) % 7)
  const back = addDays(next, -((weekday(next) - day + 6) % 7) - 1)
  const date = nth > 0 ? addDays(ahead, (nth - 1) * 7) : addDays(back, (nth + 1) * 7)
  return date >= first && date < next ? date : null
}

function holidayOf({ name = '', day = '' }: Row): Holiday {
  const words = day.split(' ')
  if (day.startsWith('easter')) {
    const off = Number(day.slice(6))
    return year => addDays(easter(year), off)
  }
  if (/^\d\d-\d\d$/.test(day)) return year => (isDate(`${year}-${day}`) ? `${year}-${day}` : null)
  const which = WEEKDAYS.indexOf(words[1] ?? '') + 1
  if (which > 0) return year => nthWeekday(year, Number(words[0]), which, Number(words[2]))
  if (!words.every(isDate)) throw new Error(`holidays.tsv: ${name} has no day that can be read: ${day}`)
  return year => words.find(date => date.startsWith(`${year}-`)) ?? null
}

let loaded: ReadonlyMap<string, Holiday> | null = null

/** By name in lower case; loaded once a process. */
export function holidays(): ReadonlyMap<string, Holiday> {
  loaded ??= new Map(readTable('holidays').map(row => [row.name ?? '', holidayOf(row)]))
  return loaded
}
