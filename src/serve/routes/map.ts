/** The map of drivers without what it rests on, which is asked for edge by edge. */
import { createRoute, z } from '@hono/zod-openapi'
import { EntenteError } from '../../record/errors.ts'
import { namesFor } from '../names.ts'
import { jsonOf, ofRecord } from '../schemas.ts'
import type { Route } from './route.ts'

const claim = z.looseObject({ origins: z.array(z.string()) })
const whole = z.looseObject({
  edges: z.array(
    z.looseObject({
      id: z.string(),
      support: z.array(claim),
      rivals: z.array(claim),
      denials: z.array(claim).optional(),
    }),
  ),
})

const chosen = {
  by: z.string().optional().openapi({ description: 'as claimed by this actor, author or outlet' }),
  'as-of': z.string().optional().openapi({ description: 'what was known on this day' }),
}

const mapRoute = createRoute({
  method: 'get',
  path: '/api/map',
  operationId: 'get_map',
  summary: 'Which factors bring more or less of which, with belief and loops; without the claims',
  request: { query: z.object(chosen) },
  responses: { 200: jsonOf(z.object({ map: z.any() }), 'the map') },
})

const edgeRoute = createRoute({
  method: 'get',
  path: '/api/map/edge',
  operationId: 'get_map_edge',
  summary: 'One edge of the map with the claims that it rests on, the first so many of each side',
  request: {
    query: z.object({
      ...chosen,
      id: z.string().openapi({ description: '`cause>effect`' }),
      limit: z.coerce.number().int().min(1).max(1000).default(30),
    }),
  },
  responses: {
    200: jsonOf(
      z.object({
        edge: z.any(),
        claims: z.number().int().openapi({ description: 'of its sign, in all' }),
        rivals: z.number().int().openapi({ description: 'of the opposite sign, in all' }),
        names: ofRecord('names'),
      }),
      'the edge',
    ),
  },
})

export const theMap: Route = (app, { analysed, library }) => {
  const wholeOf = async (options: { [name in keyof typeof chosen]?: string | undefined }) => {
    const given = Object.entries(options).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    )
    return whole.parse(await analysed('map', Object.fromEntries(given)))
  }
  app.openapi(mapRoute, async context => {
    const { edges, ...map } = await wholeOf(context.req.valid('query'))
    const light = edges.map(({ support, rivals, denials: _, ...edge }) => ({
      ...edge,
      origins: new Set(support.flatMap(it => it.origins)).size,
      isContested: rivals.length > 0,
    }))
    return context.json({ map: { ...map, edges: light } }, 200)
  })
  app.openapi(edgeRoute, async context => {
    const { id, limit, ...options } = context.req.valid('query')
    const found = (await wholeOf(options)).edges.find(edge => edge.id === id)
    if (found === undefined) throw new EntenteError('E_NOT_FOUND', `the map has no edge ${id}`)
    const edge = {
      ...found,
      support: found.support.slice(0, limit),
      rivals: found.rivals.slice(0, limit),
    }
    const names = namesFor(await library(), edge)
    return context.json({ edge, claims: found.support.length, rivals: found.rivals.length, names }, 200)
  })
}
