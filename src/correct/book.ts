/** The list of corrections: how one is made, taken back and brought in. */
import { isDeepStrictEqual } from 'node:util'
import type { About, Act, Correction } from '../record/corrections.ts'
import { EntenteError } from '../record/errors.ts'
import { SOURCED, type SourcedFact, type SourcedKind } from '../record/facts.ts'
import { byCodePoint, shortHash } from '../record/ids.ts'
import { lineOf, traitsOf } from './traits.ts'

export interface Who {
  author: string
  at: string
  reason: string | null
}

/** The fact as it stands, to be found again later. */
export function aboutOf(kind: SourcedKind, fact: SourcedFact): About {
  const [passage] = fact.evidence
  if (passage === undefined) throw new EntenteError('E_USAGE', `${fact.id} rests on no passage`)
  const { id, confidence } = fact
  return { id, kind, traits: traitsOf(fact), line: lineOf(fact), confidence, passage }
}

/**
 * A new correction of a fact; `known` are those that there are, so that equal ones have ids of their own. Of two that
 * contradict each other the later holds: a clock that was set back puts none before those that were made already.
 */
export function correctionOf(about: About, act: Act, by: Who, known: readonly Correction[]): Correction {
  const ids = new Set(known.map(({ id }) => id))
  const at = known.reduce((last, it) => (byCodePoint(it.at, last) > 0 ? it.at : last), by.at)
  const who = { ...by, at }
  let id = ''
  for (let n = 0; id === '' || ids.has(id); n++)
    id = shortHash('correction', about.id, JSON.stringify(act), who.author, who.at, String(n))
  return { id, act, fact: about, ...who, withdrawn: null }
}

/**
 * The correction that this one would only say again: the last that was said of the fact and holds, by the same person,
 * in the same words. A command that is run again after a crash makes no second one.
 */
export function saidAgain(
  { id }: About,
  act: Act,
  { author, reason }: Who,
  known: readonly Correction[],
): Correction | null {
  const last = known.findLast(({ fact, withdrawn }) => fact.id === id && withdrawn === null)
  if (last?.author !== author || last.reason !== reason) return null
  return isDeepStrictEqual(last.act, act) ? last : null
}

/** Those that there are with others from elsewhere: by time, each once; withdrawn where either says so. */
export function mergeBooks(known: readonly Correction[], others: readonly Correction[]): Correction[] {
  const byId = new Map(known.map(correction => [correction.id, correction]))
  for (const other of others) {
    const mine = byId.get(other.id)
    byId.set(other.id, mine === undefined ? other : { ...mine, withdrawn: mine.withdrawn ?? other.withdrawn })
  }
  return [...byId.values()].sort((a, b) => byCodePoint(a.at, b.at))
}

/** The last one that still holds. */
export function lastHeld(known: readonly Correction[]): Correction {
  const last = known.findLast(({ withdrawn }) => withdrawn === null)
  if (last === undefined) throw new EntenteError('E_NOT_FOUND', 'there is no correction to take back')
  return last
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isThing = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null

function isPassage(value: unknown): boolean {
  return (
    isThing(value) &&
    isText(value.document) &&
    isText(value.quote) &&
    Number.isInteger(value.start) &&
    Number.isInteger(value.end)
  )
}

function isAbout(value: unknown): boolean {
  return (
    isThing(value) &&
    [value.id, value.traits, value.line].every(isText) &&
    SOURCED.some(kind => kind === value.kind) &&
    typeof value.confidence === 'number' &&
    isPassage(value.passage)
  )
}

function isAct(value: unknown): value is Act {
  if (!isThing(value)) return false
  switch (value.do) {
    case 'accept':
    case 'reject':
      return true
    case 'correct':
      return isText(value.field) && isText(value.value)
    case 'note':
      return isText(value.text)
    case 'tag':
      return isText(value.tag)
    case 'merge':
      return isAbout(value.with)
    case 'split':
      return Array.isArray(value.passages) && value.passages.every(isPassage) && isText(value.into)
    default:
      return false
  }
}

function isCorrection(value: unknown): value is Correction {
  if (!isThing(value)) return false
  const { withdrawn, reason } = value
  return (
    [value.id, value.author, value.at].every(isText) &&
    isAbout(value.fact) &&
    isAct(value.act) &&
    (reason === null || isText(reason)) &&
    (withdrawn === null || (isThing(withdrawn) && isText(withdrawn.author) && isText(withdrawn.at)))
  )
}

/** The file of `entente review --export`, so that it reads like what it is. */
export function writeBook(corrections: readonly Correction[]): string {
  return `${JSON.stringify({ entente: 'corrections-1', corrections }, null, 1)}\n`
}

export function readBook(text: string, name: string): Correction[] {
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    throw new EntenteError('E_USAGE', `${name}: not JSON; \`entente review export\` writes such a file`)
  }
  const list: unknown = isThing(file) ? file.corrections : null
  if (!isThing(file) || file.entente !== 'corrections-1' || !Array.isArray(list))
    throw new EntenteError('E_USAGE', `${name}: no file of corrections; \`entente review export\` writes one`)
  return list.map((item: unknown, i) => {
    if (isCorrection(item)) return item
    throw new EntenteError('E_USAGE', `${name}: corrections[${i}] lacks a part, or has one of another kind`)
  })
}
