import { createRoute, z } from '@hono/zod-openapi'
import { EntenteError } from '../../record/errors.ts'
import { jsonOf, ofRecord } from '../schemas.ts'
import type { Route } from './route.ts'

/** Who is in the record. */
export const actors: Route = (app, { library }) => {
  const list = createRoute({
    method: 'get',
    path: '/api/actors',
    operationId: 'list_actors',
    summary: 'All actors',
    responses: {
      200: jsonOf(z.object({ items: z.array(ofRecord('actor')), total: z.number().int() }), 'the actors'),
    },
  })
  app.openapi(list, async context => {
    const items = [...(await library()).actors.values()]
    return context.json({ items, total: items.length }, 200)
  })
  const one = createRoute({
    method: 'get',
    path: '/api/actors/{id}',
    operationId: 'get_actor',
    summary: 'An actor with its roles',
    request: { params: z.object({ id: z.string() }) },
    responses: { 200: jsonOf(ofRecord('actor'), 'the actor') },
  })
  app.openapi(one, async context => {
    const { id } = context.req.valid('param')
    const actor = (await library()).actors.get(id)
    if (actor === undefined) throw new EntenteError('E_NOT_FOUND', `no actor here has the id ${id}`)
    return context.json(actor, 200)
  })
}
