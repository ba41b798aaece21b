import { createRoute, z } from '@hono/zod-openapi'
import { jsonOf } from '../schemas.ts'
import type { Route } from './route.ts'

/** Of the whole answer, which holds every act with its passages, what a list of issues shows. */
const histories = z.object({
  issues: z.array(
    z.object({
      issue: z.string(),
      name: z.string(),
      state: z.string(),
      since: z.any(),
      steps: z.array(
        z.object({
          from: z.string(),
          events: z.array(z.object({ id: z.string(), title: z.string(), moved: z.boolean() })),
        }),
      ),
    }),
  ),
})

const headSchema = z.object({
  issue: z.string(),
  name: z.string(),
  state: z.string(),
  since: z.any(),
  from: z.string().nullable().openapi({ description: 'how it stood before its last step; null without one' }),
  moved: z
    .object({ id: z.string(), title: z.string() })
    .nullable()
    .openapi({ description: 'the event that was its last step' }),
})

/** Where each issue stands, in a line: over ten thousand documents their whole histories are megabytes. */
export const issues: Route = (app, { desk }) => {
  const door = desk.doors.find(({ name }) => name === 'issues')
  if (door === undefined) return
  const route = createRoute({
    method: 'get',
    path: '/api/issues',
    operationId: 'list_issues',
    summary: 'The issues: how each stands, and its last step',
    responses: { 200: jsonOf(z.object({ items: z.array(headSchema) }), 'the issues') },
  })
  app.openapi(route, async context => {
    const { issues: all } = histories.parse(await door.ask([], {}))
    const items = all.map(({ steps, issue, name, state, since }) => {
      const last = steps.at(-1)
      const moved = last?.events.find(it => it.moved)
      return {
        ...{ issue, name, state, since },
        from: last?.from ?? null,
        moved: moved === undefined ? null : { id: moved.id, title: moved.title },
      }
    })
    return context.json({ items }, 200)
  })
}
