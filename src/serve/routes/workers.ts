import { createRoute, z } from '@hono/zod-openapi'
import { jsonOf } from '../schemas.ts'
import type { Route } from './route.ts'

const count = z.number().int()

const atWork = z.object({
  waiting: z.object({
    batches: count,
    files: count,
    oldest: z.number().nullable().openapi({ description: 'seconds that the oldest batch has waited' }),
  }),
  again: count.openapi({ description: 'batches that failed and are tried once more' }),
  active: count,
  dead: count.openapi({ description: 'batches that failed for the last time; `entente work --dead`' }),
  record: z.enum(['at rest', 'asked for', 'being made']),
  workers: z.array(
    z.object({
      id: z.string(),
      silent: z.number().openapi({ description: 'seconds since its last sign of life' }),
      isBusy: z.boolean(),
      batches: count,
      documents: count,
      failures: count,
    }),
  ),
  rate: z.object({ minute: z.number(), hour: z.number() }).openapi({ description: 'documents a second' }),
  troubles: count.openapi({ description: 'files that could not be read' }),
  latest: z.array(z.object({ source: z.string(), code: z.string(), message: z.string(), at: z.string() })),
})

/** The queue and its workers, where there is a server for them. */
export const workers: Route = (app, { desk }) => {
  const route = createRoute({
    method: 'get',
    path: '/api/workers',
    operationId: 'get_workers',
    summary: 'What waits in the queue, who works, how fast, and what failed',
    responses: {
      200: jsonOf(
        z.object({
          atWork: atWork
            .nullable()
            .openapi({ description: 'null for a dossier in a folder: it has no queue' }),
        }),
        'the queue',
      ),
    },
  })
  app.openapi(route, async context => context.json({ atWork: await desk.atWork() }, 200))
}
