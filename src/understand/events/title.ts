import type { Span } from '../../record/types.ts'
import type { Clause, Entity, NounGroup } from '../../text/types.ts'
import { type Context, textOf } from '../context.ts'
import type { Parties } from './parties.ts'
import type { Reading } from './reading.ts'

const LONGEST = 96
/** Where a title that is too long may end: before what says how, why or with what more. */
const BREAK = /,? (?:and|but|or|which|who|that|to|with|in|on|at|for|from|over|after|before|as|by|of) |, /g

/** A line of a chronology: "Yoon Suk-yeol and Fumio Kishida hold summit in Phnom Penh". */
export function titleOf(context: Context, reading: Reading, parties: Parties, place: string | null): string {
  const words =
    reading.clause === null || isHeld(reading)
      ? ofNoun(context, reading, parties, place)
      : ofVerb(context, reading, parties)
  const title = words
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.;:])/g, '$1')
    .trim()
  return capital(balanced(title.length <= LONGEST ? title : shorten(title)))
}

/** Ends at the last break that leaves a line of some length; else in the middle, and says so. */
function shorten(title: string): string {
  let end = -1
  for (const match of title.matchAll(BREAK))
    if (match.index <= LONGEST && match.index > LONGEST / 2) end = match.index
  return end > 0
    ? title
        .slice(0, end)
        .replace(/,?(?: (?:primarily|mainly|partly|largely|due|because|only|also|as|such))+$/, '')
    : `${title.slice(0, title.lastIndexOf(' ', LONGEST))} …`
}

/** A quotation that was cut loses its other mark too. */
function balanced(title: string): string {
  const straight = title.split('"').length - 1
  if (straight % 2 === 1) return title.replaceAll('"', '')
  return title.split('“').length === title.split('”').length ? title : title.replace(/[“”]/g, '')
}

/** "held talks": the noun says it all. */
function isHeld(reading: Reading): boolean {
  return reading.noun !== null && reading.type === 'CONSULT' && reading.operator === null
}

export function namesOf(context: Context, actors: readonly Entity[]): string {
  // A state beside its own leader adds nothing; "Greek and Turkish diplomats" stand for two actors.
  const people = new Set(actors.filter(it => it.type === 'person').map(it => it.state))
  const shown = [
    ...new Set(
      actors.filter(it => it.type !== 'state' || !people.has(it.state)).map(it => fullName(context, it)),
    ),
  ]
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

/** "Supreme Court" is one of many: "South Korea’s Supreme Court". */
function fullName(context: Context, actor: Entity): string {
  const state = actor.state === null ? undefined : context.knowledge.states.get(actor.state)
  if (state === undefined || !/^(court|government|military|party)$/.test(actor.type)) return actor.name
  const named = [...state.names, ...state.adjectives, ...state.capitals].some(form =>
    actor.name.includes(form),
  )
  return named || !/^\p{Lu}/u.test(actor.name)
    ? actor.name
    : `${state.name}’s ${actor.name.replace(/^The /, '')}`
}

function bare(context: Context, group: NounGroup): string {
  return textOf(context, group.span).replace(
    /^(?:the|a|an|its|their|his|her|this|these|that|those|another)\s+/i,
    '',
  )
}

function ofNoun(context: Context, reading: Reading, parties: Parties, place: string | null): string {
  const group = reading.noun?.group
  if (group === undefined) return namesOf(context, parties.source)
  const noun = bare(context, group)
  const where = place === null || noun.includes(place) ? '' : ` in ${place}`
  const { source, target } = parties
  if (reading.joint && source.length > 1) return `${namesOf(context, source)}: ${noun}${where}`
  if (source.length === 0) return `${capital(noun)}${where}`
  const against = target.length === 0 ? '' : `, ${namesOf(context, target)}`
  const repeats = group.possessor !== null
  return repeats
    ? `${capital(noun)}${against}${where}`
    : `${namesOf(context, source)}${against}: ${noun}${where}`
}

function ofVerb(context: Context, reading: Reading, parties: Parties): string {
  const { clause, roles } = reading
  const verb = clause?.verb
  const sentence = clause === null ? undefined : context.analysis.sentences[clause.sentence]
  const head = verb ? sentence?.tokens[verb.head] : undefined
  if (!clause || !verb || head === undefined) return namesOf(context, parties.source)
  const forms = context.knowledge.verbForms.formsOf(verb.lemma)
  const after = restOf(context, reading, parties, [head.end, clause.span[1]])
  const before =
    roles.patient !== null && roles.patient.span[1] <= verb.span[0] ? ` ${bare(context, roles.patient)}` : ''
  if (verb.voice === 'passive' && parties.source.length === 0) {
    return `${capital(before.trim())} ${forms.participle[0] ?? verb.lemma}${after}`
  }
  const source = parties.source
  const subject =
    source.length > 0
      ? namesOf(context, source)
      : roles.agent === null
        ? ''
        : capital(bare(context, roles.agent))
  const many =
    source.length > 1 ||
    /(?:^|\s)\p{Ll}+s$/u.test(subject) ||
    /(?:ns|ese|ish|men|police|people)$/.test(subject)
  if (verb.negated) return `${subject} ${many ? 'do' : 'does'} not ${forms.base}${before}${after}`
  return `${subject} ${many ? forms.base : (forms.third[0] ?? forms.base)}${before}${after}`
}

/** The words behind the verb, without those that only name again who acts together, or whose the deed is. */
function restOf(context: Context, reading: Reading, parties: Parties, span: Span): string {
  const cut: Span[] = []
  const named = new Set(parties.source.map(it => it.key))
  const known = (group: NounGroup | null) => {
    const actors = group === null ? [] : context.analysis.actorsOf(group)
    return actors.length > 0 && actors.every(it => named.has(it.key))
  }
  const { patient, phrases } = reading.roles
  if (reading.joint && patient !== null && known(patient)) cut.push(patient.span)
  cut.push(...asides(context, reading.clause))
  for (const phrase of reading.clause?.phrases ?? []) {
    if (phrase.object?.temporal) cut.push(phrase.span)
    const again =
      phrase.preposition === 'by' ||
      (reading.joint && (phrase.preposition === 'with' || phrase.preposition === 'between'))
    if (again && known(phrase.object) && (phrases.includes(phrase) || phrase.preposition === 'by'))
      cut.push(phrase.span)
  }
  let words = ''
  let at = span[0]
  for (const [start, end] of cut.sort((a, b) => a[0] - b[0])) {
    if (start < at || end > span[1]) continue
    words += context.analysis.text.slice(at, start)
    at = end
  }
  words += context.analysis.text.slice(at, span[1])
  return words.replace(/[\s.,;:!?"”’]+$/, '').replace(/[\s,]+(?:and|but|or|while)$/, '')
}

/** When it was stands beside the title; what came with it or after it is told elsewhere. */
function asides(context: Context, clause: Clause | null): Span[] {
  if (clause === null) return []
  const sentence = context.analysis.sentences[clause.sentence]
  const times = (sentence?.groups ?? [])
    .filter(group => group.temporal && group.determiner !== 'the')
    .map(group => group.span)
  const inner = (sentence?.clauses ?? [])
    .filter(it => it !== clause && isAside(it, clause, context))
    .map(it => it.span)
  return [...times, ...inner]
}

function isAside(inner: Clause, clause: Clause, context: Context): boolean {
  if (inner.span[0] <= (clause.verb?.span[1] ?? 0)) return false
  const comma = /,\s*$/.test(context.analysis.text.slice(clause.span[0], inner.span[0]))
  if (inner.kind === 'adverbial')
    return inner.marker !== 'to' && inner.marker !== 'until' && inner.marker !== 'if'
  return (inner.kind === 'participle' || inner.kind === 'relative') && comma
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
