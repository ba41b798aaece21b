/** From one time to another: "7-8 May 2023", "Nov. 11 to 13", "from 2009 to 2011", "between March and May", "2018-22". */
import { addDays, daysBetween, hull, interval, parts as partsOf } from '../../record/interval.ts'
import type { Interval } from '../../record/types.ts'
import { dateMatch, dayAt, dayMonth, isYear, monthEnd, yearAfter } from './dates.ts'
import { at, is, type Line } from './lexemes.ts'
import type { Context, Match, Meaning } from './match.ts'

const TO = new Set('- to through thru until till /'.split(' '))

/** Whole units between the ends: 2009 to 2011 is P2Y, 11 to 13 November P2D. */
function lengthOf(a: Interval, b: Interval): string {
  if (!a.start || !b.start) return 'PXD'
  const from = partsOf(a.start)
  const to = partsOf(b.start)
  const years = to.year - from.year
  const months = years * 12 + to.month - from.month
  const coarse = [a.precision, b.precision]
  if (coarse.every(p => p === 'year' || p === 'decade')) return `P${years}Y`
  const rough = coarse.some(p => p === 'range') && months > 0
  if (rough || coarse.some(p => p === 'month' || p === 'year')) return `P${months}M`
  return `P${daysBetween(a.start, b.start)}D`
}

/** Minutes since midnight of "2022-11-13T08:30"; null for a part of the day. */
function minutesOf(value: string): number | null {
  const time = /T(\d\d):(\d\d)/.exec(value)
  return time === null ? null : Number(time[1]) * 60 + Number(time[2])
}

/** "from 6 a.m. to 9 a.m." is PT3H. */
function clockLength(a: string, b: string): string | null {
  const from = minutesOf(a)
  const to = minutesOf(b)
  if (from === null || to === null || a.slice(0, 10) !== b.slice(0, 10)) return null
  const minutes = (to - from + 1440) % 1440
  return minutes % 60 === 0 ? `PT${minutes / 60}H` : `PT${minutes}M`
}

function join(a: Meaning | null, b: Meaning | null): Meaning | null {
  const first = a?.interval ?? null
  const last = b?.interval ?? null
  if (first === null || last === null) return { value: 'PXD', interval: null }
  if (first.start === null || last.end === null || first.start > last.end) return null
  const basis = first.basis === 'stated' && last.basis === 'stated' ? 'stated' : 'relative'
  const rough = first.precision === 'unknown' || last.precision === 'unknown'
  const parts = first.start === last.start && a?.value.includes('T') && b?.value.includes('T')
  const days = interval(first.start, last.end, rough ? 'unknown' : 'range', basis)
  const length = parts ? 'PTXH' : lengthOf(first, last)
  return { value: clockLength(a?.value ?? '', b?.value ?? '') ?? length, interval: days }
}

/** The end of a range is looked for from its beginning on: "from November to March". */
function endFrom(b: Match, start: Meaning | null, context: Context): Meaning | null {
  const said = start ?? context.said
  const saidDay = start?.interval?.precision === 'day' ? start : context.saidDay
  const saidHere = b.type === 'TIME' ? context.saidHere : null
  const meaning = b.resolve({ ...context, said, saidDay, saidHere })
  const from = start?.interval?.start
  if (!meaning?.interval?.end || !from || meaning.interval.end >= from) return meaning
  // "from Monday to Wednesday": the Wednesday after that Monday.
  if (b.parts === undefined) return b.resolve({ ...context, anchor: start.interval, direction: 'future' })
  if (b.parts.year !== null) return meaning
  const { month, day } = b.parts
  const next = { year: partsOf(from).year, month, day }
  const sameYear = dateMatch(b.first, b.end, next).resolve(context)
  if (sameYear?.interval?.end && sameYear.interval.end >= from) return relative(sameYear)
  return relative(dateMatch(b.first, b.end, { ...next, year: next.year + 1 }).resolve(context))
}

function relative(meaning: Meaning | null): Meaning | null {
  return meaning?.interval ? { ...meaning, interval: { ...meaning.interval, basis: 'relative' } } : meaning
}

/** The first point takes the year that only the second one has: "from March to June 2019". */
function sharedYear(a: Match, b: Match): Match {
  const year = b.parts?.year ?? null
  const month = a.parts?.month ?? null
  if (!a.parts || a.parts.year !== null || month === null || year === null || b.parts?.month == null) return a
  return dateMatch(a.first, a.end, { ...a.parts, year: month > b.parts.month ? year - 1 : year })
}

/** "from 6 a.m. to 6 p.m. on Thursday": a time of day without a day has that of the second. */
function sharedDay(a: Match, b: Match): Match {
  if (a.type !== 'TIME' || b.type !== 'TIME') return a
  const resolve = (context: Context) =>
    a.resolve({ ...context, saidHere: b.resolve(context) ?? context.saidHere })
  return { ...a, resolve }
}

/** The range, its end and the points themselves ask for the same in the same context: worked out once. */
function once(match: Match): Match {
  let last: Context | null = null
  let meaning: Meaning | null = null
  const resolve = (context: Context) => {
    if (context !== last) meaning = match.resolve(context)
    last = context
    return meaning
  }
  return { ...match, resolve }
}

/** A match from the lexeme `first` to the end of `b`. */
export function range(first: number, a: Match, b: Match, relation?: string): Match {
  const from = once(sharedDay(sharedYear(a, b), b))
  const to = once({ ...b, resolve: context => endFrom(b, from.resolve(context), context) })
  return {
    first,
    end: b.end,
    type: 'DURATION',
    points: [from, to],
    ...(relation === undefined ? {} : { relation }),
    resolve: context => join(from.resolve(context), to.resolve(context)),
  }
}

/** Dates that follow each other are one stretch: "March 16 and 17"; others stay two. */
function both(a: Match, b: Match): Match {
  const made = range(a.first, a, b)
  return {
    ...made,
    resolve(context) {
      const first = a.resolve(context)?.interval
      const last = made.points?.[1]?.resolve(context)?.interval
      if (!first?.end || !last?.start || addDays(first.end, 1) !== last.start) return null
      const days = hull(first, last)
      return { value: lengthOf(first, last), interval: days }
    },
  }
}

function connect(line: Line, i: number): 'to' | 'and' | null {
  if (TO.has(at(line, i).lower)) return 'to'
  return is(line, i, 'and') || is(line, i, '&') ? 'and' : null
}

function pair(how: 'to' | 'and', a: Match, b: Match): Match {
  return how === 'to' ? range(a.first, a, b) : both(a, b)
}

/** "Nov. 11 to 13", "March 16-17, 2023", "March 16 and 17". */
export function daysAfterMonth(line: Line, i: number): Match | null {
  const afterMonth = monthEnd(line, i)
  const first = afterMonth === null ? null : dayAt(line, afterMonth)
  if (first === null) return null
  const how = connect(line, first.end)
  const second = how === null ? null : dayAt(line, first.end + 1)
  if (how === null || second === null || second.day <= first.day) return null
  if (monthEnd(line, second.end) !== null || at(line, second.end).kind === 'units') return null
  const month = at(line, i).n
  const comma = is(line, second.end, ',') ? 1 : 0
  const j = second.end + comma
  const year = isYear(line, j) ? at(line, j).n : null
  const end = year === null ? second.end : j + 1
  const a = dateMatch(i, first.end, { year, month, day: first.day })
  return pair(how, a, dateMatch(first.end + 1, end, { year, month, day: second.day }))
}

/** "May 8, 9 and 10": days of a list share the month; the comma must lead to an "and" or "or". */
export function dayList(line: Line, i: number): Match | null {
  const afterMonth = monthEnd(line, i)
  const days: { day: number; first: number; end: number }[] = []
  for (let j = afterMonth ?? -1; j >= 0; ) {
    const day = dayAt(line, j)
    if (day === null || day.day <= (days.at(-1)?.day ?? 0)) return null
    days.push({ day: day.day, first: days.length === 0 ? i : j, end: day.end })
    if (is(line, j - 1, 'and') || is(line, j - 1, 'or')) break
    const comma = is(line, day.end, ',') ? day.end + 1 : day.end
    j = is(line, comma, 'and') || is(line, comma, 'or') ? comma + 1 : comma > day.end ? comma : -1
  }
  const last = days.at(-1)
  if (days.length < 3 || last === undefined) return null
  const year = yearAfter(line, last.end)
  const points = days.map(({ day, first, end }) =>
    dateMatch(first, end === last.end ? (year?.end ?? end) : end, {
      year: year?.year ?? null,
      month: at(line, i).n,
      day,
    }),
  )
  return { first: i, end: year?.end ?? last.end, type: 'DATE', points, resolve: () => null }
}

/** "7-8 May 2023", "11 to 13 November", "7 and 8 May". */
export function daysBeforeMonth(line: Line, i: number): Match | null {
  const first = dayAt(line, i)
  // "7/7 and 24 November": the day would be a part of something else.
  if (first === null || (at(line, i).glued && is(line, i - 1, '/'))) return null
  const how = connect(line, first.end)
  const second = how === null ? null : dayMonth(line, first.end + 1, is(line, first.end, '-'))
  if (how === null || second === null || second.parts.day === null || second.parts.day <= first.day)
    return null
  const a = dateMatch(i, first.end, { ...second.parts, day: first.day })
  return pair(how, a, dateMatch(first.end + 1, second.end, second.parts))
}

/** "2018-22", "2018-2022". */
export function years(line: Line, i: number): Match | null {
  if (!isYear(line, i) || at(line, i).n < 1500 || !at(line, i + 1).glued) return null
  if (!is(line, i + 1, '-') && !is(line, i + 1, '/')) return null
  const second = at(line, i + 2)
  const { n } = at(line, i)
  if (second.kind !== 'number' || !second.glued || is(line, i + 3, '-') || at(line, i - 1).glued) return null
  const digits = second.end - second.start
  const last = digits === 2 ? Math.floor(n / 100) * 100 + second.n : digits === 4 ? second.n : 0
  if (last <= n || last - n > 500) return null
  const point = (first: number, year: number) => dateMatch(first, first + 1, { year, month: null, day: null })
  return range(i, point(i, n), point(i + 2, last))
}

/** "from 2009 to 2011", "between March and May", "March 30-April 2": two matches with a connecting word between them. */
export function joined(line: Line, a: Match, b: Match): Match | null {
  if (a.points !== undefined || b.points !== undefined || b.first !== a.end + 1) return null
  if (a.type === 'SET' || b.type === 'SET' || a.type === 'DURATION' || b.type === 'DURATION') return null
  const opener = at(line, a.first - 1).lower
  const how = connect(line, a.end)
  if (how === null) return null
  if (how === 'and') {
    if (opener === 'between') return range(a.first - 1, a, b, opener)
    return a.parts?.day != null && b.parts?.day != null ? both(a, b) : null
  }
  if (opener === 'from') return range(a.first - 1, a, b, opener)
  return a.type === b.type && opener !== 'between' ? range(a.first, a, b) : null
}
