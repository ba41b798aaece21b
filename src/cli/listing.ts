/** What every listing shares: the record is opened, selected from, and printed in one of five formats. */
import type { Command } from 'commander'
import { COLUMNS, type Names } from '../export/columns.ts'
import { namesOf } from '../export/names.ts'
import { type Published, type Selection, selector } from '../export/select.ts'
import type { FactKind, Facts, RecordSource, SourcedKind } from '../record/facts.ts'
import type { Actor, Interval } from '../record/types.ts'
import { recordOf, withSession } from './dossier.ts'
import { explanationsOf } from './explain.ts'
import { type ListingOptions, withExample, withSelection } from './options.ts'
import { type Look, printReport } from './report.ts'
import type { Shell } from './shell.ts'

/** The table's first column is the id, by which `entente show` finds a fact. */
export interface Listing<K extends SourcedKind> extends Look<Facts[K]> {
  command: string
  kind: K
  description: string
  example: string
  /** Only these of the kind. */
  where?: (fact: Facts[K]) => boolean
}

/** Enough of an id to be told from the others. */
export const SHORT_ID = 8

export function selectionOf(options: ListingOptions, watched: readonly string[]): Selection {
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

/** When each document was published. */
async function publishedIn(source: RecordSource): Promise<Published> {
  const days = new Map<string, Interval | null>()
  for await (const { id, published } of source.heads()) days.set(id, published)
  return id => days.get(id) ?? null
}

async function chosen<K extends FactKind>(
  source: RecordSource,
  kind: K,
  selection: Selection,
  where: (fact: Facts[K]) => boolean = () => true,
): Promise<Facts[K][]> {
  const fits = selector(selection, await actorsOf(source), await publishedIn(source))
  const facts: Facts[K][] = []
  for await (const fact of source.facts(kind)) if (fits(kind, fact) && where(fact)) facts.push(fact)
  return facts
}

/** Prints one listing. */
export async function showListing<K extends SourcedKind>(
  shell: Shell,
  listing: Listing<K>,
  options: ListingOptions,
): Promise<void> {
  await withSession(shell, options.dossier, {}, async session => {
    const source = await recordOf(shell, session, options.asOf)
    const rows = await chosen(
      source,
      listing.kind,
      selectionOf(options, session.dossier.states),
      listing.where,
    )
    const names: Names = await namesOf(source)
    const explanations = options.explain ? await explanationsOf(session) : null
    const explain = explanations && ((fact: Facts[K]) => explanations.of(listing.kind, fact))
    await printReport(shell, { ...listing, rows, names, explain, passagesOf: fact => fact.evidence }, options)
  })
}

/** Registers one listing. */
export function listing<K extends SourcedKind>(it: Listing<K>) {
  return (program: Command, shell: Shell): void => {
    const command = withSelection(program.command(it.command).description(it.description))
    withExample(command, it.example).action((options: ListingOptions) => showListing(shell, it, options))
  }
}

export { COLUMNS }
