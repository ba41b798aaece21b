/**
 * Pure calendar arithmetic on ISO dates (`2022-11-13`) and intervals, both inclusive at both ends.
 * No clock, time zone or locale comes in: a date is counted in days since 1970-01-01 of the proleptic
 * Gregorian calendar, for years 0001 to 9999.
 */
import type { Basis, Interval, Precision } from './types.ts'

/** The months are counted from 1, the days of the week from 1 (Monday) to 7, as ISO 8601 has them. */
export interface Ymd {
  year: number
  month: number
  day: number
}

const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function two(n: number): string {
  return n < 10 ? `0${n}` : String(n)
}

/** `iso(2022, 11, 13)` → `2022-11-13`. The parts are not checked; see `isDate`. */
export function iso(year: number, month: number, day: number): string {
  return `${year < 1000 ? String(year).padStart(4, '0') : year}-${two(month)}-${two(day)}`
}

function digit(date: string, i: number): number {
  return date.charCodeAt(i) - 48
}

/** Of a date that `isDate`; read digit by digit, since every comparison of dates comes through here. */
export function parts(date: string): Ymd {
  const year = digit(date, 0) * 1000 + digit(date, 1) * 100 + digit(date, 2) * 10 + digit(date, 3)
  return { year, month: digit(date, 5) * 10 + digit(date, 6), day: digit(date, 8) * 10 + digit(date, 9) }
}

/** True for a day that exists: not `2022-02-29`, not `2022-11`. */
export function isDate(date: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return false
  const { year, month, day } = parts(date)
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Days since 1970-01-01. */
export function toDays(date: string): number {
  const { year, month, day } = parts(date)
  const past = year - 1
  const leaps = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400)
  const inYear = (DAYS_BEFORE[month - 1] ?? 0) + (month > 2 && isLeap(year) ? 1 : 0) + day - 1
  return past * 365 + leaps + inYear - 719_162
}

/** The date that many days after 1970-01-01. */
export function fromDays(days: number): string {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const ofEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * ofYear + 2) / 153)
  const day = ofYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return iso(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

export function addDays(date: string, days: number): string {
  return fromDays(toDays(date) + days)
}

/** Keeps the day where the month has it: a month after 31 January is 28 or 29 February. */
export function addMonths(date: string, months: number): string {
  const { year, month, day } = parts(date)
  const count = year * 12 + month - 1 + months
  const y = Math.floor(count / 12)
  const m = count - y * 12 + 1
  return iso(y, m, Math.min(day, daysInMonth(y, m)))
}

/** Days from `a` to `b`, negative where `b` is earlier. */
export function daysBetween(a: string, b: string): number {
  return toDays(b) - toDays(a)
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(date: string): number {
  return ((((toDays(date) + 3) % 7) + 7) % 7) + 1
}

/** Year and number of the ISO week: 1 January 2022 lies in week 52 of 2021. */
export function isoWeek(date: string): { year: number; week: number } {
  const thursday = addDays(date, 4 - weekday(date))
  const year = Number(thursday.slice(0, 4))
  return { year, week: Math.floor(daysBetween(iso(year, 1, 1), thursday) / 7) + 1 }
}

/** An interval from its ends; the ends may be open. */
export function interval(
  start: string | null,
  end: string | null,
  precision: Precision,
  basis: Basis = 'stated',
): Interval {
  return { start, end, precision, basis }
}

export function dayOf(date: string, basis: Basis = 'stated'): Interval {
  return interval(date, date, 'day', basis)
}

/** Monday to Sunday around the date. */
export function weekOf(date: string, basis: Basis = 'stated'): Interval {
  const monday = addDays(date, 1 - weekday(date))
  return interval(monday, addDays(monday, 6), 'week', basis)
}

/** `months` whole months from the first of the given one. */
function monthsFrom(
  year: number,
  month: number,
  months: number,
  precision: Precision,
  basis: Basis,
): Interval {
  const start = iso(year, month, 1)
  return interval(start, addDays(addMonths(start, months), -1), precision, basis)
}

export function monthOf(year: number, month: number, basis: Basis = 'stated'): Interval {
  return monthsFrom(year, month, 1, 'month', basis)
}

export function quarterOf(year: number, quarter: number, basis: Basis = 'stated'): Interval {
  return monthsFrom(year, quarter * 3 - 2, 3, 'quarter', basis)
}

export type Season = 'spring' | 'summer' | 'autumn' | 'winter'
export const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const

/** Spring is March to May, and so on; the winter of 2022 runs from December 2022 to February 2023. */
export function seasonOf(year: number, season: Season, basis: Basis = 'stated'): Interval {
  return monthsFrom(year, SEASONS.indexOf(season) * 3 + 3, 3, 'season', basis)
}

export function yearOf(year: number, basis: Basis = 'stated'): Interval {
  return interval(iso(year, 1, 1), iso(year, 12, 31), 'year', basis)
}

/** `decadeOf(1990)`: 1990 to 1999. */
export function decadeOf(year: number, basis: Basis = 'stated'): Interval {
  const first = Math.floor(year / 10) * 10
  return interval(iso(first, 1, 1), iso(first + 9, 12, 31), 'decade', basis)
}

/** Days that the interval covers, both ends counted; null where an end is open. */
export function width(it: Interval): number | null {
  return it.start === null || it.end === null ? null : daysBetween(it.start, it.end) + 1
}

function startsBy(it: Interval, date: string | null): boolean {
  return it.start === null || date === null || it.start <= date
}

function endsFrom(it: Interval, date: string | null): boolean {
  return it.end === null || date === null || it.end >= date
}

/** True where the two share a day. */
export function overlap(a: Interval, b: Interval): boolean {
  return startsBy(a, b.end) && endsFrom(a, b.start)
}

/** True where every day of `inner` is a day of `outer`. */
export function contains(outer: Interval, inner: Interval): boolean {
  const start = outer.start === null || (inner.start !== null && outer.start <= inner.start)
  const end = outer.end === null || (inner.end !== null && outer.end >= inner.end)
  return start && end
}

function sameDays(a: Interval, b: Interval): boolean {
  return a.start === b.start && a.end === b.end
}

function earlier(a: string, b: string): string {
  return a < b ? a : b
}

function later(a: string, b: string): string {
  return a > b ? a : b
}

/** The days that both share, null for none; with the precision and basis of the one that has just these days. */
export function intersect(a: Interval, b: Interval): Interval | null {
  if (!overlap(a, b)) return null
  const start = a.start === null ? b.start : b.start === null ? a.start : later(a.start, b.start)
  const end = a.end === null ? b.end : b.end === null ? a.end : earlier(a.end, b.end)
  const ends = { start, end }
  if (sameDays({ ...a, ...ends }, a)) return a
  if (sameDays({ ...b, ...ends }, b)) return b
  const precision = start !== null && start === end ? 'day' : 'range'
  return { ...ends, precision, basis: a.basis === 'stated' ? b.basis : a.basis }
}

/** The smallest interval that covers both. */
export function hull(a: Interval, b: Interval): Interval {
  if (contains(a, b)) return a
  if (contains(b, a)) return b
  const start = a.start === null || b.start === null ? null : earlier(a.start, b.start)
  const end = a.end === null || b.end === null ? null : later(a.end, b.end)
  return interval(start, end, 'range', a.basis === 'stated' ? b.basis : a.basis)
}

/**
 * The days that "since", "until", "by", "before" or "after" a time leave: since 2018 begins with 2018 and is open;
 * before Monday ends on Sunday. Any other relation, and null, leaves the time as it is.
 */
export function related(it: Interval, relation: string | null): Interval {
  const { start, end, basis } = it
  switch (relation) {
    case 'since':
      return interval(start, null, 'range', basis)
    case 'after':
      return interval(end === null ? null : addDays(end, 1), null, 'range', basis)
    case 'until':
    case 'by':
      return interval(null, end, 'range', basis)
    case 'before':
      return interval(null, start === null ? null : addDays(start, -1), 'range', basis)
    default:
      return it
  }
}

/** Days between the two where they share none: 1 for neighbours; 0 where they overlap. */
export function gap(a: Interval, b: Interval): number {
  if (overlap(a, b)) return 0
  const [first, second] = a.end !== null && b.start !== null && a.end < b.start ? [a, b] : [b, a]
  return first.end === null || second.start === null ? 0 : daysBetween(first.end, second.start)
}

/** Order by start, then end. What is only known to have been before a day stands behind that day; without any day, last. */
export function byDate(a: Interval, b: Interval): number {
  const start = compare(a.start ?? a.end ?? '\uffff', b.start ?? b.end ?? '\uffff')
  return start !== 0 ? start : compare(a.end ?? '\uffff', b.end ?? '\uffff')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
