/** The families of times by the kind of their first lexeme. Of several that fit, the longest wins, then the first. */
import { apart, beside, saidPart, saidUnit, saidWeekday } from './anaphoric.ts'
import { clock, namedClock } from './clock.ts'
import { length, longWord, span, unitLong } from './durations.ts'
import { at } from './lexemes.ts'
import type { Match, Parser } from './match.ts'
import { dayFirst, monthFirst, shiftedMonth } from './months.ts'
import { dayOnly, numericDate } from './numeric-dates.ts'
import { ordinalPeriod, quarterWord, season, shiftedSeason } from './periods.ts'
import { portionOf, unitEnd } from './portions.ts'
import { daysAfterMonth, daysBeforeMonth, years } from './ranges.ts'
import { ago, dayBeside, deictic, restOf, shiftedPart, shiftedUnit, vagueWord } from './relative.ts'
import { every, often, per, rate } from './sets.ts'
import { unitsOf, weekOfDay } from './units-of.ts'
import { shiftedWeekday, shiftedWeekend, weekday, weekdaysSet, weekend } from './weekdays.ts'
import { century, decade, era, fiscalWord, fiscalYear, year, yearWord } from './years.ts'

type Families = { [kind: string]: readonly Parser[] }

/** Numbers and number words: "13 November", "1990s", "three years ago". */
const MEASURED: readonly Parser[] = [ago, apart, length]

const POINTS: Families = {
  number: [numericDate, daysBeforeMonth, dayFirst, years, decade, century, ordinalPeriod, year, dayOnly],
  month: [daysAfterMonth, monthFirst],
  weekday: [weekday],
  weekdays: [weekdaysSet],
  weekend: [weekend],
  season: [season],
  ordinal: [ordinalPeriod, century],
  deictic: [deictic],
  unit: [yearWord, dayBeside, beside],
  fiscal: [fiscalYear],
  'fiscal-code': [fiscalWord],
  'quarter-code': [quarterWord],
  era: [era],
  shift: [
    shiftedUnit,
    shiftedPart,
    shiftedMonth,
    shiftedWeekday,
    shiftedWeekend,
    shiftedSeason,
    saidUnit,
    saidPart,
    saidWeekday,
  ],
}

function longest(families: Families): Parser {
  return (line, i) => {
    let best: Match | null = null
    for (const parse of families[at(line, i).kind] ?? []) {
      const match = parse(line, i)
      if (match !== null && (best === null || match.end > best.end)) best = match
    }
    return best
  }
}

const ALL: Families = {
  ...POINTS,
  number: [...(POINTS.number ?? []), clock, ...MEASURED],
  // "latter half" and "final week" have no number of their own.
  word: [ordinalPeriod],
  ordinal: [...(POINTS.ordinal ?? []), unitsOf(longest(POINTS))],
  cardinal: MEASURED,
  vague: MEASURED,
  half: MEASURED,
  // A rate before a length: "15 a year".
  article: [rate, ...MEASURED],
  unit: [...(POINTS.unit ?? []), weekOfDay(longest(POINTS)), unitEnd, unitLong],
  units: [unitLong, ...MEASURED],
  // A span before a calendar unit: "the past year" is a length, "last year" a date.
  shift: [span, unitsOf(longest(POINTS)), ...(POINTS.shift ?? [])],
  part: [portionOf(longest(POINTS))],
  rest: [restOf],
  each: [every],
  per: [per],
  often: [often],
  long: [longWord],
  clock: [namedClock],
  'vague-time': [vagueWord],
}

/** The time that begins at a lexeme. */
export const time: Parser = longest(ALL)

/** Kinds at which a time may begin. */
export const STARTS: ReadonlySet<string> = new Set(Object.keys(ALL).filter(kind => kind !== 'word'))
