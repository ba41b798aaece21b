/** Times of day: "8 a.m. GMT", "10:30 p.m.", "14:00", "noon". */
import { at, is, type Line } from './lexemes.ts'
import type { Context, Match, Meaning } from './match.ts'

const UTC = new Set(['gmt', 'utc', 'z'])
const ZONES = new Set('gmt utc kst jst est edt et pst pdt pt cst cdt cet cest bst ist msk hkt sgt'.split(' '))

export interface Read {
  end: number
  hour: number
  minute: number | null
  /** "a.m.", "in the evening" and the like say which half of the day is meant. */
  halved: boolean
}

/** "a.m.", "pm", "o'clock": hours to add, and the lexeme after. */
function half(line: Line, i: number): { pm: boolean | null; end: number } | null {
  const { lower } = at(line, i)
  if (lower === 'am' || lower === 'pm') return { pm: lower === 'pm', end: i + 1 }
  if (lower === 'o' && is(line, i + 2, 'clock')) return { pm: null, end: i + 3 }
  if ((lower !== 'a' && lower !== 'p') || !is(line, i + 1, '.') || !is(line, i + 2, 'm')) return null
  return { pm: lower === 'p', end: is(line, i + 3, '.') ? i + 4 : i + 3 }
}

/** "10:30", "10.30": minutes after the hour. */
export function minutes(line: Line, i: number): number | null {
  const mark = at(line, i + 1)
  const figure = at(line, i + 2)
  const fits =
    (mark.lower === ':' || mark.lower === '.') && mark.glued && figure.glued && figure.kind === 'number'
  return fits && figure.end - figure.start === 2 && figure.n < 60 ? figure.n : null
}

/** "in the morning", "at night" after an hour: 12 to add or 0, and the lexeme after. */
function spoken(line: Line, i: number): { pm: boolean; end: number } | null {
  if (is(line, i, 'at') && is(line, i + 1, 'night')) return { pm: true, end: i + 2 }
  const part = at(line, i + 2)
  if (!is(line, i, 'in') || !is(line, i + 1, 'the') || part.kind !== 'daypart') return null
  return { pm: part.code !== 'MO', end: i + 3 }
}

function halved(n: number, minute: number | null, { pm, end }: { pm: boolean; end: number }): Read {
  return { end, hour: (n % 12) + (pm ? 12 : 0), minute: minute ?? 0, halved: true }
}

/** The time of day in figures at lexeme `i`; `afterDash` for the second one of "8-10 a.m.". */
export function read(line: Line, i: number, afterDash = false): Read | null {
  const { n, glued } = at(line, i)
  if (glued && !afterDash && at(line, i - 1).lower !== '(' && at(line, i - 1).kind !== 'none') return null
  // "12 noon"
  const named = at(line, i + 1)
  if (n === 12 && named.kind === 'clock') return { end: i + 2, hour: named.n, minute: 0, halved: true }
  const minute = minutes(line, i)
  const j = minute === null ? i + 1 : i + 3
  const suffix = half(line, j)
  const said = n >= 1 && n <= 12 && suffix?.pm == null ? spoken(line, suffix?.end ?? j) : null
  if (said !== null) return halved(n, minute, said)
  if (suffix !== null && n >= 1 && n <= 12) {
    if (suffix.pm === null) return { end: suffix.end, hour: n, minute: minute ?? 0, halved: false }
    return halved(n, minute, { pm: suffix.pm, end: suffix.end })
  }
  const plain = is(line, i + 1, ':') && !is(line, i + 3, ':') && at(line, i + 3).lower !== '-'
  return minute !== null && plain && n < 24 ? { end: j, hour: n, minute, halved: false } : fourDigits(line, i)
}

/** "0800 GMT". */
function fourDigits(line: Line, i: number): Read | null {
  const { n, start, end } = at(line, i)
  const next = at(line, i + 1).lower
  const led = is(line, i - 1, 'at') || is(line, i - 1, 'by') || is(line, i - 1, 'around')
  const zoned = UTC.has(next) || (led && (ZONES.has(next) || (next === 'local' && is(line, i + 2, 'time'))))
  const hours = led && (next === 'hours' || next === 'hrs')
  const fits = end - start === 4 && n < 2400 && n % 100 < 60 && (zoned || hours)
  return fits ? { end: i + (hours ? 2 : 1), hour: Math.floor(n / 100), minute: n % 100, halved: false } : null
}

/** "GMT", "UTC+8", "GMT -3". */
function offset(line: Line, i: number): { end: number; z: string } {
  const sign = at(line, i + 1).lower
  const counted = (sign === '+' || sign === '-') && at(line, i + 2).kind === 'number' && at(line, i + 2).glued
  if (counted) return { end: i + 3, z: '' }
  return { end: i + 1, z: UTC.has(at(line, i).lower) ? 'Z' : '' }
}

/** The zone after a clock time: "GMT", "KST", "local time", "Eastern time". */
function zone(line: Line, i: number): { end: number; z: string } {
  const { lower } = at(line, i)
  if (ZONES.has(lower)) return offset(line, i)
  if (lower === '(' && ZONES.has(at(line, i + 1).lower)) {
    const inner = offset(line, i + 1)
    if (is(line, inner.end, ')')) return { ...inner, end: inner.end + 1 }
  }
  return is(line, i + 1, 'time') && lower !== 'the' && lower !== 'this'
    ? { end: i + 2, z: '' }
    : { end: i, z: '' }
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}

/** The day of a clock time: the one that the sentence has said, else the document's. */
export function dayFor(context: Context): Meaning | null {
  const said = context.saidHere?.interval?.precision === 'day' ? context.saidHere : null
  if (said !== null) return said
  const { anchor } = context
  if (anchor === null || anchor.start === null || anchor.start !== anchor.end) return null
  return { value: anchor.start, interval: { ...anchor, precision: 'day', basis: 'relative' } }
}

function match(first: number, end: number, time: string): Match {
  return {
    first,
    end,
    type: 'TIME',
    resolve(context) {
      const day = dayFor(context)
      return { value: `${day?.value.slice(0, 10) ?? 'XXXX-XX-XX'}T${time}`, interval: day?.interval ?? null }
    },
  }
}

/** A time of day that was read, with the zone after it. */
export function clockMatch(line: Line, first: number, { hour, minute, end: after }: Read): Match {
  const { end, z } = zone(line, after)
  return match(first, end, `${two(hour)}:${two(minute ?? 0)}${z}`)
}

export function clock(line: Line, i: number): Match | null {
  const found = read(line, i)
  return found === null ? null : clockMatch(line, i, found)
}

/** "three in the morning", "four o'clock", "half past five": hours as words. */
export function clockWord(line: Line, i: number): Match | null {
  const past = is(line, i, 'half') && is(line, i + 1, 'past')
  const j = past ? i + 2 : i
  const { kind, n } = at(line, j)
  if ((kind !== 'cardinal' && !(past && kind === 'number')) || n < 1 || n > 12) return null
  const suffix = half(line, j + 1)
  const said = suffix?.pm == null ? spoken(line, suffix?.end ?? j + 1) : null
  if (suffix === null && said === null && !past) return null
  const end = said?.end ?? suffix?.end ?? j + 1
  const pm = said?.pm ?? suffix?.pm ?? null
  const hour = pm === null ? n : (n % 12) + (pm ? 12 : 0)
  return clockMatch(line, i, { end, hour, minute: past ? 30 : 0, halved: pm !== null })
}

/** "noon", "midnight". */
export function namedClock(line: Line, i: number): Match {
  return match(i, i + 1, `${two(at(line, i).n)}:00`)
}
