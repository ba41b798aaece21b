/** What a person says of facts: the queue, the corrections, and how often the rules were right. */
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Asked } from '../../record/corrections.ts'
import { SOURCED } from '../../record/facts.ts'
import { settingsOf } from '../context.ts'
import { namesFor } from '../names.ts'
import { jsonOf } from '../schemas.ts'
import type { Route } from './route.ts'

const MOST = 200
/** So many passages of a fact come with their sentences. */
const SHOWN = 4

const act = z.discriminatedUnion('do', [
  z.object({ do: z.literal('accept') }),
  z.object({ do: z.literal('reject') }),
  z.object({ do: z.literal('correct'), field: z.string(), value: z.string().max(2_000) }),
  z.object({ do: z.literal('note'), text: z.string().min(1).max(10_000) }),
  z.object({ do: z.literal('tag'), tag: z.string().min(1).max(100) }),
  z.object({ do: z.literal('merge'), with: z.string().min(1).max(100) }),
  z.object({ do: z.literal('split'), passages: z.array(z.string().max(100)).min(1).max(MOST) }),
]) satisfies z.ZodType<Asked>

const author = z.string().min(1).max(200).optional()
const bodyOf = <T extends z.ZodType>(schema: T) => ({
  body: { required: true, content: { 'application/json': { schema } } },
})

const queueRoute = createRoute({
  method: 'get',
  path: '/api/review',
  operationId: 'get_review_queue',
  summary: 'What most needs a look, the least certain and most consequential first',
  request: {
    query: z.object({
      limit: z.coerce.number().int().min(1).max(MOST).default(50),
      kind: z.enum(SOURCED).optional(),
      tag: z.string().optional().openapi({ description: 'only facts that have this tag' }),
      on: z
        .string()
        .optional()
        .openapi({ description: 'a fact that stands first, whether or not it was looked at' }),
    }),
  },
  responses: {
    200: jsonOf(
      z.object({
        items: z.array(
          z.object({ kind: z.enum(SOURCED), fact: z.any(), weight: z.number(), settings: z.any() }),
        ),
        total: z.number().int(),
        author: z.string(),
        fields: z.record(z.string(), z.any()),
        tags: z.array(z.string()).openapi({ description: 'all that there are' }),
        names: z.any(),
      }),
      'the head of the queue',
    ),
  },
})

const listRoute = createRoute({
  method: 'get',
  path: '/api/corrections',
  operationId: 'list_corrections',
  summary: 'All corrections, with what became of each, and the accuracy that they measure',
  responses: {
    200: jsonOf(z.object({ items: z.any(), accuracy: z.any() }), 'the corrections'),
  },
})

const makeRoute = createRoute({
  method: 'post',
  path: '/api/corrections',
  operationId: 'make_correction',
  summary: 'Accepts, rejects, corrects or annotates facts; merges and splits events',
  request: bodyOf(
    z.object({
      facts: z.array(z.string()).min(1).max(MOST),
      act,
      author,
      reason: z.string().max(2_000).optional(),
    }),
  ),
  responses: { 200: jsonOf(z.object({ made: z.any() }), 'what was made') },
})

const undoRoute = createRoute({
  method: 'post',
  path: '/api/corrections/undo',
  operationId: 'undo_correction',
  summary: 'Takes a correction back: the last one that holds, or the one that is named',
  request: bodyOf(z.object({ id: z.string().optional(), author })),
  responses: { 200: jsonOf(z.object({ withdrawn: z.any() }), 'what was taken back') },
})

const importRoute = createRoute({
  method: 'post',
  path: '/api/corrections/import',
  operationId: 'import_corrections',
  summary: 'Takes in corrections that were exported elsewhere',
  request: bodyOf(z.any()),
  responses: { 200: jsonOf(z.object({ taken: z.number().int() }), 'how many were new') },
})

export const corrections: Route = (app, { desk, library }) => {
  const { review } = desk
  /** With a token nobody corrects in another's name. */
  const authorOf = (context: Context, given = review.author): string =>
    context.get('visit').who?.name ?? given
  app.openapi(queueRoute, async context => {
    const { limit, kind, tag, on } = context.req.valid('query')
    const shelf = await library()
    const all = (await review.queue()).filter(
      item =>
        (kind === undefined || item.kind === kind) &&
        (tag === undefined || shelf.tags.get(item.fact.id)?.includes(tag) === true),
    )
    const first = on === undefined ? undefined : shelf.fact(on)
    const head =
      first === undefined
        ? all.slice(0, limit)
        : [{ ...first, weight: 0 }, ...all.filter(({ fact }) => fact.id !== first.fact.id)].slice(0, limit)
    const tags = [...new Set([...shelf.tags.values()].flat())].sort()
    const settings = await settingsOf(
      desk,
      head.flatMap(({ fact }) => fact.evidence.slice(0, SHOWN)),
    )
    let at = 0
    const items = head.map(item => {
      const from = at
      at += Math.min(SHOWN, item.fact.evidence.length)
      return { ...item, settings: settings.slice(from, at) }
    })
    const fields = Object.fromEntries(SOURCED.map(one => [one, review.fields(one)]))
    const names = namesFor(shelf, items)
    return context.json({ items, total: all.length, author: authorOf(context), fields, tags, names }, 200)
  })
  app.openapi(listRoute, async context =>
    context.json({ items: [...(await review.fates())], accuracy: [...(await review.accuracy())] }, 200),
  )
  app.openapi(makeRoute, async context => {
    const { facts, act, author, reason = null } = context.req.valid('json')
    return context.json({ made: await review.make(facts, act, authorOf(context, author), reason) }, 200)
  })
  app.openapi(undoRoute, async context => {
    const { id = null, author } = context.req.valid('json')
    return context.json({ withdrawn: await review.undo(id, authorOf(context, author)) }, 200)
  })
  app.openapi(importRoute, async context =>
    context.json({ taken: await review.read(JSON.stringify(context.req.valid('json'))) }, 200),
  )
  app.get('/api/corrections/export', async context =>
    context.body(await review.write(), 200, {
      'content-type': 'application/json',
      'content-disposition': 'attachment; filename="entente-corrections.json"',
    }),
  )
}
