import { createRoute, z } from '@hono/zod-openapi'
import { filterSchema } from '../filters.ts'
import { jsonOf } from '../schemas.ts'
import { chosen } from './facts.ts'
import type { Route } from './route.ts'

/** Every chosen event in a few fields: ten thousand of them are to be drawn at once. */
export const marks: Route = (app, { library }) => {
  const route = createRoute({
    method: 'get',
    path: '/api/marks',
    operationId: 'list_marks',
    summary: 'All chosen events as marks on a timeline',
    request: {
      query: filterSchema.extend({
        limit: z.coerce.number().int().min(1).optional().openapi({ description: 'the first so many' }),
      }),
    },
    responses: {
      200: jsonOf(
        z.object({
          marks: z.array(z.any()),
          actors: z.record(z.string(), z.string()),
          issues: z.record(z.string(), z.string()),
        }),
        'the marks',
      ),
    },
  })
  app.openapi(route, async context => {
    const shelf = await library()
    const { limit, ...filters } = context.req.valid('query')
    const events = chosen(shelf, 'event', filters).slice(0, limit)
    const actors = new Map<string, string>()
    const all = events.map(
      ({ id, title, type, quad, intensity, status, date, source, target, states, issues, evidence }) => {
        for (const it of [...source, ...target]) actors.set(it, shelf.actors.get(it)?.name ?? it)
        const outlets = [
          ...new Set(evidence.flatMap(({ document }) => shelf.documents.get(document)?.outlet ?? [])),
        ]
        return {
          id,
          title,
          type,
          quad,
          intensity,
          status,
          date,
          states,
          issues,
          actors: [...new Set([...source, ...target])],
          outlets,
        }
      },
    )
    const issues = Object.fromEntries(shelf.list('issue').map(({ id, name }) => [id, name]))
    return context.json({ marks: all, actors: Object.fromEntries(actors), issues }, 200)
  })
}
