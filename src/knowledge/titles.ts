import type { Level } from '../record/types.ts'
import { list, longestByLastWord, readTable } from './tsv.ts'

export type TitleKind =
  | 'political'
  | 'military'
  | 'academic'
  | 'business'
  | 'media'
  | 'culture'
  | 'sport'
  | 'religious'
  | 'honorific'
  | 'plain'

export interface Title {
  /** Lower case, as in the table. */
  readonly title: string
  readonly level: Level
  readonly kind: TitleKind
}

export interface Titles {
  get(title: string): Title | undefined
  /** Words of the longest title that ends with this word, lower case; 0 for none. */
  endingWith(word: string): number
  /** Titles that begin with a word, longest first. */
  beginningWith(word: string): readonly Title[]
  /** "former", "vice", "foreign": may go before a title. */
  isModifier(word: string): boolean
  /** Level of contact of a title as written: "South Korea's first vice-foreign minister" → vice-minister. */
  levelOf(title: string): Level | null
}

const NONE: readonly Title[] = []
const LEVELS: readonly Level[] = ['leader', 'minister', 'vice-minister', 'working']
const KINDS: readonly TitleKind[] = [
  'political',
  'military',
  'academic',
  'business',
  'media',
  'culture',
  'sport',
  'religious',
  'honorific',
]

export function loadTitles(): Titles {
  const titles = new Map<string, Title>()
  const firsts = new Map<string, Title[]>()
  for (const row of readTable('titles')) {
    const level = LEVELS.find(each => each === row.level) ?? 'other'
    const kind = KINDS.find(each => each === row.kind) ?? 'plain'
    for (const title of list(row.titles)) {
      if (titles.has(title)) continue
      const entry = { title, level, kind }
      titles.set(title, entry)
      const first = /^[^ -]+/.exec(title)?.[0] ?? title
      const same = firsts.get(first)
      if (same === undefined) firsts.set(first, [entry])
      else same.push(entry)
    }
  }
  const longest = longestByLastWord(titles.keys())
  for (const entries of firsts.values()) entries.sort((a, b) => b.title.length - a.title.length)
  const modifiers = new Set(readTable('title-words').flatMap(row => (row.words ?? '').split(' ')))
  return {
    get: title => titles.get(title.toLowerCase()),
    endingWith: word => longest.get(word) ?? 0,
    beginningWith: word => firsts.get(word) ?? NONE,
    isModifier: word => modifiers.has(word),
    levelOf: title => levelOf(titles, title),
  }
}

/** The longest title inside the words; "vice", "deputy" and the like bring a minister down one level. */
function levelOf(titles: Map<string, Title>, words: string): Level | null {
  const lower = words.toLowerCase().replaceAll('-', ' ').split(/\s+/)
  let best: { title: Title; length: number } | null = null
  for (let from = 0; from < lower.length; from++) {
    for (let to = Math.min(lower.length, from + 6); to > from; to--) {
      const found = titles.get(lower.slice(from, to).join(' ')) ?? titles.get(lower.slice(from, to).join('-'))
      if (found !== undefined && (best === null || to - from > best.length))
        best = { title: found, length: to - from }
    }
  }
  if (best === null) return null
  const below = lower.some(word => /^(?:vice|deputy|under|undersecretary|assistant)$/.test(word))
  if (below && best.title.level === 'minister' && best.length === 1) return 'vice-minister'
  if (below && best.title.level === 'leader') return 'minister'
  return best.title.level
}
