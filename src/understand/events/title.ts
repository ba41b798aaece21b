import type { Entity, NounGroup } from '../../text/types.ts'
import { type Context, textOf } from '../context.ts'
import type { Parties } from './parties.ts'
import type { Reading } from './reading.ts'

const LONGEST = 110

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
  return title.length <= LONGEST ? title : `${title.slice(0, title.lastIndexOf(' ', LONGEST))} …`
}

/** "held talks": the noun says it all. */
function isHeld(reading: Reading): boolean {
  return reading.noun !== null && reading.type === 'CONSULT' && reading.operator === null
}

export function namesOf(actors: readonly Entity[]): string {
  const names = actors.map(actor => actor.name)
  // A state beside its own leader adds nothing.
  const shown = actors.some(it => it.type === 'person')
    ? actors
        .filter(it => it.type !== 'state' || !actors.some(p => p.type === 'person' && p.state === it.state))
        .map(it => it.name)
    : names
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

function bare(context: Context, group: NounGroup): string {
  return textOf(context, group.span).replace(
    /^(?:the|a|an|its|their|his|her|this|these|that|those|another)\s+/i,
    '',
  )
}

function ofNoun(context: Context, reading: Reading, parties: Parties, place: string | null): string {
  const group = reading.noun?.group
  if (group === undefined) return namesOf(parties.source)
  const noun = bare(context, group)
  const where = place === null || noun.includes(place) ? '' : ` in ${place}`
  const { source, target } = parties
  if (reading.joint && source.length > 1) return `${namesOf(source)}: ${noun}${where}`
  if (source.length === 0) return `${capital(noun)}${where}`
  const against = target.length === 0 ? '' : `, ${namesOf(target)}`
  const repeats = group.possessor !== null
  return repeats ? `${capital(noun)}${against}${where}` : `${namesOf(source)}${against}: ${noun}${where}`
}

function ofVerb(context: Context, reading: Reading, parties: Parties): string {
  const { clause, roles } = reading
  const verb = clause?.verb
  const sentence = clause === null ? undefined : context.analysis.sentences[clause.sentence]
  const head = verb ? sentence?.tokens[verb.head] : undefined
  if (!clause || !verb || head === undefined) return namesOf(parties.source)
  const forms = context.knowledge.verbForms.formsOf(verb.lemma)
  const after = context.analysis.text.slice(head.end, clause.span[1]).replace(/[\s.,;:!?"”’]+$/, '')
  if (verb.voice === 'passive') {
    const subject = roles.patient === null ? '' : bare(context, roles.patient)
    return `${capital(subject)} ${forms.participle[0] ?? verb.lemma}${after}`
  }
  const source = parties.source
  const subject =
    source.length > 0 ? namesOf(source) : roles.agent === null ? '' : capital(bare(context, roles.agent))
  const many = source.length > 1 || (source.length === 0 && /s$/.test(subject))
  if (verb.negated) return `${subject} ${many ? 'do' : 'does'} not ${forms.base}${after}`
  return `${subject} ${many ? forms.base : (forms.third[0] ?? forms.base)}${after}`
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
