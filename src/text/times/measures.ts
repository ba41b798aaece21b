/** A number of units: "three years", "27-year", "a couple of weeks", "two and a half years", "decades". */
import { isCalendar, type Unit, unitOf } from './calendar.ts'
import { at, is, type Line } from './lexemes.ts'
import { quantity } from './quantity.ts'

export interface Measure {
  /** Lexeme after it. */
  end: number
  /** Null where it is vague: "several years", "decades". */
  n: number | null
  unit: Unit
  /** "27-year contract": joined by a hyphen, so it describes a noun. */
  joined: boolean
}

const BETWEEN = new Set(
  'more full consecutive straight long additional whole other calendar working business successive further short separate'.split(
    ' ',
  ),
)
const OR = new Set(['to', 'or', '-'])

/** The unit at lexeme `i`; "night" only in the plural, "second" not at all: "a second round". */
export function unitAt(line: Line, i: number): { unit: Unit; times: number; plural: boolean } | null {
  const { kind, code, n } = at(line, i)
  if (kind !== 'unit' && kind !== 'units') return null
  const unit = unitOf(code)
  return unit === null ? null : { unit, times: n, plural: kind === 'units' }
}

/** "three to five years" is read as its upper end. */
function number(line: Line, i: number): { end: number; n: number | null } | null {
  const first = quantity(line, i)
  if (first === null || !OR.has(at(line, first.end).lower)) return first
  const second = quantity(line, first.end + 1)
  return second !== null && at(line, first.end + 1).kind !== 'article' ? second : first
}

/** The measure at lexeme `i`. */
export function measure(line: Line, i: number): Measure | null {
  const plural = unitAt(line, i)
  if (plural?.plural) return { end: i + 1, n: null, unit: plural.unit, joined: false }
  const count = number(line, i)
  if (count === null) return null
  const joined = is(line, count.end, '-') && at(line, count.end).glued
  const skip = joined || BETWEEN.has(at(line, count.end).lower) ? 1 : 0
  const halved = count.n === 0.5 && is(line, count.end - 1, '-')
  const j = count.end + skip
  const found = unitAt(line, j)
  if (found === null) return null
  // "a decades-long feud"
  if (found.plural && at(line, i).kind === 'article' && count.end === i + 1) return null
  // "a quarter of the cost"
  if (found.unit === 'quarter' && is(line, j + 1, 'of')) return null
  // "an hour and a half"
  const more = count.n !== null && ['and', 'a', 'half'].every((word, k) => is(line, j + 1 + k, word))
  // "a day or two", "a year or so"
  const some = at(line, i).kind === 'article' && is(line, j + 1, 'or') ? at(line, j + 2) : null
  if (some !== null && some.kind === 'cardinal')
    return { end: j + 3, n: null, unit: found.unit, joined: false }
  if (some?.lower === 'so') return { end: j + 3, n: found.times, unit: found.unit, joined: false }
  const n = count.n === null ? null : (count.n + (more ? 0.5 : 0)) * found.times
  return { end: more ? j + 4 : j + 1, n, unit: found.unit, joined: joined || halved }
}

/** Coarser than a clock: such a measure moves a date. */
export function movesDate(it: Measure): boolean {
  return isCalendar(it.unit)
}
