/** Searches that are kept with the dossier, for every browser that opens it. */
import { createRoute, z } from '@hono/zod-openapi'
import type { SavedSearch } from '../../record/searches.ts'
import { jsonOf } from '../schemas.ts'
import type { Route } from './route.ts'

const search = z.object({
  id: z.string(),
  name: z.string(),
  q: z.string(),
  feed: z.string().openapi({ description: 'address of its feed of documents, as RSS' }),
  calendar: z.string().openapi({ description: 'address of the planned events that hold its words' }),
})

const shown = ({ id, name, q }: SavedSearch) => {
  const query = new URLSearchParams({ q })
  return { id, name, q, feed: `/api/feed.rss?${query}`, calendar: `/api/coming.ics?${query}` }
}

const name = z.string().trim().min(1).max(200)
const bodyOf = <T extends z.ZodType>(schema: T) => ({
  body: { required: true, content: { 'application/json': { schema } } },
})

const listRoute = createRoute({
  method: 'get',
  path: '/api/searches',
  operationId: 'list_searches',
  summary: 'The saved searches, each with its feed and its calendar',
  responses: { 200: jsonOf(z.object({ items: z.array(search) }), 'the searches') },
})

const saveRoute = createRoute({
  method: 'post',
  path: '/api/searches',
  operationId: 'save_search',
  summary: 'Keeps a search with the dossier',
  request: bodyOf(z.object({ q: z.string().trim().min(1).max(2_000), name: name.optional() })),
  responses: { 200: jsonOf(search, 'the search') },
})

const renameRoute = createRoute({
  method: 'post',
  path: '/api/searches/rename',
  operationId: 'rename_search',
  summary: 'Gives a saved search another name',
  request: bodyOf(z.object({ id: z.string(), name })),
  responses: { 200: jsonOf(search, 'the search') },
})

const forgetRoute = createRoute({
  method: 'post',
  path: '/api/searches/forget',
  operationId: 'forget_search',
  summary: 'Takes a saved search off the list',
  request: bodyOf(z.object({ id: z.string() })),
  responses: { 200: jsonOf(z.object({ forgotten: z.string() }), 'its id') },
})

export const searches: Route = (app, { desk }) => {
  app.openapi(listRoute, async context =>
    context.json({ items: (await desk.searches.list()).map(shown) }, 200),
  )
  app.openapi(saveRoute, async context => {
    const { q, name = null } = context.req.valid('json')
    return context.json(shown(await desk.searches.save(q, name)), 200)
  })
  app.openapi(renameRoute, async context => {
    const { id, name } = context.req.valid('json')
    return context.json(shown(await desk.searches.rename(id, name)), 200)
  })
  app.openapi(forgetRoute, async context => {
    const { id } = context.req.valid('json')
    await desk.searches.forget(id)
    return context.json({ forgotten: id }, 200)
  })
}
