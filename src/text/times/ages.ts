/** How long a thing has lasted or a time is filled: "a decade-old row", "a 10-day-old truce", "all week", "the whole year". */
import { duration, isCalendar } from './calendar.ts'
import { at, is, type Line } from './lexemes.ts'
import type { Match } from './match.ts'
import { measure, unitAt } from './measures.ts'

/** What is said to be so many years old without being somebody's age. */
const THINGS = new Set(
  (
    'war conflict dispute feud row standoff ban embargo blockade siege ceasefire truce treaty agreement accord pact deal ' +
    'alliance partnership insurgency uprising rebellion revolt crisis rule regime government coalition law decree sanctions ' +
    'moratorium policy doctrine mission programme program project plan tradition claim quarrel stalemate impasse occupation ' +
    'division partition armistice boycott freeze campaign offensive operation case border bridge dam plant reactor pipeline ' +
    'ship vessel submarine fleet aircraft jet plane base building data report study'
  ).split(' '),
)
const PEOPLE = new Set(
  'baby babies infant infants child children boy girl son daughter twin twins newborn man woman kitten puppy cub'.split(
    ' ',
  ),
)

/** "-old" after the unit at lexeme `end`: the lexeme after it, where no living thing's age is told. */
function oldEnd(line: Line, end: number, year: boolean): number | null {
  if (!is(line, end, '-') || !is(line, end + 1, 'old')) return null
  const noun = at(line, end + 2)
  const things = THINGS.has(noun.lower) || THINGS.has(at(line, end + 3).lower)
  const fits = year ? things : noun.kind === 'word' && !PEOPLE.has(noun.lower)
  return fits ? end + 2 : null
}

/** "10-day-old", "decades-old", "century-old", "two-year-old war". */
export function old(line: Line, i: number): Match | null {
  const one = unitAt(line, i)
  const it = measure(line, i)
  const unit = it?.unit ?? one?.unit
  if (unit === undefined || (it === null && one === null)) return null
  const after = it?.end ?? i + 1
  const figures = it !== null && at(line, i).kind !== 'article'
  const end = oldEnd(line, after, unit === 'year')
  if (end === null || (figures && !it.joined && at(line, i).kind !== 'units')) return null
  const value = duration(it === null ? (one?.times ?? 1) : it.n, unit)
  const first = at(line, i).kind === 'article' ? i + 1 : i
  return { first, end, type: 'DURATION', resolve: () => ({ value, interval: null }) }
}

/** "all week", "the whole year", "an entire month". */
export function all(line: Line, i: number): Match | null {
  const found = unitAt(line, i + 1)
  if (found === null || found.plural || !isCalendar(found.unit)) return null
  const long = is(line, i + 2, 'long') ? 1 : 0
  const led = at(line, i - 1).kind
  if (!is(line, i, 'all') && led !== 'the' && led !== 'article') return null
  const first = led === 'article' && !is(line, i, 'all') ? i - 1 : i
  const value = duration(found.times, found.unit)
  return { first, end: i + 2 + long, type: 'DURATION', the: true, resolve: () => ({ value, interval: null }) }
}
