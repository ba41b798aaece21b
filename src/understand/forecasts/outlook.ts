/** Whether a clause looks ahead, and how surely. */
import type { Clause, Sentence } from '../../text/types.ts'
import type { Context } from '../context.ts'

export interface Outlook {
  pattern: string
  probability: number | null
  negated: boolean
  confidence: number
}

export function outlookOf(context: Context, sentence: Sentence, clause: Clause): Outlook | null {
  if (clause.verb === null || !stands(clause)) return null
  return (
    byAdjective(context, sentence, clause) ??
    byVerb(context, sentence, clause) ??
    byNoun(context, clause) ??
    byModal(context, sentence, clause)
  )
}

/** Conditions, aims and asides about a noun forecast nothing by themselves; nor does what was once the future. */
function stands(clause: Clause): boolean {
  if (clause.kind === 'relative' || clause.kind === 'fragment' || suspended(clause)) return false
  if (
    clause.kind === 'adverbial' &&
    /^(if|unless|once|when|until|before|after|lest|so that|in order to|to|while|than)$/.test(
      clause.marker ?? '',
    )
  )
    return false
  const reporter = clause.parent?.verb
  return !(
    clause.kind === 'complement' &&
    reporter != null &&
    /^(ask|urge|demand|call|order|agree|decide|require|pledge|vow|promise|refuse|propose|remember|insist)$/.test(
      reporter.lemma,
    )
  )
}

/** Within "if …", "once …", "how …": nothing is said to come. */
function suspended(clause: Clause): boolean {
  for (let outer: Clause | null = clause; outer !== null; outer = outer.parent) {
    if (/^(how|what|why|whether|if|once|unless|until|when|lest)$/.test(outer.marker ?? '')) return true
    if (outer.kind === 'main') return false
  }
  return false
}

/** "is likely to", "are due to", "is certain that": an adjective with a clause, or "possible" with one. */
function byAdjective(context: Context, sentence: Sentence, clause: Clause): Outlook | null {
  const { verb, predicate } = clause
  if (verb === null || (verb.tense === 'past' && clause.complement === null)) return null
  if (verb.lemma !== 'be' && !context.knowledge.verbClasses.has(verb.lemma, 'copula')) return null
  const token = predicate?.adjective == null ? null : sentence.tokens[predicate.adjective]
  const word = token?.lower ?? dueIn(sentence, clause)
  if (word === null || word === undefined) return null
  const hedge = context.knowledge.hedges.of('adjective', word)
  const inner =
    clause.complement ??
    sentence.clauses.find(c => c.parent === clause && (c.marker === 'to' || c.kind === 'complement')) ??
    null
  if (
    hedge === null ||
    !hedge.own ||
    (inner === null && !/^(inevitable|likely|unlikely|probable)$/.test(word))
  )
    return null
  return outlook('adjective', word, hedge.probability, verb.negated, 0.75)
}

/** "makes that extremely unlikely" aside, "due" and "set" are not always read as adjectives. */
function dueIn(sentence: Sentence, clause: Clause): string | null {
  const next = sentence.tokens[(clause.verb?.last ?? 0) + 1]
  return clause.verb?.lemma === 'be' &&
    next !== undefined &&
    /^(due|set|likely|unlikely|bound|poised)$/.test(next.lower)
    ? next.lower
    : null
}

/** "is expected to", "I do not expect to see", "experts predict that". */
function byVerb(context: Context, sentence: Sentence, clause: Clause): Outlook | null {
  const { verb } = clause
  if (verb === null) return null
  const hedge = context.knowledge.hedges.of('verb', verb.lemma)
  if (hedge === null || !hedge.own) return null
  const inner =
    clause.complement ?? sentence.clauses.find(c => c.parent === clause && c.marker === 'to') ?? null
  if (/^(schedule|plan|set|slate|tip)$/.test(verb.lemma) && (verb.voice !== 'passive' || verb.perfect))
    return null
  if ((/^(schedule|plan)$/.test(verb.lemma) && !verb.finite) || verb.particle !== null) return null
  if (inner === null && !/^(foresee|schedule|plan|slate)$/.test(verb.lemma)) return null
  if (verb.tense === 'past' && verb.voice === 'active') return null
  const probability = verb.negated ? 1 - hedge.probability : hedge.probability
  return outlook('verb', verb.lemma, probability, verb.negated || inner?.verb?.negated === true, 0.75)
}

/** "There is a chance that …", "there are expectations that …". */
function byNoun(context: Context, clause: Clause): Outlook | null {
  const group = clause.predicate?.group
  if (group == null || clause.subject?.lemma !== 'there') return null
  const hedge = context.knowledge.hedges.of('noun', group.lemma)
  return hedge === null
    ? null
    : outlook('noun', group.lemma, hedge.probability, clause.verb?.negated === true, 0.6)
}

function byModal(context: Context, sentence: Sentence, clause: Clause): Outlook | null {
  const { verb } = clause
  if (verb === null || !verb.finite || verb.perfect) return null
  const modal = verb.modal ?? (verb.tense === 'future' ? 'will' : null)
  if (modal === null) return null
  const hedge = context.knowledge.hedges.of(
    'modal',
    modal === 'have-to' && verb.tense === 'future' ? 'will' : modal,
  )
  if (hedge === null) return null
  const weak = hedge.probability < 0.5
  if (weak && !tellsOfFuture(sentence, clause)) return null
  const adverb = verb.adverbs
    .map(word => context.knowledge.hedges.of('adverb', word))
    .find(found => found !== null)
  const likely = adverb?.probability ?? hedge.probability
  return outlook('modal', modal, verb.negated ? 1 - likely : likely, verb.negated, weak ? 0.55 : 0.7)
}

/** "could" and "may" also say what is allowed or was possible: a condition or a main clause tells the forecast. */
function tellsOfFuture(sentence: Sentence, clause: Clause): boolean {
  if (clause.kind === 'adverbial' || clause.subject === null) return false
  return clause.subject.lemma !== 'you' && sentence.tokens[clause.verb?.head ?? 0]?.lower !== 'be'
}

function outlook(
  form: string,
  word: string,
  probability: number,
  negated: boolean,
  confidence: number,
): Outlook {
  return {
    pattern: `forecast:${form}:${word}`,
    probability: Math.round(probability * 100) / 100,
    negated,
    confidence,
  }
}
