import type { EventNoun } from '../../knowledge/event-nouns.ts'
import type { Frame } from '../../knowledge/frames.ts'
import type { Knowledge } from '../../knowledge/index.ts'
import type { Span } from '../../record/types.ts'
import type { Analysis, Clause, NounGroup, Prepositional, Sentence } from '../../text/types.ts'
import { type Completing, completingByNoun } from './completing.ts'
import { asProtest } from './crowds.ts'
import { isNotUntil } from './dates.ts'
import { complementOf, type Fit, matchFrame, wordsBehind } from './frames.ts'
import { createNouns, type Nouns } from './nouns.ts'
import { ASKED, DIRECT, isAddressed, isObliged, ON_OBJECTS } from './operators.ts'
import { asBefallen, type Roles, rolesOf } from './roles.ts'
import { asShared } from './shared.ts'
import type { Reader, Reading } from './types.ts'

/** Prepositions whose gerund or noun holds the event that an operator works on: "barred them *from visiting*". */
const INNER_PREPOSITIONS = new Set([
  'for',
  'from',
  'of',
  'to',
  'on',
  'over',
  'against',
  'in',
  'about',
  'into',
  'with',
])

const TRAVELS = /^(?:visit|travel|fly)$/
/** "is *due* in Paris". */
const AWAITED = new Set(['due', 'expected', 'scheduled', 'awaited'])

const NO_ROLES: Roles = { agent: null, patient: null, others: [], phrases: [] }

export function createReader(
  analysis: Analysis,
  knowledge: Knowledge,
  isParty: ((group: NounGroup) => boolean) | null = null,
): Reader {
  const reader = new EventReader(analysis, knowledge, isParty)
  return { nouns: reader.nouns, clause: clause => reader.clause(clause), noun: group => reader.noun(group) }
}

/** Reads clauses and noun groups as events; each clause once. */
class EventReader {
  readonly nouns: Nouns
  readonly #analysis: Analysis
  readonly #knowledge: Knowledge
  readonly #isParty: ((group: NounGroup) => boolean) | null
  readonly #known = new Map<Clause, Reading | null>()
  readonly #knownNouns = new Map<NounGroup, Reading | null>()
  readonly #completing: Map<NounGroup, Completing>

  constructor(analysis: Analysis, knowledge: Knowledge, isParty: ((group: NounGroup) => boolean) | null) {
    this.#analysis = analysis
    this.#knowledge = knowledge
    this.#isParty = isParty
    this.nouns = createNouns(analysis, knowledge, isParty ?? (() => false))
    this.#completing = completingByNoun(analysis)
  }

  noun(group: NounGroup): Reading | null {
    const before = this.#knownNouns.get(group)
    if (before !== undefined) return before
    this.#knownNouns.set(group, null)
    const reading = this.#readNoun(group)
    this.#knownNouns.set(group, reading)
    return reading
  }

  #readNoun(group: NounGroup): Reading | null {
    // "since *March*"
    const entry = group.temporal ? null : this.nouns.eventOf(group)
    if (entry === null) return null
    const reading: Reading = {
      type: entry.type,
      mode: entry.mode,
      status: null,
      clause: null,
      roles: { ...NO_ROLES, phrases: group.phrases },
      trigger: this.#wordsOf(group, entry),
      head: entry.term.replaceAll(' ', '-'),
      inner: null,
      noun: { group, entry },
      phrase: null,
      joint: entry.joint,
      contexts: entry.contexts,
      pairOnly: false,
      pairType: entry.pairType,
      operator: null,
      negated: group.determiner === 'no',
      pattern: `noun:${entry.term}`,
    }
    if (this.#isAskedBy(group, entry)) return null
    if (entry.operator !== null) return this.#shiftNoun(reading, group, entry.operator)
    return asShared(reading, this.#analysis, this.nouns, this.#isParty)
  }

  /** "trains pilots *at the request of* Kenya": who acts asks for nothing. */
  #isAskedBy(group: NounGroup, entry: EventNoun): boolean {
    if (entry.type !== 'REQUEST' && group.lemma !== 'invitation') return false
    const before = this.nouns.sentenceOf(group)?.tokens[group.first - 1]?.lower ?? ''
    return group.determiner === 'the' && /^(?:at|on|upon)$/.test(before)
  }

  /** "the lifting of sanctions", "a refusal to meet". */
  #shiftNoun(reading: Reading, group: NounGroup, operator: string): Reading | null {
    const inner = this.#completed(group, 'infinitives') ?? this.#innerNoun(group.phrases)
    if (inner === null) return reading.noun?.entry.bare ? reading : null
    const shift = this.#knowledge.shifters.shift(operator, inner)
    if (shift === null) return null
    return {
      ...reading,
      type: shift.type,
      mode: shift.mode,
      status: shift.status ?? inner.status,
      inner,
      operator,
      contexts: inner.contexts,
      joint: shift.same && inner.joint,
    }
  }

  #innerNoun(phrases: readonly Prepositional[]): Reading | null {
    for (const phrase of phrases) {
      if (!INNER_PREPOSITIONS.has(phrase.preposition)) continue
      const inner =
        phrase.clause !== null
          ? this.clause(phrase.clause)
          : phrase.object === null
            ? null
            : this.noun(phrase.object)
      if (inner !== null) return inner
    }
    return null
  }

  /** The event that an operator works on: in its complement, its object, or a phrase. */
  #innerOf(clause: Clause, roles: Roles, operator: string): Reading | null {
    const sentence = this.#analysis.sentences[clause.sentence]
    const complement = sentence === undefined ? null : complementOf(clause, sentence)
    // "ended the talks *to please Oslo*": the aim is not what was ended.
    const aim = complement?.marker === 'to' && ON_OBJECTS.has(operator)
    const completed = () => (complement === null ? null : this.clause(complement))
    const told = aim ? null : completed()
    if (told !== null) return told
    for (const group of [roles.patient, ...roles.others]) {
      const inner = group === null ? null : this.#innerOfObject(group)
      if (inner !== null) return inner
    }
    const aimed = aim ? completed() : null
    if (aimed !== null) return aimed
    const said = operator === 'say' && sentence !== undefined ? this.#saidIn(clause, sentence) : null
    if (said !== null) return said
    return DIRECT.has(operator) ? null : this.#innerNoun(roles.phrases)
  }

  /** "sent a letter to the envoy *threatening to quit*": what the text says is told of who sent it. */
  #saidIn(clause: Clause, sentence: Sentence): Reading | null {
    for (const object of clause.objects) {
      if (!this.nouns.classesOf(object).has('text')) continue
      const saying = sentence.clauses.find(
        it =>
          it.parent === clause &&
          it.kind === 'participle' &&
          it.marker === null &&
          it.verb?.voice === 'active',
      )
      return saying === undefined ? null : this.clause(saying)
    }
    return null
  }

  /** "talks", "a plan *to help Chad*", "a statement *condemning the raid*". */
  #innerOfObject(group: NounGroup): Reading | null {
    const written = this.nouns.classesOf(group).has('text') ? this.#completed(group, 'participles') : null
    return written ?? this.noun(group) ?? this.#completed(group, 'infinitives') ?? this.#gerundOf(group)
  }

  /** "interest *in buying* power", "the idea *of sending* troops". */
  #gerundOf(group: NounGroup): Reading | null {
    const phrase = group.phrases.find(
      it => it.clause !== null && (it.preposition === 'in' || it.preposition === 'of'),
    )
    return phrase?.clause == null ? null : this.clause(phrase.clause)
  }

  /** The words that name it: of "the second round 3" those that end in its head. */
  #wordsOf(group: NounGroup, entry: EventNoun): Span {
    const end = this.nouns.sentenceOf(group)?.tokens[group.head]?.end ?? group.span[1]
    return [Math.max(group.span[0], end - entry.term.length), end]
  }

  #completed(group: NounGroup, kind: keyof Completing): Reading | null {
    for (const clause of this.#completing.get(group)?.[kind] ?? []) {
      const reading = this.clause(clause)
      if (reading !== null) return reading
    }
    return null
  }

  #plain(clause: Clause, roles: Roles, found: Fit): Reading {
    const { frame, phrase } = found
    const group = frame.object?.types.length
      ? roles.patient
      : frame.within?.types.length
        ? (phrase?.object ?? null)
        : null
    const entry = group === null ? null : this.nouns.eventOf(group)
    const noun = group === null || entry === null ? null : { group, entry }
    // "held talks": the noun knows best what kind of meeting it was.
    const sameType = noun !== null && noun.entry.type === frame.type
    return {
      type: frame.type ?? 'CONSULT',
      mode: frame.mode ?? (sameType ? noun.entry.mode : null),
      // "is expected in Ankara".
      status: frame.verb === 'expect' || AWAITED.has(frame.rest[0] ?? '') ? 'planned' : null,
      clause,
      roles,
      trigger: triggerOf(clause, frame, noun),
      head: headOf(frame, noun, sameType),
      inner: null,
      noun: sameType ? noun : null,
      phrase,
      joint: frame.joint || (sameType && noun.entry.joint && frame.rest.length === 0 && frame.joint),
      contexts: [...frame.contexts, ...(sameType ? noun.entry.contexts : [])],
      pairOnly: frame.pairOnly,
      pairType: frame.pairType ?? (sameType && frame.type === 'SANCTION' ? noun.entry.pairType : null),
      operator: null,
      negated: false,
      pattern: `frame:${frame.verb}:${frame.row}`,
    }
  }

  #shifted(clause: Clause, roles: Roles, found: Fit, inner: Reading): Reading | null {
    const operator = found.frame.operator ?? ''
    const shift = this.#knowledge.shifters.shift(operator, inner)
    if (shift === null) return null
    const same = shift.same && inner.noun !== null && inner.clause === null
    const isAsked = operator === 'request' && inner.type === 'SANCTION' && isAddressed(found, roles, inner)
    const { type, mode } = isAsked ? ASKED : shift
    return {
      type,
      mode,
      status: shift.status ?? inner.status,
      clause,
      roles,
      trigger: triggerOf(clause, found.frame, inner.clause === null ? inner.noun : null),
      head: same ? inner.head : [found.frame.verb, ...found.frame.rest].join('-'),
      inner,
      noun: inner.clause === null ? inner.noun : null,
      phrase: found.phrase,
      joint: shift.same && inner.joint,
      contexts: inner.contexts,
      pairOnly: found.frame.pairOnly,
      pairType: shift.same ? inner.pairType : null,
      operator,
      negated: false,
      pattern: `operator:${operator}:${inner.pattern}`,
    }
  }

  #readVerb(clause: Clause): Reading | null {
    const verb = clause.verb
    const sentence = this.#analysis.sentences[clause.sentence]
    if (verb === null || sentence === undefined) return null
    const roles = rolesOf(clause)
    const { verbClasses } = this.#knowledge
    const read = this.#readFrames(clause, roles, sentence)
    if (read !== null || !verbClasses.has(verb.lemma, 'unaccusative')) return read
    // "flights resumed": the subject is what it happens to.
    // "the embassies reopened"
    const acts = (group: NounGroup) =>
      this.nouns.isActor(group) && !this.nouns.classesOf(group).has('building')
    const befallen = asBefallen(clause, roles, acts)
    return befallen === null ? null : this.#readFrames(clause, befallen, sentence)
  }

  #readFrames(clause: Clause, roles: Roles, sentence: Sentence): Reading | null {
    let words: ReadonlySet<string> | null = null
    const behind = () => {
      words ??= wordsBehind(clause, sentence, this.#knowledge.nounClasses)
      return words
    }
    const situation = { clause, roles, sentence, nouns: this.nouns, behind }
    let best: Reading | null = null
    let rank = Number.NEGATIVE_INFINITY
    for (const frame of this.#knowledge.frames.of(clause.verb?.lemma ?? '')) {
      if (frame.rank <= rank) break
      if (frame.pairOnly && this.#isParty === null) continue
      const found = matchFrame(frame, situation)
      if (found === null || found.rank <= rank) continue
      // "set *themselves* a deadline" threatens nobody.
      if (
        frame.type === 'THREATEN' &&
        [roles.patient, ...roles.others].some(it => /sel(?:f|ves)$/.test(it?.lemma ?? ''))
      )
        continue
      if (frame.operator === null) {
        best = this.#plain(clause, roles, found)
        rank = found.rank
        continue
      }
      if (frame.operator === 'none') {
        best = null
        rank = found.rank
        continue
      }
      const inner = this.#innerOf(clause, roles, frame.operator)
      // "visited Oslo *to discuss trade*": a visit, whatever it was for.
      if (frame.operator === 'do' && inner?.type === 'CONSULT' && TRAVELS.test(frame.verb)) continue
      if (frame.operator === 'must' && !isObliged(clause, sentence)) continue
      if (inner === null && frame.operator === 'must')
        best = { ...this.#plain(clause, roles, found), type: 'REQUEST', mode: 'change' }
      else if (inner === null) continue
      // "failed to attack" is no event, though "fail" alone could be one.
      else best = this.#shifted(clause, roles, found, inner)
      rank = found.rank
    }
    return asProtest(best, clause, roles, sentence, this.nouns, it => this.clause(it))
  }

  /** "did not meet", "will not meet", "made no concessions". */
  #negate(reading: Reading): Reading | null {
    const verb = reading.clause?.verb
    if (
      !verb?.negated &&
      !(reading.noun?.group.determiner === 'no') &&
      (reading.type === 'REJECT' || !isNothing(reading.roles.patient)) &&
      reading.roles.agent?.determiner !== 'no'
    )
      return reading
    if (reading.clause !== null && isNotUntil(reading.clause)) return reading
    const will =
      verb?.tense === 'future' ||
      ['will', 'would', 'can', 'could', 'shall', 'should', 'must'].includes(verb?.modal ?? '')
    const operator = will ? 'not-will' : 'not-did'
    const shift = this.#knowledge.shifters.shift(operator, reading)
    if (shift === null) return null
    return {
      ...reading,
      type: shift.type,
      mode: shift.mode,
      status: shift.status,
      pairType: null,
      inner: reading,
      operator,
      negated: true,
      joint: false,
      pattern: `${operator}:${reading.pattern}`,
    }
  }

  clause(clause: Clause): Reading | null {
    const before = this.#known.get(clause)
    if (before !== undefined) return before
    this.#known.set(clause, null)
    const reading = this.#readVerb(clause)
    const result =
      reading === null ? null : this.#negate(asShared(reading, this.#analysis, this.nouns, this.#isParty))
    this.#known.set(clause, result)
    return result
  }
}

/** "shared *no information*", "lifted *none* of them" */
function isNothing(group: NounGroup | null): boolean {
  return group?.determiner === 'no' || /^(?:none|nothing|nobody)$/.test(group?.lemma ?? '')
}

function triggerOf(clause: Clause, frame: Frame, noun: Reading['noun']): Span {
  if (noun !== null && frame.object !== null) return noun.group.span
  return clause.verb?.span ?? clause.span
}

function headOf(frame: Frame, noun: Reading['noun'], sameType: boolean): string {
  if (noun !== null && sameType) return noun.entry.term.replaceAll(' ', '-')
  return [frame.verb, ...frame.rest].join('-')
}
