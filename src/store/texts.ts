/**
 * Texts that packed facts are cut from, kept from one page of facts to the next: every text is cited from dozens of
 * pages, and each time it would have to be unpacked and sent anew.
 */
import type { Queries } from './database.ts'
import type { Texts } from './pack.ts'

interface Kept {
  /** The state of the store that they are of. */
  state: string
  byNumber: Map<number, { id: string; text: string }>
  characters: number
}

/** Some twenty thousand articles; above that they are read again as they are needed. */
const MOST = 80_000_000

const shelves = new WeakMap<Queries, Kept>()

/** Every change of documents or of the record is one of these two settings as well. */
async function stateOf(queries: Queries): Promise<string> {
  const found = await queries.query<{ key: string; value: string }>(
    `select key, value::text as value from settings where key in ('journal', 'record') order by key`,
  )
  return JSON.stringify(found.rows)
}

/** Gives the texts of documents by their numbers, as they are at this moment. */
export async function textsOf(queries: Queries): Promise<(numbers: ReadonlySet<number>) => Promise<Texts>> {
  const state = await stateOf(queries)
  let kept = shelves.get(queries)
  if (kept?.state !== state) {
    kept = { state, byNumber: new Map(), characters: 0 }
    shelves.set(queries, kept)
  }
  const shelf = kept
  return async numbers => {
    const missing = [...numbers].filter(no => !shelf.byNumber.has(no))
    if (missing.length === 0) return shelf.byNumber
    const found = await queries.query<{ no: number; id: string; text: string }>(
      'select no, id, text from documents where no = any($1)',
      [missing],
    )
    const isFull = shelf.characters > MOST
    // Where the shelf is full, a page has a shelf of its own.
    const into = isFull ? new Map(shelf.byNumber) : shelf.byNumber
    for (const { no, id, text } of found.rows) {
      into.set(no, { id, text })
      shelf.characters += text.length
    }
    return into
  }
}
