/** The HTTP API over one dossier, and the workbench that talks to it. */
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context, Next } from 'hono'
import { assetAt } from './assets.ts'
import { describe, pageOf } from './description.ts'
import type { Desk } from './desk.ts'
import { makeKeeper } from './kept.ts'
import { makeLibrarian } from './library.ts'
import { problem, problemOf } from './problems.ts'
import { ROUTES } from './routes/index.ts'
import { registerRecord } from './schemas.ts'

export type { AddDesk, Adding, Desk, Door, DoorOption, Incoming, Opening, ReviewDesk } from './desk.ts'

/** Scripts, styles, fonts and answers come from here alone; nothing frames the page. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** A name that another site's page could resolve to this machine is refused: it would read the dossier. */
function isOwnHost(host: string | undefined): boolean {
  return host !== undefined && /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/.test(host)
}

async function guard(context: Context, next: Next): Promise<Response | undefined> {
  const host = context.req.header('host')
  if (!isOwnHost(host)) {
    return problem(context, {
      title: 'A foreign host',
      status: 403,
      detail: `this server answers to localhost alone, not to "${host ?? ''}"`,
    })
  }
  await next()
  const { headers } = context.res
  headers.set('content-security-policy', POLICY)
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', 'no-referrer')
  headers.set('cross-origin-resource-policy', 'same-origin')
  return undefined
}

/**
 * What changes something comes from this page, or from no page at all: another site's form cannot send JSON, its
 * script is stopped by `Origin`, and every browser of today says `Sec-Fetch-Site` besides.
 */
async function ownOnly(context: Context, next: Next): Promise<Response | undefined> {
  const { req } = context
  if (req.method === 'GET' || req.method === 'HEAD') return void (await next())
  const refuse = (detail: string) => problem(context, { title: 'A foreign page', status: 403, detail })
  const origin = req.header('origin')
  const site = req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin')
    return refuse(`a request from a ${site} page is not taken`)
  if (origin !== undefined && origin !== `http://${req.header('host')}`)
    return refuse(`a request from ${origin} is not taken`)
  const type = req.header('content-type')?.split(';')[0]?.trim()
  const length = Number(req.header('content-length') ?? 0)
  const isSent = type !== undefined || length > 0 || req.header('transfer-encoding') !== undefined
  if (isSent && type !== 'application/json') return refuse('only application/json is taken')
  if (length > MOST)
    return problem(context, { title: 'Too large', status: 413, detail: `more than ${MOST} bytes at once` })
  return void (await next())
}

/** Of what is sent to be added, at once. */
const MOST = 100_000_000

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

/** The whole server, as a function from requests to answers. */
export function makeServer(desk: Desk): OpenAPIHono {
  return makeOpenServer(desk).app
}

/** The same; `open` gets the first screen ready, and the record with it. */
export function makeOpenServer(desk: Desk): { app: OpenAPIHono; open: () => Promise<void> } {
  const keeper = makeKeeper(desk)
  const app = new OpenAPIHono({
    defaultHook(result, context) {
      if (result.success) return undefined
      const detail = result.error.issues
        .map(({ path, message }) => `${path.join('.')}: ${message}`)
        .join('; ')
      return problem(context, { title: 'Wrong question', status: 400, detail })
    },
  })
  app.use('*', guard)
  app.use('/api/*', ownOnly)
  app.use('/api/*', keeper.middleware)
  app.onError((error, context) => problem(context, problemOf(error)))
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
  const ask = (path: string) => app.request(`http://localhost${path}`, { headers: { host: 'localhost' } })
  return { app, open: () => keeper.open(ask) }
}
