/** The HTTP API over one dossier, and the workbench that talks to it. */
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { openAhead } from './ahead.ts'
import { makeAsker } from './asked.ts'
import { assetAt } from './assets.ts'
import { describe, pageOf } from './description.ts'
import type { Desk } from './desk.ts'
import { addGate, type Gate, LOOPBACK } from './gate/index.ts'
import { type Keeper, makeKeeper } from './kept.ts'
import { makeLibrarian } from './library.ts'
import { problem, problemOf } from './problems.ts'
import { ROUTES } from './routes/index.ts'
import type { Room } from './routes/route.ts'
import { registerRecord } from './schemas.ts'

export type {
  AddDesk,
  Adding,
  Desk,
  Door,
  DoorOption,
  Incoming,
  Opening,
  ReviewDesk,
  SearchDesk,
  Watched,
} from './desk.ts'
export { isLoopback, rangeOf } from './gate/addresses.ts'
export { type Gate, LOOPBACK } from './gate/index.ts'

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

interface Rooms extends Room {
  keeper: Keeper
}

/** What may be asked; `gate` is null where the program asks itself. */
function assemble({ keeper, ...room }: Rooms, gate: Gate | null): OpenAPIHono {
  const { desk } = room
  const app = new OpenAPIHono({
    defaultHook(result, context) {
      if (result.success) return undefined
      const detail = result.error.issues
        .map(({ path, message }) => `${path.join('.')}: ${message}`)
        .join('; ')
      return problem(context, { title: 'Wrong question', status: 400, detail })
    },
  })
  if (gate !== null) addGate(app, gate, () => desk.now())
  app.use('/api/*', keeper.middleware)
  app.onError((error, context) => {
    const told = problemOf(error)
    if (told.status !== 500 || gate === null || gate.tokens === null) return problem(context, told)
    // It may name files of the machine, and is nothing for others.
    gate.fault(error)
    return problem(context, { ...told, detail: 'the server has printed what it was' })
  })
  registerRecord(app)
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

/** The same; `open` gets the first screen ready, and the record with it. */
export function makeOpenServer(
  desk: Desk,
  gate: Gate = LOOPBACK,
  /** Milliseconds without a question after which what may be asked next is worked out. */
  wait?: number,
): { app: OpenAPIHono; open: () => Promise<void> } {
  const rooms = { desk, library: makeLibrarian(desk), analysed: makeAsker(desk), keeper: makeKeeper(desk) }
  const own = assemble(rooms, null)
  const ask = (path: string) => own.request(`http://localhost${path}`)
  return { app: assemble(rooms, gate), open: () => openAhead(desk, rooms.keeper, ask, wait) }
}

/** The whole server, as a function from requests, and `{ address }` of who sends them, to answers. */
export function makeServer(desk: Desk, gate: Gate = LOOPBACK): OpenAPIHono {
  return makeOpenServer(desk, gate).app
}
