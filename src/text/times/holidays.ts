/** Days by their names: "Christmas Day", "New Year's Eve 2018", "Easter Sunday", "before the New Year". */
import { holidays } from '../../knowledge/holidays.ts'
import { dayOf, yearOf } from '../../record/interval.ts'
import { spread } from './calendar.ts'
import { yearAfter } from './dates.ts'
import { at, is, type Line } from './lexemes.ts'
import { type Context, looksAhead, type Match, type Meaning } from './match.ts'
import { countedYear, yearByWords } from './months.ts'
import { nearestYear } from './resolve-date.ts'

function inYear(name: string, year: number, basis: 'stated' | 'relative'): Meaning | null {
  const day = holidays().get(name)?.(year) ?? null
  return day === null ? null : { value: day, interval: dayOf(day, basis) }
}

const SEASONAL = new Set(
  'holiday holidays break celebration celebrations festival festivities period season sales shopping market markets'.split(
    ' ',
  ),
)

/** "the Christmas season", "Christmas and New Year sales" are some days long. */
function isSeason(line: Line, end: number): boolean {
  const next = at(line, end)
  return (
    SEASONAL.has(next.lower) ||
    (next.lower === 'and' && is(line, end + 1, 'new') && is(line, end + 2, 'year'))
  )
}

/** A holiday of the table that ends before the lexeme `end`. */
export function holiday(line: Line, first: number, name: string, end: number): Match {
  const given = yearAfter(line, end)
  if (given !== null) {
    return { first, end: given.end, type: 'DATE', resolve: () => inYear(name, given.year, 'stated') }
  }
  const counted = yearByWords(line, end)
  return {
    first,
    end: counted?.end ?? end,
    type: 'DATE',
    resolve(context) {
      const day = (year: number) => inYear(name, year, 'relative')
      if (counted === null) return nearestYear(day, context)
      const year = countedYear(counted, context)
      return year === null ? null : day(year)
    },
  }
}

/** "Christmas", "Thanksgiving": a name of one word. */
export function namedDay(line: Line, i: number): Match | null {
  return isSeason(line, i + 1) ? null : holiday(line, i, at(line, i).code, i + 1)
}

const BEFORE_DAY = new Set('by before until till since after at on'.split(' '))
/** "the New Year holiday" is some days long, and "New Year's" wishes are of no day. */
const CLOSED = new Set('in when as and or with to but for'.split(' '))

/** From October on the new year is the next one, before that the one that runs. */
function newYearOf({ anchor, direction }: Context): Meaning {
  return spread(anchor, day => {
    const late = day.slice(5, 7) >= '10' || (looksAhead(direction) && day.slice(5, 7) >= '07')
    const year = Number(day.slice(0, 4)) + (late ? 1 : 0)
    return { value: String(year), interval: yearOf(year, 'relative') }
  })
}

function stands(line: Line, i: number): boolean {
  const next = at(line, i + 2)
  if (next.lower === "'") return false
  if (next.kind !== 'word' || CLOSED.has(next.lower)) return true
  return !next.capital && is(line, i - 1, 'the') && !SEASONAL.has(next.lower)
}

/** "the new year", "by New Year". */
export function newYear(line: Line, i: number): Match | null {
  if (!stands(line, i)) return null
  if (is(line, i - 1, 'the')) return { first: i, end: i + 2, type: 'DATE', the: true, resolve: newYearOf }
  const day = at(line, i).capital && BEFORE_DAY.has(at(line, i - 1).lower)
  return day ? holiday(line, i, "new year's day", i + 2) : null
}
