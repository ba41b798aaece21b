import { createRoute, z } from '@hono/zod-openapi'
import { passagesOf } from '../../record/facts.ts'
import { namesFor } from '../names.ts'
import { jsonOf, ofRecord } from '../schemas.ts'
import type { Route } from './route.ts'

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
    const { q, limit } = context.req.valid('query')
    const shelf = await library()
    const items: object[] = []
    for (const { document, words } of await desk.find(q, limit)) {
      const whole = await desk.document(document)
      if (whole === undefined) continue
      const passages = desk
        .sentences(whole.text)
        .map(([start, end]) => ({ start, end, words: words.filter(([a, b]) => a >= start && b <= end) }))
        .filter(passage => passage.words.length > 0)
        .map(passage => ({ ...passage, document, quote: whole.text.slice(passage.start, passage.end) }))
      const facts = shelf
        .of(document)
        .filter(({ fact }) =>
          passagesOf(fact).some(
            e => e.document === document && passages.some(p => e.start < p.end && p.start < e.end),
          ),
        )
      items.push({ document, passages, facts })
    }
    return context.json({ items, names: namesFor(shelf, items) }, 200)
  })
}
