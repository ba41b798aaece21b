import { readdirSync, readFileSync } from 'node:fs'
import { EntenteError } from '../record/errors.ts'

/** One line of a knowledge file: its cells by the column's name, '' where a cell is missing. */
export type Row = { readonly [column: string]: string }

/**
 * Reads a table of tab-separated values: the first line names the columns, lines that begin with `#` are
 * comments. A row with more cells than columns is an error, since a stray tab would shift its meaning.
 */
export function parseTable(text: string, name: string): Row[] {
  const rows: Row[] = []
  let columns: string[] | null = null
  let lineNumber = 0
  for (const line of text.split('\n')) {
    lineNumber++
    const content = line.endsWith('\r') ? line.slice(0, -1) : line
    if (content.startsWith('#') || content.trim() === '') continue
    const cells = content.split('\t')
    if (columns === null) {
      columns = cells.map(cell => cell.trim())
      continue
    }
    if (cells.length > columns.length) {
      throw new EntenteError(
        'E_KNOWLEDGE',
        `${name}, line ${lineNumber}: ${cells.length} cells under ${columns.length} columns; remove the stray tab`,
      )
    }
    const row: { [column: string]: string } = {}
    for (let i = 0; i < columns.length; i++) row[columns[i] ?? ''] = trimmed(cells[i] ?? '')
    rows.push(row)
  }
  return rows
}

/** Most cells need no trimming, and there are very many. */
function trimmed(cell: string): string {
  return cell === '' || (cell.charCodeAt(0) > 32 && cell.charCodeAt(cell.length - 1) > 32)
    ? cell
    : cell.trim()
}

/** Rows of a dossier's own, by the table that they belong to. */
export type Additions = ReadonlyMap<string, readonly Row[]>

let additions: Additions = new Map()
const tablesRead = new Set<string>()

/**
 * Lets every table end with a dossier's own rows. Tables are loaded once a process, so this comes before the
 * first of them is read, and a process serves the rows of one dossier.
 */
export function extendTables(rows: Additions): void {
  if (JSON.stringify([...rows]) === JSON.stringify([...additions])) return
  for (const name of new Set([...rows.keys(), ...additions.keys()])) {
    if (tablesRead.has(name)) {
      throw new EntenteError(
        'E_KNOWLEDGE',
        `${name}.tsv is loaded already; name the dossier before it is needed`,
      )
    }
  }
  additions = rows
}

function tableText(name: string): string {
  return readFileSync(new URL(`./data/${name}.tsv`, import.meta.url), 'utf8')
}

/** Names of all tables, in code-point order. */
export function tableNames(): string[] {
  return readdirSync(new URL('./data/', import.meta.url))
    .filter(file => file.endsWith('.tsv'))
    .map(file => file.slice(0, -'.tsv'.length))
    .sort()
}

export function tableColumns(name: string): string[] {
  const head = tableText(name)
    .split(/\r?\n/)
    .find(line => line.trim() !== '' && !line.startsWith('#'))
  return (head ?? '').split('\t').map(cell => cell.trim())
}

/** Reads `data/NAME.tsv`, which lies beside this file, and the dossier's rows after it. */
export function readTable(name: string): Row[] {
  tablesRead.add(name)
  return [...parseTable(tableText(name), `${name}.tsv`), ...(additions.get(name) ?? [])]
}

/** Of each last word of these phrases, how many words the longest phrase that ends with it has: most words end none. */
export function longestByLastWord(phrases: Iterable<string>): ReadonlyMap<string, number> {
  const longest = new Map<string, number>()
  for (const phrase of phrases) {
    const words = phrase.split(' ')
    const last = words[words.length - 1] ?? phrase
    longest.set(last, Math.max(longest.get(last) ?? 0, words.length))
  }
  return longest
}

/** Splits a cell that holds several values: "a | b | c". */
export function list(cell: string | undefined): string[] {
  if (cell === undefined || cell === '') return []
  if (!cell.includes('|')) return [cell]
  return cell
    .split('|')
    .map(part => part.trim())
    .filter(part => part !== '')
}
