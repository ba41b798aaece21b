/** Calendar dates: "13 November 2022", "Nov. 13", "Sunday, November 13, 2022", "November of 2022", "2022-11-13". */
import { monthOf, parts } from '../../record/interval.ts'
import { monthValue, spread } from './calendar.ts'
import { at, is, type Lexeme, type Line } from './lexemes.ts'
import type { DateParts, Match } from './match.ts'
import { resolveParts } from './resolve-date.ts'

/** Words after which a bare "May" or "Dec" is the month. */
const BEFORE_MONTH = new Set(
  'in since until till by before after from to through during of last next this late early mid end between around for every each'.split(
    ' ',
  ),
)
/** "in April and May", but "Smith and June Carter". */
const JOINS = new Set(['and', 'or', ','])
/** "a May summit", "the June talks", "Seoul's April vote". */
const MODIFIED = new Set(['a', 'the', 's'])
const ORDINAL_ENDS = new Set(['st', 'nd', 'rd', 'th'])
/** "in March 15 people died": a day of the month doesn't come before a counted noun. */
const COUNTED = new Set(
  (
    'people soldiers troops civilians percent million billion countries members men women children officers workers ' +
    'protesters students villagers migrants refugees prisoners hostages others ships missiles rockets houses dead'
  ).split(' '),
)

export interface Read {
  end: number
  parts: DateParts
}

/** A match from parts that stand in lexemes `first` to `end`. */
export function dateMatch(first: number, end: number, parts: DateParts): Match {
  return { first, end, type: 'DATE', parts, resolve: context => resolveParts(parts, context) }
}

/** "May" after "mid-" as well. */
function isLed(line: Line, i: number): boolean {
  return BEFORE_MONTH.has(at(line, i - 1).lower) || (is(line, i - 1, '-') && is(line, i - 2, 'mid'))
}

/** Four digits that can be a year, not followed by ",000" or a decimal. */
export function isYear(line: Line, i: number): boolean {
  const lexeme = at(line, i)
  if (lexeme.kind !== 'number' || lexeme.end - lexeme.start !== 4 || lexeme.n < 1000 || lexeme.n > 2199)
    return false
  const next = at(line, i + 1)
  if (!next.glued) return true
  if (next.kind === 'word' || next.lower === '%' || next.lower === ':') return false
  return !(
    (next.lower === ',' || next.lower === '.') &&
    at(line, i + 2).kind === 'number' &&
    at(line, i + 2).glued
  )
}

/** "13", "13th": the day and the lexeme after it. */
export function dayAt(line: Line, i: number): { day: number; end: number } | null {
  const lexeme = at(line, i)
  if (lexeme.kind !== 'number' || lexeme.end - lexeme.start > 2 || lexeme.n < 1 || lexeme.n > 31) return null
  const next = at(line, i + 1)
  if (!next.glued) return { day: lexeme.n, end: i + 1 }
  if (ORDINAL_ENDS.has(next.lower)) return { day: lexeme.n, end: i + 2 }
  if (next.kind === 'word' || next.lower === '%' || next.lower === ':') return null
  const after = at(line, i + 2)
  return (next.lower === '.' || next.lower === ',') && after.kind === 'number' && after.glued
    ? null
    : { day: lexeme.n, end: i + 1 }
}

/** The lexeme after a month's name and its full stop; null where there is no month. */
export function monthEnd(line: Line, i: number): number | null {
  if (at(line, i).kind !== 'month') return null
  return at(line, i).code === 'short' && is(line, i + 1, '.') && at(line, i + 1).glued ? i + 2 : i + 1
}

/** ", 2022" or "2022" or "of 2022" after a month or day. */
function yearAfter(line: Line, i: number): { year: number; end: number } | null {
  const j = is(line, i, ',') || is(line, i, 'of') ? i + 1 : i
  return isYear(line, j) && at(line, j).n >= 1500 && !at(line, j).glued
    ? { year: at(line, j).n, end: j + 1 }
    : null
}

/** "Nov. 13, 2022", "November 13th". */
export function monthDay(line: Line, i: number): Read | null {
  const afterMonth = monthEnd(line, i)
  if (afterMonth === null) return null
  const j = is(line, afterMonth, 'the') ? afterMonth + 1 : afterMonth
  const day = dayAt(line, j)
  if (day === null) return null
  const year = yearAfter(line, day.end)
  if (year === null && COUNTED.has(at(line, day.end).lower)) return null
  return {
    end: year?.end ?? day.end,
    parts: { year: year?.year ?? null, month: at(line, i).n, day: day.day },
  }
}

/** "13 November 2022", "the 13th of November". */
export function dayMonth(line: Line, i: number): Read | null {
  const day = dayAt(line, i)
  if (day === null || isMeasure(line, i)) return null
  const j = is(line, day.end, 'of') ? day.end + 1 : day.end
  const end = monthEnd(line, j)
  if (end === null) return null
  const year = yearAfter(line, end)
  return { end: year?.end ?? end, parts: { year: year?.year ?? null, month: at(line, j).n, day: day.day } }
}

/** "$13 May", "Su-27 March", "No. 5 June", "1.5": the number belongs to what stands before it. */
function isMeasure(line: Line, i: number): boolean {
  const before = at(line, i - 1)
  return (
    (at(line, i).glued && before.kind !== 'none' && before.lower !== '(' && before.lower !== '"') ||
    before.lower === '$'
  )
}

function isName(lexeme: Lexeme): boolean {
  return lexeme.capital && lexeme.kind === 'word'
}

/** A month alone: not "Theresa May", "June Carter" or "Mar-a-Lago". */
function isBareMonth(line: Line, i: number, end: number): boolean {
  const month = at(line, i)
  const before = at(line, i - 1)
  if (is(line, end, '-') && at(line, end).glued && at(line, end + 1).kind === 'article') return false
  const led = isLed(line, i) || (JOINS.has(before.lower) && !isName(at(line, end)))
  if (month.code === 'short' && end === i + 1) return isLed(line, i)
  if (month.lower === 'may') return (led || MODIFIED.has(before.lower)) && !isName(at(line, end))
  return led || MODIFIED.has(before.lower) || !(isName(before) || isName(at(line, end)))
}

/** "November 2022", "May next year", "November". */
function monthOnly(line: Line, i: number): Match | null {
  const end = monthEnd(line, i)
  if (end === null) return null
  const year = yearAfter(line, end)
  const month = at(line, i).n
  if (year !== null) return dateMatch(i, year.end, { year: year.year, month, day: null })
  const counted = yearByWords(line, end)
  if (counted !== null) return inCountedYear(i, { year: null, month, day: null }, counted)
  return isBareMonth(line, i, end) ? dateMatch(i, end, { year: null, month, day: null }) : null
}

interface YearByWords {
  end: number
  by: number
  /** Counted from the date said before, not from the document's. */
  said: boolean
}

/** "next year", ", this year", "of that year", "of the following year" after a month or day. */
function yearByWords(line: Line, i: number): YearByWords | null {
  const linked = is(line, i, ',') || is(line, i, 'of') ? i + 1 : i
  const j = is(line, linked, 'the') ? linked + 1 : linked
  const { kind, code, n } = at(line, j)
  if (kind !== 'shift' || !is(line, j + 1, 'year') || (code !== 'calendar' && code !== 'said')) return null
  return { end: j + 2, by: n, said: code === 'said' }
}

/** "May next year", "13 November last year", "August that year". */
function inCountedYear(first: number, given: DateParts, { end, by, said }: YearByWords): Match {
  return {
    first,
    end,
    type: 'DATE',
    resolve(context) {
      const from = said ? (context.said?.interval ?? null) : context.anchor
      const start = from?.start?.slice(0, 4)
      const known = start !== undefined && start === from?.end?.slice(0, 4)
      if (!known) return resolveParts(given, { ...context, anchor: null, saidHere: null })
      const meaning = resolveParts({ ...given, year: Number(start) + by }, context)
      return meaning?.interval
        ? { ...meaning, interval: { ...meaning.interval, basis: 'relative' } }
        : meaning
    },
  }
}

function withShift(line: Line, first: number, read: Read): Match {
  const counted = read.parts.year === null ? yearByWords(line, read.end) : null
  return counted === null ? dateMatch(first, read.end, read.parts) : inCountedYear(first, read.parts, counted)
}

/** "Nov. 13 (Sunday)": the weekday adds nothing. */
function absorbWeekday(line: Line, match: Match): Match {
  const inBrackets =
    is(line, match.end, '(') && at(line, match.end + 1).kind === 'weekday' && is(line, match.end + 2, ')')
  return inBrackets ? { ...match, end: match.end + 3 } : match
}

export function monthFirst(line: Line, i: number): Match | null {
  const read = monthDay(line, i)
  return read === null ? monthOnly(line, i) : absorbWeekday(line, withShift(line, i, read))
}

export function dayFirst(line: Line, i: number): Match | null {
  const read = dayMonth(line, i)
  return read === null ? null : { ...absorbWeekday(line, withShift(line, i, read)), the: true }
}

/** "Sunday, Nov. 13", "Monday (14 November)", "Sunday the 13th of November". */
export function weekdayDate(line: Line, i: number): Match | null {
  let j = i + 1
  if (is(line, j, '.') && at(line, i).code === 'short') j++
  const bracket = is(line, j, '(')
  if (bracket || is(line, j, ',')) j++
  if (is(line, j, 'the')) j++
  const read = monthDay(line, j) ?? dayMonth(line, j)
  if (read === null) return null
  const end = bracket && is(line, read.end, ')') ? read.end + 1 : read.end
  return { ...withShift(line, i, read), first: i, end }
}

/** "2022-11-13", "2022/11/13", "13.11.2022", and "13/11/2022" where only one order is possible. */
export function numericDate(line: Line, i: number): Match | null {
  const [a, mark, b, again, c] = [0, 1, 2, 3, 4].map(k => at(line, i + k))
  if (is(line, i - 1, '/') && a?.glued) return null
  if (!a || !mark || !b || !again || !c || b.kind !== 'number' || c.kind !== 'number') return null
  if (!'-/.'.includes(mark.lower) || mark.lower !== again.lower) return null
  if (!(mark.glued && b.glued && again.glued && c.glued) || at(line, i + 5).kind === 'number') return null
  const parts = isYear(line, i) || a.n > 999 ? ymd(a.n, b.n, c.n) : dmy(a.n, b.n, c, mark.lower)
  return parts === null ? null : dateMatch(i, i + 5, parts)
}

function ymd(year: number, month: number, day: number): DateParts | null {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { year, month, day } : null
}

function dmy(a: number, b: number, year: Lexeme, mark: string): DateParts | null {
  if (year.end - year.start !== 4) return null
  if (mark === '.' || a > 12 || a === b) return ymd(year.n, b, a)
  return b > 12 ? ymd(year.n, a, b) : null
}

/** "on the 13th": a day of the month that is being talked of. */
export function dayOnly(line: Line, i: number): Match | null {
  const day = dayAt(line, i)
  if (day === null || day.end !== i + 2 || !is(line, i - 1, 'the')) return null
  const led = ['on', 'by', 'until', 'since', 'from', 'before', 'after'].includes(at(line, i - 2).lower)
  const next = at(line, day.end)
  const closed =
    next.kind !== 'word' || ['in', 'and', 'to', 'with', 'at', 'after', 'before'].includes(next.lower)
  const capital = next.capital && next.kind === 'word'
  return led && closed && !capital && next.kind !== 'unit'
    ? { ...dateMatch(i, day.end, { year: null, month: null, day: day.day }), the: true }
    : null
}

/** "last April", "next March", "this November": the month before, after or in the document's own year. */
export function shiftedMonth(line: Line, i: number): Match | null {
  const word = at(line, i)
  const end = monthEnd(line, i + 1)
  if (end === null || word.code === 'said' || word.code === 'vague') return null
  if (dayAt(line, end) !== null || isYear(line, end)) return null
  const month = at(line, i + 1).n
  return {
    first: i,
    end,
    type: 'DATE',
    resolve: context =>
      spread(context.anchor, day => {
        const from = parts(day)
        const by = word.n < 0 ? (month < from.month ? 0 : -1) : word.n > 0 ? (month > from.month ? 0 : 1) : 0
        return {
          value: monthValue(from.year + by, month),
          interval: monthOf(from.year + by, month, 'relative'),
        }
      }),
  }
}

/** "Christmas Day", "New Year's Eve 2018": a day of a month by its name. */
export function holiday(line: Line, i: number, n: number, end: number): Match {
  const given = { year: null, month: Math.floor(n / 100), day: n % 100 }
  const year = yearAfter(line, end)
  if (year !== null) return dateMatch(i, year.end, { ...given, year: year.year })
  return withShift(line, i, { end, parts: given })
}
