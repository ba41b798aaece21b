/** Whether a clause looks ahead, and how surely. */
import type { Hedge } from '../../knowledge/hedges.ts'
import type { Clause, Sentence } from '../../text/types.ts'
import { type Context, timesIn } from '../context.ts'
import { oddsIn } from './odds.ts'

export interface Outlook {
  pattern: string
  /** Of what the words say will be, "no deal will be signed" taken as a whole. */
  probability: number | null
  /** They say that something will not be. */
  negated: boolean
  confidence: number
}

export function outlookOf(context: Context, sentence: Sentence, clause: Clause): Outlook | null {
  if (!stands(clause)) return null
  const open = byExclusion(clause)
  if (open !== null || allows(sentence, clause)) return open
  if (clause.verb === null) return byChance(context, sentence, clause)
  const told =
    byAdjective(context, sentence, clause) ??
    byVerb(context, sentence, clause) ??
    byDenial(context, clause) ??
    byNoun(context, clause) ??
    bySize(context, sentence, clause) ??
    byChance(context, sentence, clause)
  if (told !== null || clause.kind === 'relative') return told
  return byModal(context, sentence, clause) ?? byWould(context, sentence, clause)
}

/** Conditions, aims and asides about a noun forecast nothing by themselves; nor does what was once the future. */
function stands(clause: Clause): boolean {
  if (suspended(clause)) return false
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

/** "They may be quoted", "You can reach us", "I will be frank": what is allowed, or how one speaks, is no outlook. */
function allows(sentence: Sentence, { verb, subject, predicate }: Clause): boolean {
  if (verb === null) return false
  if (/^(may|can)$/.test(verb.modal ?? '') && PUBLISHING.test(verb.lemma)) return true
  if (/^(can|could)$/.test(verb.modal ?? '') && (verb.negated || verb.lemma === 'expect')) return true
  const speaks = subject !== null && /^(i|we)$/.test(subject.lemma) && verb.modal === 'will'
  return (
    speaks &&
    verb.lemma === 'be' &&
    predicate?.adjective != null &&
    sentence.tokens[verb.first]?.lower !== 'would'
  )
}

const PUBLISHING =
  /^(quote|use|reproduce|reprint|republish|copy|share|download|reach|contact|obtain|cite|distribute|publish|photograph|afford|write|subscribe|register|say|tell|imagine|wonder|ask|argue|add|remember|call)$/

/** "is likely to", "are due to", "is certain that": an adjective with a clause, or "possible" with one. */
function byAdjective(context: Context, sentence: Sentence, clause: Clause): Outlook | null {
  const { verb, predicate } = clause
  if (verb === null || (verb.tense === 'past' && clause.complement === null)) return null
  // "We think it improbable that they will"
  const opines = /^(think|consider|find|deem|judge|believe)$/.test(verb.lemma)
  const word =
    predicate?.adjective == null ? dueIn(sentence, clause) : sentence.tokens[predicate.adjective]?.lower
  if (
    verb.lemma !== 'be' &&
    verb.voice !== 'passive' &&
    !opines &&
    !context.knowledge.verbClasses.has(verb.lemma, 'copula')
  )
    return null
  if (word === null || word === undefined) return null
  const hedge = context.knowledge.hedges.of('adjective', word)
  const inner =
    clause.complement ??
    sentence.clauses.find(c => c.parent === clause && (c.marker === 'to' || c.kind === 'complement')) ??
    null
  if (
    hedge === null ||
    !hedge.own ||
    (inner === null && !/^(inevitable|likely|unlikely|probable|improbable|unavoidable)$/.test(word))
  )
    return null
  return outlook('adjective', word, ...turned(hedge, verb.negated, inner?.verb?.negated === true), 0.75)
}

/** "New clashes *cannot be ruled out*", "she does not rule out a summit": it may be, and more is not said. */
function byExclusion({ verb }: Clause): Outlook | null {
  const excludes = verb?.lemma === 'exclude' || (verb?.lemma === 'rule' && verb.particle === 'out')
  if (verb == null || !excludes || verb.tense === 'past') return null
  const passive = verb.voice === 'passive'
  // "a return of the troops can be excluded"
  if (passive && !verb.negated && verb.modal === 'can')
    return outlook('exclusion', 'rule out', 0.9, true, 0.7)
  if (!verb.negated) return null
  if (passive ? !/^(?:can|could)$/.test(verb.modal ?? '') : verb.modal !== null && verb.modal !== 'would')
    return null
  return outlook('exclusion', 'rule out', NOT_EXCLUDED, false, 0.7)
}

const NOT_EXCLUDED = 0.4

/** "Nobody believes", "few expect": who does it says that nearly none do. */
function denies({ verb, subject }: Clause): boolean {
  const nobody =
    subject !== null &&
    (/^(nobody|none|few)$/.test(subject.lemma) || /^(no|few)$/.test(subject.determiner ?? ''))
  return verb !== null && verb.negated !== nobody
}

/** "I *do not think* that he will come" foretells that he will not: the denial is of what is thought. */
function byDenial(context: Context, clause: Clause): Outlook | null {
  const { verb, complement, kind, parent } = clause
  const inner = complement?.verb
  if (verb === null || inner == null || verb.modal !== null || !denies(clause)) return null
  if (!/^(think|believe|suppose|imagine|reckon|see)$/.test(verb.lemma)) return null
  // "said he did not think it would hold" looks ahead, "I did not think I would live to see it" back.
  if (verb.tense === 'past' && (kind !== 'complement' || parent?.verb?.tense !== 'past')) return null
  const modal = inner.modal ?? (inner.tense === 'future' ? 'will' : null)
  const ahead = verb.tense === 'past' ? modal === 'would' : modal !== null && modal !== 'would'
  const hedge =
    modal === null ? null : context.knowledge.hedges.of('modal', modal === 'would' ? 'will' : modal)
  if (!ahead || hedge === null || inner.perfect) return null
  return outlook('denial', verb.lemma, Math.max(hedge.probability, 0.75), !inner.negated, 0.7)
}

/** "The chances of a deal are slim." */
function bySize(context: Context, sentence: Sentence, { verb, subject, predicate }: Clause): Outlook | null {
  if (verb?.lemma !== 'be' || verb.tense !== 'present' || subject === null || predicate?.adjective == null)
    return null
  const noun = context.knowledge.hedges.of('noun', subject.lemma)
  if (
    noun === null ||
    !subject.phrases.some(({ preposition }) => preposition === 'of' || preposition === 'for')
  )
    return null
  const size = context.knowledge.hedges.of('size', sentence.tokens[predicate.adjective]?.lower ?? '')
  if (size === null) return null
  return outlook('chance', subject.lemma, verb.negated ? 1 - size.probability : size.probability, false, 0.7)
}

/** "does not expect", "is not likely" foretell that it will not be; "does not doubt" that it will. */
function turned({ probability }: Hedge, denied: boolean, inner: boolean): [number, boolean] {
  if (denied && probability < 0.5) return [1 - probability, inner]
  return [probability, denied !== inner]
}

/** "due" and "set" are not always read as adjectives, nor are "bound" and "doomed", which look like passives. */
function dueIn(sentence: Sentence, clause: Clause): string | null {
  const { verb } = clause
  const next = sentence.tokens[(verb?.last ?? 0) + 1]
  if (
    verb?.lemma === 'be' &&
    next !== undefined &&
    /^(due|set|likely|unlikely|bound|poised)$/.test(next.lower)
  )
    return next.lower
  const head = sentence.tokens[verb?.head ?? -1]
  return verb?.voice === 'passive' &&
    head !== undefined &&
    /^(bound|poised|destined|doomed|fated|convinced)$/.test(head.lower)
    ? head.lower
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
  const dated =
    timesIn(context.analysis, clause.span).length > 0 && (verb.voice === 'passive' || awaits(clause))
  const awaited = awaits(clause) && (denies(clause) || namesEvent(context, clause))
  if (
    inner === null &&
    !dated &&
    !awaited &&
    !/^(foresee|envisage|envision|forecast|predict|schedule|plan|slate)$/.test(verb.lemma)
  )
    return null
  // "had been expected to decide" says that it did not.
  if (verb.tense === 'past' && verb.perfect) return null
  // What was expected once is told as over, unless the words leave it open: "expected that Tokyo would respond".
  if (verb.tense === 'past' && verb.voice === 'active' && inner?.verb?.modal !== 'would') return null
  return outlook('verb', verb.lemma, ...turned(hedge, denies(clause), inner?.verb?.negated === true), 0.75)
}

/** "expect *a breakthrough*", "*a war*": what comes about or does not. */
function namesEvent({ knowledge }: Context, { objects }: Clause): boolean {
  return objects.some(({ lemma }) => knowledge.eventNouns.find(lemma) !== undefined || COMES.test(lemma))
}

const COMES =
  /^(breakthrough|settlement|solution|resolution|collapse|crisis|escalation|thaw|improvement|change|progress|recession|growth|victory|defeat|result|outcome|decision|answer|reply|response|confrontation|violence|incident|tension|friction|unrest|delay|setback|retaliation)$/

/** "expects results before the end of the year": with a time, a thing is as good as a clause; not "expected a reply on Monday". */
function awaits({ verb, objects }: Clause): boolean {
  return (
    verb !== null &&
    /^(expect|anticipate)$/.test(verb.lemma) &&
    verb.tense === 'present' &&
    objects.length > 0
  )
}

/** "There is a chance that …", "there are expectations that …". */
function byNoun(context: Context, clause: Clause): Outlook | null {
  const group = clause.predicate?.group
  if (group == null || clause.subject?.lemma !== 'there') return null
  const hedge = context.knowledge.hedges.of('noun', group.lemma)
  return hedge === null || !hedge.own
    ? null
    : outlook('noun', group.lemma, ...turned(hedge, clause.verb?.negated === true, false), 0.6)
}

function byModal(context: Context, sentence: Sentence, clause: Clause): Outlook | null {
  const { verb } = clause
  if (verb === null || !verb.finite || verb.perfect) return null
  const modal = verb.modal ?? (verb.tense === 'future' ? 'will' : isTo(clause) ? 'be-to' : null)
  if (modal === null) return null
  const hedge = context.knowledge.hedges.of(
    'modal',
    modal === 'have-to' && verb.tense === 'future' ? 'will' : modal,
  )
  if (hedge === null) return null
  const weak = hedge.probability < 0.5
  if (weak && !tellsOfFuture(sentence, clause)) return null
  const shade = adverbIn(context, sentence, clause)
  const likely = shade?.probability ?? hedge.probability
  // "will hardly pass": the adverb is the negation, and says how likely it is that it passes.
  const hardly = shade !== null && shade.probability < 0.5
  return outlook('modal', modal, likely, verb.negated && !hardly, weak ? 0.55 : 0.7)
}

/** "It will likely pass", "Perhaps it will pass": the adverb up to the verb that says how likely. */
function adverbIn(context: Context, sentence: Sentence, { first, verb }: Clause): Hedge | null {
  // "Perhaps" may stand right before the clause, "likely" may be taken for the object of "will".
  for (let i = Math.max(0, first - 1); i <= (verb?.last ?? first) + 1; i++) {
    const hedge = context.knowledge.hedges.of('adverb', sentence.tokens[i]?.lower ?? '')
    if (hedge !== null) return hedge
  }
  return null
}

/** "We put the probability of a renewal at one in five", "a seventy percent chance of a joint exercise". */
function byChance(context: Context, sentence: Sentence, clause: Clause): Outlook | null {
  const { verb } = clause
  if (verb !== null && !/^(put|see|give|rate|reckon|estimate|assign)$/.test(verb.lemma)) return null
  if (verb !== null && verb.tense === 'past' && !/^put$/.test(verb.lemma)) return null
  for (const group of sentence.groups) {
    if (group.first < clause.first || group.last > clause.last) continue
    const hedge = context.knowledge.hedges.of('noun', group.lemma)
    if (hedge === null || !group.phrases.some(phrase => phrase.preposition === 'of')) continue
    const odds = oddsIn(sentence, clause.first, clause.last)
    if (odds === null && (verb === null || !verb.finite)) continue
    return outlook('chance', group.lemma, odds ?? hedge.probability, false, 0.7)
  }
  return null
}

/** "She predicted that he would come", "a defeat would weaken him": would, where it does not tell of the past. */
function byWould(context: Context, sentence: Sentence, clause: Clause): Outlook | null {
  const { verb, subject, parent } = clause
  if (verb === null || subject === null || verb.perfect || verb.modal !== 'would') return null
  const reporter = clause.kind === 'complement' ? (parent?.verb ?? null) : null
  if (reporter?.negated === true) return null
  const told = reporter !== null && reporter.tense === 'past' && clause.marker !== null
  if (told || (reporter !== null && reporter.tense === 'past' && !supposed(sentence, clause))) {
    const predicts = context.knowledge.hedges.of('verb', reporter?.lemma ?? '')
    if (predicts !== null)
      return outlook('would', reporter?.lemma ?? '', predicts.probability, verb.negated, 0.7)
    if (!saysOfOther(context, clause)) return null
    return outlook('would', 'say', 0.75, verb.negated, 0.5)
  }
  if (!supposed(sentence, clause)) return null
  return outlook('modal', 'would', 0.6, verb.negated, 0.55)
}

/** "Analysts said prices would fall"; not "the minister said he would resign" or "Seoul said it would appeal": that is a plan. */
function saysOfOther(context: Context, { subject, parent }: Clause): boolean {
  if (
    subject === null ||
    parent?.subject == null ||
    /^(say|tell|warn|argue|think|believe|add)$/.test(parent.verb?.lemma ?? '') === false
  )
    return false
  if (/^(it|he|she|they|we|i)$/.test(subject.lemma)) return false
  const { analysis } = context
  const speakers = analysis.actorsOf(parent.subject)
  return !speakers.some(
    speaker =>
      speaker.type !== 'person' ||
      speaker.roles.some(
        role =>
          context.knowledge.titles.levelOf(role.title) !== null &&
          context.knowledge.titles.levelOf(role.title) !== 'other',
      ),
  )
}

/** Something that has not happened yet is the subject ("A defeat …", "Any deal …"), or a condition stands beside it. */
function supposed(sentence: Sentence, clause: Clause): boolean {
  const open = /^(a|an|any|another|no)$/.test(clause.subject?.determiner ?? '')
  const condition = sentence.clauses.some(c => c.parent === clause && /^(if|unless)$/.test(c.marker ?? ''))
  return condition || (open && clause.kind !== 'adverbial')
}

/** "The two are to meet": a bare "be" with nothing but an infinitive behind it. */
function isTo({ verb, predicate, complement, subject }: Clause): boolean {
  return (
    verb?.lemma === 'be' &&
    verb.tense === 'present' &&
    predicate === null &&
    complement?.marker === 'to' &&
    complement.first === verb.last + 1 &&
    !/^(aim|goal|plan|purpose|task|idea|job|hope|way|point|it|this|that|what)$/.test(subject?.lemma ?? 'it')
  )
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
