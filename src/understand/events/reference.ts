import type { EventMention } from '../../record/mentions.ts'
import type { EventType, Interval } from '../../record/types.ts'
import type { Entity, NounGroup } from '../../text/types.ts'
import { type Context, textOf } from '../context.ts'
import { entityOf, peopleNamed, sentenceAt, within } from '../lookup.ts'
import type { Reading } from './types.ts'

/** How far back a definite phrase reaches, in characters. */
const REACH = 4000

/** "the meeting", "these talks": finds the mention that each refers to; either lends the other what it lacks. */
export function referBack(
  context: Context,
  mentions: readonly EventMention[],
  bare: ReadonlySet<string>,
): EventMention[] {
  const done: EventMention[] = []
  for (const mention of mentions) {
    const at = mention.definite ? antecedent(context, mention, done) : -1
    const earlier = done[at]
    if (earlier === undefined) {
      done.push(mention)
      continue
    }
    done.push(inherit(bare.has(mention.id) ? withoutDoer(context, mention) : mention, earlier))
    if (!isMemberOf(mention, earlier)) done[at] = enrich(earlier, mention)
  }
  return done
}

/** The nearest of its kind that nothing speaks against. */
function antecedent(context: Context, mention: EventMention, before: readonly EventMention[]): number {
  let found = -1
  for (let i = before.length - 1; i >= 0; i--) {
    const other = before[i]
    if (other === undefined || mention.trigger[0] - other.trigger[0] > REACH) break
    if (
      other.states.length === 0 ||
      !sameKind(context, mention, other) ||
      !compatible(context, mention, other)
    )
      continue
    // "flew to Oslo … talks with Berg … *the visit*": the word itself before its kind.
    if (!isVisit(mention) || isVisit(other)) return i
    if (found < 0) found = i
  }
  return found
}

function isVisit(mention: EventMention): boolean {
  return mention.mode === 'visit'
}

function classOf(context: Context, head: string): string | null {
  const { eventHeads } = context.knowledge
  const last = head.slice(head.lastIndexOf('-') + 1)
  return (eventHeads.classOf(head) ?? eventHeads.classOf(last))?.name ?? null
}

function sameKind(context: Context, a: EventMention, b: EventMention): boolean {
  if (a.type !== b.type) return false
  if (a.head === b.head) return true
  const kind = classOf(context, a.head)
  return kind !== null && kind === classOf(context, b.head)
}

function compatible(context: Context, mention: EventMention, other: EventMention): boolean {
  if (mention.ordinal !== null && other.ordinal !== null && mention.ordinal.n !== other.ordinal.n)
    return false
  const oneSided = mention.type === 'COERCE' || mention.type === 'SANCTION'
  if (!oneSided && mention.states.some(state => !other.states.includes(state))) return false
  if (!oneSided && mention.states.length > 1 && mention.states.length !== other.states.length) return false
  if (!oneSided && other.states.length < 2) return false
  if (isPlural(context, other) && !isPlural(context, mention)) return false
  if (others(context, mention, other)) return false
  if (ownName(context, mention, other)) return false
  // "signed a declaration last week … the 1965 agreement": an old date is not lent to another deed.
  if (mention.type === 'AGREE' && mention.dateSpan !== null && other.dateSpan === null)
    return mention.head === other.head
  if (mention.dateSpan === null || other.dateSpan === null) return true
  return !apart(mention.date, other.date)
}

function apart(a: Interval, b: Interval): boolean {
  return (
    (a.start !== null && b.end !== null && a.start > b.end) ||
    (a.end !== null && b.start !== null && a.end < b.start)
  )
}

/** "trilateral summits" are several; "the summit" is none of them. */
function isPlural(context: Context, mention: EventMention): boolean {
  return /(?:summits|meetings|visits|launches|tests)$/.test(textOf(context, mention.trigger).toLowerCase())
}

/** "talks with *the rebels*", "between *Maduro and the opposition*": whom the telling before does not know. */
function others({ analysis }: Context, mention: EventMention, other: EventMention): boolean {
  const known = new Set([...other.source, ...other.target])
  const own = mention.source.filter(key => !known.has(key) && !key.startsWith('some/'))
  if (mention.source.length < 2 || own.length === 0) return false
  const states = new Set<string>()
  for (const key of mention.source) {
    const entity = entityOf(analysis, key)
    const state = entity?.state ?? null
    // Of a person whose state is not told nothing can be said; two of one state settle that state's own affair.
    if (state === null ? own.includes(key) && entity?.type !== 'person' : states.has(state)) return true
    if (state !== null) states.add(state)
  }
  return false
}

const MONTHS = /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)/
const POINTERS = /^(?:The|This|These|That|Those|Their|Its)$/

/** "the *G-7* meeting" is not the meeting told before, unless that was the G-7's. */
function ownName(context: Context, mention: EventMention, other: EventMention): boolean {
  const start = Math.max(mention.span[0], mention.trigger[0] - 60)
  const words =
    textOf(context, [Math.min(start, mention.trigger[0]), mention.trigger[1]]).match(
      /\b\p{Lu}[\p{L}\d]*(?:-\d+)?/gu,
    ) ?? []
  const around = textOf(context, [Math.min(other.span[0], other.trigger[0]), other.trigger[1]])
  return words.some(
    word =>
      !MONTHS.test(word) &&
      !POINTERS.test(word) &&
      !around.includes(word) &&
      context.knowledge.states.find(word) === undefined &&
      peopleNamed(context.analysis, word).length === 0,
  )
}

/** "the 13th round" is one of the talks "since 2008", not the whole of them. */
function isMemberOf(mention: EventMention, series: EventMention): boolean {
  return (
    mention.ordinal !== null &&
    series.ordinal === null &&
    series.date.start !== null &&
    series.date.end === null
  )
}

/** "The court ruled": which court it was, the telling before it says. */
function withoutDoer(context: Context, mention: EventMention): EventMention {
  const targets = mention.target.map(key => entityOf(context.analysis, key)?.state ?? null)
  return { ...mention, source: [], states: [...new Set(targets.filter(state => state !== null))] }
}

/** A mention that refers back takes date, place and parties from the one it refers to, where it has none. */
function inherit(mention: EventMention, earlier: EventMention): EventMention {
  const more = mention.states.length < earlier.states.length
  const noSource = mention.source.length === 0 || mention.source.every(key => key.startsWith('some/'))
  return {
    ...mention,
    refersTo: isMemberOf(mention, earlier) ? null : earlier.id,
    title: more ? earlier.title : mention.title,
    date: mention.dateSpan === null ? earlier.date : mention.date,
    place: mention.place ?? earlier.place,
    source: more || noSource ? earlier.source : mention.source,
    target: more && mention.target.length === 0 ? earlier.target : mention.target,
    states: [
      ...new Set([...(noSource ? earlier.states : []), ...mention.states, ...(more ? earlier.states : [])]),
    ],
    level: mention.level ?? earlier.level,
  }
}

/** "Talks were announced. … These talks were held on 17 April": the first telling gains the day. */
function enrich(earlier: EventMention, later: EventMention): EventMention {
  const gains = earlier.dateSpan === null && later.dateSpan !== null
  return {
    ...earlier,
    date: gains ? later.date : earlier.date,
    dateSpan: gains ? later.dateSpan : earlier.dateSpan,
    place: earlier.place ?? later.place,
    target:
      earlier.target.length === 0 && earlier.source.length === 1
        ? later.target.filter(it => !earlier.source.includes(it))
        : earlier.target,
    states: [...new Set([...earlier.states, ...later.states])],
  }
}

const ON_OTHERS: ReadonlySet<EventType> = new Set([
  'SUPPORT',
  'ACCUSE',
  'REJECT',
  'REQUEST',
  'AID',
  'THREATEN',
])
const POINTED = new Set(['it', 'this', 'that', 'them', 'these', 'which', 'something'])

/** "Ankara rejected *it*", "Brussels welcomed *the meeting*": the other side is who did what was told before. */
export function aimComments(
  context: Context,
  mentions: readonly EventMention[],
  drafts: readonly { reading: Reading }[],
): EventMention[] {
  return mentions.map((mention, i) => {
    const patient = drafts[i]?.reading.roles.patient ?? null
    const undone = patient === null ? null : undoing(context, mentions, mention, i, patient)
    if (undone !== null) return undone
    if (!ON_OTHERS.has(mention.type) || mention.states.length > 1 || patient === null) return mention
    const deed = deedBefore(context, mentions, mention, i, patient)
    if (deed !== null) return { ...mention, target: deed.source, states: [...mention.states, ...deed.states] }
    const other = otherInSentence(context, mention)
    if (other !== null) return { ...mention, target: [other.key], states: [...mention.states, other.key] }
    if (!pointsBack(context, patient, drafts[i]?.reading.clause?.marker ?? null)) return mention
    const told = accusing(mentions, mention, i, patient) ?? lastBefore(context, mentions, mention, i)
    if (told === null) return mention
    const target = [...told.source, ...told.target].filter(key => !mention.source.includes(key))
    const states = told.states.filter(state => !mention.states.includes(state))
    return states.length === 0 ? mention : { ...mention, target, states: [...mention.states, ...states] }
  })
}

/** "Paris cut the visas …; *the measure was lifted* in May": by whoever had taken it. */
function undoing(
  { analysis }: Context,
  mentions: readonly EventMention[],
  mention: EventMention,
  at: number,
  patient: NounGroup,
): EventMention | null {
  if (mention.source.length > 0 || !UNDOING.has(mention.type)) return null
  if (!/^(?:the|this|that|these|those)$/.test(patient.determiner ?? '') || !MEASURE.test(patient.lemma))
    return null
  const taken = justBefore(analysis, mentions, mention, at, 2).find(
    it => (it.type === 'SANCTION' || it.type === 'COERCE') && it.source.length > 0,
  )
  return taken === undefined
    ? null
    : { ...mention, source: taken.source, target: taken.target, states: taken.states }
}

/** What was told before a mention, the last first, no more than so many sentences back. */
function justBefore(
  analysis: Context['analysis'],
  mentions: readonly EventMention[],
  { trigger }: EventMention,
  at: number,
  back: number,
): EventMention[] {
  const from = sentenceAt(analysis, trigger[0])?.index ?? 0
  const earliest = analysis.sentences[Math.max(0, from - back)]?.start ?? 0
  return mentions
    .slice(0, at)
    .filter(it => it.trigger[0] >= earliest && it.trigger[0] < trigger[0])
    .reverse()
}

const UNDOING: ReadonlySet<EventType> = new Set(['RETREAT', 'CONCEDE'])
const MEASURE =
  /^(?:measure|step|ban|embargo|restriction|curb|sanction|decision|order|tariff|duty|closure|freeze)$/

/** "condemned *the action*": the hostile deed told last, a few sentences back at most, and who did it. */
function deedBefore(
  { analysis }: Context,
  mentions: readonly EventMention[],
  mention: EventMention,
  at: number,
  patient: NounGroup,
): { source: string[]; states: string[] } | null {
  if (mention.type !== 'ACCUSE' || patient.phrases.length > 0 || patient.possessor !== null) return null
  if (!/^(?:the|this|that|these|those)$/.test(patient.determiner ?? '') || !DEED.test(patient.lemma))
    return null
  for (const other of justBefore(analysis, mentions, mention, at, DEED_REACH)) {
    if (!HOSTILE.has(other.type) || other.status !== 'reported') continue
    const source = other.source.filter(key => !mention.source.includes(key))
    const states = source.flatMap(key => entityOf(analysis, key)?.state ?? [])
    if (states.length > 0 && !states.some(state => mention.states.includes(state)))
      return { source, states: [...new Set(states)] }
  }
  return null
}

const DEED =
  /^(?:action|act|attack|raid|move|step|conduct|behaviou?r|incident|strike|launch|test|measure|decision)$/
const DEED_REACH = 5
const HOSTILE: ReadonlySet<EventType> = new Set([
  'ASSAULT',
  'COERCE',
  'SANCTION',
  'MOBILIZE',
  'THREATEN',
  'PROTEST',
])

/** "it", "the agreement", "…, which Japan rejected": something told before. */
function pointsBack(context: Context, patient: NounGroup, marker: string | null): boolean {
  if (POINTED.has(patient.lemma)) return true
  if (marker === 'which') return context.analysis.actorsOf(patient).every(it => it.state === null)
  return ['the', 'this', 'that'].includes(patient.determiner ?? '') && NAMING.has(patient.lemma)
}

/** The one other state that the sentence names: "Kono asked Seoul …", "protested to the embassy of Chile". */
function otherInSentence(context: Context, mention: EventMention): Entity | null {
  const sentence = sentenceAt(context.analysis, mention.trigger[0])
  const states = new Map<string, Entity>()
  for (const name of sentence === null
    ? []
    : within(context.analysis.names, [sentence.start, sentence.end])) {
    if (name.entity?.type === 'state' && !mention.states.includes(name.entity.key))
      states.set(name.entity.key, name.entity)
  }
  const [only] = states.values()
  return states.size === 1 && only !== undefined ? only : null
}

/** Nouns that stand for something told before. */
const NAMING = new Set([
  'agreement',
  'deal',
  'pact',
  'memorandum',
  'move',
  'decision',
  'plan',
  'proposal',
  'meeting',
  'summit',
  'talk',
  'visit',
  'accord',
  'treaty',
  'announcement',
  'step',
  'offer',
  'demand',
  'accusation',
  'allegation',
  'charge',
  'criticism',
  'complaint',
  'launch',
  'test',
  'ruling',
  'verdict',
  'statement',
  'measure',
  'pause',
  'sanction',
  'exercise',
  'drill',
  'attack',
  'strike',
])

/** "rejected *the allegation*": that of whoever accused it last. */
function accusing(
  mentions: readonly EventMention[],
  mention: EventMention,
  at: number,
  { lemma }: NounGroup,
): EventMention | null {
  if (!ALLEGED.test(lemma)) return null
  const own = mention.states
  const before = mentions.slice(0, at).filter(it => mention.trigger[0] - it.trigger[0] < REACH)
  const told = before.findLast(it => it.type === 'ACCUSE' && own.every(state => it.states.includes(state)))
  // Whoever else was named in it is no side of the answer.
  return told === undefined || told.states.length > 2 ? null : { ...told, target: [] }
}

const ALLEGED = /^(?:allegation|accusation|charge|claim|criticism|complaint)$/

/** The event told last before, in the same sentence or the one or two before it. */
function lastBefore(
  context: Context,
  mentions: readonly EventMention[],
  mention: EventMention,
  at: number,
): EventMention | null {
  const found = justBefore(context.analysis, mentions, mention, at, 2)
  return found.find(it => it.source.length > 0 && !ON_OTHERS.has(it.type)) ?? null
}
