/** Seasons, quarters and halves: "the summer of 2019", "this spring", "Q3 2022", "the first half of last year". */
import { hull, interval, parts, quarterOf, SEASONS, type Season, seasonOf } from '../../record/interval.ts'
import type { Interval } from '../../record/types.ts'
import { around, shift, spread } from './calendar.ts'
import { isYear } from './dates.ts'
import { at, is, type Line } from './lexemes.ts'
import { type Context, type Direction, looksAhead, type Match, type Meaning } from './match.ts'

const CODES = { spring: 'SP', summer: 'SU', autumn: 'FA', winter: 'WI' } as const
/** A bare season counts after these: "by spring", "in the autumn"; not "a spring in his step". */
const LED = new Set('in by since until till during late early mid before after this'.split(' '))

function seasonAt(line: Line, i: number): Season | null {
  const { kind, code } = at(line, i)
  return kind === 'season' ? (SEASONS.find(season => season === code) ?? null) : null
}

function seasonMeaning(season: Season, year: number, basis: Interval['basis']): Meaning {
  return { value: `${year}-${CODES[season]}`, interval: seasonOf(year, season, basis) }
}

/** A year after a period: "2019", "of 2019", "of last year", "of the year", "of the same year" (null: not said). */
type Year = (context: Context) => { year: number; stated: boolean } | null

interface ReadYear {
  end: number
  year: Year
  /** "the first quarter of fiscal 2008": whose fiscal year isn't said, so its days aren't either. */
  fiscal?: boolean
}

function relativeYear(by: number): Year {
  return ({ anchor }) => {
    const start = anchor?.start?.slice(0, 4)
    return start !== undefined && start === anchor?.end?.slice(0, 4)
      ? { year: Number(start) + by, stated: false }
      : null
  }
}

function saidYear(by: number): Year {
  return ({ said }) => {
    const start = said?.interval?.start
    return start ? { year: parts(start).year + by, stated: false } : null
  }
}

/** "the winter of 1976-77", "the winter of 2021/2022": the year in which it begins counts. */
function isSpan(line: Line, i: number): boolean {
  const mark = at(line, i + 1)
  const next = at(line, i + 2)
  const follows = next.n === (next.end - next.start === 2 ? (at(line, i).n + 1) % 100 : at(line, i).n + 1)
  return mark.glued && (mark.lower === '-' || mark.lower === '/') && next.glued && follows
}

function yearAfter(line: Line, i: number): ReadYear | null {
  const of = is(line, i, 'of')
  const the = of && is(line, i + 1, 'the')
  const bare = i + (of ? 1 : 0) + (the ? 1 : 0)
  const fiscal = at(line, bare).kind === 'fiscal' ? (is(line, bare + 1, 'year') ? 2 : 1) : 0
  const j = isYear(line, bare + fiscal) ? bare + fiscal : bare
  const word = at(line, j)
  if (isYear(line, j) && !(word.glued && !of)) {
    const year = () => ({ year: word.n, stated: true })
    return { end: isSpan(line, j) ? j + 3 : j + 1, year, fiscal: j > bare }
  }
  if (the && is(line, j, 'year')) return { end: j + 1, year: relativeYear(0) }
  if (word.kind !== 'shift' || !is(line, j + 1, 'year') || !of) return null
  return { end: j + 2, year: word.code === 'said' ? saidYear(word.n) : relativeYear(word.n) }
}

function inYear(
  read: ReadYear,
  meaning: (year: number, basis: Interval['basis']) => Meaning,
  unsaid: string,
) {
  return (context: Context): Meaning => {
    const known = read.year(context)
    if (known === null) return { value: unsaid, interval: null }
    const found = meaning(known.year, known.stated ? 'stated' : 'relative')
    return read.fiscal === true ? { ...found, interval: null } : found
  }
}

/** "summer 2019", "the summer of 2019", "in spring". */
export function season(line: Line, i: number): Match | null {
  const name = seasonAt(line, i)
  if (name === null) return null
  const read = yearAfter(line, i + 1)
  const unsaid = `XXXX-${CODES[name]}`
  if (read !== null) {
    const resolve = inYear(read, (year, basis) => seasonMeaning(name, year, basis), unsaid)
    return { first: i, end: read.end, type: 'DATE', the: is(line, i + 1, 'of'), resolve }
  }
  const the = is(line, i - 1, 'the')
  const led = LED.has(at(line, the ? i - 2 : i - 1).lower) || at(line, i - 1).lower === '-'
  if (!led || (at(line, i).lower === 'fall' && !the) || at(line, i + 1).kind === 'word') {
    if (!(led && ['and', 'or', 'to', 'as', 'when', 'after', 'with'].includes(at(line, i + 1).lower)))
      return null
  }
  return {
    first: i,
    end: i + 1,
    type: 'DATE',
    the: true,
    resolve: context => nearSeason(name, context, null),
  }
}

/** "last summer", "this spring", "next winter"; "that summer", "the following spring" go by what was said. */
export function shiftedSeason(line: Line, i: number): Match | null {
  const word = at(line, i)
  const name = seasonAt(line, i + 1)
  if (name === null || word.code === 'vague') return null
  if (word.code === 'said') {
    if (word.lower !== 'that' && !is(line, i - 1, 'the')) return null
    const resolve = (context: Context) => saidSeason(name, context, word.n)
    return { first: i, end: i + 2, type: 'DATE', the: true, resolve }
  }
  return {
    first: i,
    end: i + 2,
    type: 'DATE',
    the: true,
    resolve: context => nearSeason(name, context, word.n),
  }
}

/** The season that goes on at what was said or comes next ("that"), the one after it, or the one before. */
function saidSeason(name: Season, context: Context, by: number): Meaning {
  const from = context.said?.interval?.start
  if (from == null) return { value: `XXXX-${CODES[name]}`, interval: null }
  const { year } = parts(from)
  const all = [year - 1, year, year + 1].map(y => seasonMeaning(name, y, 'relative'))
  const over = all.filter(s => (s.interval?.end ?? '') < from).at(-1)
  const going = all.find(s => (s.interval?.end ?? '') >= from)
  const ahead = all.find(s => (s.interval?.start ?? '') > from)
  return (by < 0 ? over : by > 0 ? ahead : going) ?? around(from, 'year')
}

/** Of the seasons around the day: the last that is over, the first that is yet to come, or the one nearest to it. */
function nearSeason(name: Season, context: Context, by: number | null): Meaning {
  return spread(context.anchor, day => {
    const { year } = parts(day)
    const all = [year - 2, year - 1, year, year + 1].map(y => seasonMeaning(name, y, 'relative'))
    const over = all.filter(s => (s.interval?.end ?? '') < day).at(-1)
    const begun = all.filter(s => (s.interval?.start ?? '') <= day).at(-1)
    const ahead = all.find(s => (s.interval?.start ?? '') > day)
    const going = all.find(s => (s.interval?.end ?? '') >= day)
    const thisYear = all[2]
    const chosen =
      by === null
        ? bySide(context.direction, begun, going)
        : by < 0
          ? over
          : by > 0
            ? ahead
            : begun === going
              ? begun
              : thisYear
    return chosen ?? around(day, 'year')
  })
}

/** The `n`th season of the name before the running one: "two summers ago". */
export function seasonBack(code: string, n: number, { anchor }: Context): Meaning {
  const name = SEASONS.find(season => season === code) ?? 'summer'
  return spread(anchor, day => {
    const { year, month } = parts(day)
    // A winter is named by the year in which it begins.
    const from = name === 'winter' && month <= 2 ? year - 1 : year
    return seasonMeaning(name, from - n, 'relative')
  })
}

function bySide(direction: Direction | null, past: Meaning | undefined, future: Meaning | undefined) {
  return looksAhead(direction) ? future : past
}

function quarterMeaning(quarter: number, year: number, basis: Interval['basis']): Meaning {
  return { value: `${year}-Q${quarter}`, interval: quarterOf(year, quarter, basis) }
}

function halfMeaning(half: number, year: number, basis: Interval['basis']): Meaning {
  const both = hull(quarterOf(year, half * 2 - 1, basis), quarterOf(year, half * 2, basis))
  return { value: `${year}-H${half}`, interval: interval(both.start, both.end, 'range', basis) }
}

/** The part's number and the lexeme after it: "third quarter", "3rd quarter", "second half", "latter half". */
function ordinalPart(line: Line, i: number): { n: number; half: boolean; end: number } | null {
  const word = at(line, i)
  const figures = word.kind === 'number'
  const bare = figures ? i + 2 : i + 1
  const j = is(line, bare, '-') || at(line, bare).kind === 'fiscal' ? bare + 1 : bare
  const n = word.lower === 'latter' ? 2 : word.kind === 'ordinal' || figures ? word.n : 0
  const half = is(line, j, 'half')
  if (n < 1 || n > (half ? 2 : 4) || !(half || is(line, j, 'quarter'))) return null
  return { n, half, end: j + 1 }
}

/** "the third quarter of 2022", "the first half of this year", "the third quarter". */
export function ordinalPeriod(line: Line, i: number): Match | null {
  const part = ordinalPart(line, i)
  if (part === null) return null
  const meaning = (year: number, basis: Interval['basis']) =>
    part.half ? halfMeaning(part.n, year, basis) : quarterMeaning(part.n, year, basis)
  const unsaid = part.half ? `XXXX-H${part.n}` : `XXXX-Q${part.n}`
  const read = yearAfter(line, part.end)
  if (read !== null)
    return { first: i, end: read.end, type: 'DATE', the: true, resolve: inYear(read, meaning, unsaid) }
  if (part.half || is(line, part.end, 'of')) return null
  return {
    first: i,
    end: part.end,
    type: 'DATE',
    the: true,
    resolve: context => spread(context.anchor, day => nearQuarter(day, part.n, context.direction)),
  }
}

function nearQuarter(day: string, n: number, direction: Direction | null): Meaning {
  const { year, month } = parts(day)
  const now = Math.floor((month + 2) / 3)
  const by = looksAhead(direction) ? (n < now ? 1 : 0) : n > now ? -1 : 0
  return quarterMeaning(n, parts(shift(day, 'year', by)).year || year, 'relative')
}

/** "H1 2022"; alone it is too many other things. */
export function halfWord(line: Line, i: number): Match | null {
  const n = Number(at(line, i).lower.slice(1))
  const read = yearAfter(line, i + 1)
  if (read === null) return null
  const resolve = inYear(read, (year, basis) => halfMeaning(n, year, basis), `XXXX-H${n}`)
  return { first: i, end: read.end, type: 'DATE', resolve }
}

/** "Q3 2022", "Q3". */
export function quarterWord(line: Line, i: number): Match | null {
  const n = Number(at(line, i).lower.slice(1))
  if (n < 1 || n > 4) return null
  const comma = is(line, i + 1, ',') ? 1 : 0
  const read = yearAfter(line, i + 1 + comma)
  if (read !== null) {
    const resolve = inYear(read, (year, basis) => quarterMeaning(n, year, basis), `XXXX-Q${n}`)
    return { first: i, end: read.end, type: 'DATE', resolve }
  }
  return {
    first: i,
    end: i + 1,
    type: 'DATE',
    resolve: context => spread(context.anchor, day => nearQuarter(day, n, context.direction)),
  }
}
