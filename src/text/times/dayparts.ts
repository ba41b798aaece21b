/** Parts of a day: "at dawn", "the night of May 2", "in the afternoon", "the early hours of Wednesday", "dawn tomorrow". */
import { around, spread } from './calendar.ts'
import { at, is, type Line } from './lexemes.ts'
import type { Context, Match, Meaning, Parser } from './match.ts'
import { withPart } from './relative.ts'

/** "at dawn", "by nightfall"; not "the dawn of a new age". */
const EDGE_LED = new Set('at before by until till since after around near toward towards from'.split(' '))
/** "in the evening", "through the night". */
const PART_LED = new Set('in during through throughout into for until till by of over'.split(' '))
const DAY_KINDS = new Set(['weekday', 'month', 'number', 'deictic', 'shift'])

/** The part of the day that the text is at: of the day said last, or else of the document's. */
function ofTheDay(code: string) {
  return ({ anchor, saidDay }: Context): Meaning => {
    const said = saidDay?.interval?.start ?? null
    const begun = said !== null && said <= (anchor?.end ?? said)
    return withPart(begun ? around(said, 'day') : spread(anchor, day => around(day, 'day')), code)
  }
}

/** A part of the day that `day` means; null where that is more than a day. */
function partOf(first: number, day: Match, code: string): Match {
  return {
    first,
    end: day.end,
    type: 'TIME',
    the: true,
    resolve(context) {
      const meaning = (day.points?.[0] ?? day).resolve(context)
      return meaning?.interval?.precision === 'day' ? withPart(meaning, code) : null
    },
  }
}

/** The day at lexeme `i`, after its "the"; "this morning" is one as well. */
function dayAfter(points: Parser, line: Line, i: number): Match | null {
  const j = is(line, i, 'the') ? i + 1 : i
  const day = DAY_KINDS.has(at(line, j).kind) ? points(line, j) : null
  // "the night of 12-13 November"
  const fits = day?.type === 'DATE' || day?.points !== undefined
  return day === null || !fits || day.first !== j || (j > i && day.the !== true) ? null : day
}

/** "the night of May 2", "dawn on Sunday", "dawn tomorrow". */
export function partOfDay(points: Parser): Parser {
  return (line, i) => {
    const { kind, code } = at(line, i)
    const of = is(line, i + 1, 'of')
    const on = kind === 'edge' && is(line, i + 1, 'on')
    if (!of && !on && kind !== 'edge') return null
    const day = dayAfter(points, line, of || on ? i + 2 : i + 1)
    return day === null ? null : partOf(i, day, code)
  }
}

/** "at dusk", "in the evening", "late afternoon". */
export function bareDaypart(line: Line, i: number): Match | null {
  const { kind, code } = at(line, i)
  const before = at(line, i - 1)
  const led =
    kind === 'edge'
      ? EDGE_LED.has(before.lower)
      : before.kind === 'part' || (before.kind === 'the' && PART_LED.has(at(line, i - 2).lower))
  if (!led || is(line, i + 1, 'of') || is(line, i + 1, 'before') || is(line, i + 1, 'after')) return null
  return { first: i, end: i + 1, type: 'TIME', the: true, resolve: ofTheDay(code) }
}

/** "the early hours", "the late hours of Friday", "the early hours of the morning". */
export function hoursOf(points: Parser): Parser {
  return (line, i) => {
    const { code } = at(line, i)
    if (!is(line, i + 1, 'hours') || (code !== 'early' && code !== 'late')) return null
    const part = code === 'early' ? 'MO' : 'NI'
    const morning = ['of', 'the', 'morning'].every((word, k) => is(line, i + 2 + k, word)) ? 3 : 0
    const of = is(line, i + 2 + morning, 'of') || (morning > 0 && is(line, i + 5, 'on'))
    const day = of ? dayAfter(points, line, i + 3 + morning) : null
    if (day !== null) return partOf(i, day, part)
    return of ? null : { first: i, end: i + 2 + morning, type: 'TIME', the: true, resolve: ofTheDay(part) }
  }
}
