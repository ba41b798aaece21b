import type { Clause, NounGroup, Sentence } from '../../text/types.ts'
import type { Context } from '../context.ts'
import { dateOfNoun } from './dates.ts'
import { ordinalOf } from './details.ts'
import { innermost, type PartyFinder } from './parties.ts'
import type { Reader, Reading } from './reading.ts'

/** A noun that names an event, with the clause it stands in. */
export interface NominalEvent {
  reading: Reading
  group: NounGroup
  /** The innermost clause around it. */
  clause: Clause | null
  /** "the meeting", "these talks": refers back, unless it brings its own date or parties. */
  anaphoric: boolean
}

const POINTING = new Set(['the', 'this', 'that', 'these', 'those', 'their', 'its', 'his', 'her', 'both'])

/** Heads that stand for events of the past by themselves. */
function countsAlone(reading: Reading, parties: number, dated: boolean, ordinal: boolean): boolean {
  const weak = reading.noun?.entry.weak ?? false
  if (dated && parties > 0) return true
  if (ordinal && parties > 0 && !weak) return true
  if (weak) return false
  return parties > 0
}

/** "talks could help", "a summit is useless": a noun without article or time may be any such event. */
function isGeneric(group: NounGroup, sentence: Sentence): boolean {
  if (
    group.determiner === 'any' ||
    group.determiner === 'no' ||
    group.determiner === 'every' ||
    group.determiner === 'such'
  )
    return true
  const plural = sentence.tokens[group.head]?.lower.endsWith('s') ?? false
  return (
    plural &&
    group.determiner === null &&
    group.possessor === null &&
    group.phrases.length === 0 &&
    group.first === group.head
  )
}

/** The nouns of a sentence that name events, but for those that a verb has already told ("held talks"). */
export function nominalEvents(
  context: Context,
  sentence: Sentence,
  reader: Reader,
  finder: PartyFinder,
  used: ReadonlySet<NounGroup>,
): NominalEvent[] {
  const found: NominalEvent[] = []
  for (const group of sentence.groups) {
    if (used.has(group) || group.temporal) continue
    const reading = reader.noun(group)
    if (reading === null || isGeneric(group, sentence)) continue
    const parties = finder.ofNoun(group, reading.joint)
    const count = parties.source.length + parties.target.length
    const dated = dateOfNoun(context, group) !== null
    const pointing = POINTING.has(group.determiner ?? '') && !dated
    const alone = countsAlone(reading, count, dated, ordinalOf(context, group) !== null)
    const anaphoric = pointing && count === 0 && !(reading.noun?.entry.weak ?? false)
    if (!alone && !anaphoric) continue
    const head = sentence.tokens[group.head]
    found.push({
      reading,
      group,
      clause: head === undefined ? null : innermost(sentence.clauses, head.start),
      anaphoric,
    })
  }
  return found
}
