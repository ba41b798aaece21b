/** Part of a time: "late April", "early 2018", "mid-December", "the end of the year", "year-end". */
import { addDays, addMonths, daysBetween, interval, parts } from '../../record/interval.ts'
import type { Interval } from '../../record/types.ts'
import { around, isCalendar, spread, type Unit, unitOf } from './calendar.ts'
import { at, is, type Line } from './lexemes.ts'
import type { Context, Match, Meaning, Parser } from './match.ts'
import { unitAt } from './measures.ts'

/** Where the portion begins and ends, as twelfths of the whole. */
const TWELFTHS: { [code: string]: [from: number, to: number] } = {
  early: [0, 4],
  mid: [4, 8],
  late: [8, 12],
  start: [0, 2],
  end: [10, 12],
  'early-mid': [0, 8],
  'mid-late': [4, 12],
  'early-late': [0, 12],
  'first-half': [0, 6],
  'second-half': [6, 12],
}

/** Whole months where the whole is a year or more, else days. */
function portion(whole: Interval, code: string): Interval {
  const [from, to] = TWELFTHS[code] ?? [0, 12]
  if (whole.start === null || whole.end === null || whole.start === whole.end) return whole
  const days = daysBetween(whole.start, whole.end) + 1
  const months = Math.round(days / 30.44)
  if (months >= 12 && parts(whole.start).day === 1) {
    const start = addMonths(whole.start, Math.round((months * from) / 12))
    const end = addDays(addMonths(whole.start, Math.round((months * to) / 12)), -1)
    return interval(start, end, 'range', whole.basis)
  }
  const first = Math.min(Math.floor((days * from) / 12), days - 1)
  const last = Math.max(Math.ceil((days * to) / 12) - 1, first)
  return interval(addDays(whole.start, first), addDays(whole.start, last), 'range', whole.basis)
}

/** What is left of it at the document's date: "the rest of the year". */
function rest(whole: Interval, { anchor }: Context): Interval {
  const now = anchor?.start === anchor?.end ? (anchor?.start ?? null) : null
  const runs =
    now !== null && whole.start !== null && whole.end !== null && whole.start < now && now < whole.end
  return runs ? interval(now, whole.end, 'range', whole.basis) : whole
}

export function within(meaning: Meaning | null, code: string, context: Context): Meaning | null {
  if (meaning?.interval == null || meaning.interval.precision === 'unknown') return meaning
  const days = code === 'rest' ? rest(meaning.interval, context) : portion(meaning.interval, code)
  return { ...meaning, interval: days }
}

/** The code of the second part in "early to mid-November"; null where there is one alone. */
function secondPart(line: Line, i: number): string | null {
  const to = is(line, i + 1, 'to') || is(line, i + 1, '-')
  const { kind, code } = at(line, i + 2)
  return to && kind === 'part' && (code === 'mid' || code === 'late') ? code : null
}

/** "early", "late", "mid-" come right before the time; "the end of", "the middle of" by "of". */
function inside(line: Line, i: number): number | null {
  // "early to mid-November": from the first part to the second.
  return afterPart(line, secondPart(line, i) === null ? i : i + 2)
}

function afterPart(line: Line, i: number): number | null {
  const { lower, code } = at(line, i)
  if (is(line, i + 1, 'of')) return code === 'early' || lower === 'late' ? null : i + 2
  if (is(line, i + 1, '-')) return i + 2
  return lower === 'early' || lower === 'late' || lower === 'mid'
    ? is(line, i + 1, 'in') || is(line, i + 1, 'on')
      ? i + 2
      : i + 1
    : null
}

function wholeUnit(unit: Unit, first: number, end: number, code: string): Match {
  return {
    first,
    end,
    type: 'DATE',
    the: true,
    resolve: context =>
      within(
        spread(context.anchor, day => around(day, unit)),
        code,
        context,
      ),
  }
}

/** "the end of the year", "mid-week"; a decade said before is not looked for. */
function ofTheUnit(line: Line, i: number, j: number, code: string): Match | null {
  const the = is(line, j, 'the') ? 1 : 0
  const found = unitAt(line, j + the)
  if (found === null || found.plural || !isCalendar(found.unit) || found.unit === 'day') return null
  if (the === 0 && !is(line, j - 1, '-')) return null
  return is(line, j + the + 1, 'of') ? null : wholeUnit(found.unit, i, j + the + 1, code)
}

/** Reads "early", "late" … before any time that `points` knows. */
export function portionOf(points: Parser): Parser {
  return (line, i) => {
    const second = secondPart(line, i)
    const code = second === null ? at(line, i).code : `${at(line, i).code}-${second}`
    const j = inside(line, i)
    if (j === null) return null
    const the = is(line, j, 'the') ? 1 : 0
    const inner = points(line, j + the)
    if (inner === null || inner.first < j || (the === 1 && inner.the !== true) || inner.type === 'DURATION') {
      return ofTheUnit(line, i, j, code)
    }
    return {
      first: i,
      end: inner.end,
      type: inner.type,
      the: is(line, j - 1, 'of') || inner.the === true,
      resolve: context => within(inner.resolve(context), code, context),
    }
  }
}

/** "the very end of 2020". */
export function veryPart(parts: Parser): Parser {
  return (line, i) => {
    const inner = at(line, i + 1).kind === 'part' ? parts(line, i + 1) : null
    return inner === null ? null : { ...inner, first: i }
  }
}

/** "midweek", "midyear", "yearend": one word. */
export function midUnit(line: Line, i: number): Match | null {
  const { code, lower } = at(line, i)
  const unit = unitOf(code)
  return unit === null ? null : wholeUnit(unit, i, i + 1, lower.endsWith('end') ? 'end' : 'mid')
}

/** "year-end", "year's end", "month-end". */
export function unitEnd(line: Line, i: number): Match | null {
  const found = unitAt(line, i)
  if (found === null || found.plural || !isCalendar(found.unit)) return null
  if (is(line, i + 1, '-') && is(line, i + 2, 'end')) return wholeUnit(found.unit, i, i + 3, 'end')
  const possessive = is(line, i + 1, "'") && is(line, i + 2, 's') && is(line, i + 3, 'end')
  return possessive ? wholeUnit(found.unit, i, i + 4, 'end') : null
}
