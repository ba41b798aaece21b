import { existsSync, readdirSync, readFileSync } from 'node:fs'
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

const FOLDER = new URL('./data/', import.meta.url)

/** The files of a table: `NAME.tsv`, or all of the folder `NAME/` where it was cut up, in code-point order. */
function tableFiles(name: string): string[] {
  const folder = new URL(`./${name}/`, FOLDER)
  if (!existsSync(folder)) return [`${name}.tsv`]
  return readdirSync(folder)
    .filter(file => file.endsWith('.tsv'))
    .sort()
    .map(file => `${name}/${file}`)
}

function fileText(file: string): string {
  return readFileSync(new URL(file, FOLDER), 'utf8')
}

/** Names of all tables, in code-point order. */
export function tableNames(): string[] {
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter(entry => entry.isDirectory() || entry.name.endsWith('.tsv'))
    .map(entry => entry.name.replace(/\.tsv$/, ''))
    .sort()
}

export function tableColumns(name: string): string[] {
  const head = fileText(tableFiles(name)[0] ?? '')
    .split(/\r?\n/)
    .find(line => line.trim() !== '' && !line.startsWith('#'))
  return (head ?? '').split('\t').map(cell => cell.trim())
}

/** Reads `data/NAME.tsv` or the files of `data/NAME/`, which lie beside this file, and the dossier's rows after them. */
export function readTable(name: string): Row[] {
  tablesRead.add(name)
  const rows = tableFiles(name).flatMap(file => parseTable(fileText(file), file))
  return [...rows, ...(additions.get(name) ?? [])]
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

/** The lines of `data/NAME.tsv` and the dossier's after them, for a table too long to be cut into cells at the start. */
export function tableLines(name: string): string[] {
  tablesRead.add(name)
  const text = fileText(`${name}.tsv`)
  const lines = (text.includes('\r') ? text.replaceAll('\r', '') : text).split('\n')
  const rows: string[] = []
  let columns: readonly string[] | null = null
  for (const line of lines) {
    if (line === '' || line.startsWith('#')) continue
    if (columns === null) columns = line.split('\t')
    else rows.push(line)
  }
  for (const row of additions.get(name) ?? [])
    rows.push((columns ?? []).map(column => row[column] ?? '').join('\t'))
  return rows
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
