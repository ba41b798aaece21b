import { addDays } from '../../record/interval.ts'
import type { EventMention } from '../../record/mentions.ts'
import type { Interval } from '../../record/types.ts'
import { type Context, contains, textOf } from '../context.ts'

const NUMBERS: { readonly [word: string]: number } = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  couple: 2,
  three: 3,
  few: 3,
  several: 4,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
}
const UNITS: { readonly [unit: string]: number } = { day: 1, week: 7, month: 30, year: 365 }
const VAGUE = new Set(['couple', 'few', 'several'])
const LINK =
  /(?:\b(?:(a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|a couple of|a few|several) (day|week|month|year)s? )?(before|after|following|ahead of|during|at|on the sidelines of)) (?:the |their |its |this |that )?$/i

/** How long after a meeting, in characters, what its parties agree is taken to be agreed at it. */
const AT_MEETING = 900

/** Dates that hang on another event: "two days before the summit", "agreed during their meeting". */
export function anchor(context: Context, mentions: readonly EventMention[]): EventMention[] {
  return mentions.map((mention, i) => {
    if (mention.dateSpan !== null || mention.status !== 'reported' || mention.refersTo !== null)
      return mention
    const date =
      fromLink(context, mention, mentions.slice(Math.max(0, i - 12), i + 12)) ??
      fromMeeting(mention, mentions.slice(Math.max(0, i - 30), i))
    return date === null ? mention : { ...mention, date }
  })
}

function fromLink(
  context: Context,
  mention: EventMention,
  mentions: readonly EventMention[],
): Interval | null {
  for (const other of mentions) {
    if (other === mention || !contains(mention.span, other.trigger) || !isDated(other)) continue
    const start = Math.min(other.span[0], other.trigger[0])
    const link = LINK.exec(textOf(context, [Math.max(mention.span[0] - 40, start - 60, 0), start]))
    if (link !== null)
      return shifted(other.date, link[1] ?? null, link[2] ?? null, (link[3] ?? '').toLowerCase())
  }
  return null
}

function isDated(mention: EventMention): boolean {
  return mention.date.start !== null && mention.date.end !== null && mention.date.basis !== 'publication'
}

function shifted(date: Interval, count: string | null, unit: string | null, link: string): Interval | null {
  const { start, end } = date
  if (start === null || end === null) return null
  const basis = date.basis === 'stated' ? ('relative' as const) : date.basis
  const back = link === 'before' || link === 'ahead of'
  if (!back && link !== 'after' && link !== 'following') return { ...date, basis }
  if (count === null || unit === null) return null
  const word =
    count
      .toLowerCase()
      .split(' ')
      .find(part => part !== 'a' && part !== 'of') ?? 'a'
  const n = NUMBERS[word] ?? Number(word)
  const days = n * (UNITS[unit.toLowerCase()] ?? 1)
  if (!Number.isFinite(days)) return null
  const slack = VAGUE.has(word) ? Math.max(1, Math.round(days / 3)) : Math.floor(days / 7)
  const sign = back ? -1 : 1
  return {
    start: addDays(start, sign * days - slack),
    end: addDays(end, sign * days + slack),
    precision: 'range',
    basis,
  }
}

/** What two sides agree in a text that has just told of their meeting, they agreed there. */
function fromMeeting(mention: EventMention, before: readonly EventMention[]): Interval | null {
  if (mention.type !== 'AGREE' || mention.states.length < 2 || mention.target.length > 0) return null
  for (let i = before.length - 1; i >= 0; i--) {
    const other = before[i]
    if (other === undefined || mention.trigger[0] - other.trigger[0] > AT_MEETING) return null
    if (other.type !== 'CONSULT' || !isDated(other) || other.status !== 'reported') continue
    const same =
      other.states.length === mention.states.length && mention.states.every(it => other.states.includes(it))
    if (same) return { ...other.date, basis: other.date.basis === 'stated' ? 'relative' : other.date.basis }
  }
  return null
}
