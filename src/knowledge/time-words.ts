import { holidays } from './holidays.ts'
import { readTable } from './tsv.ts'

/** What a word can do in a time: see `data/time-words.tsv`. */
export interface TimeWord {
  kind: string
  /** Number of the month, weekday or shift; 0 where the word has none. */
  n: number
  /** The unit, part of day, TIMEX3 value, sense or name of a holiday; '' where the word has none. */
  code: string
  /** A phrase of the table may begin with it. */
  opens: boolean
}

/** A phrase as the words after its first one. */
interface TimePhrase {
  rest: string[]
  word: TimeWord
}

export interface TimeWords {
  words: ReadonlyMap<string, TimeWord>
  /** Phrases by their first word, the longest first: "christmas day", "sunday times". */
  phrases: ReadonlyMap<string, TimePhrase[]>
}

function readTimeWords(): TimeWords {
  const words = new Map<string, TimeWord>()
  const phrases = new Map<string, TimePhrase[]>()
  const add = (written: string, read: Omit<TimeWord, 'opens'>) => {
    const word = { kind: read.kind, n: read.n, code: read.code, opens: false }
    const [first = '', ...rest] = written.replace(/['.-]/g, ' $& ').trim().split(/\s+/)
    if (rest.length === 0) words.set(first, word)
    else phrases.set(first, [...(phrases.get(first) ?? []), { rest, word }])
  }
  for (const row of readTable('time-words'))
    add(row.word ?? '', { kind: row.kind ?? '', n: Number(row.n ?? 0), code: row.code ?? '' })
  for (const name of holidays().keys()) add(name, { kind: 'holiday', n: 0, code: name })
  for (const [first, list] of phrases) {
    list.sort((a, b) => b.rest.length - a.rest.length)
    const { kind, n, code } = words.get(first) ?? { kind: 'word', n: 0, code: '' }
    words.set(first, { kind, n, code, opens: true })
  }
  return { words, phrases }
}

let loaded: TimeWords | null = null

/** Loads the table once a process. */
export function timeWords(): TimeWords {
  loaded ??= readTimeWords()
  return loaded
}
