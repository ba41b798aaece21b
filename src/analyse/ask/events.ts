/** Events that answer a question. */
import { stemOf } from '../../knowledge/answers.ts'
import type { Event } from '../../record/types.ts'
import {
  anyParty,
  type Bench,
  contentFit,
  counts,
  inTime,
  issueFit,
  quotesOf,
  timeLine,
  Wording,
} from './match.ts'
import type { Party, Query } from './types.ts'

/** They say that something is done; the word behind them says what. */
const LIGHT = /^(?:decid|choos|begin|start|continu|mov|mak|tak|hold|giv|hav|go)/
const VISITS = /^(?:visit|travel|go|fly|come|arrive|land)$/
const HOSTS = ['receive', 'host', 'welcome', 'greet'].map(stemOf)

interface Deed {
  stems: ReadonlySet<string>
  classes: ReadonlySet<string>
  heads: ReadonlySet<string>
  /** "does not offer". */
  negated: boolean
}

/** "South Korea decides to suspend …": the words behind the names; of a title that names a thing, all of them. */
export function deedOf({ title }: Event, { knowledge }: Bench): Deed {
  const colon = title.indexOf(': ')
  const nominal = colon > 0
  const words =
    (nominal ? title.slice(colon + 2) : title).match(/(?<![\p{L}\p{N}'’-])\p{Ll}[\p{L}-]+/gu) ?? []
  const said = words.filter(
    word => !/^(?:the|an?|of|and|to|in|on|for|with|by|at|its|his|her|their)$/.test(word),
  )
  const from = LIGHT.test(said[0] ?? '') ? 1 : 0
  const own = nominal ? said : said.slice(from, from + 1)
  const forms = own.flatMap(word => [word, word.replace(/s$/, ''), word.replace(/es$/, '')])
  const { answers, eventHeads } = knowledge
  return {
    stems: new Set(own.map(stemOf)),
    classes: nominal ? answers.in(said).classes : answers.at(said.slice(from)).classes,
    heads: new Set(forms.flatMap(form => eventHeads.classOf(form)?.name ?? [])),
    negated: words.slice(0, 3).includes('not'),
  }
}

const shares = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some(it => b.has(it))

function verbFit(query: Query, event: Event, bench: Bench): string[] | null {
  const deed = deedOf(event, bench)
  if (deed.negated) return null
  const { verb } = query
  if (verb === null) return []
  if (query.types.has(event.type)) return [`${event.type} is what “${verb}” asks for`]
  const sameOnly = query.stances.size > 0
  if (deed.stems.has(stemOf(verb))) return [`the same verb: ${verb}`]
  if (sameOnly) return null
  // Who receives a guest does not visit.
  if (VISITS.test(verb) && query.doers.length > 0 && HOSTS.some(stem => deed.stems.has(stem))) return null
  if (VISITS.test(verb))
    return event.mode === 'visit' || deed.classes.has('travel') || deed.stems.has('visit')
      ? ['it is a visit']
      : null
  if (shares(query.deeds, deed.classes)) return [`it does what “${verb}” says`]
  const alike =
    shares(query.heads, deed.heads) &&
    !['agreement-on', 'announcement', 'relief', 'curb', 'aid'].some(it => query.heads.has(it))
  return alike ? [`an event of the same kind as “${verb}”`] : null
}

function placeFit(party: Party, { place }: Event, { knowledge }: Bench): boolean {
  if (place === null) return false
  if (place.includes(party.text)) return true
  const state = knowledge.states.find(place)?.state.iso3 ?? knowledge.places.byName(place)?.state ?? null
  return party.isState && state === party.state
}

/** Where somebody is done to, the answer must not be what they did. */
function sideFit(query: Query, event: Event, wording: Wording, bench: Bench): string[] | null {
  const lines: string[] = []
  for (const party of query.doers) {
    if (!anyParty(bench, party, event.source)) return null
    lines.push(`${party.text} acts`)
  }
  const strict =
    query.wanted === 'who' && query.doers.length === 0 && event.type !== 'CONSULT' && event.type !== 'AGREE'
  for (const party of query.others) {
    const target = anyParty(bench, party, event.target)
    const source = anyParty(bench, party, event.source)
    if (strict && source && !target) return null
    if (
      !target &&
      !source &&
      !event.states.some(id => party.isState && id === party.state) &&
      !placeFit(party, event, bench) &&
      !wording.names(party)
    )
      return null
    // "Did Seoul accuse Tokyo": not by accusing itself.
    if (query.doers.length > 0 && source && !target && !wording.names(party)) return null
    lines.push(`${party.text} is ${target ? 'on the other side' : source ? 'of it' : 'named'}`)
  }
  return lines
}

export function eventFit(query: Query, event: Event, bench: Bench): string[] | null {
  if (event.status !== 'reported' || !inTime(event.date, query)) return null
  if (query.types.size > 0 && !query.types.has(event.type)) return null
  const verb = query.wanted === 'how-many' ? [] : verbFit(query, event, bench)
  if (verb === null) return null
  const wording = new Wording([event.title, ...quotesOf(event.evidence)], bench)
  const sides = sideFit(query, event, wording, bench)
  const content = sides && contentFit(query, wording)
  const issues = content && issueFit(query, event.issues, wording)
  if (sides === null || issues === null || content === null) return null
  if (query.wanted === 'how-many') {
    const number = query.counted === null ? null : counts(query.counted, wording.text)
    if (number === null || (query.verb !== null && !wording.holds(query.verb))) return null
    return [`it counts: ${number}`, ...sides, ...content, ...timeLine(query)]
  }
  return [...verb, ...sides, ...issues, ...content, ...timeLine(query)]
}
