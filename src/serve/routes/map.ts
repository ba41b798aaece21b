/** The map of drivers with no more of what it rests on than is asked for; all of it is asked for edge by edge. */
import { createRoute, z } from '@hono/zod-openapi'
import { EntenteError } from '../../record/errors.ts'
import { namesFor } from '../names.ts'
import { jsonOf, ofRecord } from '../schemas.ts'
import type { Route } from './route.ts'

const passage = z.looseObject({ document: z.string(), start: z.number() })
const claim = z.looseObject({ origins: z.array(z.string()), evidence: z.array(passage) })
type Claims = readonly z.infer<typeof claim>[]
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
  request: {
    query: z.object({
      ...chosen,
      sentences: z.coerce
        .number()
        .int()
        .min(0)
        .max(10)
        .default(0)
        .openapi({ description: 'of each edge and of each of its sides, the first so many' }),
    }),
  },
  responses: { 200: jsonOf(z.object({ map: z.any(), names: ofRecord('names').optional() }), 'the map') },
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

/** The first sentences of a side, no document twice. */
function firstOf(claims: Claims, most: number) {
  const byDocument = new Map(claims.flatMap(it => it.evidence).map(it => [it.document, it]))
  return [...byDocument.values()].slice(0, most)
}

export const theMap: Route = (app, { analysed, library }) => {
  const wholeOf = async (options: { [name in keyof typeof chosen]?: string | undefined }) => {
    const given = Object.entries(options).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    )
    return whole.parse(await analysed('map', Object.fromEntries(given)))
  }
  app.openapi(mapRoute, async context => {
    const { sentences, ...options } = context.req.valid('query')
    const { edges, ...map } = await wholeOf(options)
    const light = edges.map(({ support, rivals, denials: _, ...edge }) => ({
      ...edge,
      origins: new Set(support.flatMap(it => it.origins)).size,
      isContested: rivals.length > 0,
      ...(sentences === 0
        ? {}
        : { evidence: firstOf(support, sentences), evidenceAgainst: firstOf(rivals, sentences) }),
    }))
    const answer = { map: { ...map, edges: light } }
    return context.json(
      sentences === 0 ? answer : { ...answer, names: namesFor(await library(), light) },
      200,
    )
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
