/** Which documents speak in the index, and how much each counts. */
import { type Outlet, outletNames } from '../../knowledge/outlets.ts'
import { EntenteError } from '../../record/errors.ts'
import type { DocumentHead } from '../../record/types.ts'
import type { View } from '../view.ts'

/** What each document weighs, 0 to 1, by id; one that is not there does not speak. */
export type Grades = ReadonlyMap<string, number>

export interface SourceFilter {
  /** Names, kinds or states of outlets: only their documents. */
  only?: readonly string[]
  /** The same: all but theirs. */
  without?: readonly string[]
}

/** The outlet of a document; null where it has none, or one that the table does not know. */
export function outletOf(head: DocumentHead): Outlet | null {
  return head.outlet === null ? null : (outletNames().get(head.outlet.toLowerCase())?.[0] ?? null)
}

/** Everything that a word on the command line may name an outlet by, lower case. */
function labels(head: DocumentHead): string[] {
  const outlet = outletOf(head)
  const names = [head.outlet, outlet?.name, outlet?.kind, outlet?.state, ...(outlet?.aliases ?? [])]
  return names.filter(name => name != null).map(name => name.toLowerCase())
}

/** A word that names no outlet of the record is an error, since a slip would look like silence. */
export function gradesOf(view: View, { only = [], without = [] }: SourceFilter = {}): Grades {
  const byDocument = new Map([...view.documents.values()].map(head => [head.id, labels(head)]))
  for (const word of [...only, ...without]) requireKnown(word, byDocument)
  const has = (id: string, words: readonly string[]) =>
    words.some(word => byDocument.get(id)?.includes(word.toLowerCase()))
  const all = new Map<string, number>()
  for (const head of view.documents.values()) {
    if (only.length > 0 && !has(head.id, only)) continue
    if (has(head.id, without)) continue
    all.set(head.id, outletOf(head)?.grade ?? 1)
  }
  return all
}

function requireKnown(word: string, byDocument: ReadonlyMap<string, readonly string[]>): void {
  const known = new Set([...byDocument.values()].flat())
  if (known.has(word.toLowerCase())) return
  throw new EntenteError(
    'E_USAGE',
    `no document here is of "${word}"; an outlet’s name, kind or state is wanted: ${[...known].sort().slice(0, 20).join(', ')}`,
  )
}
