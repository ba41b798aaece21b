import { readFileSync } from 'node:fs'
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
    if (content.trim() === '' || content.startsWith('#')) continue
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
    for (let i = 0; i < columns.length; i++) row[columns[i] ?? ''] = (cells[i] ?? '').trim()
    rows.push(row)
  }
  return rows
}

/** Reads `data/NAME.tsv`, which lies beside this file. */
export function readTable(name: string): Row[] {
  return parseTable(readFileSync(new URL(`./data/${name}.tsv`, import.meta.url), 'utf8'), `${name}.tsv`)
}

/** Splits a cell that holds several values: "a | b | c". */
export function list(cell: string | undefined): string[] {
  if (cell === undefined || cell === '') return []
  return cell
    .split('|')
    .map(part => part.trim())
    .filter(part => part !== '')
}
