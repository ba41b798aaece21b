import { foldName, isAscii, plain } from './spellings.ts'
import { list, readTable } from './tsv.ts'

export interface Office {
  readonly title: string
  /** Year, month or day; '' where it is not known, or the office is still held (`to`). */
  readonly from: string
  readonly to: string
  readonly organization: string | null
}

/** Somebody who held office. */
export interface Person {
  /** `person/yoon-suk-yeol` is made from it. */
  readonly name: string
  /** How a text names the person in short: "Yoon", "Kishida", "Suu Kyi". */
  readonly family: string
  readonly state: string | null
  readonly offices: readonly Office[]
  /** All spellings and orders in full: "Yoon Suk Yeol", "Kishida Fumio". */
  readonly names: readonly string[]
}

export interface People {
  readonly all: readonly Person[]
  /** Several where the name is common. */
  byName(name: string): readonly Person[]
  byFamily(family: string): readonly Person[]
  /** Who of a state held an office of that title on a date (`YYYY-MM-DD`); latest first. */
  holders(state: string, title: string, date: string): readonly Person[]
  /** Every full name, for matching over text. */
  names(): Iterable<[name: string, people: readonly Person[]]>
}

/** Family name first in their own order, which English news keeps. */
const FAMILY_FIRST = new Set(['KOR', 'PRK', 'CHN', 'TWN', 'HKG', 'SGP', 'VNM', 'KHM'])

/** The rows are many, so each index is made when it is first asked. */
export function loadPeople(): People {
  const all = gather()
  const byName = lazy(() => indexBy(all, person => person.names))
  const byFolded = lazy(() => indexBy(all, foldedNames))
  const byFamily = lazy(() => indexBy(all, familyForms))
  const byState = lazy(() => indexBy(all, person => (person.state === null ? [] : [person.state])))
  return {
    all,
    byName: name => byName().get(name) ?? (name.includes(' ') ? (byFolded().get(foldName(name)) ?? []) : []),
    byFamily: family => byFamily().get(family) ?? [],
    holders(state, title, date) {
      const wanted = title.toLowerCase()
      const found: { person: Person; from: string }[] = []
      for (const person of byState().get(state) ?? []) {
        const office = person.offices.find(o => o.title.toLowerCase() === wanted && held(o, date))
        if (office !== undefined) found.push({ person, from: office.from })
      }
      return found.sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0)).map(each => each.person)
    },
    names: () => byName().entries(),
  }
}

function lazy<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function indexBy(
  all: readonly Person[],
  keysOf: (person: Person) => Iterable<string>,
): Map<string, Person[]> {
  const map = new Map<string, Person[]>()
  for (const person of all) {
    for (const key of keysOf(person)) {
      const same = map.get(key)
      if (same === undefined) map.set(key, [person])
      else if (same[same.length - 1] !== person) same.push(person)
    }
  }
  return map
}

/** "al-Maliki" is "Maliki" too, "Erdoğan" "Erdogan". */
function familyForms({ family }: Person): string[] {
  const bare = /^(?:[Aa]l|[Ee]l)[- ]/.test(family) ? [family.slice(3)] : []
  return isAscii(family) ? [family, ...bare] : [family, plain(family), ...bare]
}

function foldedNames(person: Person): string[] {
  return person.names.filter(name => name.includes(' ')).map(foldName)
}

/** Was the office held on the date? Dates of any precision compare by their common prefix. */
export function held(office: Office, date: string): boolean {
  const from = office.from.slice(0, date.length)
  const to = office.to.slice(0, date.length)
  return from <= date.slice(0, office.from.length) && (to === '' || date.slice(0, office.to.length) <= to)
}

function gather(): Person[] {
  const people = new Map<string, { person: Person; offices: Office[]; names: string[] }>()
  for (const row of readTable('people')) {
    const name = row.name ?? ''
    const state = row.state ? row.state : null
    // Rows of one name in several offices are one person, also where an office belongs to an organization.
    const organization = row.organization ? row.organization : null
    let entry = people.get(name)
    if (
      entry !== undefined &&
      entry.person.state !== state &&
      state !== null &&
      entry.person.state !== null
    ) {
      entry = people.get(`${name}/${state}`)
    }
    const family = row.family ?? ''
    if (entry === undefined) {
      const offices: Office[] = []
      const names: string[] = []
      const key = people.has(name) ? `${name}/${state}` : name
      entry = { person: { name, family, state, offices, names }, offices, names }
      people.set(key, entry)
      addSpelling(names, name, family, state)
    }
    entry.offices.push({ title: row.office ?? '', from: row.from ?? '', to: row.to ?? '', organization })
    if (row.aliases) for (const alias of list(row.aliases)) addSpelling(entry.names, alias, family, state)
  }
  return Array.from(people.values(), entry => entry.person)
}

/** "Yoon Suk-yeol" → "Yoon Suk Yeol", "Suk-yeol Yoon"; "Fumio Kishida" → "Kishida Fumio". */
function addSpelling(names: string[], name: string, family: string, state: string | null): void {
  add(names, name)
  const ascii = plain(name)
  add(names, ascii)
  const familyFirst = state !== null && FAMILY_FIRST.has(state)
  if (state !== 'JPN' && !familyFirst && !name.includes('-')) return
  const words = ascii.split(' ')
  const [first, second] = words
  if (words.length !== 2 || first === undefined || second === undefined) return
  if (state === 'JPN' || familyFirst) add(names, `${second} ${first}`)
  const parts = second.split('-')
  if (parts.length === 2 && first === plain(family)) {
    const [a = '', b = ''] = parts
    const capital = b.slice(0, 1).toUpperCase() + b.slice(1)
    add(names, `${first} ${a} ${capital}`)
    add(names, `${first} ${a}-${capital}`)
    add(names, `${first} ${a}${b}`)
    add(names, `${a} ${capital} ${first}`)
  }
}

function add(names: string[], name: string): void {
  if (!names.includes(name)) names.push(name)
}
