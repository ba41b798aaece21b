import type { Span, Status } from '../../record/types.ts'
import type { Clause, Entity, NounGroup, VerbGroup } from '../../text/types.ts'
import { type Context, textOf } from '../context.ts'
import { within } from '../lookup.ts'
import { cutsOf, restOf } from './behind-verb.ts'
import { isExpected, takesUpClause } from './content.ts'
import { isNotUntil } from './dates.ts'
import type { Parties } from './parties.ts'
import type { Reading } from './types.ts'

const LONGEST = 96
/** Where a title that is too long may end: before what says how, why or with what more. */
const BREAK = /,? (?:and|but|or|which|who|that|to|with|in|on|at|for|from|over|after|before|as|by|of) |, /g

/** A line of a chronology: "Yoon Suk-yeol and Fumio Kishida hold summit in Phnom Penh". */
export function titleOf(
  context: Context,
  whole: Reading,
  parties: Parties,
  place: string | null,
  status: Status,
): string {
  const reading = isExpected(whole) ? whole.inner : whole
  const words =
    reading.clause === null || (isHeld(reading) && parties.source.length > 0)
      ? ofNoun(context, reading, parties, place)
      : ofVerb(context, reading, parties, status)
  const title = words
    // A day that stood in brackets is cut, and its brackets with it: "agreed on Thursday (March 16) to".
    .replace(/\(\s*\)/g, ' ')
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
  // "*its* parliament": in a line of its own it is said whose.
  const owned = /^(?:its|their|his|her) (.+)$/i.exec(actor.name)?.[1]
  if (state !== undefined && owned !== undefined) return `${state.name}’s ${owned}`
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

/** "*Negotiations* were halted": what opened the sentence stands in the middle of the line. */
function inMidst({ analysis }: Context, { sentence, first }: NounGroup, words: string): string {
  const opening = analysis.sentences[sentence]?.tokens[first]
  const isName = opening === undefined || opening.pos === 'PROPN' || /\p{Lu}.*\p{Lu}/u.test(opening.text)
  return first > 0 || isName ? words : words.charAt(0).toLowerCase() + words.slice(1)
}

/** "the two sides’ *agreement*": whose it is stands before the colon. */
function withoutOwner(context: Context, group: NounGroup, noun: string): string {
  if (group.possessor === null) return noun
  const rest = textOf(context, [group.possessor.span[1], group.span[1]]).replace(/^['’]?s?\s+/, '')
  return rest === '' ? noun : rest + kindOf(context, group)
}

/** "round *of talks*". */
function kindOf(context: Context, group: NounGroup): string {
  const phrase = group.phrases.find(it => it.preposition === 'of')
  if (phrase === undefined || !/^(?:round|series|leg|session)$/.test(group.lemma)) return ''
  return ` ${textOf(context, phrase.span)}`
}

function ofNoun(context: Context, reading: Reading, parties: Parties, place: string | null): string {
  const group = reading.noun?.group
  if (group === undefined) return namesOf(context, parties.source)
  const noun = bare(context, group) + kindOf(context, group)
  const where = place === null || noun.includes(place) ? '' : ` in ${place}`
  const { source, target } = parties
  if (reading.joint && source.length > 1)
    return `${namesOf(context, source)}: ${withoutOwner(context, group, noun)}${where}`
  if (reading.mode === 'visit' && source.length > 0 && target.length > 0) {
    const to = namesOf(context, target)
    const of = `${namesOf(context, source)}: ${withoutOwner(context, group, noun)}`
    return noun.includes(to) ? of : `${of} to ${to}`
  }
  if (source.length === 0) return `${capital(noun)}${where}`
  const against = target.length === 0 ? '' : `, ${namesOf(context, target)}`
  const repeats = group.possessor !== null
  return repeats
    ? `${capital(noun)}${against}${where}`
    : `${namesOf(context, source)}${against}: ${noun}${where}`
}

function ofVerb(context: Context, reading: Reading, parties: Parties, status: Status): string {
  const { clause, roles } = reading
  const verb = clause?.verb
  const sentence = clause === null ? undefined : context.analysis.sentences[clause.sentence]
  const head = verb ? sentence?.tokens[verb.head] : undefined
  if (!clause || !verb || head === undefined) return namesOf(context, parties.source)
  const forms = context.knowledge.verbForms.formsOf(verb.lemma)
  const rest = restOf(context, reading, parties, [head.end, endOf(clause)])
  const before =
    roles.patient !== null &&
    roles.patient !== actOf(context, reading) &&
    !takesUpClause(reading) &&
    roles.patient.span[1] <= verb.span[0]
      ? ` ${inMidst(context, roles.patient, bare(context, roles.patient))}`
      : ''
  if (reading.head === 'expect' && verb.voice === 'passive')
    return `${namesOf(context, parties.source)} expected${rest}`
  if (verb.voice === 'passive' && (parties.source.length === 0 || isOwnPatient(context, reading, parties))) {
    const done = forms.participle[0] ?? verb.lemma
    return `${capital(before.trim())} ${status === 'planned' ? `to be ${done}` : done}${rest}`
  }
  const source = subjectsOf(context, reading, parties, [head.end, endOf(clause)])
  // "Talks between the two collapsed": what came to nothing is the subject, and not who held it.
  const act = actOf(context, reading)
  const subject =
    act !== null
      ? capital(textOf(context, act.whole))
      : source.length > 0
        ? (ownWords(context, roles.agent, source) ?? namesOf(context, source))
        : roles.agent === null
          ? ''
          : capital(bare(context, roles.agent))
  const many =
    source.length > 1 ||
    /(?:^|\s)\p{Ll}+s$/u.test(subject) ||
    (source[0]?.type !== 'person' && /(?:ns|ese|ish|men|police|people)$/.test(subject)) ||
    (source[0]?.type === 'public' && /\ws$/.test(subject)) ||
    (source[0] !== undefined && GROUPS.test(source[0].type) && /(?:is|ists|ers|els|orces)$/.test(subject)) ||
    (act !== null && isPluralNoun(context, act)) ||
    (source.length === 0 && roles.agent !== null && isPluralNoun(context, roles.agent))
  const planned = reading.operator === 'plan' && verb.voice === 'passive' ? reading.inner : null
  if (planned?.noun && clause.complement?.verb)
    return `${ofNoun(context, planned, parties, null)} to ${textOf(context, [clause.complement.verb.span[0], endOf(clause.complement)])}`.replace(
      /\bto to\b/,
      'to',
    )
  const finite = many ? forms.base : (forms.third[0] ?? forms.base)
  // "“China should stop,” said Ruiz": what is said stands before the verb.
  const said = clause.complement
  if (said !== null && said.span[1] <= verb.span[0] && takesWords(context, verb))
    return `${namesOf(context, source)}: ${capital(textOf(context, said.span).replace(/^["“\s]+|[",”\s]+$/g, ''))}`
  const after = status === 'reported' && !verb.negated ? inPresent(context, rest, many) : rest
  // "a field which the two agreed to develop jointly": agree to develop *the field* jointly.
  const inner = before !== '' && clause.complement?.marker === 'to' ? clause.complement.verb : null
  const to = inner === null ? '' : ` to ${inner.lemma}`
  if (inner !== null && after.includes(to))
    return `${subject} ${predicate(reading, verb, finite, forms.base, many, status)}${after.replace(to, `${to}${before}`)}`
  return `${subject} ${predicate(reading, verb, finite, forms.base, many, status)}${before || taken(reading)}${after}`
}

/** "*Six Chinese vessels* blocked the boats": who is only described is told in the words of the place, if they say whose. */
function ownWords(context: Context, agent: NounGroup | null, source: readonly Entity[]): string | null {
  const [actor, ...others] = source
  if (agent === null || actor?.state == null || others.length > 0) return null
  if (actor.type === 'person' || actor.key.startsWith('org/')) return null
  // "*Six Kenyan ships* blocked …": Kenya, and in no other words than these.
  if (actor.type === 'state' ? context.analysis.actorsOf(agent).length > 0 : actor.known) return null
  const state = context.knowledge.states.get(actor.state)
  const words = textOf(context, agent.span).replace(/^the /i, '')
  const named = [...(state?.names ?? []), ...(state?.adjectives ?? []), ...(state?.capitals ?? [])]
  if (named.some(form => words.includes(form))) return words
  // "*it* accused": the words of another place may be of another of its kind, "six Chinese vessels".
  const kind = /^[A-Z]{3}\/(.+)$/.exec(actor.key)?.[1]?.replaceAll('-', ' ')
  const head = /(\p{L}+)$/u.exec(words)?.[1]?.toLowerCase()
  const other = kind !== undefined && head !== undefined && !actor.name.toLowerCase().includes(head)
  // "*the soldiers* left", named before as "the Indian navy"
  const whole = agent.determiner === 'the' && agent.possessor === null && agent.phrases.length === 0
  if (other && whole && state !== undefined && /^\p{Ll}/u.test(words)) return `${state.name}’s ${words}`
  const pronoun = PRONOUN.test(agent.lemma)
  return pronoun &&
    kind !== undefined &&
    state !== undefined &&
    /\d|^(?:two|three|four|five|six|seven|eight|nine|ten|some|several|many)\b/i.test(actor.name)
    ? `${state.name}’s ${kind}`
    : null
}

const PRONOUN = /^(?:it|they|he|she|we|who|which|that|this)$/

function takesWords({ knowledge }: Context, { lemma }: VerbGroup): boolean {
  return knowledge.verbClasses.has(lemma, 'reporting')
}

/** "*Talks between the two* collapsed", "*flights* resumed": a subject that is nobody. */
function actOf({ analysis }: Context, { clause, roles }: Reading): NounGroup | null {
  const { agent, patient } = roles
  if (agent !== null) return patient === null && analysis.actorsOf(agent).length === 0 ? agent : null
  return clause?.verb?.voice === 'active' && clause.subject === patient ? patient : null
}

/** "trained *and armed* the group": the second verb stands in the tense of the line, too. */
function inPresent({ knowledge }: Context, rest: string, many: boolean): string {
  const second = /^ and (\p{Ll}+)(?= (?:the|a|an|its|their|his|her|\p{Lu}))/u.exec(rest)?.[1]
  if (second === undefined) return rest
  const past = knowledge.verbForms.readingsOf(second).find(({ form }) => form?.startsWith('past') === true)
  if (past === undefined) return rest
  const { base, third } = knowledge.verbForms.formsOf(past.lemma)
  return rest.replace(` and ${second}`, ` and ${many ? base : (third[0] ?? base)}`)
}

const GROUPS = /^(?:organization|party|military|group|public)$/

function isPluralNoun(context: Context, { head, sentence }: NounGroup): boolean {
  return /[^su]s$/.test(context.analysis.sentences[sentence]?.tokens[head]?.lower ?? '')
}

/** "visits", "to visit", "could visit", "will not visit". */
function predicate(
  reading: Reading,
  verb: VerbGroup,
  finite: string,
  base: string,
  many: boolean,
  status: Status,
): string {
  const ahead = verb.tense === 'future' || verb.modal === 'will' || verb.modal === 'would'
  if (verb.negated && !(reading.clause !== null && isNotUntil(reading.clause)))
    return `${ahead ? 'will' : verb.modal === 'could' || verb.modal === 'can' ? 'could' : many ? 'do' : 'does'} not ${base}`
  // "plans to visit", "considers sending": the verb says it.
  if (reading.operator === 'plan' || reading.operator === 'hope' || reading.operator === 'attempt')
    return finite
  if (status === 'planned') return `to ${base}`
  return status === 'hypothetical' ? `could ${base}` : finite
}

/** "…, which Japan deemed unacceptable": "Japan deems *this* unacceptable". */
function taken(reading: Reading): string {
  return takesUpClause(reading) && reading.clause?.complement?.verb?.lemma !== 'do' ? ' this' : ''
}

/** "the navy was put on alert": nobody else did it. */
function isOwnPatient(context: Context, { roles }: Reading, parties: Parties): boolean {
  if (roles.agent !== null || roles.patient === null) return false
  const acted = new Set(context.analysis.actorsOf(roles.patient).map(it => it.key))
  return parties.source.every(it => acted.has(it.key))
}

/** "…, Athens said": who says so is no part of what was done. */
function endOf(clause: Clause): number {
  let end = clause.span[1]
  const from = clause.verb?.span[1] ?? end
  for (let at = clause.parent; at !== null; at = at.parent) {
    const said = at.subject?.span[0] ?? from
    if (said > from && said < end && at.verb !== null && at.verb.span[0] > said) end = said
  }
  return end
}

/**
 * Who stands before the verb. "The minister met *his Sudanese counterpart*", "brokered a truce between *Chad and
 * Niger*": who is named behind it is not named twice.
 */
function subjectsOf(context: Context, reading: Reading, parties: Parties, span: Span): readonly Entity[] {
  const { agent } = reading.roles
  const own = new Set(agent === null ? [] : context.analysis.actorsOf(agent).map(it => it.key))
  const first = parties.source.filter(it => own.has(it.key))
  if (first.length === 0 || first.length === parties.source.length) return parties.source
  const cut = cutsOf(context, reading, parties)
  const behind = context.analysis.sentences[reading.clause?.sentence ?? -1]?.groups ?? []
  const named = behind
    .filter(it => it.span[0] >= span[0] && it.span[1] <= span[1])
    .filter(it => !cut.some(([start, end]) => start <= it.span[0] && it.span[1] <= end))
    // "the first *leaders'* meeting *between the two*": who is only meant there is not named.
    .filter(it => within(context.analysis.names, it.whole).length > 0)
    .flatMap(it => [
      ...context.analysis.actorsOf(it),
      ...(it === reading.roles.patient ? context.analysis.statesIn(it) : []),
    ])
  return parties.source.filter(
    it => own.has(it.key) || !named.some(({ key, state }) => key === it.key || state === it.key),
  )
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
