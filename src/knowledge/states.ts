import { list, readTable } from './tsv.ts'

export type StateKind = 'state' | 'partial' | 'territory' | 'historical'

/** One row of `states.tsv`. */
export interface State {
  readonly iso3: string
  readonly name: string
  readonly kind: StateKind
  /** The state that a territory belongs to, or that follows a historical one; null elsewhere. */
  readonly of: string | null
  /** `name` first, then its variants: "South Korea", "ROK", "Republic of Korea". */
  readonly names: readonly string[]
  /** Names only in a document about it or its neighbour: "the South". */
  readonly loose: readonly string[]
  /** "South Korean"; the plural nouns "South Koreans" are found too. */
  readonly adjectives: readonly string[]
  readonly people: readonly string[]
  readonly capitals: readonly string[]
  /** "Blue House", "Kremlin": buildings and quarters that stand for the government. */
  readonly seats: readonly string[]
  /** Title of the office that leads: "President", "Prime Minister", "Supreme Leader". */
  readonly leader: string
}

export type StateForm = 'name' | 'loose' | 'adjective' | 'people' | 'capital' | 'seat'

interface FoundState {
  readonly state: State
  readonly form: StateForm
}

/** Lookups are by the exact form ("US" is a state, "us" is not), with or without "the", also in full capitals. */
export interface States {
  readonly all: readonly State[]
  get(iso3: string): State | undefined
  byName(text: string): State | undefined
  byLooseName(text: string): State | undefined
  /** Adjectives and nouns for the people: "Japanese", "South Koreans", "Britons". */
  byDemonym(text: string): State | undefined
  byCapital(text: string): State | undefined
  bySeat(text: string): State | undefined
  /** Any form; a name is preferred to a demonym, a demonym to a capital. */
  find(text: string): FoundState | undefined
  /** Every form with its state, for matching over tokens. */
  forms(): Iterable<[text: string, found: FoundState]>
}

const ORDER: readonly StateForm[] = ['name', 'adjective', 'people', 'capital', 'seat', 'loose']

export function loadStates(): States {
  const all = readTable('states').map(
    (row): State => ({
      iso3: row.iso3 ?? '',
      name: row.name ?? '',
      kind: kindOf(row.kind ?? ''),
      of: row.of ? row.of : null,
      names: [row.name ?? '', ...list(row.variants)],
      loose: list(row.loose),
      adjectives: list(row.adjectives),
      people: list(row.people),
      capitals: list(row.capital),
      seats: list(row.seats),
      leader: row.leader ? row.leader : 'President',
    }),
  )
  const codes = new Map(all.map(state => [state.iso3, state]))
  const maps = new Map(ORDER.map(form => [form, indexBy(all, form)]))
  const lookup = (form: StateForm, text: string): State | undefined => {
    const map = maps.get(form)
    const plain = plainForm(text)
    const state = map?.get(plain)
    if (state !== undefined || !isCapitals(plain)) return state
    return map?.get(titleCase(plain))
  }
  const firsts = firstForms(maps)
  return {
    all,
    get: iso3 => codes.get(iso3),
    byName: text => lookup('name', text),
    byLooseName: text => lookup('loose', text),
    byDemonym: text => lookup('adjective', text) ?? lookup('people', text),
    byCapital: text => lookup('capital', text),
    bySeat: text => lookup('seat', text),
    find(text) {
      const plain = plainForm(text)
      const exact = firsts.get(plain)
      if (!isCapitals(plain)) return exact
      const small = firsts.get(titleCase(plain))
      if (small === undefined || exact === undefined) return exact ?? small
      return ORDER.indexOf(small.form) < ORDER.indexOf(exact.form) ? small : exact
    },
    *forms() {
      for (const [form, map] of maps) for (const [text, state] of map) yield [text, { state, form }]
    },
  }
}

function kindOf(cell: string): StateKind {
  return cell === 'partial' || cell === 'territory' || cell === 'historical' ? cell : 'state'
}

function indexBy(all: readonly State[], form: StateForm): Map<string, State> {
  const map = new Map<string, State>()
  for (const state of all) {
    for (const text of textsOf(state, form)) {
      const key = withoutThe(text)
      if (!map.has(key)) map.set(key, state)
    }
  }
  return map
}

function textsOf(state: State, form: StateForm): readonly string[] {
  switch (form) {
    case 'name':
      return state.names
    case 'loose':
      return state.loose
    case 'adjective':
      return state.adjectives
    case 'people':
      return [...state.adjectives.map(pluralOf), ...state.people]
    case 'capital':
      return state.capitals
    case 'seat':
      return state.seats
  }
}

/** "South Korean" → "South Koreans"; "Japanese", "Dutch" and "UK" have no such plural. */
function pluralOf(adjective: string): string {
  return /[a-z]$/.test(adjective) && !/(?:ese|sh|ch|ss|z)$/.test(adjective) ? `${adjective}s` : adjective
}

/** Every form once, as the one that `ORDER` has first: most words are none, and one look tells. */
function firstForms(maps: ReadonlyMap<StateForm, Map<string, State>>): Map<string, FoundState> {
  const firsts = new Map<string, FoundState>()
  for (const [form, map] of maps)
    for (const [text, state] of map) if (!firsts.has(text)) firsts.set(text, { state, form })
  return firsts
}

function plainForm(text: string): string {
  return withoutThe(text.includes('\u2019') ? text.replaceAll('\u2019', "'") : text)
}

/** "JAPAN", and not "USA": a short one is an acronym. */
function isCapitals(plain: string): boolean {
  return plain.length > 3 && !/[a-z]/.test(plain) && plain === plain.toUpperCase()
}

function withoutThe(text: string): string {
  return text.charCodeAt(3) === 32 && /^the /i.test(text) ? text.slice(4) : text
}

function titleCase(text: string): string {
  return text
    .toLowerCase()
    .replace(/(^|[ -])(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase())
}
