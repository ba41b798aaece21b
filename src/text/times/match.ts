/** What a family of times hands to the next step: where it stands, and how its value is worked out. */
import type { Interval } from '../../record/types.ts'
import type { TimeType } from '../types.ts'
import type { Line } from './lexemes.ts'

/** What a time means: its TIMEX3 value and the days it covers, where they are known. */
export interface Meaning {
  value: string
  interval: Interval | null
  /** Where it is another than the words alone show: "in three years" of what is to come is a date. */
  type?: TimeType
}

/** Parts of a calendar date as the text gives them; null where it doesn't. */
export interface DateParts {
  year: number | null
  month: number | null
  day: number | null
}

/** purpose: ahead of something past, "offered to mediate in July", and so before or after the document's date. */
export type Direction = 'past' | 'future' | 'purpose'

export function looksAhead(direction: Direction | null): boolean {
  return direction === 'future' || direction === 'purpose'
}

/** What is known at a time's place in the document. */
export interface Context {
  /** The document's date: what "today" is; null where the document has none. */
  anchor: Interval | null
  /** Which way the clause around it looks; null where it doesn't show. */
  direction: Direction | null
  /** The clause around it goes on until now: "have struck ships since November". */
  reachesNow: boolean
  /** The date said last before it, in the same paragraph: what "a day earlier" counts from. */
  said: Meaning | null
  /** The day said last before it, should another date have been said since: what "two days later" counts from. */
  saidDay: Meaning | null
  /** The date said last before it, where it lies in the same sentence. */
  saidHere: Meaning | null
  /** It was said of the clause, "in 2015", and does not describe a noun, "the 2015 accord". */
  saidPlainly: boolean
}

export interface Match {
  /** Lexemes, `end` exclusive. */
  first: number
  end: number
  type: TimeType
  resolve(context: Context): Meaning | null
  /** Whether a "the" before it belongs to it; the default is no. */
  the?: boolean
  /** Given where it is a calendar date, so that a range can share its year or month. */
  parts?: DateParts
  /** Points inside a range, which stand in the result too. */
  points?: Match[]
  /** A time of day that has its day already. */
  dated?: boolean
  /** The relation word where the grammar took it in: "from 2009 to 2011". */
  relation?: string
}

/** Tries to read a time that begins at lexeme `i`. */
export type Parser = (line: Line, i: number) => Match | null
