/**
 * What the words of a date say of the day on which they were written, once the day that they mean is known from
 * elsewhere: if "next week" is the week of 16 March, they were written in the week before.
 */
import { addDays, addMonths, monthOf, parts, toDays, weekday } from '../../record/interval.ts'

/** Days from 1970, inclusive. */
export interface Days {
  from: number
  to: number
}

export interface Reading {
  /** Name of the pattern, for the receipt. */
  pattern: string
  written: Days
  /** How much it narrows: a weekday more than a month. */
  weight: number
}

export interface Meant {
  /** First and last day of the event. */
  start: string
  end: string
  /** Told as still to come. */
  future: boolean
}

interface Pattern {
  name: string
  words: RegExp
  /** The days on which it can have been written; null where the event's day does not fit the words. */
  written(match: RegExpExecArray, meant: Meant): Days | null
  weight: number
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const NUMBERS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const YEAR_FREE = '(?!,?\\s*\\d{4})'
const COUNT = '(\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)'

function monthNumber(word: string | undefined): number {
  return MONTHS.findIndex(month => word !== undefined && month.startsWith(word.slice(0, 3))) + 1
}

function count(word: string | undefined): number {
  const at = NUMBERS.indexOf(word ?? '')
  return at >= 0 ? at : Number(word)
}

/** Dates without a year are said of the year around the day of writing. */
const ROUND = 330

function around(meant: Meant): Days {
  const [start, end] = [toDays(meant.start), toDays(meant.end)]
  return meant.future ? { from: start - ROUND, to: start } : { from: start, to: end + ROUND }
}

function monthDay(month: string | undefined, day: string | undefined, meant: Meant): Days | null {
  const start = parts(meant.start)
  const end = parts(meant.end)
  const fits = (it: { month: number; day: number }) =>
    it.month === monthNumber(month) && it.day === Number(day)
  return fits(start) || fits(end) ? around(meant) : null
}

/** Weeks begin on Sunday or on Monday, according to the writer; both are allowed for. */
function weeks(shift: number, meant: Meant): Days {
  const start = toDays(meant.start)
  const monday = start + 1 - weekday(meant.start)
  const sunday = start - (weekday(meant.start) % 7)
  return { from: Math.min(monday, sunday) - shift * 7, to: Math.max(monday, sunday) + 6 - shift * 7 }
}

function months(shift: number, meant: Meant): Days {
  const { year, month } = parts(addMonths(meant.start, -shift))
  const it = monthOf(year, month)
  return { from: toDays(it.start ?? meant.start), to: toDays(it.end ?? meant.end) }
}

function days(shift: number, meant: Meant): Days {
  return { from: toDays(meant.start) - shift, to: toDays(meant.end) - shift }
}

const SHIFT: { readonly [word: string]: number } = {
  last: -1,
  previous: -1,
  past: -1,
  this: 0,
  next: 1,
  coming: 1,
}

/** In this order: the first that is found in the words is what they say. */
const patterns: readonly Pattern[] = [
  {
    name: 'month-day',
    words: new RegExp(`\\b${MONTH}\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?\\b${YEAR_FREE}`, 'i'),
    written: (match, meant) => monthDay(match[1], match[2], meant),
    weight: 0.8,
  },
  {
    name: 'day-month',
    words: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?:\\sof)?\\s${MONTH}\\b${YEAR_FREE}`, 'i'),
    written: (match, meant) => monthDay(match[2], match[1], meant),
    weight: 0.8,
  },
  {
    name: 'weekday of a week',
    words: new RegExp(`\\b(last|this|next|coming)\\s(${WEEKDAYS.join('|')})\\b`, 'i'),
    written(match, meant) {
      if (WEEKDAYS.indexOf(match[2] ?? '') + 1 !== weekday(meant.start)) return null
      const start = toDays(meant.start)
      return meant.future ? { from: start - 13, to: start - 1 } : { from: start + 1, to: start + 13 }
    },
    weight: 0.5,
  },
  {
    name: 'weekday',
    words: new RegExp(`\\b(${WEEKDAYS.join('|')})\\b`, 'i'),
    written(match, meant) {
      if (WEEKDAYS.indexOf(match[1] ?? '') + 1 !== weekday(meant.start)) return null
      const start = toDays(meant.start)
      return meant.future ? { from: start - 6, to: start } : { from: start, to: start + 6 }
    },
    weight: 0.6,
  },
  {
    name: 'weekend',
    words: /\b(last|this|next|the)\sweekend\b/i,
    written(match, meant) {
      if (weekday(meant.end) < 5) return null
      const end = toDays(meant.end)
      if (match[1] === 'next' || meant.future) return { from: end - 13, to: end - 1 }
      return { from: end, to: end + 7 }
    },
    weight: 0.4,
  },
  {
    name: 'week',
    words: /\b(last|past|this|next|coming)\sweek\b/i,
    written: (match, meant) => weeks(SHIFT[match[1] ?? ''] ?? 0, meant),
    weight: 0.6,
  },
  {
    name: 'yesterday',
    words: /\b(?:yesterday|last night)\b/i,
    written: (_, meant) => days(-1, meant),
    weight: 0.7,
  },
  {
    name: 'today',
    words: /\b(?:today|tonight|this (?:morning|afternoon|evening))\b/i,
    written: (_, meant) => days(0, meant),
    weight: 0.7,
  },
  { name: 'tomorrow', words: /\btomorrow\b/i, written: (_, meant) => days(1, meant), weight: 0.7 },
  {
    name: 'days ago',
    words: new RegExp(`\\b${COUNT}\\s(days|weeks)\\s(?:ago|earlier)\\b`, 'i'),
    written(match, meant) {
      const back = count(match[1]) * (match[2] === 'weeks' ? 7 : 1)
      const slack = match[2] === 'weeks' ? 3 : 0
      return { from: toDays(meant.start) + back - slack, to: toDays(meant.end) + back + slack }
    },
    weight: 0.7,
  },
  {
    name: 'in days',
    words: new RegExp(`\\bin\\s${COUNT}\\s(days|weeks)\\b`, 'i'),
    written(match, meant) {
      const ahead = count(match[1]) * (match[2] === 'weeks' ? 7 : 1)
      const slack = match[2] === 'weeks' ? 3 : 0
      return { from: toDays(meant.start) - ahead - slack, to: toDays(meant.end) - ahead + slack }
    },
    weight: 0.7,
  },
  {
    name: 'month of a year',
    words: /\b(last|past|this|next|coming)\smonth\b/i,
    written: (match, meant) => months(SHIFT[match[1] ?? ''] ?? 0, meant),
    weight: 0.5,
  },
  {
    name: 'month',
    words: new RegExp(`\\b${MONTH}\\b(?!\\.?\\s\\d)`, 'i'),
    written: (match, meant) => (monthNumber(match[1]) === parts(meant.start).month ? around(meant) : null),
    weight: 0.3,
  },
]

/** Reads the words of one date; null where no pattern has them, or the event's day contradicts them. */
export function read(words: string, meant: Meant): Reading | null {
  const lower = words.toLowerCase()
  for (const { name, words: pattern, written, weight } of patterns) {
    const match = pattern.exec(lower)
    if (match === null) continue
    const found = written(match, meant)
    return found === null ? null : { pattern: name, written: found, weight }
  }
  return null
}

const PASSED = new RegExp(
  `\\b${COUNT}\\s(days|weeks)\\s(?:(?:had|have|has)\\s)?(?:(?:passed|gone by|elapsed)\\s)?since\\b`,
  'i',
)

/** "Three days had passed since …": written then, or within the days after. */
export function readPassed(sentence: string, meant: Meant): Reading | null {
  const match = PASSED.exec(sentence.toLowerCase())
  if (match === null) return null
  const passed = count(match[1]) * (match[2] === 'weeks' ? 7 : 1)
  const from = toDays(addDays(meant.start, passed))
  return { pattern: 'days since', written: { from, to: from + (match[2] === 'weeks' ? 7 : 3) }, weight: 0.6 }
}

const NAMED = new RegExp(`\\b(?<!(?:last|next|every|each|this|on a|by)\\s)(${WEEKDAYS.join('|')})\\b`, 'gi')

/** Days of the week that a text names plainly, 1 for Monday. */
export function weekdaysIn(text: string): Set<number> {
  const found = new Set<number>()
  for (const match of text.matchAll(NAMED)) found.add(WEEKDAYS.indexOf((match[1] ?? '').toLowerCase()) + 1)
  return found
}

const SINCE_NAMED = new RegExp(`${PASSED.source}[^.!?]*?\\b(${WEEKDAYS.join('|')})\\b`, 'i')

/** "three days had passed since they announced on Monday": how long after which day of the week. */
export function passedSince(text: string): { days: number; weekday: number } | null {
  const match = SINCE_NAMED.exec(text)
  if (match === null || match[2]?.toLowerCase() === 'weeks') return null
  const days = count(match[1]?.toLowerCase())
  return { days, weekday: WEEKDAYS.indexOf((match[3] ?? '').toLowerCase()) + 1 }
}
