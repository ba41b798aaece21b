import { list, readTable } from './tsv.ts'

/** "c" a large city, "t" a town, "r" a region, a river or a quarter. */
export type PlaceKind = 'c' | 't' | 'r'

/**
 * Long lists of names as evidence: what is in them is often something else as well ("Reading", "Chicago", "Marine").
 * The tables of `Places`, `Organizations` and `GivenNames` are shorter and hold by themselves.
 */
export interface Gazetteer {
  placeKind(name: string): PlaceKind | null
  /** The state of a town or a region; null where several have one of the name. */
  stateOf(name: string): string | null
  /** "band", "club", "company" …; null for what is not in the list. */
  bodyKind(name: string): string | null
  /** "people", "faith", "product" …: a name of no person, place or body; null for what is not in the list. */
  otherKind(name: string): string | null
  /** Where the longest body of several words ends that begins at `start`: "Marks and Spencer", "30 Seconds to Mars". */
  bodyAt(text: string, start: number): number | null
  isGiven(name: string): boolean
  isFamily(name: string): boolean
}

export function loadGazetteer(): Gazetteer {
  const places = new Map<string, PlaceKind>()
  const states = new Map<string, string>()
  const putPlace = (form: string, kind: PlaceKind, state: string): void => {
    if (places.has(form)) return
    places.set(form, kind)
    if (state !== '') states.set(form, state)
  }
  const putPlaces = (names: readonly string[], kind: PlaceKind, state: string): void => {
    for (const name of names) {
      putPlace(name, kind, state)
      putPlace(plain(name), kind, state)
    }
  }
  for (const row of readTable('regions')) putPlaces(list(row.names), 'r', row.state ?? '')
  for (const row of readTable('cities'))
    putPlaces(list(row.names), row.kind === 'city' ? 'c' : 't', row.state ?? '')
  const bodies = new Map<string, string>()
  for (const row of readTable('bodies'))
    for (const name of list(row.names)) if (!bodies.has(name)) bodies.set(name, row.kind ?? '')
  const others = new Map<string, string>()
  for (const row of readTable('other-names'))
    for (const name of list(row.names)) others.set(name, row.kind ?? '')
  const byFirst = new Map<string, string[]>()
  for (const name of bodies.keys()) {
    // The others are found as runs of capitals.
    if (!/ (?:\p{Ll}|&|N' )|[!?']|^\d/u.test(name)) continue
    const first = firstWord(name, 0)
    const same = byFirst.get(first)
    if (same === undefined) byFirst.set(first, [name])
    else same.push(name)
  }
  for (const same of byFirst.values()) same.sort((a, b) => b.length - a.length)
  const given = new Set<string>()
  const family = new Set<string>()
  for (const row of readTable('person-names')) {
    const names = row.kind === 'given' ? given : family
    for (const name of (row.names ?? '').split(' ')) names.add(name).add(plain(name))
  }
  return {
    placeKind: name => places.get(name) ?? null,
    stateOf: name => states.get(name) ?? null,
    bodyKind: name => bodies.get(name) ?? null,
    otherKind: name => others.get(name) ?? null,
    bodyAt(text, start) {
      for (const name of byFirst.get(firstWord(text, start)) ?? []) {
        const end = start + name.length
        if (text.startsWith(name, start) && !/[\p{L}\p{N}]/u.test(text[end] ?? ' ')) return end
      }
      return null
    },
    isGiven: name => given.has(name),
    isFamily: name => family.has(name),
  }
}

function firstWord(text: string, start: number): string {
  const end = text.indexOf(' ', start)
  return text.slice(start, end < 0 ? text.length : end)
}

/** "Farīdpur" is written "Faridpur" more often than not. */
function plain(name: string): string {
  return /[\u0080-\uffff]/.test(name)
    ? name
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .replaceAll('\u2019', "'")
    : name
}
