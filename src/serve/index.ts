/** The HTTP API over one dossier, and the workbench that talks to it. */
import { createHash } from 'node:crypto'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context, Next } from 'hono'
import { assetAt } from './assets.ts'
import { describe, pageOf } from './description.ts'
import type { Desk } from './desk.ts'
import { addGate, type Gate, LOOPBACK } from './gate/index.ts'
import { makeLibrarian } from './library.ts'
import { problem, problemOf } from './problems.ts'
import { ROUTES } from './routes/index.ts'
import { registerRecord } from './schemas.ts'

export type { AddDesk, Adding, Desk, Door, DoorOption, Incoming, ReviewDesk, Watched } from './desk.ts'
export { isLoopback, rangeOf } from './gate/addresses.ts'
export { type Gate, LOOPBACK } from './gate/index.ts'

/** A tag of what is answered: asked again with it, nothing is sent that is there already. */
async function tag(context: Context, next: Next): Promise<Response | undefined> {
  await next()
  if (context.req.method !== 'GET' || context.res.status !== 200) return undefined
  // A stream ends when the page goes: there is no whole to be tagged.
  if (context.res.headers.get('content-type')?.startsWith('text/event-stream')) return undefined
  const body = await context.res.clone().arrayBuffer()
  const mark = `"${createHash('sha256').update(new Uint8Array(body)).digest('base64url').slice(0, 22)}"`
  context.res.headers.set('etag', mark)
  context.res.headers.set('cache-control', 'private, no-cache')
  if (context.req.header('if-none-match') === mark)
    context.res = new Response(null, { status: 304, headers: context.res.headers })
  return undefined
}

function page(context: Context): Response {
  const { path } = context.req
  const asset =
    assetAt(path === '/' ? '/index.html' : path) ?? (path.includes('.') ? null : assetAt('/index.html'))
  if (asset === null)
    return problem(context, { title: 'Not there', status: 404, detail: `nothing is at ${path}` })
  return context.body(asset.body, 200, {
    'content-type': asset.type,
    'cache-control': asset.isForever ? 'public, max-age=31536000, immutable' : 'no-cache',
  })
}

/** The whole server, as a function from requests, and `{ address }` of who sends them, to answers. */
export function makeServer(desk: Desk, gate: Gate = LOOPBACK): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook(result, context) {
      if (result.success) return undefined
      const detail = result.error.issues
        .map(({ path, message }) => `${path.join('.')}: ${message}`)
        .join('; ')
      return problem(context, { title: 'Wrong question', status: 400, detail })
    },
  })
  addGate(app, gate, () => desk.now())
  app.use('/api/*', tag)
  app.onError((error, context) => {
    const told = problemOf(error)
    if (told.status !== 500 || gate.tokens === null) return problem(context, told)
    // It may name files of the machine, and is nothing for others.
    gate.fault(error)
    return problem(context, { ...told, detail: 'the server has printed what it was' })
  })
  registerRecord(app)
  const room = { desk, library: makeLibrarian(desk) }
  for (const route of ROUTES) route(app, room)
  app.get('/api/openapi.json', context => context.json(describe(app)))
  app.get('/api', context => context.html(pageOf(describe(app))))
  app.all('/api/*', context =>
    problem(context, {
      title: 'Not there',
      status: 404,
      detail: `the API has nothing at ${context.req.path}; /api/openapi.json lists what it has, /api says it in words`,
    }),
  )
  app.get('*', page)
  app.notFound(context =>
    problem(context, { title: 'Not there', status: 404, detail: `nothing is at ${context.req.path}` }),
  )
  return app
}
