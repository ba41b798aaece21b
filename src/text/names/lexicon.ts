/**
 * Every name that knowledge lists, matched over the text itself: a phrase is found wherever its first word
 * begins a token, however the tokens were cut ("U.S.-led", "ROK-U.S.-Japan").
 */
import type { Knowledge } from '../../knowledge/index.ts'
import type { Name } from '../types.ts'

export type EntryKind =
  | 'state'
  | 'demonym'
  | 'capital'
  | 'seat'
  | 'place'
  | 'organization'
  | 'person'
  | 'other'

export interface Entry {
  readonly text: string
  readonly kind: EntryKind
  readonly type: Name['type']
}

export interface Lexicon {
  /** The longest listed name that begins at `start` and ends at a word's end. */
  matchAt(text: string, start: number): { end: number; entry: Entry } | null
}

const built = new WeakMap<Knowledge, Lexicon>()

export function lexiconOf(knowledge: Knowledge): Lexicon {
  let lexicon = built.get(knowledge)
  if (lexicon === undefined) {
    lexicon = build(knowledge)
    built.set(knowledge, lexicon)
  }
  return lexicon
}

const TYPES: { readonly [kind in EntryKind]: Name['type'] } = {
  state: 'place',
  demonym: 'other',
  capital: 'place',
  seat: 'organization',
  place: 'place',
  organization: 'organization',
  person: 'person',
  other: 'other',
}

const WORD = /[\p{L}\p{N}]*/uy
const WORD_CHARACTER = /[\p{L}\p{N}]/u

function build(knowledge: Knowledge): Lexicon {
  const entries = new Map<string, Entry>()
  const put = (text: string, kind: EntryKind): void => {
    // "The Hindu", "The Diplomat": without the article the one word is another.
    const article = text.charCodeAt(3) === 32 && /^the /i.test(text)
    const bare = article && !(kind === 'organization' && /^The \S+$/.test(text)) ? text.slice(4) : text
    if (!entries.has(bare)) entries.set(bare, { text: bare, kind, type: TYPES[kind] })
    if (!bare.includes("'")) return
    const curly = bare.replaceAll("'", '\u2019')
    if (!entries.has(curly)) entries.set(curly, { text: curly, kind, type: TYPES[kind] })
  }
  // First come, first kept: "Singapore" is a state before it is an adjective, "Moscow" a capital before a place.
  const kinds = {
    name: 'state',
    capital: 'capital',
    seat: 'seat',
    adjective: 'demonym',
    people: 'demonym',
  } as const
  for (const form of ['name', 'capital', 'seat', 'adjective', 'people'] as const) {
    for (const [text, found] of knowledge.states.forms()) if (found.form === form) put(text, kinds[form])
  }
  for (const [text, found] of knowledge.states.forms()) {
    if (found.form === 'loose' && !/^(?:South|North)$/.test(text)) put(text, 'state')
  }
  for (const [name] of knowledge.places.names()) put(name, 'place')
  for (const [name] of knowledge.organizations.names()) put(name, 'organization')
  return { matchAt: matcher(withPersons(index(entries.values()), knowledge)) }
}

/** The letters and digits from `start` on. */
function wordAt(text: string, start: number): string {
  for (let i = start; ; i++) {
    const code = text.charCodeAt(i)
    if (code > 127) break
    const letter = (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58)
    if (!letter) return text.slice(start, i)
  }
  WORD.lastIndex = start
  return WORD.exec(text)?.[0] ?? ''
}

function index(entries: Iterable<Entry>): Map<string, Entry[]> {
  const byFirst = new Map<string, Entry[]>()
  for (const entry of entries) {
    const first = wordAt(entry.text, 0) || entry.text
    const same = byFirst.get(first)
    if (same === undefined) byFirst.set(first, [entry])
    else same.push(entry)
  }
  for (const same of byFirst.values()) same.sort((a, b) => b.text.length - a.text.length)
  return byFirst
}

/** Persons are thousands, so they join the entries of a word when it is first met. */
function withPersons(
  listed: ReadonlyMap<string, Entry[]>,
  knowledge: Knowledge,
): (first: string) => readonly Entry[] {
  const joined = new Map<string, readonly Entry[]>()
  return first => {
    const before = joined.get(first)
    if (before !== undefined) return before
    const entries = listed.get(first) ?? NONE
    // One word alone is too little for a person of the list ("Francis", "Don"), but for the few with one name.
    const names = knowledge.people.namesBeginning(first).filter(name => name.includes(' '))
    if (names.length === 0) return entries
    const forms = new Set(names.flatMap(name => [name, name.replaceAll("'", '\u2019')]))
    for (const { text } of entries) forms.delete(text)
    const persons = Array.from(forms, (text): Entry => ({ text, kind: 'person', type: TYPES.person }))
    const all = [...entries, ...persons].sort((a, b) => b.text.length - a.text.length)
    joined.set(first, all)
    return all
  }
}

const NONE: readonly Entry[] = []

function matcher(entriesOf: (first: string) => readonly Entry[]): Lexicon['matchAt'] {
  return (text, start) => {
    const first = wordAt(text, start)
    if (first === '') return null
    for (const entry of entriesOf(first)) {
      const end = start + entry.text.length
      if (text.startsWith(entry.text, start) && !WORD_CHARACTER.test(text[end] ?? ' ')) return { end, entry }
    }
    return null
  }
}
