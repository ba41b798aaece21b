import type { Clause, Entity, NounGroup, Sentence } from '../../text/types.ts'
import type { Context } from '../context.ts'
import { innermost, within } from '../lookup.ts'
import { BREAKS_OUT, dateOfNoun, verbOf } from './dates.ts'
import { ordinalOf } from './details.ts'
import type { Parties, PartyFinder } from './parties.ts'
import type { Reader, Reading } from './types.ts'

/** A noun that names an event, with the clause it stands in. */
export interface NominalEvent {
  reading: Reading
  group: NounGroup
  parties: Parties
  /** The innermost clause around it. */
  clause: Clause | null
  /** "the meeting", "these talks": refers back, unless it brings its own date or parties. */
  anaphoric: boolean
  /** Who took part if nothing told before says so: the states that the sentence names. */
  fallback: readonly Entity[]
}

const POINTING = new Set(['the', 'this', 'that', 'these', 'those', 'their', 'its', 'his', 'her', 'both'])
const OPEN = new Set(['any', 'no', 'every', 'such', 'some', 'more', 'another', 'further', 'future'])

/** Whether a noun tells that something took place, by itself. */
function standsAlone(reading: Reading, states: number, dated: boolean, ordinal: boolean): boolean {
  const weak = reading.noun?.entry.weak ?? false
  const enough = reading.joint ? states > 1 : states > 0
  if (!enough) return false
  return dated || (ordinal && !weak) || !weak
}

/** "talks could help", "a summit is useless": a noun without article or time may be any such event. */
function isGeneric(group: NounGroup, sentence: Sentence): boolean {
  if (group.determiner !== null && OPEN.has(group.determiner)) return true
  const bare = group.determiner === null && group.possessor === null && group.phrases.length === 0
  return bare && group.first === group.head && (sentence.tokens[group.head]?.lower.endsWith('s') ?? false)
}

/** "*Clashes* broke out between the two": what is told to have come about is no clash in general. */
function comesAbout(clause: Clause | null, group: NounGroup): boolean {
  const { verb } = clause ?? {}
  if (clause?.subject !== group || !verb?.finite || verb.tense !== 'past' || verb.negated) return false
  return verb.modal === null && BREAKS_OUT.test(verbOf(verb))
}

/** With what the verb takes behind it: "clashes erupted *between Chad and Sudan*". */
function withSides(clause: Clause | null, group: NounGroup): NounGroup {
  if (clause === null || !comesAbout(clause, group)) return group
  const sides = clause.phrases.filter(it => /^(?:between|among|with|against)$/.test(it.preposition))
  return sides.length === 0 ? group : { ...group, phrases: [...group.phrases, ...sides] }
}

/** The nouns of a sentence that name events, but for those that a verb has already told ("held talks"). */
export function nominalEvents(
  context: Context,
  sentence: Sentence,
  reader: Reader,
  finder: PartyFinder,
  used: ReadonlyMap<NounGroup, Parties>,
): NominalEvent[] {
  const found: NominalEvent[] = []
  for (const group of sentence.groups) {
    if (used.has(group) || group.temporal) continue
    const reading = reader.noun(group)
    if (reading === null) continue
    const head = sentence.tokens[group.head]
    const clause = head === undefined ? null : innermost(sentence.clauses, head.start)
    if (isGeneric(group, sentence) && !comesAbout(clause, group)) continue
    for (const parties of partiesOf(context, finder, group, reading, clause, used)) {
      const nominal = judge(context, finder, group, reading, parties, clause)
      if (nominal !== null) found.push(nominal)
    }
  }
  return found
}

/** Who else took part, where the noun says it of one side at most: "the 1965 agreement", "Erdogan's first visit since 2017". */
function fallbackOf(
  context: Context,
  finder: PartyFinder,
  group: NounGroup,
  reading: Reading,
  parties: Parties,
  dated: boolean,
): Entity[] {
  if (reading.joint) return dated ? sentenceStates(context, group) : []
  if (reading.mode !== 'visit' || parties.source.length === 0) return []
  const known = new Set(parties.source.map(it => it.state))
  const other = finder.mainStates(2).filter(it => !known.has(it.state))
  return other.length === 1 ? [...parties.source, ...other] : []
}

function judge(
  context: Context,
  finder: PartyFinder,
  group: NounGroup,
  reading: Reading,
  parties: Parties,
  clause: Clause | null,
): NominalEvent | null {
  const states = stateCount([...parties.source, ...parties.target])
  const dated = dateOfNoun(context, group) !== null
  const alone = standsAlone(reading, states, dated, ordinalOf(context, group) !== null)
  const pointing = POINTING.has(group.determiner ?? '')
  const anaphoric = pointing && states < 2 && !(reading.noun?.entry.weak ?? false)
  if (!alone && !anaphoric) return null
  const fallback = states < 2 ? fallbackOf(context, finder, group, reading, parties, dated) : []
  return { reading, group, parties, clause, anaphoric: anaphoric && !alone, fallback }
}

/** Own parties first; of a further object ("held talks …, *TCOG meetings* since 1999") the verb's; else those around it. */
function partiesOf(
  context: Context,
  finder: PartyFinder,
  group: NounGroup,
  reading: Reading,
  clause: Clause | null,
  used: ReadonlyMap<NounGroup, Parties>,
): Parties[] {
  const several = [...coordinated(finder, group, reading), ...splitByModifiers(context, finder, group)]
  if (several.length > 1) return several
  const withSome = group.phrases.some(phrase => phrase.preposition === 'with')
  const own = finder.ofNoun(
    withSides(clause, group),
    reading.joint,
    withSome ? clause : null,
    reading.type === 'CONSULT',
  )
  // "The *fighting* began in May": between the two that the text is about.
  if (comesAbout(clause, group) && stateCount([...own.source, ...own.target]) === 0) {
    const both = reading.type === 'ASSAULT' || reading.type === 'CONSULT'
    const pair = clause === null || !both ? [] : finder.pair({ ...reading, clause })
    return [pair.length > 0 ? { source: pair, target: [] } : own]
  }
  if (!reading.joint || stateCount(own.source) > 1) return [own]
  const equal = equated(finder, group, clause)
  if (equal !== null && stateCount(equal.source) > 1) return [equal]
  for (const [told, parties] of used)
    if (clause?.objects.includes(group) && clause.objects.includes(told)) return [parties]
  const dated = dateOfNoun(context, group) !== null
  if (!dated && !SIDES.test(context.analysis.text.slice(...group.span))) return [own]
  const around = finder.around(clause, group)
  return [around.length > 1 ? { source: around, target: [] } : own]
}

/** "Last week's summit was *the first between the two governments*": what it is said to be names who took part. */
function equated(finder: PartyFinder, group: NounGroup, clause: Clause | null): Parties | null {
  const same =
    clause?.subject === group && clause.verb?.lemma === 'be' ? (clause.predicate?.group ?? null) : null
  return same === null || !RANK.test(same.lemma) ? null : finder.ofNoun(same, true)
}

const RANK = /^(?:first|second|third|fourth|fifth|sixth|last|latest|one|only)$/
const SIDES = /\b(?:bilateral|trilateral|three-way|two-way)\b/i

/** The two or three states that the sentence names. */
function sentenceStates(context: Context, group: NounGroup): Entity[] {
  const sentence = context.analysis.sentences[group.sentence]
  const states = new Map<string, Entity>()
  for (const name of sentence === undefined
    ? []
    : within(context.analysis.names, [sentence.start, sentence.end])) {
    const entity = name.entity
    if (entity?.state)
      states.set(entity.state, entity.type === 'state' ? entity : (states.get(entity.state) ?? entity))
  }
  return states.size === 2 || states.size === 3 ? [...states.values()] : []
}

/** "*ROK-U.S.* and trilateral summits", where the first pair was taken for a group of its own. */
function coordinated(finder: PartyFinder, group: NounGroup, reading: Reading): Parties[] {
  const before = group.coordinatedWith
  if (!reading.joint || before === null || before.phrases.length > 0) return []
  const source = finder.named.statesNamed(before)
  if (stateCount(source) < 2) return []
  return [{ source, target: [] }, finder.ofNoun(group, true)]
}

/** "*ROK-U.S. and trilateral* summits": one event for each pair of states before a plural. */
function splitByModifiers(context: Context, finder: PartyFinder, group: NounGroup): Parties[] {
  const words = context.analysis.text.slice(...group.span)
  if (!/\band\b/.test(words)) return []
  const sentence = context.analysis.sentences[group.sentence]
  const and =
    sentence?.tokens.findIndex((token, i) => i >= group.first && i <= group.last && token.lower === 'and') ??
    -1
  if (and < 0) return []
  const parts = [
    { ...group, last: and - 1, head: and - 1 },
    { ...group, first: and + 1 },
  ]
  const found = parts.map(part => {
    const text = context.analysis.text.slice(
      sentence?.tokens[part.first]?.start,
      sentence?.tokens[part.last]?.end,
    )
    const named = finder.named.statesNamed(part)
    return named.length < 2 && /\b(?:trilateral|three-way)\b/i.test(text) ? finder.mainStates(3) : named
  })
  return found.every(source => stateCount(source) > 1) ? found.map(source => ({ source, target: [] })) : []
}

export function stateCount(actors: readonly Entity[]): number {
  return new Set(actors.map(it => it.state).filter(state => state !== null)).size
}
