import type { Basis, Interval, Precision } from '../../record/types.ts'

/** Months in the languages whose outlets write them out; abbreviations are matched by their first letters. */
const MONTHS: readonly string[][] = [
  ['january', 'jan', 'januar', 'janvier', 'enero', 'janeiro', 'gennaio', 'januari', 'января', 'ocak'],
  [
    'february',
    'feb',
    'februar',
    'février',
    'fevrier',
    'febrero',
    'fevereiro',
    'febbraio',
    'februari',
    'февраля',
    'şubat',
  ],
  ['march', 'mar', 'märz', 'mars', 'marzo', 'março', 'maart', 'maret', 'марта', 'mart'],
  ['april', 'apr', 'avril', 'abril', 'aprile', 'апреля', 'nisan'],
  ['may', 'mai', 'mayo', 'maio', 'maggio', 'mei', 'мая', 'mayıs'],
  ['june', 'jun', 'juni', 'juin', 'junio', 'junho', 'giugno', 'июня', 'haziran'],
  ['july', 'jul', 'juli', 'juillet', 'julio', 'julho', 'luglio', 'июля', 'temmuz'],
  ['august', 'aug', 'août', 'aout', 'agosto', 'augustus', 'agustus', 'августа', 'ağustos'],
  ['september', 'sept', 'sep', 'septembre', 'septiembre', 'setembro', 'settembre', 'сентября', 'eylül'],
  ['october', 'oct', 'oktober', 'octobre', 'octubre', 'outubro', 'ottobre', 'октября', 'ekim'],
  ['november', 'nov', 'novembre', 'noviembre', 'novembro', 'ноября', 'kasım'],
  [
    'december',
    'dec',
    'dezember',
    'décembre',
    'decembre',
    'diciembre',
    'dezembro',
    'dicembre',
    'desember',
    'декабря',
    'aralık',
  ],
]

const monthOf = new Map<string, number>()
MONTHS.forEach((names, i) => {
  for (const name of names) monthOf.set(name, i + 1)
})

const NAME = '([\\p{L}]{3,12})'
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
  // 5 May 2023, 05 May, 2023, 5th of May 2023, 5. Mai 2023, 5 de mayo de 2023
  {
    pattern: new RegExp(
      `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|\\.|er|º)?[\\s-](?:of\\s|de\\s)?${NAME}\\.?,?[\\s-](?:de\\s|del\\s)?${YEAR}(?!\\d)`,
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
]
const MONTH_FORM = new RegExp(`${NAME}\\.?,?\\s(?:de\\s)?${YEAR}(?!\\d)`, 'u')
/** March/April 2020: an issue of two months. */
const ISSUE_FORM = new RegExp(`${NAME}\\s?[/\u2013-]\\s?${NAME}\\s${YEAR}(?!\\d)`, 'u')
/** 05/13/2023 or 13/05/2023; which one it is shows only where one of the two is above 12. */
const SLASHED = /(?<!\d)(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d{2})(?!\d)/u

export interface FoundDate {
  interval: Interval
  start: number
  end: number
}

/** The first date in a line, by whichever form; `dayFirst` settles 05/06/2023, which is no date without it. */
export function findDate(line: string, dayFirst: boolean | null = null): FoundDate | null {
  if (!/\d{4}/.test(line)) return null
  let best: FoundDate | null = null
  for (const { pattern, year, month, day } of FORMS) {
    const match = pattern.exec(line)
    if (match === null || (best !== null && best.start <= match.index)) continue
    const interval = dayInterval(Number(match[year]), monthNumber(match[month] ?? ''), Number(match[day]))
    if (interval !== null) best = { interval, start: match.index, end: match.index + match[0].length }
  }
  return best ?? slashedDate(line, dayFirst) ?? monthDate(line)
}

/** Words that say a date is that of a later change: "Updated:", "수정", "Stand:". */
const CHANGED =
  /(?:updated?|modified|edited|revised|aktualisiert|stand|actualisé|actualisée|actualizad[oa]|mis à jour|atualizad[oa]|aggiornato|수정|更新|最終更新|修改)[\s:(]{0,3}(?:(?:on|at|le|el|em|am)\s)?[\d:.,\s|apm-]{0,24}$/iu

/** All dates of a line in order, each with whether it is that of a change. */
export function datesIn(
  line: string,
  dayFirst: boolean | null = null,
): { interval: Interval; updated: boolean }[] {
  const dates: { interval: Interval; updated: boolean }[] = []
  let rest = line
  for (
    let found = findDate(rest, dayFirst);
    found !== null && dates.length < 4;
    found = findDate(rest, dayFirst)
  ) {
    const before = rest.slice(Math.max(0, found.start - 60), found.start)
    dates.push({ interval: found.interval, updated: CHANGED.test(before) })
    rest = rest.slice(found.end)
  }
  return dates
}

/** Clock times with their zones, and what labels dates. */
const CLOCK =
  /\d{1,2}[:.h時시]\s?\d{2}(?:[:.]\d{2}|[分분])?(?:\s?[ap]\.?m\b\.?)?(?:\s?(?:Uhr|hrs))?(?:\s\(?(?:GMT|UTC)[+-]\d{1,2}(?::\d{2})?\)?|\s\(?(?:[ECMP][SD]?T|GMT|UTC|KST|JST|SGT|HKT|IST|BST|CEST|CET|AEST|AEDT|WIB|ICT|PHT)\b\)?)?/gi
const DATE_LABEL =
  /\b(?:(?:last|first|date)\s)?(?:published|updated|posted|modified|created|issued|stand|veröffentlicht|aktualisiert|publié|publicado|pubblicato)(?:\s(?:on|at|le|el|em|am))?\b\s?:?|(?:입력|등록|수정|송고|게재|更新|公開|配信)\s?:?/gi

/** A line without its dates, clock times and their labels, bars in their place: "By Ana Silva | May 2, 2019 10:30 KST". */
export function withoutDates(line: string): string {
  if (!/\d/.test(line)) return line
  let kept = ''
  let rest = line
  for (let found = findDate(rest, true); found !== null; found = findDate(rest, true)) {
    kept += `${rest.slice(0, found.start)} | `
    rest = rest.slice(found.end)
  }
  if (kept === '') return line
  return (kept + rest)
    .replace(CLOCK, ' | ')
    .replace(DATE_LABEL, ' | ')
    .replace(/\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b,?/g, ' | ')
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
  const month = monthNumber(match?.[1] ?? '')
  if (match === null || month === 0) return null
  return {
    interval: monthInterval(Number(match[2]), month),
    start: match.index,
    end: match.index + match[0].length,
  }
}

function monthNumber(word: string): number {
  if (/^\d+$/.test(word)) return Number(word)
  return monthOf.get(word.toLowerCase()) ?? 0
}

/** The day a machine-readable stamp names, as written, whatever its zone: `2022-11-16T10:58:28+09:00` is the 16th. */
export function stampDate(stamp: string): Interval | null {
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})/.exec(stamp)
  if (iso !== null) return dayInterval(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const packed = /^\s*(\d{4})(\d{2})(\d{2})(?!\d)/.exec(stamp)
  if (packed !== null) return dayInterval(Number(packed[1]), Number(packed[2]), Number(packed[3]))
  return findDate(stamp)?.interval ?? null
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

/** "Copyright (c) 2022. Example Post" → 2022; a span of years ("© 2004-2023") dates the site, not the article. */
export function copyrightYear(line: string): number | null {
  const match =
    /(?:©|\(c\)|copyright|&copy;)[\s,:-]{0,4}(?:(?:©|\(c\))\s?)?(?:by\s)?[^\d]{0,60}?((?:19|20)\d{2})(\s?[-–—]\s?\d{2,4})?/i.exec(
      line,
    )
  if (match === null || match[2] !== undefined) return null
  return Number(match[1])
}
