/** The ledger of forecasts in pages: over ten thousand documents the whole of it is ten megabytes. */
import { createRoute, z } from '@hono/zod-openapi'
import { OUTCOMES } from '../../record/types.ts'
import { namesFor } from '../names.ts'
import { cursorFor, pageSchema, placeOf } from '../pages.ts'
import { jsonOf, ofRecord } from '../schemas.ts'
import type { Route } from './route.ts'

const entries = z.array(
  z.looseObject({
    id: z.string(),
    outcome: z.enum(OUTCOMES),
    horizon: z.looseObject({ end: z.string().nullable() }).nullable(),
  }),
)

export const ledger: Route = (app, { analysed, library }) => {
  const route = createRoute({
    method: 'get',
    path: '/api/ledger',
    operationId: 'list_ledger',
    summary: 'Forecasts with what became of them, those that are due first, in pages',
    request: {
      query: z.object({
        ...pageSchema,
        outcome: z.enum(OUTCOMES).optional(),
        due: z
          .enum(['true', 'false'])
          .default('false')
          .openapi({ description: 'only open ones that have a day' }),
      }),
    },
    responses: {
      200: jsonOf(
        z.object({
          items: z.array(z.any()),
          total: z.number().int(),
          next: z.string().nullable(),
          counts: z.record(z.string(), z.number().int()).openapi({ description: 'of all, by outcome' }),
          names: ofRecord('names'),
        }),
        'a page of the ledger',
      ),
    },
  })
  app.openapi(route, async context => {
    const { limit, cursor, outcome, due } = context.req.valid('query')
    const all = entries.parse(await analysed('forecasts'))
    const counts = Object.fromEntries(
      OUTCOMES.map(one => [one, all.filter(entry => entry.outcome === one).length]),
    )
    const chosen = all.filter(
      entry =>
        (outcome === undefined || entry.outcome === outcome) &&
        (due === 'false' || (entry.outcome === 'open' && entry.horizon?.end != null)),
    )
    const from = placeOf(cursor)
    const items = chosen.slice(from, from + limit)
    const next = from + limit < chosen.length ? cursorFor(from + limit) : null
    const names = namesFor(await library(), items)
    return context.json({ items, total: chosen.length, next, counts, names }, 200)
  })
}
