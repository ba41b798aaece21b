import type { Clause, Sentence } from '../../text/types.ts'
import type { Context } from '../context.ts'
import { isFirstTo } from './teller.ts'
import type { Reader, Reading } from './types.ts'

/** What the clauses of a sentence tell, each event once: "agreed to meet" is one, not two. */
export function verbalReadings(
  context: Context,
  sentence: Sentence,
  reader: Reader,
  report: boolean,
): Reading[] {
  const taken = new Set<Clause>()
  const found: Reading[] = []
  for (const clause of sentence.clauses) {
    const reading = reader.clause(clause)
    if (reading === null || reading.pairOnly || isTransparent(reading)) continue
    found.push(reading)
    if (DEEDS.has(reading.operator ?? '')) continue
    for (let inner = reading.inner; inner !== null; inner = inner.inner) {
      if (inner.clause !== null && inner.clause !== clause) taken.add(inner.clause)
    }
  }
  return found.filter(
    reading =>
      reading.clause !== null &&
      !taken.has(reading.clause) &&
      (isFirstTo(context, reading.clause) ||
        tellsEvent(reading, sentence, report, namesEvent(reading, reader))),
  )
}

function namesEvent({ roles }: Reading, reader: Reader): boolean {
  return roles.patient !== null && reader.noun(roles.patient) !== null
}

/** "said it had met", "announced that he will go": the clause inside tells the event itself. */
function isTransparent(reading: Reading): boolean {
  if (reading.operator === 'say') return true
  return reading.operator === 'announce' && (reading.inner?.clause?.verb?.finite ?? false)
}

/** The deed of which somebody is accused or for which somebody is praised is an event too. */
const DEEDS = new Set(['accuse', 'condemn', 'support', 'deny', 'investigate'])
const HABITS = new Set([
  'often',
  'usually',
  'always',
  'regularly',
  'routinely',
  'frequently',
  'sometimes',
  'never',
  'generally',
  'typically',
  'merely',
])
/** In the simple present these are standing views or policies: "Seoul insists that …". */
const STANDING = new Set([
  'ACCUSE',
  'REQUEST',
  'REJECT',
  'SUPPORT',
  'AGREE',
  'COOPERATE',
  'THREATEN',
  'COERCE',
  'CONCEDE',
  'AID',
  'RETREAT',
])
/** In a report also news: "Athens denies that …", "officials accuse …". */
const NEWS_PRESENT = new Set(['ACCUSE', 'REJECT'])
/** These say of somebody else that he did it: in any text they are said again and again, but no view of the world. */
const CHARGES = new Set(['accuse', 'deny', 'blame'])
/** What is only wanted, tried or due is no event. */
const IDLE = new Set(['attempt'])
const WANTS = new Set(['want', 'like', 'need', 'wish', 'hope', 'desire', 'think', 'wait'])
const MUTE = new Set([
  'comment',
  'name',
  'identify',
  'say',
  'elaborate',
  'disclose',
  'speculate',
  'discuss',
  'give',
  'answer',
  'speak',
  'provide',
])
const DUTIES = new Set(['should', 'must', 'have-to', 'ought', 'can', 'would'])
const GERUNDS = new Set([
  'by',
  'after',
  'of',
  'for',
  'since',
  'following',
  'before',
  'when',
  'while',
  'upon',
  'on',
])

/** False for what is usual, believed or asked, rather than done. */
function tellsEvent(reading: Reading, sentence: Sentence, report: boolean, named: boolean): boolean {
  const clause = reading.clause
  const verb = clause?.verb
  if (!clause || !verb) return false
  if (sentence.tokens.at(-1)?.text === '?' || saidByOthers(clause, sentence)) return false
  if (
    IDLE.has(reading.operator ?? '') ||
    (reading.operator === 'hope' && WANTS.has(verb.lemma)) ||
    verb.adverbs.some(adverb => HABITS.has(adverb))
  )
    return false
  // "declined to comment".
  if (reading.type === 'REJECT' && clause.complement?.verb && MUTE.has(clause.complement.verb.lemma))
    return false
  if (isView(reading, clause, sentence)) return false
  if (!verb.finite) return nonFiniteTells(clause) || isSaidBesides(reading, clause, sentence)
  // "Japan should cooperate with Peru": advice.
  if (!reading.negated && verb.modal !== null && DUTIES.has(verb.modal) && !reported(clause)) return false
  const simplePresent =
    verb.tense === 'present' && !verb.perfect && verb.modal === null && verb.voice === 'active'
  // Headlines ("Seoul rejects offer") begin a text.
  if (simplePresent && !verb.progressive && STANDING.has(reading.type)) {
    if (sentence.index === 0) return clause.kind !== 'relative'
    // "people whom Turkey calls terrorists": what describes somebody is no news.
    const describes = clause.kind === 'relative' && reading.type === 'ACCUSE'
    const charges = clause.kind === 'main' && CHARGES.has(verb.lemma)
    // "13:20 Paris and Berlin call on both sides to talk"
    const urges =
      verb.lemma === 'urge' ||
      (verb.lemma === 'call' &&
        clause.phrases.some(it => it.preposition === 'on' && it.first === verb.last + 1))
    if (report && urges && reading.type === 'REQUEST') return clause.kind === 'main'
    return (report || charges) && NEWS_PRESENT.has(reading.type) && !describes
  }
  // "is helping": no event; "are holding *joint exercises*": one.
  return !(verb.progressive && VAGUE.has(reading.type)) || named
}

const SAID = new Set<string>([
  'ACCUSE',
  'REQUEST',
  'THREATEN',
  'REJECT',
  'SUPPORT',
  'AGREE',
  'SANCTION',
  'COERCE',
])

/** "Sudan halted the flow on Sunday, *accusing its neighbour of backing rebels*": said with what was done. */
export function isSaidBesides(reading: Reading, clause: Clause, sentence: Sentence): boolean {
  const outer = clause.parent?.verb
  if (!outer?.finite || outer.tense !== 'past' || clause.kind !== 'participle' || clause.marker !== null)
    return false
  if (clause.verb?.voice !== 'active' || clause.first <= outer.last || !SAID.has(reading.type)) return false
  return sentence.tokens[clause.first - 1]?.text === ','
}

const SEEMING = new Set(['appear', 'seem', 'tend'])
const NEEDING = new Set(['take', 'need', 'require', 'cost'])

/** How things look to somebody: "appear to be growing closer", "agreed that ties were important", "it has taken … to …". */
function isView(reading: Reading, clause: Clause, sentence: Sentence): boolean {
  const verb = clause.verb
  if (!verb) return false
  const content = clause.complement ?? null
  if (SEEMING.has(verb.lemma)) return content?.verb?.perfect !== true
  // "does not expect them to settle".
  if (verb.lemma === 'expect' && verb.negated) return true
  if (reading.type === 'AGREE' && (verb.lemma === 'agree' || verb.lemma === 'concur')) {
    const inner = content?.verb
    if (
      inner?.finite &&
      inner.lemma === 'be' &&
      inner.modal === null &&
      content?.predicate?.adjective != null
    )
      return true
  }
  const subject = clause.subject
  return (
    NEEDING.has(verb.lemma) &&
    subject?.lemma === 'it' &&
    sentence.clauses.some(it => it.marker === 'to' && it.parent === clause)
  )
}

const VAGUE = new Set(['COOPERATE', 'SUPPORT', 'AGREE', 'ACCUSE', 'REJECT', 'AID'])

/** "said it would meet": a plan as told in the past. */
function reported(clause: Clause): boolean {
  return clause.verb?.modal === 'would' && clause.kind === 'complement'
}

/** "by visiting Japan", "held in the US", "arriving in Tokyo, he said": done; "to compensate", "boosting ties will help": not. */
function nonFiniteTells(clause: Clause): boolean {
  if (clause.marker === 'to') return isBrought(clause)
  if (clause.kind !== 'participle') return false
  return clause.marker !== null ? GERUNDS.has(clause.marker) : clause.verb?.voice === 'passive'
}

/** "an operation that led Mexico *to break off relations*": what somebody was brought to do was done. */
function isBrought({ parent, subject }: Clause): boolean {
  const verb = parent?.verb
  if (parent == null || !verb?.finite || verb.negated || verb.modal !== null || verb.tense !== 'past')
    return false
  return BRINGING.test(verb.lemma) && subject !== null && parent.objects.includes(subject)
}

const BRINGING = /^(?:lead|prompt|cause|spur|drive|induce|compel|force|oblige|move|provoke)$/

/** Words inside quotation marks are somebody's view; "he said they “agreed”" is the writer's report. */
function saidByOthers(clause: Clause, sentence: Sentence): boolean {
  const subject = clause.inheritedSubject ? null : clause.subject
  const head = subject === null ? clause.verb?.head : subject.head
  return head !== undefined && (sentence.tokens[head]?.quoted ?? false)
}
