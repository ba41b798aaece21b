import type { Queries } from './database.ts'

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

/** Of more hits than these, the newest are looked at. */
const NEWEST = 1000
/** So many of them are ranked by where the words stand in the text, which must be parsed anew for each. */
const RANKED = 40
/** So many that have the words of a phrase are looked through at most, until enough have the phrase itself. */
const PHRASED = 300

/**
 * Documents that match a query as people type it: words, "a phrase", -without, a or b. The best first: of thousands of
 * hits the newest, of these the ones with the words in their titles, and of these by how near the words stand.
 *
 * The index knows no places of words: asked for a phrase, it would parse every text that has the words. So it is asked
 * for the words first, save where something is not to be there: "not both" is less than "not this phrase".
 */
export async function searchDocuments(queries: Queries, query: string, limit: number): Promise<Hit[]> {
  const found = await queries.query<{ id: string; rank: number; marked: string }>(
    `with asked as materialized (
       select q, case when q::text like '%!%' then q
         else regexp_replace(q::text, '<(-|[0-9]+)>', '&', 'g')::tsquery end as loose
       from websearch_to_tsquery('english', $1) as q),
     hits as materialized (
       select id, about->'published'->>'end' as day from documents where ${WORDS} @@ (select loose from asked)),
     newest as materialized (select id, day from hits order by day desc nulls last, id limit ${NEWEST}),
     titled as materialized (
       select d.id, d.title, d.text from newest join documents d using (id)
       order by ts_rank(to_tsvector('english', coalesce(d.title, '')), (select loose from asked)) desc,
         newest.day desc nulls last, d.id
       limit greatest($2::int, ${PHRASED})),
     parsed as materialized (
       select id, text, vector from titled, lateral (select ${WORDS} as vector offset 0) as words
       where vector @@ (select q from asked) limit greatest($2::int, ${RANKED})),
     best as materialized (
       select id, text, ts_rank_cd(vector, (select q from asked)) as rank
       from parsed order by rank desc, id limit $2)
     select id, rank, ts_headline('english', text, (select q from asked),
       'HighlightAll=true, StartSel=${OPEN}, StopSel=${CLOSE}') as marked
     from best order by rank desc, id`,
    [query, limit],
  )
  return found.rows.map(row => ({ document: row.id, rank: row.rank, words: marksOf(row.marked) }))
}
