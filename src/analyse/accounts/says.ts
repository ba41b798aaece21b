/** What a passage says of an event: when, where, who, how many, and in which words. */
import type { EventNouns } from '../../knowledge/event-nouns.ts'
import type { Frames } from '../../knowledge/frames.ts'
import type { Titles } from '../../knowledge/titles.ts'
import type { VerbTable } from '../../knowledge/verb-forms.ts'
import type { Actor, Event, EventType } from '../../record/types.ts'
import { numbersIn } from './numbers.ts'
import type { Said } from './types.ts'

/** The tables that it works with. */
export interface AccountTables {
  titles: Titles
  frames: Frames
  eventNouns: EventNouns
  verbForms: VerbTable
}

const DAY =
  /\b(?:(?:on|in|since|until|by|last|next|this|early|late) )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|march|april|may|june|july|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?) \d{1,2}(?:, \d{4})?|(?:in|of|since) \d{4})\b/giu

function datesIn(quote: string): Said[] {
  return [...quote.matchAll(DAY)].map(([words]) => ({ field: 'date', value: words }))
}

function holds(quote: string, name: string): boolean {
  const at = quote.toLowerCase().indexOf(name.toLowerCase())
  if (at < 0 || name.length < 3) return false
  const isLetter = (char: string | undefined): boolean => char !== undefined && /\p{L}/u.test(char)
  return !isLetter(quote[at - 1]) && !isLetter(quote[at + name.length])
}

function placesIn(quote: string, { place, accounts }: Event): Said[] {
  const told = accounts.filter(it => it.field === 'place').flatMap(it => it.values.map(v => String(v.value)))
  const places = new Set([...(place === null ? [] : [place]), ...told])
  return [...places].filter(it => holds(quote, it)).map(value => ({ field: 'place', value }))
}

function namesIn(quote: string, actors: readonly Actor[]): Said[] {
  return actors.flatMap(({ name, aliases, type }) => {
    // "two Japanese companies" is a description, and no name that another could leave out.
    if (!/^\p{Lu}/u.test(name)) return []
    const surname = type === 'person' ? name.split(' ').slice(-1) : []
    const named = [name, ...aliases, ...surname].some(it => holds(quote, it))
    return named ? [{ field: 'names', value: name }] : []
  })
}

/** They name an act only together with what they take: "held talks", "have a dispute". */
const LIGHT = new Set(['be', 'do', 'get', 'give', 'go', 'have', 'hold', 'make', 'put', 'set', 'take'])

/** Words of the passage that name an act of one of these types, as they stand: "condemned", "criticised". */
function wordsIn(quote: string, types: ReadonlySet<EventType>, tables: AccountTables): Said[] {
  const found = new Set<string>()
  for (const [word] of quote.matchAll(/\p{Ll}{3,}/gu)) {
    const lemma = tables.verbForms.lemmaOf(word) ?? word
    const noun = tables.eventNouns.find(word) ?? tables.eventNouns.find(word.replace(/s$/, ''))
    if (LIGHT.has(lemma)) continue
    const byVerb = tables.frames.of(lemma).some(({ type }) => type !== null && types.has(type))
    if (byVerb || (noun !== undefined && types.has(noun.type))) found.add(word)
  }
  return [...found].map(value => ({ field: 'word', value }))
}

export function saysOf(quote: string, event: Event, actors: readonly Actor[], tables: AccountTables): Said[] {
  const types = new Set([event.type, ...event.history.map(({ type }) => type)])
  const level = event.level === null ? null : tables.titles.levelOf(quote)
  return [
    ...datesIn(quote),
    ...placesIn(quote, event),
    ...namesIn(quote, actors),
    ...(level === null || level === 'other' ? [] : [{ field: 'level', value: level }]),
    ...numbersIn(quote, tables.verbForms),
    ...wordsIn(quote, types, tables),
  ]
}
