/** What verbs that work on another event ask of it: "must act", "ended the talks", "called on the council to …". */
import type { Clause, Sentence } from '../../text/types.ts'
import { complementOf, type Fit } from './frames.ts'
import type { Roles } from './roles.ts'
import type { Reading } from './types.ts'

/** Operators that work on what their own object or complement names, never on a phrase: "made progress *on talks*". */
export const DIRECT = new Set([
  'do',
  'say',
  'announce',
  'decide',
  'attempt',
  'end',
  'cancel',
  'plan',
  'hope',
  'agree',
  'vow',
  'fail',
  'must',
])

/** Operators that work on their object first, whatever infinitive follows. */
export const ON_OBJECTS = new Set(['end', 'cancel', 'announce', 'deny', 'condemn', 'support', 'investigate'])

const OBLIGED = new Set(['must', 'should', 'have-to', 'ought'])

/** "said the government *must* act", "insisted that the ministry *raise* the pay". */
export function isObliged(clause: Clause, sentence: Sentence): boolean {
  const inner = complementOf(clause, sentence)
  const verb = inner?.verb
  if (!inner || !verb) return false
  if (verb.modal !== null) return OBLIGED.has(verb.modal)
  const subject = inner.subject === null ? undefined : sentence.tokens[inner.subject.head]
  const plural = subject === undefined || /[^su]s$|^(?:people|police)$/.test(subject.lower)
  return clause.verb?.lemma === 'insist' && !plural && sentence.tokens[verb.head]?.form === 'base'
}

export const ASKED = { type: 'REQUEST', mode: 'change' } as const

/** "called *on the council* to tighten sanctions": somebody is asked for them. */
export function isAddressed({ phrase }: Fit, { patient }: Roles, inner: Reading): boolean {
  if (phrase !== null) return phrase.preposition === 'on' || phrase.preposition === 'upon'
  return patient !== null && patient !== inner.noun?.group
}
