import type { Database } from './database.ts'

/** A stretch of a document that matches, by offsets into its text. */
export interface Hit {
  document: string
  /** Higher is better; comparable within one search only. */
  rank: number
  /** Where the text's matching words stand: `[start, end)`. */
  words: [start: number, end: number][]
}

const WORDS = `to_tsvector('english', coalesce(title, '') || ' ' || text)`
const OPEN = '\u0001'
const CLOSE = '\u0002'

/** ts_headline returns the whole text with the matching words between the two marks. */
function marksOf(marked: string): [number, number][] {
  const spans: [number, number][] = []
  let removed = 0
  for (const match of marked.matchAll(/\u0001([^\u0002]*)\u0002/g)) {
    const start = match.index - removed
    spans.push([start, start + (match[1]?.length ?? 0)])
    removed += 2
  }
  return spans
}

/** Documents that match a query as people type it: words, "a phrase", -without, a or b. The best first. */
export async function searchDocuments(database: Database, query: string, limit: number): Promise<Hit[]> {
  const found = await database.client.query<{ id: string; rank: number; marked: string }>(
    `with best as (
       select id, text, ts_rank_cd(${WORDS}, q) as rank
       from documents, websearch_to_tsquery('english', $1) as q
       where ${WORDS} @@ q
       order by rank desc, id limit $2)
     select id, rank, ts_headline('english', text, websearch_to_tsquery('english', $1),
       'HighlightAll=true, StartSel=${OPEN}, StopSel=${CLOSE}') as marked
     from best order by rank desc, id`,
    [query, limit],
  )
  return found.rows.map(row => ({ document: row.id, rank: row.rank, words: marksOf(row.marked) }))
}
