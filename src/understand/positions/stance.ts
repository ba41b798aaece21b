/** The stance that a clause takes, by the rows of `stances.tsv` and by demands put as conditions. */
import type { StanceRow } from '../../knowledge/stances.ts'
import type { Stance } from '../../record/types.ts'
import type { Clause, NounGroup, Sentence } from '../../text/types.ts'
import { type Context, statesOf } from '../context.ts'
import { judgment } from './judgment.ts'
import { obligation, reporterOf } from './obligation.ts'
import type { Taken } from './taken.ts'

export function stanceOf(context: Context, sentence: Sentence, clause: Clause): Taken | null {
  const { verb } = clause
  if (verb === null || unreal(clause)) return null
  return (
    condition(context, sentence, clause) ??
    obligation(context, clause) ??
    (/^(must|should|ought|have-to|need)$/.test(verb.modal ?? '')
      ? null
      : byVerb(context, sentence, clause)) ??
    byNoun(context, clause) ??
    judgment(context, sentence, clause) ??
    byAdjective(context, sentence, clause)
  )
}

/** What might be, or should be done, is nobody's position yet. */
function unreal(clause: Clause): boolean {
  if (
    clause.kind === 'adverbial' &&
    /^(if|unless|lest|so that|until|before|once|when|to|in order to)$/.test(clause.marker ?? '')
  )
    return true
  return clause.verb?.finite !== true || /^(could|might|may)$/.test(clause.verb.modal ?? '')
}

/** "It would not hold summits until Seoul made progress", "exchanges cannot proceed until Seoul apologizes". */
function condition(context: Context, sentence: Sentence, clause: Clause): Taken | null {
  if (clause.verb?.negated !== true) return null
  const until = sentence.clauses.find(
    c => c.parent === clause && (c.marker === 'until' || c.marker === 'unless' || c.marker === 'before'),
  )
  if (until?.subject == null) return null
  const holder = reporterOf(context, clause) ?? clause.subject
  const own = clause.subject === null ? [] : statesOf(context.analysis.actorsOf(clause.subject))
  const theirs = statesOf(context.analysis.actorsOf(until.subject))
  if (theirs.length === 0 || theirs.some(state => own.includes(state))) return null
  return {
    stance: 'demands',
    holder,
    speakerMayHold: true,
    pattern: 'condition',
    confidence: 0.8,
    clause: null,
  }
}

function byVerb(context: Context, sentence: Sentence, clause: Clause): Taken | null {
  const { verb } = clause
  if (verb === null) return null
  const passive = verb.voice === 'passive'
  const agent = clause.phrases.find(phrase => phrase.preposition === 'by')?.object ?? null
  if (passive && agent === null) return null
  // That a matter is closed goes before a demand: "insists that all has been settled".
  const all = context.knowledge.stances.of(passive ? 'passive' : 'verb', verb.lemma)
  const closing = (row: StanceRow) => row.stance === 'considers-settled'
  for (const row of [...all.filter(closing), ...all.filter(row => !closing(row))]) {
    const stance = stanceOfRow(context, sentence, clause, row)
    if (stance === null) continue
    const holder = passive ? agent : clause.subject
    // What two agree on together is what happened between them, not where either stands.
    if (
      row.word === 'agree' &&
      row.links.length > 0 &&
      holder !== null &&
      statesOf(context.analysis.actorsOf(holder)).length > 1
    )
      return null
    return {
      stance: verb.negated ? reversed(stance) : stance,
      holder,
      speakerMayHold: ownThing(holder),
      pattern: `${row.form}:${row.word}`,
      confidence: 0.75,
      clause: null,
    }
  }
  return null
}

/** "We will never accept it", "its foundation will pay": who says so stands behind it. */
function ownThing(holder: NounGroup | null): boolean {
  return holder !== null && (/^(we|i)$/.test(holder.lemma) || /^(its|our)$/.test(holder.determiner ?? ''))
}

/** The stance of a row where the clause is built as it asks; null where it is not. */
function stanceOfRow(context: Context, sentence: Sentence, clause: Clause, row: StanceRow): Stance | null {
  if (row.links.length > 0) {
    const linked = clause.verb?.particle != null && row.links.includes(clause.verb.particle)
    const phrase = clause.phrases.find(p => row.links.includes(p.preposition))
    if (!linked && phrase === undefined) return null
    return (phrase?.object != null ? ofParticiple(context, sentence, phrase.object) : null) ?? row.stance
  }
  const inner = innerOf(sentence, clause)
  if (row.stance === 'considers-settled') return settled(sentence, clause, inner) ? 'considers-settled' : null
  if (row.form === 'passive') return row.stance
  // "welcomed the plan as a step to return": the aim hangs on the object.
  const free =
    inner === null || (inner.kind === 'adverbial' && inner.first > (clause.objects[0]?.last ?? inner.first))
  if (row.inner === null)
    return free && hasThing(clause) && !isRecall(context, clause, row) ? row.stance : null
  if (inner === null) return row.inner === 'any' && clause.objects.length > 0 ? row.stance : null
  const same = sameActor(context, clause, inner)
  if (row.inner === 'own' && !same) return null
  if (row.inner === 'other' && (same || !asked(sentence, inner))) return null
  if (row.stance === 'demands' && !asked(sentence, inner)) return null
  return row.stance ?? innerStance(context, sentence, inner)
}

/** An object other than itself: "declared itself a power" is no stance. */
function hasThing(clause: Clause): boolean {
  const [object] = clause.objects
  return object !== undefined && !/(self|selves)$/.test(object.lemma)
}

/** "withdrew its ambassador": no claim is given up. */
function isRecall({ knowledge }: Context, { objects }: Clause, { word }: StanceRow): boolean {
  const [object] = objects
  return (
    word === 'withdraw' &&
    object !== undefined &&
    knowledge.nounClasses.classesOf(object.lemma).has('diplomat')
  )
}

function innerOf(sentence: Sentence, clause: Clause): Clause | null {
  const children = sentence.clauses.filter(c => c.parent === clause)
  return (
    clause.complement ??
    children.find(c => c.marker === 'to') ??
    // "demanded that such acts not be repeated", "takes the view that it is settled"
    children.find(c => c.marker === 'that' && c.kind === 'complement') ??
    children.find(
      c => sentence.tokens[(clause.verb?.last ?? 0) + 1]?.lower === 'that' && c.kind === 'participle',
    ) ??
    null
  )
}

/** "sided with former workers demanding redress": the stance of those it sides with. */
function ofParticiple(context: Context, sentence: Sentence, object: NounGroup): Stance | null {
  const participle = sentence.clauses.find(
    c => c.kind === 'participle' && c.modifies === object && c.verb?.voice === 'active',
  )
  if (participle?.verb == null) return null
  return (
    context.knowledge.stances
      .of('verb', participle.verb.lemma)
      .find(row => row.stance !== null && row.links.length === 0)?.stance ?? null
  )
}

const SETTLED = /^(settle|resolve|close|conclude|finish)$/
const SETTLED_WORD = /^(settled|resolved|closed|final|finished|irreversible|over|done)$/
const STATIVE = /^(ADJ|VERB)$/

/** "considers the question … to have been settled", "insists that all issues have been settled". */
function settled(sentence: Sentence, clause: Clause, inner: Clause | null): boolean {
  if (clause.verb?.negated === true) return false
  if (
    inner?.verb != null &&
    !inner.verb.negated &&
    SETTLED.test(inner.verb.lemma) &&
    // "considers the question closed by the treaty": a participle that looks like a past tense has no object.
    (inner.verb.voice === 'passive' || (inner.marker === null && inner.objects.length === 0)) &&
    inner.verb.tense !== 'future' &&
    inner.verb.modal === null
  )
    return true
  for (let i = clause.verb?.last ?? 0; i <= clause.last; i++) {
    const token = sentence.tokens[i]
    if (token === undefined || !SETTLED_WORD.test(token.lower) || !STATIVE.test(token.pos)) continue
    // "closed talks" are not over
    if (!/^(NOUN|PROPN|DET)$/.test(sentence.tokens[i + 1]?.pos ?? ''))
      return sentence.tokens[i - 1]?.lower !== 'not'
  }
  return false
}

/** "that troops leave", "that acts not be repeated": a bare verb behind "that". */
function subjunctive(sentence: Sentence, inner: Clause): boolean {
  const { verb } = inner
  if (verb === null || inner.marker !== 'that' || verb.tense !== 'present') return false
  if (verb.first === verb.head) return sentence.tokens[verb.head]?.form === 'base'
  return verb.modal === null && sentence.tokens[verb.negated ? verb.first + 1 : verb.first]?.lower === 'be'
}

/** Is it an ask: "to pay", "that firms should pay", "that troops leave"? */
function asked(sentence: Sentence, inner: Clause): boolean {
  if (inner.verb === null) return false
  return (
    !inner.verb.finite ||
    /^(should|must|ought|have-to|need)$/.test(inner.verb.modal ?? '') ||
    inner.verb.lemma === 'need' ||
    subjunctive(sentence, inner)
  )
}

function sameActor(context: Context, clause: Clause, inner: Clause): boolean {
  // "exhorted Rome to open the border", "reminded Rome that it must": the one spoken to is to act.
  const [object] = clause.objects
  const told = object !== undefined && context.analysis.actorsOf(object).length > 0
  if (told && (inner.modifies === object || /^(it|they|he|she)$/.test(inner.subject?.lemma ?? '')))
    return false
  if (inner.subject === null || inner.subject === clause.subject) return true
  const mine = clause.subject === null ? [] : statesOf(context.analysis.actorsOf(clause.subject))
  const theirs = statesOf(context.analysis.actorsOf(inner.subject))
  return theirs.length === 0
    ? /^(it|they|we|he|she|i)$/.test(inner.subject.lemma)
    : theirs.some(state => mine.includes(state))
}

/** The stance of what an actor agrees, plans or vows to do: its own row, else that it is for it. */
function innerStance(context: Context, sentence: Sentence, inner: Clause): Stance | null {
  const { verb } = inner
  if (verb === null) return null
  const rows = context.knowledge.stances.of('verb', verb.lemma)
  const found =
    rows.map(row => stanceOfRow(context, sentence, inner, row)).find(stance => stance !== null) ?? null
  const stance = found ?? 'supports'
  return verb.negated ? reversed(stance) : stance
}

/** "repeated its demand for an apology", "voiced support for the plan"; not "dropped its demand". */
function byNoun(context: Context, clause: Clause): Taken | null {
  const { verb } = clause
  if (verb === null || verb.voice === 'passive' || verb.negated || GIVING_UP.test(verb.lemma)) return null
  for (const object of clause.objects) {
    if (object.determiner !== null && !/^(its|their|his|her|our|a|an|full|strong)$/.test(object.determiner))
      continue
    for (const row of context.knowledge.stances.of('noun', object.lemma)) {
      const linked = [...object.phrases, ...clause.phrases].some(p => row.links.includes(p.preposition))
      if (!linked || row.stance === null) continue
      return {
        stance: row.stance,
        holder: clause.subject,
        speakerMayHold: false,
        pattern: `noun:${row.word}`,
        confidence: 0.7,
        clause: null,
      }
    }
  }
  return null
}

const GIVING_UP =
  /^(drop|withdraw|abandon|soften|reject|receive|face|meet|ignore|dismiss|rebuff|lose|win|seek|need|overcome|refuse|draw|cut|end|attract|find|hear)$/

function byAdjective(context: Context, sentence: Sentence, clause: Clause): Taken | null {
  const adjective = clause.predicate?.adjective
  // "is opposed to", "are prepared to" look like passives.
  const participle = clause.verb?.voice === 'passive' ? clause.verb.head : null
  const token = sentence.tokens[adjective ?? participle ?? -1]
  if (token === undefined || clause.verb === null) return null
  for (const row of context.knowledge.stances.of('adjective', token.lower)) {
    const phrase = clause.phrases.find(p => row.links.includes(p.preposition))
    const inner = innerOf(sentence, clause)
    if (row.links.length > 0 ? phrase === undefined : inner === null) continue
    const stance = row.stance ?? (inner === null ? null : innerStance(context, sentence, inner))
    if (stance === null) continue
    const holder = row.word === 'unacceptable' ? (phrase?.object ?? null) : clause.subject
    return {
      stance: clause.verb.negated ? reversed(stance) : stance,
      holder,
      speakerMayHold: false,
      pattern: `adjective:${row.word}`,
      confidence: 0.75,
      clause: null,
    }
  }
  return null
}

function reversed(stance: Stance): Stance {
  if (stance === 'supports' || stance === 'offers') return 'opposes'
  return stance === 'opposes' ? 'supports' : 'undecided'
}
