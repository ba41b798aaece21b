import { list, readTable } from './tsv.ts'

/** A matter between states; `states` empty: for any pair. */
export interface IssueRow {
  issue: string
  name: string
  states: string[]
  /** Names of the matter: "wartime labour". */
  terms: string[]
  /** Words that point at it without naming it: "Nippon Steel". */
  signs: string[]
  example: string
}

/** One term found in a text: `[start, end)`. `term` is the form that the table gives. */
export interface IssueHit {
  issue: string
  term: string
  start: number
  end: number
  sign: boolean
}

export interface Issues {
  rows: IssueRow[]
  /**
   * The terms in the text, from left to right, the longest at each place. With `states`, an issue of certain
   * states counts only where two of them are among these, and then goes before a general one with the same words.
   */
  issuesOf(text: string, states?: ReadonlySet<string>): IssueHit[]
}

interface Node {
  next: Map<string, Node>
  ends: { row: IssueRow; term: string; sign: boolean; capitals: boolean }[]
}

interface Word {
  key: string
  start: number
  end: number
}

/** Letters and digits, with an apostrophe or a stop only inside: "North's", "U.S". */
const WORD = /[\p{L}\p{N}]+(?:['’.][\p{L}\p{N}]+)*/gu
const CAPITALS = /^[A-Z0-9-]+$/

const SPELLINGS: readonly [RegExp, string][] = [
  [/labour/, 'labor'],
  [/defence/, 'defense'],
  [/licence/, 'license'],
  [/programme/, 'program'],
  [/isation$/, 'ization'],
  [/ise$/, 'ize'],
  [/ising$/, 'izing'],
  [/ised$/, 'ized'],
  [/centre/, 'center'],
  [/favour/, 'favor'],
  [/aluminium/, 'aluminum'],
  [/artefact/, 'artifact'],
]

/** Their singular means something else. */
const PLURAL_ONLY: ReadonlySet<string> = new Set(['goods', 'arms', 'customs', 'duties'])

/** One key for "Labourers", "laborer" and "laborer’s". */
function keyOf(word: string): string {
  let key = word.toLowerCase().replace(/['’]s$/, '')
  if (key.length > 4) for (const [from, to] of SPELLINGS) key = key.replace(from, to)
  if (PLURAL_ONLY.has(key)) return key
  if (key.length > 4 && key.endsWith('ies')) return `${key.slice(0, -3)}y`
  if (key.length > 3 && key.endsWith('s') && !key.endsWith('ss') && !key.endsWith('us'))
    return key.slice(0, -1)
  return key
}

function wordsOf(text: string, keys: Map<string, string>): Word[] {
  const words: Word[] = []
  let at = 0
  while (at < text.length) {
    if (!isWordCode(text.charCodeAt(at))) {
      at++
      continue
    }
    const start = at
    at = wordEnd(text, start)
    const word = text.slice(start, at)
    let key = keys.get(word)
    if (key === undefined) {
      key = keyOf(word)
      if (keys.size < 50_000) keys.set(word, key)
    }
    words.push({ key, start, end: at })
  }
  return words
}

function wordEnd(text: string, start: number): number {
  let at = start + 1
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const goesOn =
      isWordCode(code) || (isInner(code) && at + 1 < text.length && isWordCode(text.charCodeAt(at + 1)))
    if (!goesOn) break
  }
  return at
}

/** 1 for letters and digits, 2 for all else, 0 for what was not asked yet: few of all characters ever are. */
const codes = new Uint8Array(0x10000)

/** Halves of characters beyond the first plane count as letters. */
function isWordCode(code: number): boolean {
  if (codes[code] === 0) codes[code] = /[\p{L}\p{N}\ud800-\udfff]/u.test(String.fromCharCode(code)) ? 1 : 2
  return codes[code] === 1
}

/** Apostrophes and stops, which a word may have inside. */
const isInner = (code: number): boolean => code === 0x27 || code === 0x2019 || code === 0x2e

/** "fire-control radar", "wartime\nlabour", "’comfort women’": what may stand between two words of a term. */
function joins(text: string, from: number, to: number): boolean {
  if (to - from > 2) return false
  for (let i = from; i < to; i++) if (!/[\s\u2010-\u2013'’"“”-]/.test(text.charAt(i))) return false
  return true
}

function plantTerm(root: Node, row: IssueRow, term: string, sign: boolean): void {
  let node = root
  for (const word of term.matchAll(WORD)) {
    const key = keyOf(word[0])
    const next = node.next.get(key) ?? { next: new Map(), ends: [] }
    node.next.set(key, next)
    node = next
  }
  // "forced labour" and "forced labor" are one path.
  if (!node.ends.some(end => end.row.issue === row.issue))
    node.ends.push({ row, term, sign, capitals: CAPITALS.test(term) })
}

function plant(rows: IssueRow[]): Node {
  const root: Node = { next: new Map(), ends: [] }
  for (const row of rows) {
    for (const term of row.terms) plantTerm(root, row, term, false)
    for (const sign of row.signs) plantTerm(root, row, sign, true)
  }
  return root
}

/** The longest term that begins at `words[at]`: the node and the word that it ends with. */
function longest(
  root: Node,
  text: string,
  words: Word[],
  at: number,
  fits: (node: Node, end: number) => boolean,
) {
  let node = root
  let found: { node: Node; last: number } | null = null
  for (let i = at; i < words.length; i++) {
    const word = words[i]
    const before = words[i - 1]
    if (word === undefined || (i > at && before !== undefined && !joins(text, before.end, word.start))) break
    const next = node.next.get(word.key)
    if (next === undefined) break
    node = next
    if (node.ends.length > 0 && fits(node, word.end)) found = { node, last: i }
  }
  return found
}

const concerns = (row: IssueRow, states: ReadonlySet<string> | undefined): boolean =>
  states === undefined || row.states.length === 0 || row.states.filter(state => states.has(state)).length >= 2

/** Makes a finder for these rows; a dossier's own issues go before those of the general list. */
export function makeIssues(rows: IssueRow[]): Issues {
  const root = plant(rows)
  const keys = new Map<string, string>()
  const issuesOf = (text: string, states?: ReadonlySet<string>): IssueHit[] => {
    const words = wordsOf(text, keys)
    const hits: IssueHit[] = []
    for (let at = 0; at < words.length; at++) {
      const first = words[at]
      if (first === undefined || !root.next.has(first.key)) continue
      const usable = (node: Node, end: number) =>
        node.ends.filter(
          e => concerns(e.row, states) && (!e.capitals || CAPITALS.test(text.slice(first.start, end))),
        )
      const found = longest(root, text, words, at, (node, end) => usable(node, end).length > 0)
      if (found === null) continue
      const end = words[found.last]?.end ?? first.end
      const ends = usable(found.node, end)
      const special = ends.filter(e => e.row.states.length > 0)
      for (const { row, term, sign } of special.length > 0 ? special : ends)
        hits.push({ issue: row.issue, term, start: first.start, end, sign })
      at = found.last
    }
    return hits
  }
  return { rows, issuesOf }
}

/** The issues that are known beforehand. */
export function loadIssues(): Issues {
  return makeIssues(
    readTable('issues').map(row => ({
      issue: row.issue ?? '',
      name: row.name ?? '',
      states: list(row.states),
      terms: list(row.terms),
      signs: list(row.signs),
      example: row.example ?? '',
    })),
  )
}
