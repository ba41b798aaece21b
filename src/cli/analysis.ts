/** What every analysis shares: the record is opened, looked at whole, worked out, and printed with its working. */
import type { Command, Option } from 'commander'
import { type View, viewOf } from '../analyse/view.ts'
import { namesOf } from '../export/names.ts'
import { type Selection, selector } from '../export/select.ts'
import type { Dossier } from '../knowledge/dossier.ts'
import type { Knowledge } from '../knowledge/index.ts'
import type { FactKind, Facts } from '../record/facts.ts'
import type { Passage } from '../record/types.ts'
import { recordOf, withSession } from './dossier.ts'
import { selectionOf } from './listing.ts'
import { type ListingOptions, withExample, withSelection } from './options.ts'
import { type Look, printReport, type Shown } from './report.ts'
import type { Colours, Shell } from './shell.ts'

/** What an analysis is given to work with. */
export interface Asked<Own> {
  view: View
  /** What `--from --to --actor --states --issue --type --status --min-confidence` ask for. */
  selection: Selection
  /** The facts of a kind that these options choose, or that another selection does. */
  chosen<K extends FactKind>(kind: K, selection?: Selection): Facts[K][]
  options: ListingOptions & Own
  /** What stands after the command's name, by place. */
  words: readonly string[]
  dossier: Dossier
  knowledge: Knowledge
  /** The day it is, YYYY-MM-DD: of `--as-of`, else of the latest document. */
  today: string | null
}

/** What an analysis gives: rows to print, and all of it as one JSON value. */
export interface Answer<Row extends object> {
  rows: readonly Row[]
  json: object
  above?: readonly string[]
  after?: readonly string[]
  /** Other columns for the table than the analysis has otherwise, and other rows. */
  table?: readonly Shown<Row>[]
  tableRows?: readonly Row[]
}

export interface Analysis<Own, Row extends object> extends Look<Row> {
  command: string
  /** `<event>`, `[factor]`: what stands after the name. */
  words?: string
  description: string
  examples: readonly string[]
  options?: readonly Option[]
  /** Which facts it looks at, apart from actors. */
  kinds: readonly FactKind[]
  answer(asked: Asked<Own>, paint: Colours): Answer<Row>
  passagesOf(row: Row): readonly Passage[]
  /** The working: which facts, weights and equations a row's numbers come from. */
  explain(row: Row): readonly string[]
}

/** The last day on which anything was published; null where no document has a date. */
export function latestDay(view: View): string | null {
  let latest: string | null = null
  for (const { published } of view.documents.values()) {
    const end = published?.end ?? null
    if (end !== null && (latest === null || end > latest)) latest = end
  }
  return latest
}

async function show<Own, Row extends object>(
  shell: Shell,
  it: Analysis<Own, Row>,
  words: readonly string[],
  options: ListingOptions & Own,
): Promise<void> {
  await withSession(shell, options.dossier, {}, async session => {
    const source = await recordOf(shell, session, options.asOf)
    const view = await viewOf(source, it.kinds)
    const selection: Selection = selectionOf(options, session.dossier.states)
    const {
      rows,
      json,
      above,
      after,
      table = it.table,
      tableRows,
    } = it.answer(
      {
        view,
        selection,
        chosen(kind, other = selection) {
          const fits = selector(other, view.actors)
          return view.facts(kind).filter(fact => fits(kind, fact))
        },
        options,
        words,
        dossier: session.dossier,
        knowledge: session.knowledge,
        today: options.asOf ?? latestDay(view),
      },
      shell.paint,
    )
    const explain = options.explain ? (row: Row) => it.explain(row) : null
    const names = await namesOf(source, view.documents)
    await printReport(
      shell,
      {
        ...it,
        table,
        rows: options.format === 'table' ? (tableRows ?? rows) : rows,
        names,
        json,
        explain,
        ...(above === undefined ? {} : { above }),
        ...(after === undefined ? {} : { after }),
      },
      options,
    )
  })
}

/** Registers one analysis. */
export function analysis<Own, Row extends object>(it: Analysis<Own, Row>) {
  return (program: Command, shell: Shell): void => {
    const name = it.words === undefined ? it.command : `${it.command} ${it.words}`
    const command = withSelection(program.command(name).description(it.description))
    for (const option of it.options ?? []) command.addOption(option)
    withExample(command, ...it.examples).action((...given: unknown[]) => {
      // commander hands over the words, then the options, then the command.
      const words = given
        .slice(0, -2)
        .flat()
        .filter(word => typeof word === 'string')
      return show(shell, it, words, command.opts())
    })
  }
}
