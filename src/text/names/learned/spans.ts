/** Where names may be: runs of capitalised words with the small words between them, and the spans within. */
import type { Token } from '../../types.ts'
import { isCapital, type Stretch } from '../chunks.ts'

/** Words in a name at most. */
const LONGEST = 9
const LINK =
  /^(?:&|-|\u2013|\/|'s|\u2019s|'|\u2019|of|for|the|y|e|de|da|do|di|du|des|del|der|den|dem|von|van|zu|la|le|les|los|las|el|al|bin|ibn|bint|abu|ben|ter|ten|upon|sur|am|und|et)$/
export const PREFIX = /^(?:Anti|Pro|Non|Pre|Post|Pan|Inter|Mid|Trans)$/
const PREFIXED = /^(?:Anti|Pro|Non|Pre|Post|Pan|Inter|Mid|Trans)-\p{Lu}/u
const NUMBER = /^\d[\d.,]*(?:st|nd|rd|th|d)?$/
const BEFORE_NAME = /^(?:al|bin|ibn|von|van|de|el|du|da|di|la|le|des|del|della|der|den|ter|ten|abu)$/
const WITH_CAPITAL = /^\p{Ll}{1,2}\p{Lu}|^\d+(?:\p{Lu}\p{L}*|st|nd|rd|th|d)$|^\p{Ll}+[-*]\p{L}*\p{Lu}/u

export interface Bounds {
  /** Words that no name may have. */
  settled: ReadonlySet<number>
  /** "Ministry", "Bank": heads of bodies, whose names may have "and" in them. */
  isHead(token: Token | undefined): boolean
}

/** A span that may be a name; `alone` where it is one word only, which may be none. */
export interface Candidate extends Stretch {
  alone: boolean
}

export function begins(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]
  if (token === undefined || isGlued(tokens[i - 1], token)) return false
  const next = tokens[i + 1]
  // Most words are in lower case.
  const isPlain = token.text === token.lower && !startsWithDigit(token.text)
  if (!isPlain) {
    if (PREFIXED.test(token.text)) return false
    if (isCapital(token) || WITH_CAPITAL.test(token.text)) return true
  }
  if (next === undefined) return false
  if (!isPlain && NUMBER.test(token.text))
    return isUnit(tokens, i) || (isCapital(next) && mayNumber(tokens, i))
  return (
    BEFORE_NAME.test(token.text) &&
    (isCapital(next) || (BEFORE_NAME.test(next.text) && isCapital(tokens[i + 2])))
  )
}

function startsWithDigit(text: string): boolean {
  const first = text.charCodeAt(0)
  return first >= 48 && first <= 57
}

const DATED = /^(?:in|of|since|by|until|till|during|before|after|from|,)$/
const MONTH =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.?)$/

/** "22nd Congress", "1936 Olympics", "65 Squadron", "4FM"; not "549 NHL games". */
function mayNumber(tokens: readonly Token[], i: number): boolean {
  const number = tokens[i]?.text ?? ''
  // "In August 2022 Macron went", "in the autumn of 2021 Paris cut": a date, and a name behind it.
  const before = tokens[i - 1]
  if (/^\d{4}$/.test(number) && before !== undefined && (DATED.test(before.lower) || MONTH.test(before.text)))
    return false
  // "from 2014 to 2016 Oslo halted"
  if (
    /^\d{4}$/.test(number) &&
    /^(?:to|and)$/.test(before?.lower ?? '') &&
    /^\d{4}$/.test(tokens[i - 2]?.text ?? '')
  )
    return false
  if (/^\d{4}$|^\d+(?:st|nd|rd|th|d)$/.test(number) || isGlued(tokens[i], tokens[i + 1])) return true
  return tokens
    .slice(i + 1, i + 4)
    .some(({ text }) =>
      /^(?:Squadron|Wing|Battalion|Regiment|Brigade|Division|Corps|Group|Commando|Company|Battery|Flight|Field)$/.test(
        text,
      ),
    )
}

/** "The 12th was sent to", of a regiment; not "the 12th of May", "the 19th century". */
function isUnit(tokens: readonly Token[], i: number): boolean {
  return (
    /^\d+(?:st|nd|rd|th|d)$/.test(tokens[i]?.text ?? '') &&
    tokens[i - 1]?.lower === 'the' &&
    /^(?:VERB|AUX|ADV)$/.test(tokens[i + 1]?.pos ?? '')
  )
}

export function ends(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]
  if (token === undefined || isGlued(token, tokens[i + 1])) return false
  return isCapital(token) || WITH_CAPITAL.test(token.text) || /^\d/.test(token.text)
}

/** The tagger cuts "4FM" into a number and a word. */
function isGlued(left: Token | undefined, right: Token | undefined): boolean {
  return (
    left !== undefined &&
    right !== undefined &&
    left.end === right.start &&
    /[\p{L}\p{N}]$/u.test(left.text) &&
    /^[\p{L}\p{N}]/u.test(right.text)
  )
}

/** "Ministry of Health and Welfare"; "Paris and Rome" are two. */
function isHeaded(tokens: readonly Token[], first: number, last: number, bounds: Bounds): boolean {
  for (let i = first + 1; i < last; i++)
    if (/^(?:of|for)$/.test(tokens[i]?.text ?? '')) return bounds.isHead(tokens[i - 1])
  return false
}

/** "Lyon - Turin" are two, "Aix-Marseille" is one. */
function isSpaced(tokens: readonly Token[], i: number): boolean {
  return tokens[i - 1]?.end !== tokens[i]?.start || tokens[i]?.end !== tokens[i + 1]?.start
}

/** Runs of words that may hold names, up to what is settled; those that the rules found reach as far as theirs. */
export function runsOf(tokens: readonly Token[], found: readonly Stretch[], bounds: Bounds): Stretch[] {
  const reach = new Map<number, number>()
  for (const { first, last } of found) reach.set(first, Math.max(last, reach.get(first) ?? 0))
  const runs: Stretch[] = []
  for (let i = 0; i < tokens.length; i++) {
    if (bounds.settled.has(i) || (!begins(tokens, i) && !reach.has(i))) continue
    let last = Math.max(i, reach.get(i) ?? i)
    for (let next = last; next <= last; next++) {
      last = Math.max(last, reach.get(next) ?? last)
      if (next === last) last = step(tokens, i, last, bounds)
    }
    runs.push({ first: i, last })
    i = last
  }
  return runs
}

/** The next token of the run after `last`; `last` itself where it ends. */
function step(tokens: readonly Token[], first: number, last: number, bounds: Bounds): number {
  for (let i = last + 1; i <= last + 4 && i < tokens.length; i++) {
    const token = tokens[i]
    if (token === undefined || bounds.settled.has(i)) return last
    if (
      begins(tokens, i) ||
      (isCapital(token) && isGlued(tokens[last], token)) ||
      (ends(tokens, i) && i === last + 1)
    )
      return i
    if (token.text === 'and' && isHeaded(tokens, first, i, bounds)) continue
    if (!LINK.test(token.text) || (token.text === '-' && isSpaced(tokens, i))) return last
  }
  return last
}

/**
 * Spans of a run that may be a name, and each word alone. "The" in mid-sentence goes with what follows, and a
 * genitive is in a name only where `owns` says so ("People's Daily", not "Oslo's Opera House").
 */
export function spansIn(
  run: Stretch,
  tokens: readonly Token[],
  isOpener: (at: number) => boolean,
  owns: (first: number, mark: number) => boolean,
): Candidate[] {
  const spans: Candidate[] = []
  const glues: boolean[] = []
  for (let i = run.first; i < run.last; i++) glues.push(isGlued(tokens[i], tokens[i + 1]))
  for (let first = run.first; first <= run.last; first++) {
    if (first > run.first && !begins(tokens, first)) continue
    const article = tokens[first - 1]?.text === 'The'
    if (first > run.first && article && !isOpener(first - 1)) continue
    // "Despite Paris", "The Hague" at the start: listed names that begin so are the rules' and not openers.
    const reach = isOpener(first) ? 1 : LONGEST
    for (let last = first; last <= run.last && last < first + reach; last++) {
      if (last > first && /^['\u2019]s?$/.test(tokens[last - 1]?.text ?? '') && !owns(first, last - 1)) break
      if (last < run.last && isGlued(tokens[last], tokens[last + 1])) continue
      const alone = !glues.slice(first - run.first, last - run.first).includes(false)
      if (alone || ends(tokens, last) || last === run.last) spans.push({ first, last, alone })
    }
  }
  return spans
}
