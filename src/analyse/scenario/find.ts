/** Which factor of a map is meant: "threat:PRK", "threat (PRK)", "north-korean-threat", "missile launches by Pyongyang". */
import type { Knowledge } from '../../knowledge/index.ts'
import { EntenteError } from '../../record/errors.ts'
import { byCodePoint, slug } from '../../record/ids.ts'
import type { MapFactor } from '../map/types.ts'

export interface Lore extends Pick<Knowledge, 'states' | 'factors'> {
  /** What else may be tried where no factor answers. */
  hint?: string
}

const SMALL = new Set('a an the of in by to at and from with over on for between its their'.split(' '))
/** How many are named where nothing or too much fits. */
const NAMED = 6
/** "United States of America", "Republic of South Africa". */
const LONGEST_STATE = 4

const stem = (word: string): string =>
  word.length > 3 && word.endsWith('ies')
    ? `${word.slice(0, -3)}y`
    : word.length > 3 && /[^su]s$/.test(word)
      ? word.slice(0, -1)
      : word

function wordsOf(text: string): string[] {
  return text
    .replace(/['’]s\b/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
}

const stemsOf = (text: string): string[] =>
  wordsOf(text.toLowerCase())
    .filter(word => !SMALL.has(word))
    .map(stem)

/** Of `threat:PRK` the states, "PRK". */
const statesOf = (id: string): string[] => id.split(':').slice(1)

const titled = (words: readonly string[]): string =>
  words.map(word => word.slice(0, 1).toUpperCase() + word.slice(1)).join(' ')

interface Query {
  /** States that the words name, and the words that are left. */
  states: Set<string>
  rest: string[]
  all: string[]
  /** The row of the inventory that the rest means. */
  row: string | null
}

function readQuery(words: string, known: ReadonlySet<string>, { states, factors }: Lore): Query {
  const tokens = wordsOf(words)
  const found = new Set<string>()
  const rest: string[] = []
  const stateIn = (part: readonly string[]): string | null => {
    const text = part.join(' ')
    for (const form of [text, titled(part), text.length <= 4 ? text.toUpperCase() : text]) {
      const state = states.find(form) ?? null
      // "the North" is a state only where it is said which.
      if (state !== null && state.form !== 'loose' && known.has(state.state.iso3)) return state.state.iso3
    }
    return known.has(text) ? text : null
  }
  for (let i = 0; i < tokens.length; ) {
    let taken = 0
    for (let length = Math.min(LONGEST_STATE, tokens.length - i); length > 0 && taken === 0; length--) {
      const state = stateIn(tokens.slice(i, i + length))
      if (state === null) continue
      found.add(state)
      taken = length
    }
    const token = tokens[i] ?? ''
    if (taken === 0 && !SMALL.has(token.toLowerCase())) rest.push(stem(token.toLowerCase()))
    i += Math.max(1, taken)
  }
  return { states: found, rest, all: stemsOf(words), row: factors.match(rest)?.factor.id ?? null }
}

/** How well a factor answers: 0 not at all; the less it says beyond the words, the better. */
function likeness(factor: MapFactor, query: Query): number {
  const own = new Set([...stemsOf(factor.id), ...stemsOf(factor.name)])
  const base = new Set(stemsOf(factor.id.split(':')[0] ?? ''))
  const states = statesOf(factor.id)
  const more = (said: number, by: number) => 1 / (1 + Math.max(0, said - by))
  if (query.all.length > 0 && query.all.every(word => own.has(word)))
    return 2 + more(base.size + states.length, query.all.length)
  if (![...query.states].every(state => states.includes(state))) return 0
  const beyond = states.length - query.states.size
  if (query.states.size > 0 && query.rest.every(word => own.has(word)))
    return 2 + more(base.size + beyond, query.rest.length)
  return query.row !== null && factor.id.split(':')[0] === query.row ? 1 + more(1 + beyond, 1) : 0
}

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let k = 1; k <= b.length; k++) {
      const changed = (row[k - 1] ?? 0) + (a[i - 1] === b[k - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[k] ?? 0) + 1, (next[k - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

function nearest(words: string, factors: readonly MapFactor[]): string[] {
  const wanted = new Set(stemsOf(words))
  const key = slug(words)
  const shared = ({ id, name }: MapFactor) =>
    new Set([...stemsOf(id), ...stemsOf(name)].filter(word => wanted.has(word))).size
  return factors
    .filter(factor => factor.id.length <= 60)
    .map(factor => ({ factor, near: 10 * shared(factor) - distance(key, slug(factor.id)) }))
    .sort((a, b) => b.near - a.near || byCodePoint(a.factor.id, b.factor.id))
    .slice(0, NAMED)
    .map(({ factor }) => factor.id)
}

/** The id of the factor that the words mean; an error that names the nearest where that is none or more than one. */
export function findFactor(words: string, factors: readonly MapFactor[], lore: Lore): string {
  const plain = words.trim().toLowerCase()
  const hint = lore.hint === undefined ? '' : `; ${lore.hint}`
  const exact =
    factors.find(({ id }) => id === words.trim()) ??
    factors.find(({ id, name }) => slug(id) === slug(words) || name.toLowerCase() === plain)
  if (exact !== undefined) return exact.id
  const known = new Set(factors.flatMap(({ id }) => statesOf(id)))
  const query = readQuery(words, known, lore)
  const fits = factors
    .map(factor => ({ id: factor.id, fit: likeness(factor, query) }))
    .filter(it => it.fit > 0)
  const best = Math.max(0, ...fits.map(it => it.fit))
  const chosen = fits.filter(it => it.fit === best).map(it => it.id)
  if (chosen.length === 1 && chosen[0] !== undefined) return chosen[0]
  if (factors.length === 0) throw new EntenteError('E_USAGE', `"${words}": the map has no factors${hint}`)
  throw new EntenteError(
    'E_USAGE',
    chosen.length > 1
      ? `"${words}" may be any of ${listed(chosen)}; take one of them`
      : `"${words}" is no factor of this map; the nearest are ${nearest(words, factors).join(', ')}${hint}`,
  )
}

function listed(ids: readonly string[]): string {
  const rest = ids.length - NAMED
  return ids.slice(0, NAMED).join(', ') + (rest > 0 ? ` and ${rest} more` : '')
}
