import { createRoute, z } from '@hono/zod-openapi'
import { passagesOf } from '../../record/facts.ts'
import type { Span } from '../../record/types.ts'
import type { Found } from '../library.ts'
import { namesFor } from '../names.ts'
import { jsonOf, ofRecord } from '../schemas.ts'
import type { Route } from './route.ts'

/** The sentences that hold the words; only paragraphs with one of them are cut up. */
function passagesWith(text: string, words: readonly Span[], sentencesOf: (text: string) => Span[]) {
  const passages: { start: number; end: number; words: Span[]; quote: string }[] = []
  let start = 0
  for (const paragraph of text.split('\n\n')) {
    const [from, to] = [start, start + paragraph.length]
    start = to + 2
    const own = words.filter(([a, b]) => a >= from && b <= to)
    if (own.length === 0) continue
    for (const [first, last] of sentencesOf(paragraph)) {
      const held = own.filter(([a, b]) => a >= from + first && b <= from + last)
      if (held.length > 0)
        passages.push({
          start: from + first,
          end: from + last,
          words: held,
          quote: paragraph.slice(first, last),
        })
    }
  }
  return passages
}

/** A fact with its passages of this document alone: one that hundreds tell would fill the answer with them. */
function seenFrom(document: string, { kind, fact }: Found): object {
  const evidence = passagesOf(fact, document)
  return { kind, fact: { ...fact, evidence, ...('history' in fact ? { history: [], accounts: [] } : {}) } }
}

/** So many documents with the words are looked through for those of one outlet. */
const LOOKED_AT = 1000

/** Words in the documents, at their sentences, with the facts that rest on these. */
export const search: Route = (app, { desk, library }) => {
  const route = createRoute({
    method: 'get',
    path: '/api/search',
    operationId: 'search',
    summary: 'Full text over the documents, at the sentence, with the facts there',
    request: {
      query: z.object({
        q: z.string().min(1).openapi({ description: 'words, "a phrase", -without, this or that' }),
        outlet: z.string().optional().openapi({ description: 'only its documents' }),
        limit: z.coerce.number().int().min(1).max(100).default(20),
      }),
    },
    responses: {
      200: jsonOf(
        z.object({ items: z.array(z.any()), names: ofRecord('names') }),
        'documents, the best first',
      ),
    },
  })
  app.openapi(route, async context => {
    const { q, outlet, limit } = context.req.valid('query')
    const shelf = await library()
    const items: object[] = []
    const found = await desk.find(q, outlet === undefined ? limit : LOOKED_AT)
    const hits = found
      .filter(it => outlet === undefined || shelf.documents.get(it.document)?.outlet === outlet)
      .slice(0, limit)
    const texts = new Map((await desk.documents(hits.map(it => it.document))).map(it => [it.id, it.text]))
    for (const { document, words } of hits) {
      const text = texts.get(document)
      if (text === undefined) continue
      const passages = passagesWith(text, words, desk.sentences).map(it => ({ ...it, document }))
      const facts = shelf
        .of(document)
        .filter(({ fact }) =>
          passagesOf(fact, document).some(e => passages.some(p => e.start < p.end && p.start < e.end)),
        )
      items.push({ document, passages, facts: facts.map(it => seenFrom(document, it)) })
    }
    return context.json({ items, names: namesFor(shelf, items) }, 200)
  })
}
