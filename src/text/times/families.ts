/** The families of times by the kind of their first lexeme. Of several that fit, the longest wins, then the first. */
import { all, old } from './ages.ts'
import {
  apart,
  beside,
  partBeside,
  saidMonth,
  saidPart,
  saidUnit,
  saidWeekday,
  sameInYear,
  weekdayBeside,
} from './anaphoric.ts'
import { clock, clockWord, namedClock } from './clock.ts'
import { clockRange } from './clock-ranges.ts'
import { bareDaypart, hoursOf, partOfDay } from './dayparts.ts'
import { length, longWord, span, unitLong } from './durations.ts'
import { namedDay } from './holidays.ts'
import { at } from './lexemes.ts'
import type { Match, Parser } from './match.ts'
import { dayFirst, monthFirst, shiftedMonth } from './months.ts'
import { dashedMonth, dayOnly, numericDate } from './numeric-dates.ts'
import { halfWord, ordinalPeriod, quarterWord, season, shiftedSeason } from './periods.ts'
import { midUnit, portionOf, unitEnd, veryPart } from './portions.ts'
import { dayOfMonth, weekdayOf } from './positions.ts'
import { dayList, daysAfterMonth, daysBeforeMonth, years } from './ranges.ts'
import {
  ago,
  atLarge,
  beyondNext,
  dayBeside,
  deictic,
  restOf,
  seasonsAgo,
  shiftedPart,
  shiftedUnit,
  vagueWord,
} from './relative.ts'
import { every, often, per, rate } from './sets.ts'
import { earlierIn, earlyUnitsOf, halfOf, theYear, unitsOf, weekOfDay } from './units-of.ts'
import { shiftedWeekday, shiftedWeekend, weekday, weekdaysSet, weekend, weekendOf } from './weekdays.ts'
import {
  centuries,
  century,
  decade,
  decadeWord,
  era,
  fiscalWord,
  fiscalYear,
  shiftedFiscal,
  year,
  yearWord,
} from './years.ts'

type Families = { [kind: string]: readonly Parser[] }

/** Numbers and number words: "13 November", "1990s", "three years ago". */
const MEASURED: readonly Parser[] = [ago, apart, seasonsAgo, old, length]

const POINTS: Families = {
  number: [
    numericDate,
    dashedMonth,
    daysBeforeMonth,
    dayFirst,
    years,
    decade,
    century,
    centuries,
    ordinalPeriod,
    year,
    dayOfMonth,
    dayOnly,
  ],
  decades: [decadeWord],
  daypart: [bareDaypart, partBeside],
  edge: [bareDaypart],
  month: [daysAfterMonth, dayList, monthFirst],
  weekday: [weekday, weekdayBeside],
  weekdays: [weekdaysSet],
  weekends: [weekdaysSet],
  weekend: [weekend],
  season: [season],
  ordinal: [ordinalPeriod, century, centuries, dayOfMonth],
  deictic: [deictic],
  unit: [yearWord, dayBeside, beyondNext, beside, theYear],
  fiscal: [fiscalYear],
  'fiscal-code': [fiscalWord],
  'quarter-code': [quarterWord],
  'half-code': [halfWord],
  era: [era],
  shift: [
    // Before "next year": "The next year he won" counts from what was said.
    saidUnit,
    sameInYear,
    shiftedUnit,
    shiftedPart,
    shiftedMonth,
    shiftedWeekday,
    shiftedWeekend,
    shiftedSeason,
    saidPart,
    saidMonth,
    saidWeekday,
    shiftedFiscal,
    atLarge,
  ],
  future: [atLarge],
  holiday: [namedDay],
  midunit: [midUnit],
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

const point = longest(POINTS)
const portion = portionOf(point)
const partsOfDay: readonly Parser[] = [partOfDay(point)]

const ALL: Families = {
  ...POINTS,
  number: [...(POINTS.number ?? []), clock, clockRange, ...MEASURED],
  // "latter half" has no number of its own.
  word: [ordinalPeriod, halfOf(point)],
  ordinal: [...(POINTS.ordinal ?? []), unitsOf(point), weekdayOf(point), halfOf(point)],
  cardinal: [clockWord, ...MEASURED],
  vague: MEASURED,
  half: [clockWord, ...MEASURED],
  daypart: [...(POINTS.daypart ?? []), ...partsOfDay],
  edge: [...(POINTS.edge ?? []), ...partsOfDay],
  weekend: [...(POINTS.weekend ?? []), weekendOf(point)],
  // A rate before a length: "15 a year".
  article: [rate, ...MEASURED],
  unit: [...(POINTS.unit ?? []), weekOfDay(point), unitEnd, unitLong, old],
  units: [unitLong, ...MEASURED],
  // A span before a calendar unit: "the past year" is a length, "last year" a date.
  shift: [span, unitsOf(point), weekdayOf(point), ...(POINTS.shift ?? [])],
  part: [portion, hoursOf(point), earlyUnitsOf(point)],
  very: [veryPart(portion)],
  rest: [restOf, earlierIn(point)],
  all: [all],
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
