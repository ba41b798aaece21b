import { createRoute, z } from '@hono/zod-openapi'
import { jsonOf } from '../schemas.ts'
import type { Route } from './route.ts'

const watched = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['rss', 'atom', 'rdf', 'json', 'wordpress', 'sitemap']),
  url: z.string(),
  every: z.number().openapi({ description: 'seconds between two visits' }),
  status: z.enum(['active', 'quarantined', 'ended']),
  last: z.string().nullable().openapi({ description: 'when it was visited last' }),
  due: z.string().nullable().openapi({ description: 'when it is due next; null where it is not any more' }),
  failures: z.number().int().openapi({ description: 'since the last success' }),
  total: z.number().int().openapi({ description: 'articles that were new, at all visits' }),
  news: z.number().int().openapi({ description: 'articles that were new, at the last visit' }),
  message: z.string().nullable().openapi({ description: 'what went wrong at the last visit' }),
})

/** Feeds and sites under watch; `entente watch` adds, visits and ends them. */
export const watches: Route = (app, { desk }) => {
  const route = createRoute({
    method: 'get',
    path: '/api/watches',
    operationId: 'list_watches',
    summary: 'Feeds and sites under watch, with their last visits',
    responses: { 200: jsonOf(z.object({ items: z.array(watched) }), 'the watches') },
  })
  app.openapi(route, async context => context.json({ items: await desk.watches() }, 200))
}
