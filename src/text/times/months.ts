/** Calendar dates by their words: "Nov. 13", "Sunday, November 13, 2022", "November", "May next year", "last April". */
import { monthOf, parts } from '../../record/interval.ts'
import { monthValue, spread } from './calendar.ts'
import { dateMatch, dayAt, dayMonth, isYear, monthDay, monthEnd, type Read, yearAfter } from './dates.ts'
import { at, is, type Lexeme, type Line } from './lexemes.ts'
import type { Context, DateParts, Match } from './match.ts'
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
/** "May" after "mid-" as well. */
function isLed(line: Line, i: number): boolean {
  return BEFORE_MONTH.has(at(line, i - 1).lower) || (is(line, i - 1, '-') && is(line, i - 2, 'mid'))
}

function isName(lexeme: Lexeme): boolean {
  return lexeme.capital && lexeme.kind === 'word'
}

/** A month alone: not "Theresa May", "June Carter" or "Mar-a-Lago". */
function isBareMonth(line: Line, i: number, end: number): boolean {
  const month = at(line, i)
  const before = at(line, i - 1)
  if (is(line, end, '-') && at(line, end).glued && at(line, end + 1).kind === 'article') return false
  // "the March of the Nations"
  if (is(line, end, 'of') && at(line, end + 1).kind !== 'number' && end === i + 1 && month.lower === 'march')
    return false
  const led = isLed(line, i) || (JOINS.has(before.lower) && !isName(at(line, end)))
  if (month.code === 'short' && end === i + 1) return isLed(line, i)
  // "In May Congo had left": behind these it is the month, whoever's name follows.
  if (month.lower === 'may' && /^(?:in|since|until|last|early|late)$/.test(before.lower) && end === i + 1)
    return true
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
  if (!isBareMonth(line, i, end)) return null
  // "joined in April 2023 … met in Oslo *that July*": of the year just said.
  if (is(line, i - 1, 'that')) return inSaidYear(i, end, month)
  return dateMatch(i, end, { year: null, month, day: null })
}

export interface YearByWords {
  end: number
  by: number
  /** Counted from the date said before, not from the document's. */
  said: boolean
}

/** "next year", ", this year", "of that year", "of the following year" after a month or day. */
export function yearByWords(line: Line, i: number): YearByWords | null {
  const linked = is(line, i, ',') || is(line, i, 'of') ? i + 1 : i
  const j = is(line, linked, 'the') ? linked + 1 : linked
  const { kind, code, n } = at(line, j)
  if (kind !== 'shift' || !is(line, j + 1, 'year') || (code !== 'calendar' && code !== 'said')) return null
  return { end: j + 2, by: n, said: code === 'said' }
}

/** The year that such words mean; null where what they count from isn't known to the year. */
export function countedYear({ by, said }: YearByWords, context: Context): number | null {
  const from = said ? (context.said?.interval ?? null) : context.anchor
  const start = from?.start?.slice(0, 4)
  return start !== undefined && start === from?.end?.slice(0, 4) ? Number(start) + by : null
}

/** "May next year", "13 November last year", "August that year". */
function inCountedYear(first: number, given: DateParts, counted: YearByWords): Match {
  return {
    first,
    end: counted.end,
    type: 'DATE',
    resolve(context) {
      const year = countedYear(counted, context)
      if (year === null) return resolveParts(given, { ...context, anchor: null, saidHere: null })
      const meaning = resolveParts({ ...given, year }, context)
      return meaning?.interval
        ? { ...meaning, interval: { ...meaning.interval, basis: 'relative' } }
        : meaning
    },
  }
}

function inSaidYear(first: number, end: number, month: number): Match {
  const given: DateParts = { year: null, month, day: null }
  const said = inCountedYear(first, given, { end, by: 0, said: true })
  return {
    ...said,
    resolve: context =>
      countedYear({ end, by: 0, said: true }, context) === null
        ? resolveParts(given, context)
        : said.resolve(context),
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
