/** Rows of any kind in one of five formats, with what they rest on: how every listing and analysis is printed. */

import { csvLine } from '../export/cells.ts'
import type { Column, Names } from '../export/columns.ts'
import type { Passage } from '../record/types.ts'
import type { ListingFormat } from './options.ts'
import { passageLines } from './print/passages.ts'
import { safeLine } from './print/safe.ts'
import { type Cell, layOut, type TableColumn } from './print/table.ts'
import { wrap } from './print/width.ts'
import type { Colours, Shell } from './shell.ts'

export interface Shown<T> extends TableColumn {
  cell(row: T, names: Names, paint: Colours): Cell | string
}

/** What is to be printed of each row, and how. */
export interface Look<T> {
  /** What the table shows. */
  table: readonly Shown<T>[]
  /** All that CSV and Markdown hold. */
  columns: readonly Column<T>[]
  /** Said on standard error where the table would be empty. */
  nothing: string
  /** Lines below each row of the table. */
  below?: (row: T, names: Names, paint: Colours) => string[]
}

export interface Report<T extends object> extends Look<T> {
  rows: readonly T[]
  names: Names
  /** Lines above the table. */
  above?: readonly string[]
  /** Lines after the table. */
  after?: readonly string[]
  /** What `--format json` prints, one value; else the list of rows. */
  json?: object
  passagesOf(row: T): readonly Passage[]
  /** Why each row is there; null where nobody asks. */
  explain: ((row: T) => readonly string[]) | null
}

export interface ReportOptions {
  format: ListingFormat
  sources?: true
}

/** Columns that a table takes at most: longer lines are hard to read. */
export const WIDEST = 120

function cellOf<T>(column: Shown<T>, row: T, names: Names, paint: Colours): Cell {
  const cell = column.cell(row, names, paint)
  if (typeof cell === 'string') return { text: safeLine(cell) }
  return cell.drawn ? cell : { ...cell, text: safeLine(cell.text) }
}

/** One reason, its further lines set in. */
function reasonLines(text: string, indent: string, room: number, paint: Colours): string[] {
  const columns = Math.max(20, room - indent.length - 2)
  return wrap(safeLine(text), columns).map((line, i) => indent + paint.dim(i === 0 ? line : `  ${line}`))
}

async function printTable<T extends object>(shell: Shell, report: Report<T>, options: ReportOptions) {
  const { rows, names, explain } = report
  const { paint, effects } = shell
  const room = Math.min(effects.stdout.columns, WIDEST)
  const cells = rows.map(row => report.table.map(column => cellOf(column, row, names, paint)))
  const { heading, row: lineOf, indent } = layOut(report.table, cells, room)
  for (const text of report.above ?? []) await shell.print(`${text}\n`)
  if (cells.length > 0) await shell.print(`${paint.dim(heading)}\n`)
  for (const [i, row] of rows.entries()) {
    const lines = [lineOf(cells[i] ?? [])]
    for (const text of report.below?.(row, names, paint) ?? []) lines.push(`${indent}${text}`)
    if (options.sources) lines.push(...passageLines(report.passagesOf(row), names, paint, indent, room))
    if (explain !== null) lines.push(...explain(row).flatMap(text => reasonLines(text, indent, room, paint)))
    await shell.print(`${lines.join('\n')}\n`)
    if (effects.stdout.closed) return
  }
  for (const text of report.after ?? []) await shell.print(`${text}\n`)
  if (rows.length === 0) await shell.note(report.nothing)
}

const markdown = (cell: string | number | null): string =>
  safeLine(String(cell ?? '')).replace(/[\\|`*_<>[\]]/g, c => `\\${c}`)

async function printMarkdown<T extends object>(shell: Shell, { rows, names, columns }: Report<T>) {
  await shell.print(`| ${columns.map(c => c.name).join(' | ')} |\n|${columns.map(() => ' --- |').join('')}\n`)
  for (const row of rows)
    await shell.print(`| ${columns.map(c => markdown(c.of(row, names))).join(' | ')} |\n`)
}

function explained<T extends object>({ explain }: Report<T>, row: T): object {
  return explain === null ? row : { ...row, explanation: explain(row) }
}

const PRINTERS: {
  [F in ListingFormat]: <T extends object>(
    shell: Shell,
    report: Report<T>,
    options: ReportOptions,
  ) => Promise<void>
} = {
  table: printTable,
  md: printMarkdown,
  async json(shell, report) {
    if (report.json !== undefined) return shell.print(`${JSON.stringify(report.json, null, 1)}\n`)
    const items = report.rows.map(row => JSON.stringify(explained(report, row)))
    await shell.print(items.length === 0 ? '[]\n' : `[\n${items.join(',\n')}\n]\n`)
  },
  async ndjson(shell, report) {
    for (const row of report.rows) await shell.print(`${JSON.stringify(explained(report, row))}\n`)
  },
  async csv(shell, { rows, names, columns }) {
    await shell.print(csvLine(columns.map(column => column.name)))
    for (const row of rows) await shell.print(csvLine(columns.map(column => column.of(row, names))))
  },
}

export function printReport<T extends object>(
  shell: Shell,
  report: Report<T>,
  options: ReportOptions,
): Promise<void> {
  return PRINTERS[options.format](shell, report, options)
}
