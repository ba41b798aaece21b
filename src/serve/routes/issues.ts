/** Issues in parts: over ten thousand documents their whole histories, with every act and passage, are ten megabytes. */
import { createRoute, z } from '@hono/zod-openapi'
import type { Interval } from '../../record/types.ts'
import { namesFor } from '../names.ts'
import { jsonOf, ofRecord } from '../schemas.ts'
import { stepsToDraw } from '../strips.ts'
import type { Route } from './route.ts'

const date = z.custom<Interval>(value => typeof value === 'object' && value !== null)
const day = z.custom<Interval | null>(value => typeof value === 'object')

/** Of the whole answer what lists of issues show. */
const histories = z.object({
  issues: z.array(
    z.object({
      issue: z.string(),
      name: z.string(),
      state: z.string(),
      since: date,
      lastHeard: z.string(),
      origins: z.number(),
      steps: z.array(
        z.object({
          step: z.string(),
          from: z.string(),
          date,
          events: z.array(z.object({ id: z.string(), title: z.string(), date: day, moved: z.boolean() })),
        }),
      ),
      standings: z.array(
        z.object({
          actor: z.string(),
          held: z.array(z.object({ stance: z.string(), changed: z.boolean() })),
        }),
      ),
      closeness: z.array(z.any()),
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

const headsRoute = createRoute({
  method: 'get',
  path: '/api/issues',
  operationId: 'list_issues',
  summary: 'The issues: how each stands, and its last step',
  responses: { 200: jsonOf(z.object({ items: z.array(headSchema) }), 'the issues') },
})

const stripsRoute = createRoute({
  method: 'get',
  path: '/api/issues/strips',
  operationId: 'list_issue_strips',
  summary: 'The issues over time: their steps as far as a picture can show them, and who stands where',
  request: { query: z.object({ states: z.string().optional(), outlet: z.string().optional() }) },
  responses: {
    200: jsonOf(
      z.object({
        items: z.array(
          z.object({
            issue: z.string(),
            name: z.string(),
            state: z.string(),
            since: z.any(),
            lastHeard: z.string(),
            origins: z.number(),
            of: z.number().int().openapi({ description: 'steps in all' }),
            steps: z.array(z.object({ at: z.number().int(), step: z.string(), date: z.any() })),
            standings: z.array(z.object({ actor: z.string(), held: z.array(z.any()) })),
            closeness: z.array(z.any()),
          }),
        ),
        names: ofRecord('names'),
      }),
      'the issues',
    ),
  },
})

/** Other events of the same step that are told. */
const NEIGHBOURS = 4

const ofFactRoute = createRoute({
  method: 'get',
  path: '/api/facts/{id}/issues',
  operationId: 'list_issues_of_fact',
  summary: 'The steps of issues that an event is part of',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: jsonOf(
      z.object({
        items: z.array(
          z.object({
            issue: z.string(),
            name: z.string(),
            at: z.number().int(),
            of: z.number().int().openapi({ description: 'steps of the issue in all' }),
            step: z.string(),
            from: z.string(),
            moved: z.boolean().openapi({ description: 'it made the step' }),
            events: z.array(z.object({ id: z.string(), title: z.string(), date: z.any() })),
          }),
        ),
      }),
      'the steps',
    ),
  },
})

export const issues: Route = (app, { analysed, library }) => {
  const historiesOf = async (options: { [name: string]: string } = {}) =>
    histories.parse(await analysed('issues', options)).issues

  app.openapi(headsRoute, async context => {
    const items = (await historiesOf()).map(({ steps, issue, name, state, since }) => {
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

  app.openapi(stripsRoute, async context => {
    const { states, outlet } = context.req.valid('query')
    const all = await historiesOf({
      ...(states === undefined ? {} : { states }),
      ...(outlet === undefined ? {} : { outlet }),
    })
    const items = all.map(({ steps, standings, closeness, ...history }) => ({
      ...history,
      of: steps.length,
      steps: stepsToDraw(steps),
      standings: standings.map(({ actor, held }) => ({ actor, held: held.slice(-1) })),
      closeness: closeness.slice(0, 1),
    }))
    return context.json({ items, names: namesFor(await library(), items) }, 200)
  })

  app.openapi(ofFactRoute, async context => {
    const { id } = context.req.valid('param')
    const items = (await historiesOf()).flatMap(({ issue, name, steps }) =>
      steps.flatMap(({ step, from, events }, at) => {
        const own = events.find(it => it.id === id)
        if (own === undefined) return []
        const others = events.filter(it => it.id !== id).slice(0, NEIGHBOURS)
        return [{ issue, name, at, of: steps.length, step, from, moved: own.moved, events: others }]
      }),
    )
    return context.json({ items }, 200)
  })
}
