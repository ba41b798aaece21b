/** What an analysis is: what it is given, and what it gives. */
import type { Option } from 'commander'
import type { Parsed } from '../analyse/ask/index.ts'
import { type View, viewOf } from '../analyse/view.ts'
import { type Selection, selector } from '../export/select.ts'
import type { Dossier } from '../knowledge/dossier.ts'
import type { Knowledge } from '../knowledge/index.ts'
import type { Session } from '../pipeline.ts'
import type { FactKind, Facts, RecordSource } from '../record/facts.ts'
import type { Passage } from '../record/types.ts'
import { type Explanations, explanationsOf } from './explain.ts'
import { selectionOf } from './listing.ts'
import type { ListingOptions } from './options.ts'
import { parseQuestion } from './question.ts'
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
  /** Which rules made a fact; null where nobody asks to have it explained. */
  receipts: Explanations | null
  /** The words as a question, where the analysis reads one. */
  parsed: Parsed | null
}

/** What an analysis gives: rows to print, and all of it as one JSON value. */
export interface Answer<Row extends object> {
  rows: readonly Row[]
  json: object
  above?: readonly string[]
  after?: readonly string[]
  /** Other columns for the table than the analysis has otherwise, other lines below its rows, and other rows. */
  table?: readonly Shown<Row>[]
  below?: NonNullable<Look<Row>['below']>
  /** Other columns for CSV and Markdown. */
  columns?: Look<Row>['columns']
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
  /** Its explanations tell the rules that made its facts. */
  withReceipts?: true
  /** Its words are a question, to be read as one. */
  parses?: true
  answer(asked: Asked<Own>, paint: Colours): Answer<Row>
  passagesOf(row: Row): readonly Passage[]
  /** Where the view does not hold them: finds the passages of the rows in the record itself, for `--sources`. */
  passagesIn?(rows: readonly Row[], source: RecordSource): Promise<(row: Row) => readonly Passage[]>
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

/** What an analysis looks at, and what else it needs for its answer. */
export interface Needs {
  kinds: readonly FactKind[]
  withReceipts?: true
  parses?: true
}

/** Looks at a record as one analysis asks for it. */
export async function askedOf<Own>(
  it: Needs,
  session: Session,
  source: RecordSource,
  given: { words: readonly string[]; options: ListingOptions & Own },
): Promise<Asked<Own>> {
  const view = await viewOf(source, it.kinds)
  const selection = selectionOf(given.options, session.dossier.states)
  const today = given.options.asOf ?? latestDay(view)
  return {
    ...given,
    view,
    selection,
    chosen(kind, other = selection) {
      const fits = selector(other, view.actors, id => view.documents.get(id)?.published ?? null)
      return view.facts(kind).filter(fact => fits(kind, fact))
    },
    dossier: session.dossier,
    knowledge: session.knowledge,
    today,
    parsed: it.parses ? await parseQuestion(session, given.words.join(' '), today) : null,
    receipts: it.withReceipts && given.options.explain ? await explanationsOf(session) : null,
  }
}
