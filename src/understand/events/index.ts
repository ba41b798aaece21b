import { mentionId } from '../../record/ids.ts'
import type { EventMention } from '../../record/mentions.ts'
import type { EventType, Interval, Span, Status } from '../../record/types.ts'
import type { Clause, Entity, NounGroup, Sentence } from '../../text/types.ts'
import { type Context, statesOf, textOf } from '../context.ts'
import { anchor } from './anchor.ts'
import { claims } from './claims.ts'
import { conditionalDemands } from './conditions.ts'
import { confidenceOf } from './confidence.ts'
import { type Dated, dateOfHappening, dateOfReading, undated } from './dates.ts'
import { contextsOf, evidenceOf, levelOf, ordinalOf, placeOf } from './details.ts'
import { ofItsTime } from './era.ts'
import { issuesOf } from './issues.ts'
import { narrative } from './narrative.ts'
import { isReport, newsDay } from './news-day.ts'
import { type NominalEvent, nominalEvents } from './nominal.ts'
import { type Parties, PartyFinder } from './parties.ts'
import { createReader } from './reading.ts'
import { aimComments, referBack } from './reference.ts'
import { aroundOf, ofPredicate, statusOf, stronger } from './status.ts'
import { isFirstTo, tellerOf } from './teller.ts'
import { titleOf } from './title.ts'
import type { Reader, Reading } from './types.ts'
import { isSaidBesides, verbalReadings } from './verbal.ts'
import { isBetweenStates } from './worth.ts'

/** What one event is made of, before it becomes a mention. */
interface Draft {
  reading: Reading
  sentence: Sentence
  parties: Parties
  status: Status
  dated: Dated | null
  span: Span
  anaphoric: boolean
  clause: Clause | null
  /** Whose tense and time it has; null for a noun that nothing is told of. */
  teller: Clause | null
  group: NounGroup | null
  fallback: readonly Entity[]
}

/** What these say of an event leaves it an event: "welcomed the summit". */
const COMMENTS: ReadonlySet<EventType> = new Set(['SUPPORT', 'ACCUSE'])

/** What somebody joins or leaves. */
const SHARED: ReadonlySet<EventType> = new Set(['CONSULT', 'COOPERATE', 'MOBILIZE', 'PROTEST'])

/** Events that a document tells: by verbs ("met in Vienna") and by nouns ("the Nov. 13 summit"). */
export function events(context: Context): EventMention[] {
  const reader = createReader(context.analysis, context.knowledge)
  const finder = new PartyFinder(context)
  const drafts: Draft[] = []
  const report = isReport(context)
  for (const sentence of context.analysis.sentences) {
    const used = new Map<NounGroup, Parties>()
    for (const reading of [
      ...verbalReadings(context, sentence, reader, report),
      ...conditionalDemands(sentence, reader),
    ]) {
      const draft = ofVerb(context, finder, sentence, reading, reader)
      if (isAside(draft, sentence, reader)) continue
      for (let at: Reading | null = reading; at !== null; at = at.inner) {
        // "hosted five rounds *of talks*"
        for (const it of at.noun === null ? [] : counted(at.noun.group)) used.set(it, draft.parties)
        // "broke off the talks" tells no talks besides.
        if (at.roles.patient !== null && !COMMENTS.has(at.type)) used.set(at.roles.patient, draft.parties)
        // "took part in *an exercise*", "pulled out of *the talks*"
        const into = at.phrase?.object ?? null
        if (into !== null && SHARED.has(reader.noun(into)?.type ?? 'ACCUSE')) used.set(into, draft.parties)
        // "overflights have stopped" tells no overflight besides.
        if (at.type === 'RETREAT' && at.roles.agent !== null && reader.noun(at.roles.agent) !== null)
          used.set(at.roles.agent, draft.parties)
      }
      drafts.push(draft)
    }
    for (const nominal of nominalEvents(context, sentence, reader, finder, used)) {
      drafts.push(ofNoun(context, sentence, nominal))
    }
  }
  drafts.sort((a, b) => a.reading.trigger[0] - b.reading.trigger[0])
  const ordinals = new Map<string, number>()
  const mentions = drafts.map(draft => {
    const key = draft.reading.trigger.join('-')
    const ordinal = ordinals.get(key) ?? 0
    ordinals.set(key, ordinal + 1)
    return mention(context, reader, draft, ordinal)
  })
  const bare = new Set(mentions.filter((_, i) => isBareDoer(drafts[i]?.reading)).map(it => it.id))
  const told = anchor(
    context,
    referBack(context, mentions, bare).map((it, i) => withFallback(it, drafts[i]?.fallback ?? [])),
  )
  const placed = narrative(context, aimComments(context, told, drafts), drafts)
  const dated = newsDay(context, placed, drafts)
  for (const [i, it] of dated.entries()) {
    const draft = drafts[i]
    if (draft !== undefined) it.confidence = confidenceOf(draft, it)
  }
  return dated.filter((it, i) => isBetweenStates(context, it, strikes(drafts[i]?.reading, reader)))
}

/** "*Missiles* hit the port" */
function strikes(reading: Reading | undefined, { nouns }: Reader): boolean {
  const agent = reading?.roles.agent ?? null
  if (agent === null) return false
  const classes = nouns.classesOf(agent)
  return classes.has('weapon') || classes.has('missile')
}

/** A noun and what it is a round or a series of. */
function counted(group: NounGroup): NounGroup[] {
  const of = group.phrases.find(it => it.preposition === 'of')?.object ?? null
  return of === null ? [group] : [group, of]
}

/** "the 1965 agreement", told of nowhere else: between the states of its sentence. */
function withFallback(mention: EventMention, fallback: readonly Entity[]): EventMention {
  if (mention.refersTo !== null || mention.states.length > 1 || fallback.length === 0) return mention
  return { ...mention, source: fallback.map(it => it.key), states: statesOf(fallback) }
}

/** "restrictions imposed by both": without a date, what only describes a noun is no news. */
function isAside({ clause, dated, parties, reading }: Draft, sentence: Sentence, reader: Reader): boolean {
  // "efforts will allow both to move on": nobody acts.
  const befallen = reading.roles.agent === null && reading.roles.patient !== null
  const nobody = clause?.verb?.voice === 'active' && parties.source.length === 0
  if (nobody && !isBareDoer(reading) && !befallen && !strikes(reading, reader)) return true
  if (isFormality(reading, parties)) return true
  // "Lima responded *by expelling* the envoy": how it was done is a deed.
  if (clause !== null && isSaidBesides(reading, clause, sentence)) return false
  const means = clause?.marker === 'by' && clause.parent?.verb?.tense === 'past' && clause.parent.verb.finite
  const brokered =
    reading.head === 'broker' && clause?.verb?.voice === 'passive' && reading.roles.agent !== null
  const loose = clause !== null && clause.kind === 'participle' && !clause.verb?.finite
  return loose && dated === null && !means && !brokered
}

/** "Friday's session, which Chad had requested": what is told in the past has no date to come. */
function done(context: Context, reading: Reading, dated: Dated | null): Dated | null {
  const verb = reading.clause?.verb
  const told = verb?.finite && verb.tense === 'past' && verb.modal === null
  // "told them to leave by Friday": a deadline is not the day of the telling.
  const ahead =
    isFuture(dated, context) ||
    (dated !== null &&
      dated.date.start === null &&
      (dated.date.end ?? '') > (context.analysis.published?.end ?? '9'))
  return told && ahead && reading.operator !== 'announce' && reading.operator !== 'plan' ? null : dated
}

/** "the announcement was coordinated": nobody acts with anybody; "made a judgment": only courts judge. */
function isFormality(reading: Reading, parties: Parties): boolean {
  const { agent, patient } = reading.roles
  if (
    reading.head === 'coordinate' &&
    agent === null &&
    /^(?:announcement|statement|release|timing)$/.test(patient?.lemma ?? '')
  )
    return true
  // "has since suspended it": a complaint or a treaty, sanctions or aid; what it stands for would say what was done.
  if (reading.type === 'COERCE' && patient !== null && /^(?:it|this|that)$/.test(patient.lemma)) return true
  const judges = reading.type === 'COERCE' && reading.operator === 'do' && reading.contexts.includes('legal')
  return judges && parties.source.length > 0 && parties.source.every(it => it.type !== 'court' && it.known)
}

/**
 * Sides that a clause leaves out because the text is about them: "An arbitration tribunal ruled that the claim was
 * void", "Two Chinese vessels blocked the convoy".
 */
function completed(reading: Reading, finder: PartyFinder, { nouns }: Reader): Parties {
  const parties = finder.ofReading(reading)
  const { source, target } = parties
  if (target.some(it => it.state !== null)) return parties
  const [own, ...others] = statesOf(source)
  if (reading.type === 'COERCE' && own === undefined && source.length > 0) {
    const courts = source.every(it => it.type === 'court')
    return courts ? { source, target: [...target, ...finder.pair(reading)] } : parties
  }
  const { patient } = reading.roles
  const craft = patient !== null && CRAFT.some(name => nouns.classesOf(patient).has(name))
  if (!craft || own === undefined || others.length > 0 || !/^(?:COERCE|ASSAULT)$/.test(reading.type))
    return parties
  const pair = finder.pair(reading)
  const other = pair.filter(it => it.key !== own)
  return other.length === 1 ? { source, target: [...target, ...other] } : parties
}

/** What is somebody's, and abroad. */
const CRAFT = ['ship', 'aircraft', 'convoy', 'trawler', 'vessel']

function ofVerb(
  context: Context,
  finder: PartyFinder,
  sentence: Sentence,
  reading: Reading,
  reader: Reader,
): Draft {
  const clause = reading.clause
  const isFirst = clause !== null && isFirstTo(context, clause)
  const dated = done(context, reading, dateOfReading(context, reading, sentence))
  const toState = (iso3: string, words: string) => finder.named.state(iso3, words)
  return {
    reading,
    sentence,
    parties: ofItsTime(context, completed(reading, finder, reader), dated, sentence, toState),
    status: isFirst
      ? (aroundOf(clause.parent ?? clause, sentence) ?? 'reported')
      : statusOf(reading, sentence),
    dated,
    span: clause === null ? reading.trigger : evidenceOf(context, clause),
    anaphoric: false,
    clause,
    teller: tellerOf(context, reading, clause, null),
    group: reading.noun?.group ?? null,
    fallback: fallbackOf(context, reading, reader, finder, dated),
  }
}

function ofNoun(context: Context, sentence: Sentence, nominal: NominalEvent): Draft {
  const { reading, group, clause, parties } = nominal
  const dated = dateOfReading(context, reading, sentence) ?? dateOfHappening(context, clause, group, sentence)
  const around =
    clause === null ? null : stronger(aroundOf(clause, sentence), ofPredicate(clause, group, sentence))
  return {
    reading,
    sentence,
    parties,
    status: isPresupposed(reading, group, sentence)
      ? 'reported'
      : (stronger(reading.status, isPast(dated, context) ? null : around) ?? 'reported'),
    dated,
    span: group.whole,
    anaphoric: nominal.anaphoric,
    clause,
    teller: tellerOf(context, reading, clause, group),
    group,
    fallback: nominal.fallback,
  }
}

const SHARED_THINGS = [
  'border',
  'ties',
  'train',
  'flight',
  'air link',
  'rail link',
  'ferry',
  'bus service',
  'trade',
  'crossing',
  'bridge',
  'embassy',
]
const BETWEEN_TWO: ReadonlySet<EventType> = new Set(['AGREE', 'CONSULT', 'COOPERATE'])

/** "*The border* was closed in May", "*a treaty* was signed in 2019": two have it, and nobody is told to have done it. */
function isShared({ roles, clause }: Reading, { nouns }: Reader): boolean {
  const { agent, patient } = roles
  if (agent !== null || patient === null || !clause?.verb?.finite) return false
  const classes = nouns.classesOf(patient)
  const event = nouns.eventOf(patient)
  return SHARED_THINGS.some(name => classes.has(name)) || (event !== null && BETWEEN_TWO.has(event.type))
}

/** Between whom it was where the clause does not say: "Lithuania offered *to mediate*", "the border was closed in May". */
function fallbackOf(
  context: Context,
  reading: Reading,
  reader: Reader,
  finder: PartyFinder,
  dated: Dated | null,
): readonly Entity[] {
  if (isShared(reading, reader)) return dated?.span == null ? [] : finder.pair(reading)
  const { clause } = reading
  const verbs = [clause?.verb?.lemma, clause?.complement?.verb?.lemma]
  // "brokered talks in Oslo": between the two, if nothing else is said.
  const brokers =
    /^(?:CONSULT|AGREE)$/.test(reading.type) && verbs.some(it => it === 'broker' || it === 'facilitate')
  const agent = reading.roles.agent
  if (agent === null || !(brokers || verbs.includes('mediate'))) return []
  const own = context.analysis.actorsOf(agent)
  const pair = finder.pair(reading, statesOf(own))
  const isOutside = pair.length > 0 && !pair.some(it => statesOf(own).includes(it.key))
  return isOutside ? [...own, ...pair] : []
}

const OWNED = /^(?:its|his|her|their)$/
const ONCE: ReadonlySet<EventType> = new Set(['RETREAT', 'CONCEDE', 'REJECT', 'SANCTION'])

/** "have stopped since Monday" ends with the telling, "will invite him by March" begins with it. */
function closed(context: Context, date: Interval, status: Status, reading: Reading): Interval {
  const published = context.analysis.published
  if (published === null) return date
  if (status === 'planned' && date.start === null && (date.end ?? '') >= (published.start ?? ''))
    return { ...date, start: published.start }
  const open = status === 'reported' && date.end === null && ONCE.has(reading.type)
  return open && (date.start ?? '') <= (published.end ?? '') ? { ...date, end: published.end } : date
}

/** "*the judgment* was impossible", "if *the ruling* stands": a ruling with an article has been made, whatever is said of it. */
function isPresupposed(reading: Reading, group: NounGroup, sentence: Sentence): boolean {
  // "their worst quarrel *since Russia's invasion*": what something is reckoned from has been.
  const before = sentence.tokens[(group.possessor?.first ?? group.first) - 1]?.lower ?? ''
  if (/^(?:since|after|following)$/.test(before) && (group.possessor !== null || group.determiner === 'the'))
    return true
  return (
    /^(the|this|that)$/.test(group.determiner ?? '') &&
    /^(ruling|judgment|judgement|verdict|sentence|decision)$/.test(group.lemma) &&
    reading.operator === null
  )
}

/** What has a date to come cannot have been. */
function isFuture(dated: Dated | null, context: Context): boolean {
  const start = dated?.date.start ?? null
  const now = context.analysis.published?.end ?? null
  return start !== null && now !== null && start > now
}

/** "*The court* ruled": a doer without a name was named before. */
function isBareDoer(reading: Reading | undefined): boolean {
  const agent = reading?.roles.agent
  return (
    reading?.type === 'COERCE' &&
    agent?.determiner === 'the' &&
    /^(?:court|tribunal|judge|bench|panel|jury)s?$/.test(agent.lemma) &&
    agent.last === agent.first + 1 &&
    agent.phrases.length === 0
  )
}

/** "considers it settled under the *1965* treaty": what has a date in the past has happened, whatever is thought of it. */
function isPast(dated: Dated | null, context: Context): boolean {
  const end = dated?.date.end ?? dated?.date.start ?? null
  const now = context.analysis.published?.start ?? null
  return end !== null && now !== null && end < now
}

function mention(context: Context, reader: Reader, draft: Draft, nth: number): EventMention {
  const { reading, parties, dated, span, group, clause } = draft
  const status = draft.status === 'reported' && isFuture(dated, context) ? 'planned' : draft.status
  const actors: Entity[] = [...parties.source, ...parties.target]
  const place = placeOf(context, reading, clause)
  const words = textOf(context, span)
  // "denounced *the pact*": the article is that of what was denounced.
  const determiner =
    reading.inner === null || reading.inner.type === reading.type ? (group?.determiner ?? null) : null
  const { claimedBy, disputedBy } = claims(context, clause, reading, statesOf(parties.source))
  const { type, mode, head, trigger } = reading
  return {
    kind: 'event',
    id: mentionId(context.document.id, 'event', reading.trigger, nth),
    document: context.document.id,
    span,
    pattern: reading.pattern,
    confidence: 0,
    title: titleOf(context, reading, parties, place, status),
    type,
    mode,
    contexts: contextsOf(reading, reader.nouns.classesOf),
    status,
    trigger,
    head,
    date:
      dated === null
        ? undated(context.analysis.published, status, reading)
        : closed(context, dated.date, status, reading),
    dateSpan: dated?.span ?? null,
    place,
    source: parties.source.map(actor => actor.key),
    target: parties.target.map(actor => actor.key),
    states: statesOf(actors),
    issues: issuesOf(context, { type, mode, head, trigger, sentence: draft.sentence, clause, span }),
    level: type === 'CONSULT' || type === 'AGREE' ? levelOf(words, actors) : null,
    claimedBy,
    disputedBy,
    ordinal: ordinalOf(context, group),
    definite:
      draft.anaphoric ||
      isBareDoer(reading) ||
      determiner === 'the' ||
      determiner === 'this' ||
      determiner === 'these' ||
      OWNED.test(determiner ?? '') ||
      // "met him in Oslo, *their leaders’ first meeting in years*"
      (reading.clause === null && group?.apposition != null),
    refersTo: null,
  }
}
