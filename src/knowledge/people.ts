import { alternatives, foldName, isAscii, plain } from './spellings.ts'
import { list, tableLines } from './tsv.ts'

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
  all(): readonly Person[]
  /** Several where the name is common; a name that no row has is looked for in other spellings. */
  byName(name: string): readonly Person[]
  byFamily(family: string): readonly Person[]
  /** Who of a state held an office of that title on a date (`YYYY-MM-DD`); latest first. */
  holders(state: string, title: string, date: string): readonly Person[]
  /** Every full name that begins with a word, for matching over text. */
  namesBeginning(word: string): readonly string[]
}

/** Family name first in their own order, which English news keeps. */
const FAMILY_FIRST = new Set(['KOR', 'PRK', 'CHN', 'TWN', 'HKG', 'SGP', 'VNM', 'KHM'])

/** The table is read when it is first asked. */
export function loadPeople(): People {
  let read: Index | null = null
  const index = (): Index => {
    read ??= readPeople()
    return read
  }
  const byState = new Map<string, Person[]>()
  const ofState = (state: string): readonly Person[] => {
    let persons = byState.get(state)
    if (persons === undefined) {
      persons = index().all.filter(person => person.state === state)
      byState.set(state, persons)
    }
    return persons
  }
  return {
    // An object with a getter of its own is slow to ask for anything.
    all: () => index().all,
    byName(name) {
      const found =
        index()
          .byFirst.get(firstWord(name))
          ?.filter(person => person.names.includes(name)) ?? []
      return found.length > 0 || !name.includes(' ') ? found : inOtherSpelling(name, index().byFamily)
    },
    byFamily: family => index().byFamily.get(family) ?? [],
    holders(state, title, date) {
      const wanted = title.toLowerCase()
      const found: { person: Person; from: string }[] = []
      for (const person of ofState(state)) {
        const office = person.offices.find(o => o.title.toLowerCase() === wanted && held(o, date))
        if (office !== undefined) found.push({ person, from: office.from })
      }
      return found.sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0)).map(each => each.person)
    },
    namesBeginning: word =>
      index()
        .byFirst.get(word)
        ?.flatMap(person => person.names.filter(name => firstWord(name) === word)) ?? [],
  }
}

/** Was the office held on the date? Dates of any precision compare by their common prefix. */
export function held(office: Office, date: string): boolean {
  const from = office.from.slice(0, date.length)
  const to = office.to.slice(0, date.length)
  return from <= date.slice(0, office.from.length) && (to === '' || date.slice(0, office.to.length) <= to)
}

/** "Muhammad Khatami", whom the table calls Mohammad: among those of the family name, the one whose folded name is the same. */
function inOtherSpelling(name: string, byFamily: ReadonlyMap<string, readonly Person[]>): Person[] {
  const found = new Set<Person>()
  let folded: string | null = null
  for (const word of plain(name).split(/[ -]/)) {
    for (const family of alternatives(word)) {
      for (const person of byFamily.get(family) ?? []) {
        folded ??= foldName(name)
        if (person.names.some(each => each.includes(' ') && foldName(each) === folded)) found.add(person)
      }
    }
  }
  return [...found]
}

/** A person of the table. There are thousands, of whom a text names a few: the rest of the rows is read when it is asked for. */
class Entry implements Person {
  readonly name: string
  readonly family: string
  readonly state: string | null
  #lines = ''
  #offices: Office[] | null = null
  #names: string[] | null = null

  constructor(name: string, family: string, state: string | null) {
    this.name = name
    this.family = family
    this.state = state
  }

  add(line: string): void {
    this.#lines = this.#lines === '' ? line : `${this.#lines}\n${line}`
  }

  get offices(): readonly Office[] {
    this.#offices ??= this.#lines.split('\n').map(line => {
      const [, , , organization = '', title = '', from = '', to = ''] = line.split('\t')
      return { title, from, to, organization: organization === '' ? null : organization }
    })
    return this.#offices
  }

  get names(): readonly string[] {
    if (this.#names !== null) return this.#names
    const names: string[] = []
    for (const spelling of [this.name, ...this.#lines.split('\n').flatMap(line => list(line.split('\t')[7]))])
      addSpelling(names, spelling, this)
    this.#names = names
    return names
  }
}

interface Index {
  readonly all: Entry[]
  /** By the first word of any of their names. */
  readonly byFirst: Map<string, Entry[]>
  readonly byFamily: Map<string, Entry[]>
}

/** Rows of one name in several offices are one person, also where an office belongs to an organization. */
function readPeople(): Index {
  const index: Index = { all: [], byFirst: new Map(), byFamily: new Map() }
  const entries = new Map<string, Entry>()
  for (const line of tableLines('people')) {
    const second = line.indexOf('\t') + 1
    const third = line.indexOf('\t', second) + 1
    const fourth = line.indexOf('\t', third) + 1
    const name = line.slice(0, second - 1)
    const state = line.slice(third, fourth - 1)
    let entry = entries.get(name)
    if (entry !== undefined && state !== '' && entry.state !== null && entry.state !== state)
      entry = entries.get(`${name}/${state}`)
    if (entry === undefined) {
      entry = new Entry(name, line.slice(second, third - 1), state === '' ? null : state)
      entries.set(entries.has(name) ? `${name}/${state}` : name, entry)
      index.all.push(entry)
      addFirsts(index.byFirst, name, entry)
      for (const family of familyForms(entry.family)) push(index.byFamily, family, entry)
    }
    entry.add(line)
    const aliases = aliasesOf(line, fourth)
    if (aliases !== '') for (const alias of list(aliases)) addFirsts(index.byFirst, alias, entry)
  }
  return index
}

/** The eighth cell, which few rows have; `at` is where the fourth begins. */
function aliasesOf(line: string, at: number): string {
  let start = at
  for (let cell = 4; cell < 8; cell++) {
    start = line.indexOf('\t', start) + 1
    if (start === 0) return ''
  }
  return line.slice(start)
}

/** "al-Maliki" is "Maliki" too, "Erdoğan" "Erdogan". */
function familyForms(family: string): string[] {
  const bare = /^(?:[Aa]l|[Ee]l)[- ]/.test(family) ? [family.slice(3)] : []
  return isAscii(family) ? [family, ...bare] : [family, plain(family), ...bare]
}

/** The words that a spelling begins with, and that its other orders do: "Suk" of "Yoon Suk-yeol". */
function addFirsts(byFirst: Map<string, Entry[]>, name: string, entry: Entry): void {
  const first = firstWord(name)
  push(byFirst, first, entry)
  if (!isAscii(first)) push(byFirst, firstWord(plain(name)), entry)
  if (keepsOrder(name, entry.state)) return
  const space = name.indexOf(' ')
  if (space > 0) push(byFirst, firstWord(plain(name.slice(space + 1))), entry)
}

function push(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const same = map.get(key)
  if (same === undefined) map.set(key, [entry])
  else if (!same.includes(entry)) same.push(entry)
}

const WORD = /^[\p{L}\p{N}]+/u

/** "Jean" of "Jean-Marc Ayrault", as the matching over text cuts words. */
function firstWord(name: string): string {
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i)
    if (code > 127) return WORD.exec(name)?.[0] ?? name
    const letter = (code > 64 && code < 91) || (code > 96 && code < 123) || (code > 47 && code < 58)
    if (!letter) return i === 0 ? name : name.slice(0, i)
  }
  return name
}

function keepsOrder(name: string, state: string | null): boolean {
  return state !== 'JPN' && !(state !== null && FAMILY_FIRST.has(state)) && !name.includes('-')
}

/** "Yoon Suk-yeol" → "Yoon Suk Yeol", "Suk-yeol Yoon"; "Fumio Kishida" → "Kishida Fumio". */
function addSpelling(names: string[], name: string, { family, state }: Person): void {
  add(names, name)
  const ascii = plain(name)
  add(names, ascii)
  if (keepsOrder(name, state)) return
  const words = ascii.split(' ')
  const [first, second] = words
  if (words.length !== 2 || first === undefined || second === undefined) return
  if (state === 'JPN' || (state !== null && FAMILY_FIRST.has(state))) add(names, `${second} ${first}`)
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
