import { createRoute, z } from '@hono/zod-openapi'
import { EntenteError } from '../../record/errors.ts'
import { namesFor } from '../names.ts'
import { cursorFor, pageSchema, placeOf } from '../pages.ts'
import { jsonOf, ofRecord } from '../schemas.ts'
import type { Route } from './route.ts'

/** Documents without their texts, and one with its text and the facts that rest on it. */
export const documents: Route = (app, { desk, library }) => {
  const list = createRoute({
    method: 'get',
    path: '/api/documents',
    operationId: 'list_documents',
    summary: 'The documents, without their texts, the newest first',
    request: { query: z.object({ ...pageSchema, outlet: z.string().optional() }) },
    responses: {
      200: jsonOf(
        z.object({ items: z.array(ofRecord('head')), total: z.number().int(), next: z.string().nullable() }),
        'a page',
      ),
    },
  })
  app.openapi(list, async context => {
    const { limit, cursor, outlet } = context.req.valid('query')
    const shelf = await library()
    const all = [...shelf.documents.values()]
      .filter(head => outlet === undefined || head.outlet === outlet)
      .sort((a, b) => {
        const [x, y] = [a.published?.end ?? '', b.published?.end ?? '']
        return x === y ? (a.id < b.id ? -1 : 1) : x > y ? -1 : 1
      })
    const from = placeOf(cursor)
    const items = all.slice(from, from + limit).map(head => ({ ...head, facts: shelf.of(head.id).length }))
    return context.json(
      { items, total: all.length, next: from + limit < all.length ? cursorFor(from + limit) : null },
      200,
    )
  })

  const one = createRoute({
    method: 'get',
    path: '/api/documents/{id}',
    operationId: 'get_document',
    summary: 'A document with its text, the facts that rest on it, its copies and later versions',
    request: { params: z.object({ id: z.string() }) },
    responses: {
      200: jsonOf(
        z.object({
          document: ofRecord('document'),
          facts: z.array(z.object({ kind: z.string(), fact: ofRecord('fact') })),
          copies: z.array(ofRecord('head')),
          revisions: z.array(ofRecord('head')),
          names: ofRecord('names'),
        }),
        'the document',
      ),
    },
  })
  app.openapi(one, async context => {
    const { id } = context.req.valid('param')
    const shelf = await library()
    const [whole, head] = [await desk.document(id), shelf.documents.get(id)]
    if (whole === undefined || head === undefined)
      throw new EntenteError('E_NOT_FOUND', `no document here has the id ${id}`)
    const heads = [...shelf.documents.values()]
    const facts = shelf.of(id)
    return context.json(
      {
        document: { ...whole, ...head },
        facts: [...facts],
        copies: heads.filter(it => it.copyOf === id || (head.copyOf !== null && it.id === head.copyOf)),
        revisions: heads.filter(
          it => it.revisionOf === id || (head.revisionOf !== null && it.id === head.revisionOf),
        ),
        names: namesFor(
          shelf,
          facts.map(({ fact }) => fact),
        ),
      },
      200,
    )
  })
}
