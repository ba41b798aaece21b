/** What every listing shares: the record is opened, selected from, and printed in one of five formats. */
import type { Command } from 'commander'
import { COLUMNS, type Column, type Names } from '../export/columns.ts'
import { csvLine } from '../export/csv.ts'
import { namesOf } from '../export/names.ts'
import { type Selection, selector } from '../export/select.ts'
import type { FactKind, Facts, RecordSource, SourcedKind } from '../record/facts.ts'
import type { Actor } from '../record/types.ts'
import { recordOf, withSession } from './dossier.ts'
import { type Explanations, explanationsOf } from './explain.ts'
import { type ListingOptions, withExample, withSelection } from './options.ts'
import { passageLines } from './print/passages.ts'
import { safeLine } from './print/safe.ts'
import { type Cell, layOut, type TableColumn } from './print/table.ts'
import type { Colours, Shell } from './shell.ts'

export interface Shown<T> extends TableColumn {
  cell(fact: T, names: Names, paint: Colours): Cell | string
}

export interface Listing<K extends SourcedKind> {
  command: string
  kind: K
  description: string
  example: string
  /** What the table shows of each; the first is the id, by which `entente show` finds it. */
  table: readonly Shown<Facts[K]>[]
  /** All that CSV and Markdown hold. */
  columns: readonly Column<Facts[K]>[]
  nothing: string
  /** Only these of the kind. */
  where?: (fact: Facts[K]) => boolean
  /** Lines below each row of the table. */
  below?: (fact: Facts[K], names: Names, paint: Colours) => string[]
}

/** Enough of an id to be told from the others. */
export const SHORT_ID = 8

interface View<K extends SourcedKind> {
  shell: Shell
  listing: Listing<K>
  facts: Facts[K][]
  names: Names
  options: ListingOptions
  explanations: Explanations | null
}

function selectionOf(options: ListingOptions, watched: readonly string[]): Selection {
  const selection: Selection = { ...options }
  // Asked for by name, other states are shown as well.
  if (watched.length > 0 && options.states === undefined && options.actor === undefined)
    selection.watched = watched
  return selection
}

export async function actorsOf(source: RecordSource): Promise<Map<string, Actor>> {
  const actors = new Map<string, Actor>()
  for await (const actor of source.facts('actor')) actors.set(actor.id, actor)
  return actors
}

async function chosen<K extends FactKind>(
  source: RecordSource,
  kind: K,
  selection: Selection,
  where: (fact: Facts[K]) => boolean = () => true,
): Promise<Facts[K][]> {
  const fits = selector(selection, await actorsOf(source))
  const facts: Facts[K][] = []
  for await (const fact of source.facts(kind)) if (fits(kind, fact) && where(fact)) facts.push(fact)
  return facts
}

function cellOf<T>(column: Shown<T>, fact: T, names: Names, paint: Colours): Cell {
  const cell = column.cell(fact, names, paint)
  return typeof cell === 'string' ? { text: safeLine(cell) } : { ...cell, text: safeLine(cell.text) }
}

async function printTable<K extends SourcedKind>(view: View<K>): Promise<void> {
  const { shell, listing, facts, names, options, explanations } = view
  const { paint, effects } = shell
  const room = Math.min(effects.stdout.columns, 120)
  const rows = facts.map(fact => listing.table.map(column => cellOf(column, fact, names, paint)))
  const { heading, row, indent } = layOut(listing.table, rows, room)
  if (rows.length > 0) await shell.print(`${paint.dim(heading)}\n`)
  for (const [i, fact] of facts.entries()) {
    const lines = [row(rows[i] ?? [])]
    for (const text of listing.below?.(fact, names, paint) ?? []) lines.push(`${indent}${text}`)
    if (options.sources) lines.push(...passageLines(fact.evidence, names, paint, indent, room))
    if (explanations !== null)
      lines.push(...explanations.of(listing.kind, fact).map(text => indent + paint.dim(safeLine(text))))
    await shell.print(`${lines.join('\n')}\n`)
    if (effects.stdout.closed) return
  }
}

function explained<K extends SourcedKind>({ listing, explanations }: View<K>, fact: Facts[K]): object {
  return explanations === null ? fact : { ...fact, explanation: explanations.of(listing.kind, fact) }
}

const markdown = (cell: string | number | null): string =>
  safeLine(String(cell ?? '')).replace(/[\\|`*_<>[\]]/g, c => `\\${c}`)

async function printMarkdown<K extends SourcedKind>({
  shell,
  listing,
  facts,
  names,
}: View<K>): Promise<void> {
  const { columns } = listing
  await shell.print(`| ${columns.map(c => c.name).join(' | ')} |\n|${columns.map(() => ' --- |').join('')}\n`)
  for (const fact of facts) {
    await shell.print(`| ${columns.map(c => markdown(c.of(fact, names))).join(' | ')} |\n`)
  }
}

const PRINTERS: { [F in ListingOptions['format']]: <K extends SourcedKind>(view: View<K>) => Promise<void> } =
  {
    table: printTable,
    md: printMarkdown,
    async json(view) {
      const items = view.facts.map(fact => JSON.stringify(explained(view, fact)))
      await view.shell.print(items.length === 0 ? '[]\n' : `[\n${items.join(',\n')}\n]\n`)
    },
    async ndjson(view) {
      for (const fact of view.facts) await view.shell.print(`${JSON.stringify(explained(view, fact))}\n`)
    },
    async csv({ shell, listing, facts, names }) {
      await shell.print(csvLine(listing.columns.map(column => column.name)))
      for (const fact of facts)
        await shell.print(csvLine(listing.columns.map(column => column.of(fact, names))))
    },
  }

async function show<K extends SourcedKind>(
  shell: Shell,
  listing: Listing<K>,
  options: ListingOptions,
): Promise<void> {
  await withSession(shell, options.dossier, {}, async session => {
    const source = await recordOf(shell, session, options.asOf)
    const facts = await chosen(
      source,
      listing.kind,
      selectionOf(options, session.dossier.states),
      listing.where,
    )
    const names = await namesOf(source)
    const explanations = options.explain ? await explanationsOf(session) : null
    await PRINTERS[options.format]({ shell, listing, facts, names, options, explanations })
    if (facts.length === 0 && options.format === 'table') await shell.note(listing.nothing)
  })
}

/** Registers one listing. */
export function listing<K extends SourcedKind>(it: Listing<K>) {
  return (program: Command, shell: Shell): void => {
    const command = withSelection(program.command(it.command).description(it.description))
    withExample(command, it.example).action((options: ListingOptions) => show(shell, it, options))
  }
}

export { COLUMNS }
