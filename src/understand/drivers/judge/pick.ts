/** Where a sentence that states a cause has its joint, if no pattern has found it: "Streets emptied, troops having fired". */
import type { LinearModel } from '../../../knowledge/linear.ts'
import type { Span } from '../../../record/types.ts'
import type { Clause, Sentence } from '../../../text/types.ts'
import { isHappening } from './classes.ts'
import { ofSign } from './features.ts'
import { type Judged, weightOf } from './judge.ts'
import type { Sign } from './signs.ts'

export interface Joint {
  cause: Span
  effect: Span
  cue: Span
}

/** At the sign that speaks most for a cause, else at the verb; null where nothing has two sides. */
export function pick({ sentence, signs }: Judged, model: LinearModel): Joint | null {
  let best: Joint | null = null
  let most = Number.NEGATIVE_INFINITY
  for (const sign of signs) {
    if (!joins(sign)) continue
    const weight = weightOf(model, ofSign(sign))
    if (weight <= most) continue
    const joint = jointAt(sentence, sign)
    if (joint === null) continue
    most = weight
    best = joint
  }
  return best ?? atVerb(sentence)
}

/** "The embargo threw thousands out of work": what does it, and what it does. */
function atVerb(sentence: Sentence): Joint | null {
  for (const { verb, kind, last } of sentence.clauses) {
    if (verb === null || !verb.finite || kind === 'complement') continue
    const [cause, effect] = [stretch(sentence, 0, verb.first - 1), stretch(sentence, verb.last + 1, last)]
    if (cause !== null && effect !== null) return { cause, effect, cue: verb.span }
  }
  return null
}

/** "the mayor of Lima", "over 600 buses", "but": these stand beside a cause, and never between it and its effect. */
const NO_JOINTS = new Set([
  'of',
  'at',
  'about',
  'on',
  'over#',
  'that',
  'but',
  'although',
  'despite',
  'though',
])

function joins({ kind, verb, right }: Sign): boolean {
  if (NO_JOINTS.has(kind)) return false
  if (kind === 'to+') return verb === 'effect'
  // "in the capital" says where, "in the blast" says by what.
  return kind !== 'in' || isHappening(right)
}

/** Behind these stands what came of it; behind all others what it came of. */
const EFFECT_BEHIND = new Set([
  'and',
  ':',
  ';',
  'so',
  'to+',
  'which',
  'that',
  'who',
  'where',
  'whose',
  'before',
])

/** ", demanding a vote" gives the reason; ", killing two" what came of it. */
const REASONS = new Set(['demand', 'oppose', 'support', 'feeling', 'want', 'aim', 'protest', 'remedy'])

function hasEffectBehind({ kind, right }: Sign): boolean {
  return kind.endsWith('ing') ? !REASONS.has(right) : EFFECT_BEHIND.has(kind)
}

/** "Protests over the dam": a word that names something is a side of its own. */
const NAMING = new Set(['NOUN', 'PROPN', 'PRON'])

function jointAt(sentence: Sentence, sign: Sign): Joint | null {
  const { tokens } = sentence
  const token = tokens[sign.at]
  if (token === undefined) return null
  const cue: Span = [token.start, token.end]
  const opens = sign.at === 0 || (sign.at === 1 && !NAMING.has(tokens[0]?.pos ?? 'NOUN'))
  const clause = opens ? null : around(sentence, sign.at)
  // A joint word is no part of what it joins, a verb is.
  const own = /(?:ing|ed)$/.test(sign.kind) ? sign.at : sign.at + 1
  const [near, far] = opens ? opening(sentence, own) : sides(sentence, clause, sign.at, own)
  if (near === null || far === null) return null
  return hasEffectBehind(sign) ? { cause: far, effect: near, cue } : { cause: near, effect: far, cue }
}

/** "After the blast, shops closed": up to the comma, and from there on. */
function opening(sentence: Sentence, own: number): [Span | null, Span | null] {
  const { tokens } = sentence
  const comma = tokens.findIndex((token, i) => i > own && token.lower === ',')
  if (comma === -1) return [null, null]
  return [stretch(sentence, own, comma - 1), stretch(sentence, comma + 1, tokens.length - 1)]
}

/** What stands behind the joint, and what stands before it in the same clause. */
function sides(
  sentence: Sentence,
  clause: Clause | null,
  at: number,
  own: number,
): [Span | null, Span | null] {
  const first = clause?.first ?? 0
  const last = clause === null ? endOfPhrase(sentence, own) : sentence.tokens.length - 1
  return [stretch(sentence, own, last), stretch(sentence, first, at - 1)]
}

/** "Protests over the dam have spread": before the verb, only the phrase belongs to the joint. */
function endOfPhrase({ tokens }: Sentence, own: number): number {
  for (let i = own + 1; i < tokens.length; i++) {
    const { pos, lower, form } = tokens[i] ?? { pos: 'PUNCT', lower: ',', form: null }
    if (lower === ',' || pos === 'AUX' || (pos === 'VERB' && form !== 'gerund')) return i - 1
  }
  return tokens.length - 1
}

/** The smallest clause with a verb of its own that begins before the joint. */
function around(sentence: Sentence, at: number): Clause | null {
  let best: Clause | null = null
  for (const clause of sentence.clauses)
    if (clause.verb !== null && clause.first < at && clause.verb.first < at && clause.last >= at - 1)
      if (best === null || clause.first > best.first) best = clause
  return best
}

/** From one token to another, without the marks at the ends; null where nothing is left. */
function stretch({ tokens }: Sentence, first: number, last: number): Span | null {
  let from = first
  let to = last
  while (from <= to && tokens[from]?.pos === 'PUNCT') from++
  while (to >= from && tokens[to]?.pos === 'PUNCT') to--
  const [start, end] = [tokens[from], tokens[to]]
  return start === undefined || end === undefined || from > to ? null : [start.start, end.end]
}
