import { fromDays } from '../../record/interval.ts'
import type { Interval } from '../../record/types.ts'
import { dayInterval, findDate, monthInterval } from './dates.ts'

/** Seconds since 1970 from 2001 to 2096, or milliseconds. */
const SECONDS = /^\s*([1-3]\d{9})(?:\d{3})?\s*$/

/** The day a machine-readable stamp names, as written, whatever its zone: `2022-11-16T10:58:28+09:00` is the 16th. */
export function stampDate(stamp: string): Interval | null {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(stamp)
  // What a system writes that knows no date.
  if (stamp.startsWith('1970-01-01')) return null
  if (iso !== null) return dayInterval(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const packed = /^\s*(\d{4})(\d{2})(\d{2})(?:\d{4}(?:\d{2})?)?(?!\d)/.exec(stamp)
  if (packed !== null) return dayInterval(Number(packed[1]), Number(packed[2]), Number(packed[3]))
  const seconds = SECONDS.exec(stamp)?.[1]
  if (seconds !== undefined) return dayInterval(...ymd(fromDays(Math.floor(Number(seconds) / 86_400))))
  const month = /^\s*(\d{4})[-/](\d{1,2})\s*$/.exec(stamp)
  if (month !== null) return monthOf(Number(month[1]), Number(month[2]))
  return findDate(stamp)?.interval ?? null
}

/** The stamp itself where it has an hour and is in UTC, else null. */
export function utcStamp(stamp: string): string | null {
  return /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d\S{0,12}(?:Z|[+-]00:?00)$/.test(stamp.trim()) ? stamp.trim() : null
}

/** `/2022/11/16/` or `/2022/11/` in an address; `-20221116` too. */
export function urlDate(url: string): Interval | null {
  const day = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=\/|$|-|\.)/.exec(url)
  if (day !== null) return dayInterval(Number(day[1]), Number(day[2]), Number(day[3]))
  const packed = /[/_-]((?:19|20)\d{2})(0[1-9]|1[0-2])([0-3]\d)(?!\d)/.exec(url)
  if (packed !== null) return dayInterval(Number(packed[1]), Number(packed[2]), Number(packed[3]))
  const month = /\/((?:19|20)\d{2})\/(0[1-9]|1[0-2])(?=\/)/.exec(url)
  return month === null ? null : monthInterval(Number(month[1]), Number(month[2]))
}

function monthOf(year: number, month: number): Interval | null {
  return dayInterval(year, month, 1) === null ? null : monthInterval(year, month)
}

function ymd(date: string): [number, number, number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))]
}

/** "Copyright (c) 2022. Example Post" → 2022; a span of years ("© 2004-2023") dates the site, not the article. */
export function copyrightYear(line: string): number | null {
  const match =
    /(?:©|\(c\)|copyright|&copy;)[\s,:-]{0,4}(?:(?:©|\(c\))\s?)?(?:by\s)?[^\d]{0,60}?((?:19|20)\d{2})(\s?[-–—]\s?\d{2,4})?/i.exec(
      line,
    )
  if (match === null || match[2] !== undefined) return null
  return Number(match[1])
}
