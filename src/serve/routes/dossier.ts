import { createRoute, z } from '@hono/zod-openapi'
import { LISTS, SOURCED } from '../../record/facts.ts'
import { type Library, latestOf } from '../library.ts'
import { jsonOf } from '../schemas.ts'
import type { Route } from './route.ts'

/** So many pairs are offered. */
const PAIRS = 12

/** The pairs of states that have most events together, the busiest first. */
function busiestPairs(shelf: Library): { states: string[]; names: string[]; events: number }[] {
  const counts = new Map<string, number>()
  for (const { states } of shelf.list('event'))
    for (const [i, a] of states.entries())
      for (const b of states.slice(i + 1)) counts.set(`${a},${b}`, (counts.get(`${a},${b}`) ?? 0) + 1)
  return [...counts]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, PAIRS)
    .map(([pair, events]) => {
      const states = pair.split(',')
      return { states, names: states.map(id => shelf.actors.get(id)?.name ?? id), events }
    })
}

/** What the dossier is, and how much it holds. */
export const dossier: Route = (app, { desk, library }) => {
  const route = createRoute({
    method: 'get',
    path: '/api/dossier',
    operationId: 'get_dossier',
    summary: 'The dossier: its name, states, and how much it holds',
    responses: {
      200: jsonOf(
        z.object({
          name: z.string().nullable(),
          states: z.array(z.object({ id: z.string(), name: z.string() })),
          version: z.string(),
          latest: z.string().nullable().openapi({ description: 'the last day on which a document came out' }),
          counts: z.record(z.string(), z.number().int()),
          issues: z.array(z.object({ id: z.string(), name: z.string() })),
          outlets: z.array(z.string()),
          pairs: z
            .array(
              z.object({ states: z.array(z.string()), names: z.array(z.string()), events: z.number().int() }),
            )
            .openapi({ description: 'where no states are watched, those that have most events together' }),
        }),
        'the dossier',
      ),
    },
  })
  app.openapi(route, async context => {
    const shelf = await library()
    const heads = [...shelf.documents.values()]
    const counts = Object.fromEntries(SOURCED.map(kind => [LISTS[kind], shelf.list(kind).length]))
    const outlets = [...new Set(heads.flatMap(({ outlet }) => outlet ?? []))].sort()
    return context.json(
      {
        name: desk.name,
        states: desk.states.map(id => ({ id, name: shelf.actors.get(id)?.name ?? id })),
        version: shelf.version,
        latest: latestOf(heads),
        counts: { documents: heads.length, ...counts },
        issues: shelf.list('issue').map(({ id, name }) => ({ id, name })),
        outlets,
        pairs: desk.states.length === 0 ? busiestPairs(shelf) : [],
      },
      200,
    )
  })
}
