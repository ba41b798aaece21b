import type { Ordinal } from '../../record/mentions.ts'
import type { Level, Span } from '../../record/types.ts'
import type { Clause, Entity, NounGroup, Prepositional } from '../../text/types.ts'
import { type Context, textOf } from '../context.ts'
import { within } from '../lookup.ts'
import type { Reading } from './types.ts'

const LEADER =
  /\b(?:president|prime minister|premier|king|queen|emperor|emir|sultan|chancellor|supreme leader|leaders?|heads? of (?:state|government)|crown prince|summits?|taoiseach|pope|general secretary|monarch)\b/i
const VICE =
  /\b(?:vice|deputy)[- ](?:\w+[- ])?(?:ministers?|secretar(?:y|ies)|ministerial)\b|\bvice-minister/i
const MINISTER =
  /\b(?:ministers?|secretar(?:y|ies) of (?:state|defense|commerce|the treasury)|ministerial|foreign secretary|defen[cs]e (?:secretary|chiefs?)|2\+2|treasury secretary|finance leaders|foreign ministers?)\b/i
const WORKING =
  /\b(?:officials?|officers?|diplomats?|director[- ]generals?|working[- ]level|negotiators?|envoys?|delegations?|directors?|experts?|staff)\b/i

/** The rank of those who meet, from the event's own words and from the offices of the people. */
export function levelOf(words: string, actors: readonly Entity[]): Level | null {
  const people = actors.filter(actor => actor.type === 'person')
  const titles = people.map(person => person.roles.map(role => role.title).join(', '))
  if (
    people.length > 0 &&
    titles.every(title => LEADER.test(title) && !VICE.test(title) && !/\bvice\b/i.test(title))
  )
    return 'leader'
  const all = [words, ...titles].join(' ')
  if (VICE.test(all)) return 'vice-minister'
  if (MINISTER.test(all.replace(/prime ministers?/gi, ''))) return 'minister'
  if (LEADER.test(all)) return 'leader'
  return WORKING.test(all) ? 'working' : null
}

const NUMBERS: { readonly [word: string]: number } = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  last: -1,
  final: -1,
}
/** A map: an article may well say "constructor". */
const numbers = new Map(Object.entries(NUMBERS))

/** "first bilateral summit … in 12 years", "the 13th round": the number and the words that hold it. */
export function ordinalOf(context: Context, group: NounGroup | null): Ordinal | null {
  if (group === null) return null
  const sentence = context.analysis.sentences[group.sentence]
  for (let i = group.first; sentence !== undefined && i <= group.last; i++) {
    const word = sentence.tokens[i]?.lower ?? ''
    const digits = /^(\d{1,3})(?:st|nd|rd|th)$/.exec(word)?.[1]
    const n = digits === undefined ? numbers.get(word) : Number(digits)
    if (n === undefined) continue
    // "last week's summit" counts nothing.
    if (n === -1 && group.possessor !== null) continue
    const start = sentence.tokens[i]?.start ?? group.span[0]
    return { n, text: textOf(context, [start, Math.max(group.span[1], group.whole[1])]) }
  }
  return null
}

const AT = new Set(['in', 'at', 'near', 'to', 'into', 'off', 'across', 'over'])

/** Where it happened: a place named after "in" or "at", or where a visit went. */
export function placeOf(context: Context, reading: Reading, around: Clause | null): string | null {
  const phrases: Prepositional[] = [...(reading.noun?.group.phrases ?? []), ...reading.roles.phrases]
  // "was in Tokyo for talks".
  if (reading.clause === null && around?.verb?.lemma === 'be') phrases.push(...around.phrases)
  for (let at: Reading | null = reading.inner; at !== null; at = at.inner) phrases.push(...at.roles.phrases)
  for (const phrase of phrases) {
    if (!AT.has(phrase.preposition) || phrase.object === null || phrase.object.temporal) continue
    if (AT.has(phrase.preposition) && phrase.preposition === 'to' && reading.mode !== 'visit') continue
    const place = placeName(context, phrase.object)
    if (place !== null) return place
  }
  return reading.mode === 'visit' && reading.roles.patient !== null
    ? placeName(context, reading.roles.patient)
    : null
}

/** A group that is nothing but a place's name, without its article. */
function placeName(context: Context, group: NounGroup): string | null {
  const { analysis, knowledge } = context
  const inside = within(analysis.names, group.span).find(
    name => name.type === 'place' && name.end === group.span[1],
  )
  if (inside !== undefined && group.possessor === null) return inside.text
  const words = textOf(context, group.span).replace(/^the /i, '')
  const state = knowledge.states.find(words)
  return state !== undefined && (state.form === 'name' || state.form === 'capital') ? words : null
}

const CONTEXTS: { readonly [name: string]: string } = {
  troop: 'military',
  army: 'military',
  missile: 'military',
  jointexercise: 'military',
  exercise: 'military',
  warship: 'military',
  nuclearweapon: 'cbrn',
  chemicalweapon: 'cbrn',
  nucleartest: 'cbrn',
  nuclearprogram: 'cbrn',
  trademeasure: 'economic',
  tariff: 'economic',
  trade: 'economic',
  export: 'economic',
  debt: 'economic',
  investment: 'economic',
  bank: 'economic',
  court: 'legal',
  lawsuit: 'legal',
  verdict: 'legal',
  charge: 'legal',
  parliament: 'legislative',
  law: 'legislative',
  election: 'election',
  refugee: 'asylum',
  migrant: 'migration',
  compensation: 'reparations',
  reparation: 'reparations',
  redress: 'reparations',
  border: 'territory',
  island: 'territory',
  territory: 'territory',
  intelligence: 'intelligence',
  peacekeeper: 'peacekeeping',
  vaccine: 'health',
  medicine: 'health',
}
const byClass = new Map(Object.entries(CONTEXTS))

/** PLOVER contexts: the row's own, those of its nouns, and `diplomatic` for what diplomats do. */
export function contextsOf(reading: Reading, classesOf: (group: NounGroup) => ReadonlySet<string>): string[] {
  const found = new Set<string>(reading.contexts)
  const { agent, patient, others, phrases } = reading.roles
  for (const group of [agent, patient, ...others, ...phrases.map(phrase => phrase.object)]) {
    if (group === null) continue
    for (const name of classesOf(group)) {
      const context = byClass.get(name)
      if (context !== undefined) found.add(context)
    }
  }
  if (reading.type === 'CONSULT' || reading.type === 'AGREE') found.add('diplomatic')
  return [...found].sort()
}

/** The words of a clause, at most its sentence, without the clause's closing marks. */
export function evidenceOf(context: Context, clause: Clause): Span {
  const words = textOf(context, clause.span)
  return [clause.span[0], clause.span[0] + words.replace(/[\s,;:]+$/, '').length]
}
