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

export function loadPeople(): People {
  const all = gather()
  const byName = new Map<string, Person[]>()
  const byFamily = new Map<string, Person[]>()
  const byState = new Map<string, Person[]>()
  for (const person of all) {
    for (const name of person.names) add(byName, name, person)
    for (const family of new Set([person.family, plain(person.family)])) add(byFamily, family, person)
    if (person.state !== null) add(byState, person.state, person)
  }
  return {
    all,
    byName: name => byName.get(name) ?? [],
    byFamily: family => byFamily.get(family) ?? [],
    holders(state, title, date) {
      const wanted = title.toLowerCase()
      const found: { person: Person; from: string }[] = []
      for (const person of byState.get(state) ?? []) {
        const office = person.offices.find(o => o.title.toLowerCase() === wanted && held(o, date))
        if (office !== undefined) found.push({ person, from: office.from })
      }
      return found.sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0)).map(each => each.person)
    },
    names: () => byName.entries(),
  }
}

/** Was the office held on the date? Dates of any precision compare by their common prefix. */
export function held(office: Office, date: string): boolean {
  const from = office.from.slice(0, date.length)
  const to = office.to.slice(0, date.length)
  return from <= date.slice(0, office.from.length) && (to === '' || date.slice(0, office.to.length) <= to)
}

function gather(): Person[] {
  const people = new Map<string, { person: Person; offices: Office[]; names: Set<string> }>()
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
    if (entry === undefined) {
      const offices: Office[] = []
      const names = new Set<string>()
      const key = people.has(name) ? `${name}/${state}` : name
      entry = { person: { name, family: row.family ?? '', state, offices, names: [] }, offices, names }
      people.set(key, entry)
    }
    entry.offices.push({ title: row.office ?? '', from: row.from ?? '', to: row.to ?? '', organization })
    for (const spelling of [name, ...list(row.aliases)]) {
      for (const variant of variants(spelling, row.family ?? '', state)) entry.names.add(variant)
    }
  }
  return [...people.values()].map(({ person, names }) => ({ ...person, names: [...names] }))
}

/** "Yoon Suk-yeol" → "Yoon Suk Yeol", "Suk-yeol Yoon"; "Fumio Kishida" → "Kishida Fumio". */
function* variants(name: string, family: string, state: string | null): Generator<string> {
  yield name
  const ascii = plain(name)
  yield ascii
  const words = ascii.split(' ')
  const [first, second] = words
  if (words.length === 2 && first !== undefined && second !== undefined) {
    if (state === 'JPN' || (state !== null && FAMILY_FIRST.has(state))) yield `${second} ${first}`
    const parts = second.split('-')
    if (parts.length === 2 && first === plain(family)) {
      const [a = '', b = ''] = parts
      const capital = b.slice(0, 1).toUpperCase() + b.slice(1)
      yield `${first} ${a} ${capital}`
      yield `${first} ${a}-${capital}`
      yield `${first} ${a}${b}`
      yield `${a} ${capital} ${first}`
    }
  }
}

/** Without diacritics: "Erdoğan" → "Erdogan", "Wałęsa" → "Walesa". */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .replaceAll('ø', 'o')
    .replaceAll('Đ', 'D')
    .replaceAll('đ', 'd')
    .replaceAll('ı', 'i')
}

function add<V>(map: Map<string, V[]>, key: string, value: V): void {
  const values = map.get(key)
  if (values === undefined) map.set(key, [value])
  else if (!values.includes(value)) values.push(value)
}
