/** What an analysis is: what it is given, and what it gives. */
import type { Option } from 'commander'
import { type View, viewOf } from '../analyse/view.ts'
import { type Selection, selector } from '../export/select.ts'
import type { Dossier } from '../knowledge/dossier.ts'
import type { Knowledge } from '../knowledge/index.ts'
import type { Session } from '../pipeline.ts'
import type { FactKind, Facts, RecordSource } from '../record/facts.ts'
import type { Passage } from '../record/types.ts'
import { selectionOf } from './listing.ts'
import type { ListingOptions } from './options.ts'
import type { Look, Shown } from './report.ts'
import type { Colours } from './shell.ts'

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

/** Looks at a record as one analysis asks for it. */
export async function askedOf<Own>(
  kinds: readonly FactKind[],
  session: Session,
  source: RecordSource,
  given: { words: readonly string[]; options: ListingOptions & Own },
): Promise<Asked<Own>> {
  const view = await viewOf(source, kinds)
  const selection = selectionOf(given.options, session.dossier.states)
  return {
    ...given,
    view,
    selection,
    chosen(kind, other = selection) {
      const fits = selector(other, view.actors)
      return view.facts(kind).filter(fact => fits(kind, fact))
    },
    dossier: session.dossier,
    knowledge: session.knowledge,
    today: given.options.asOf ?? latestDay(view),
  }
}
