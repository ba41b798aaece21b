import { anyPageWord, monthNames } from '../../knowledge/page-words.ts'
import { SEASONS, seasonOf } from '../../record/interval.ts'
import type { Basis, Interval, Precision } from '../../record/types.ts'

/** A month's name; two of the Levant's have a second word. */
const NAME = '([\\p{L}][\\p{L}\\p{M}]{1,13}(?:\\s(?:الأول|الثاني))?)'
const YEAR = '((?:19|20)\\d{2})'
/** Written dates, each with the places of year, month and day in its match. */
const FORMS: readonly { pattern: RegExp; year: number; month: number; day: number }[] = [
  // 2023-05-05, 2023/5/5, 2023. 5. 5.
  {
    pattern: /(?<!\d)((?:19|20)\d{2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})(?!\d)/u,
    year: 1,
    month: 2,
    day: 3,
  },
  // 2023年5月5日, 2023년 5월 5일
  {
    pattern: /((?:19|20)\d{2})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/u,
    year: 1,
    month: 2,
    day: 3,
  },
  // 2 tháng 3, 2022
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})\\stháng\\s(\\d{1,2}),?\\s(?:năm\\s)?${YEAR}(?!\\d)`, 'u'),
    year: 3,
    month: 2,
    day: 1,
  },
  // 5 May 2023, 05 May, 2023, 5th of May 2023, 5. Mai 2023, 3.mar.2022, 5 de mayo de 2023
  {
    pattern: new RegExp(
      `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|\\.|er|º)?(?:[\\s-]|(?<=\\.))(?:of\\s|de\\s)?${NAME}\\.?,?(?:[\\s-]|(?<=\\.))(?:de\\s|del\\s)?${YEAR}(?!\\d)`,
      'u',
    ),
    year: 3,
    month: 2,
    day: 1,
  },
  // May 5, 2023, May. 5th 2023
  {
    pattern: new RegExp(`${NAME}\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?,?\\s${YEAR}(?!\\d)`, 'u'),
    year: 3,
    month: 1,
    day: 2,
  },
  // 2019. június 12., 2019 m. birželio 12 d., 2019 May 5
  {
    pattern: new RegExp(`(?<!\\d)${YEAR}\\.?\\s(?:m\\.\\s)?${NAME}\\.?\\s(\\d{1,2})(?!\\d|:)`, 'u'),
    year: 1,
    month: 2,
    day: 3,
  },
]
const MONTH_FORM = new RegExp(`${NAME}\\.?,?\\s(?:de\\s)?${YEAR}(?!\\d)`, 'u')
/** March/April 2020: an issue of two months. */
const ISSUE_FORM = new RegExp(`${NAME}\\s?[/\u2013-]\\s?${NAME}\\s${YEAR}(?!\\d)`, 'u')
/** Summer 2022: an issue of a quarterly. */
const SEASON_FORM = /\b(Spring|Summer|Autumn|Fall|Winter)(?:\sIssue)?,?\s((?:19|20)\d{2})(?!\d)/
/** 05/13/2023 or 13/05/2023; which one it is shows only where one of the two is above 12. */
const SLASHED = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d{2})(?!\d)/u
/** 28.04.17 and 28/04/17: a year of two digits is believed only where a page dates itself. */
const SHORT = /(?<![\d.])(\d{1,2})([/.])(\d{1,2})\2(\d{2})(?![\d/]|\.\d)/u
/** 令和3年6月18日: the years of an emperor, from one before his first. */
const ERA = /(令和|平成|昭和)(\d{1,2}|元)年(\d{1,2})月(\d{1,2})日/u
const ERAS: { readonly [name: string]: number } = { 令和: 2018, 平成: 1988, 昭和: 1925 }

export interface FoundDate {
  interval: Interval
  start: number
  end: number
}

/** The first date in a line, by whichever form; `dayFirst` settles 05/06/2023, which is no date without it. */
export function findDate(line: string, dayFirst: boolean | null = null): FoundDate | null {
  const plain = plainDigits(line)
  if (!/\d{4}/.test(plain)) return eraDate(plain)
  let best: FoundDate | null = null
  for (const { pattern, year, month, day } of FORMS) {
    const match = pattern.exec(plain)
    if (match === null || (best !== null && best.start <= match.index)) continue
    const interval = dayInterval(Number(match[year]), monthNumber(match[month] ?? ''), Number(match[day]))
    if (interval !== null) best = { interval, start: match.index, end: match.index + match[0].length }
  }
  return best ?? slashedDate(plain, dayFirst) ?? eraDate(plain) ?? monthDate(plain)
}

/** The same, years of two digits included: for lines in which a page is known to date itself. */
export function findOwnDate(line: string, dayFirst: boolean | null): FoundDate | null {
  return findDate(line, dayFirst) ?? shortDate(plainDigits(line), dayFirst)
}

/** Arabic, Persian and full-width digits as ASCII, at the same places. */
function plainDigits(line: string): string {
  return line.replace(/[٠-٩۰-۹０-９]/g, digit => {
    const code = digit.charCodeAt(0)
    return String(code - (code >= 0xff10 ? 0xff10 : code >= 0x6f0 ? 0x6f0 : 0x660))
  })
}

function eraDate(line: string): FoundDate | null {
  const match = ERA.exec(line)
  if (match === null) return null
  const year = (ERAS[match[1] ?? ''] ?? 0) + (match[2] === '元' ? 1 : Number(match[2]))
  const interval = dayInterval(year, Number(match[3]), Number(match[4]))
  return interval === null ? null : { interval, start: match.index, end: match.index + match[0].length }
}

function shortDate(line: string, order: boolean | null): FoundDate | null {
  const match = SHORT.exec(line)
  if (match === null) return null
  const [a, b, year] = [Number(match[1]), Number(match[3]), 2000 + Number(match[4])]
  const dayFirst = a > 12 || (b <= 12 && order === true)
  if (!dayFirst && b <= 12 && order === null) return null
  const interval = dayFirst ? dayInterval(year, b, a) : dayInterval(year, a, b)
  return interval === null ? null : { interval, start: match.index, end: match.index + match[0].length }
}

/** What the words before a date say of it: that it is the article's, that of a change, or that of something else. */
export type DateLabel = 'published' | 'updated' | 'apart'

/** A label further before its date than this belongs to something else. */
const LABEL_REACH = 32
let labels: RegExp | null = null

function labelBefore(before: string): DateLabel | null {
  if (!/\p{L}{2}/u.test(before)) return null
  labels ??= new RegExp(
    `(?<!\\p{L})(?:(${anyPageWord('published')})|(${anyPageWord('updated')})|(${anyPageWord('apart')}))(?!\\p{L})`,
    'giu',
  )
  let label: DateLabel | null = null
  for (const match of before.matchAll(labels)) {
    if (before.length - match.index - match[0].length > LABEL_REACH) continue
    label = match[1] !== undefined ? 'published' : match[2] !== undefined ? 'updated' : 'apart'
  }
  return label
}

export interface LabelledDate {
  interval: Interval
  label: DateLabel | null
  updated: boolean
}

/** All dates of a line in order, each with what the words before it say. */
export function datesIn(line: string, dayFirst: boolean | null = null, short = false): LabelledDate[] {
  const find = short ? findOwnDate : findDate
  const dates: LabelledDate[] = []
  let rest = line
  for (let found = find(rest, dayFirst); found !== null && dates.length < 4; found = find(rest, dayFirst)) {
    const label = labelBefore(rest.slice(Math.max(0, found.start - 60), found.start))
    dates.push({ interval: found.interval, label, updated: label === 'updated' })
    rest = rest.slice(found.end)
  }
  return dates
}

/** Clock times with their zones. */
const CLOCK =
  /\d{1,2}(?:[:.h時시]|\s?[時시])\s?\d{2}(?:[:.]\d{2}|[分분])?(?:\s?[ap]\.?m\b\.?)?(?:\s?(?:Uhr|hrs))?(?:\s\(?(?:GMT|UTC)[+-]\d{1,2}(?::\d{2})?\)?|\s\(?[A-Z]{2,5}\b\)?)?/gi
const WEEKDAY =
  /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b,?/gi
let dateLabels: RegExp | null = null

/** A line without its dates, clock times and their labels, bars in their place: "By Ana Silva | May 2, 2019 10:30 KST". */
export function withoutDates(line: string): string {
  if (!/\p{Nd}/u.test(line)) return line
  let kept = ''
  let rest = line
  for (let found = findOwnDate(rest, true); found !== null; found = findOwnDate(rest, true)) {
    kept += `${rest.slice(0, found.start)} | `
    rest = rest.slice(found.end)
  }
  if (kept === '') return line
  dateLabels ??= new RegExp(
    `(?<!\\p{L})(?:${anyPageWord('published', 'updated')})(?:\\s(?:on|at|le|el|em|am|kl))?(?!\\p{L}|\\sby\\s)\\.?\\s?[:»]?`,
    'giu',
  )
  return (kept + rest).replace(CLOCK, ' | ').replace(dateLabels, ' | ').replace(WEEKDAY, ' | ')
}

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

/** "Mon, 04/11/2019": the weekday settles which number is the month. */
function weekdayIn(before: string): number | null {
  const name = /\b(sun|mon|tue|wed|thu|fri|sat)[a-z]{0,6}\.?,?\s*$/i.exec(before)?.[1]
  return name === undefined ? null : WEEKDAYS.indexOf(name.toLowerCase())
}

/** What the months add to a year's first weekday, January to December. */
const SHIFTS = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]

/** 0 for Sunday to 6, by Sakamoto's rule for the Gregorian calendar. */
function weekdayOf(year: number, month: number, day: number): number | null {
  if (dayInterval(year, month, day) === null) return null
  const y = month < 3 ? year - 1 : year
  const leaps = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)
  return (y + leaps + (SHIFTS[month - 1] ?? 0) + day) % 7
}

function slashedDate(line: string, order: boolean | null): FoundDate | null {
  let dayFirst = order
  const match = SLASHED.exec(line)
  if (match === null) return null
  const a = Number(match[1])
  const b = Number(match[2])
  const day = weekdayIn(line.slice(0, match.index))
  if (day !== null && a !== b) {
    const byDay = weekdayOf(Number(match[3]), b, a) === day
    const byMonth = weekdayOf(Number(match[3]), a, b) === day
    if (byDay !== byMonth) dayFirst = byDay
  }
  const first = a > 12 || (dayFirst === true && b <= 12) || a === b
  const second = b > 12 || (dayFirst === false && a <= 12)
  if (first === second) return null
  const interval = first ? dayInterval(Number(match[3]), b, a) : dayInterval(Number(match[3]), a, b)
  return interval === null ? null : { interval, start: match.index, end: match.index + match[0].length }
}

function monthDate(line: string): FoundDate | null {
  const issue = ISSUE_FORM.exec(line)
  const first = monthNumber(issue?.[1] ?? '')
  const last = monthNumber(issue?.[2] ?? '')
  if (issue !== null && first > 0 && last > first) {
    const { start } = monthInterval(Number(issue[3]), first)
    const { end } = monthInterval(Number(issue[3]), last)
    return { interval: interval(start, end, 'range'), start: issue.index, end: issue.index + issue[0].length }
  }
  const match = MONTH_FORM.exec(line)
  const name = match?.[1] ?? ''
  const month = monthNumber(name)
  // "set" and "out" are months in Portuguese.
  if (match === null || month === 0 || (name.length < 4 && !/^\p{Lu}/u.test(name))) return seasonDate(line)
  return {
    interval: monthInterval(Number(match[2]), month),
    start: match.index,
    end: match.index + match[0].length,
  }
}

function seasonDate(line: string): FoundDate | null {
  const match = SEASON_FORM.exec(line)
  const name = match?.[1] === 'Fall' ? 'autumn' : match?.[1]?.toLowerCase()
  const season = SEASONS.find(it => it === name)
  if (match === null || season === undefined) return null
  const { index } = match
  return { interval: seasonOf(Number(match[2]), season), start: index, end: index + match[0].length }
}

function monthNumber(word: string): number {
  if (/^\d+$/.test(word)) return Number(word)
  return monthNames().get(word.toLowerCase()) ?? 0
}

export function dayInterval(year: number, month: number, day: number): Interval | null {
  if (year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month))
    return null
  const date = `${year}-${two(month)}-${two(day)}`
  return interval(date, date, 'day', 'stated')
}

export function monthInterval(year: number, month: number): Interval {
  return interval(
    `${year}-${two(month)}-01`,
    `${year}-${two(month)}-${two(daysIn(year, month))}`,
    'month',
    'stated',
  )
}

/** A copyright year only bounds the date: the basis says so. */
export function yearInterval(year: number): Interval {
  return interval(`${year}-01-01`, `${year}-12-31`, 'year', 'publication')
}

function interval(
  start: string | null,
  end: string | null,
  precision: Precision,
  basis: Basis = 'stated',
): Interval {
  return { start, end, precision, basis }
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
