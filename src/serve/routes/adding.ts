/** Documents come in: files, texts and addresses, with the progress as server-sent events. */
import { createRoute, z } from '@hono/zod-openapi'
import { streamSSE } from 'hono/streaming'
import type { Incoming } from '../desk.ts'
import { jsonOf } from '../schemas.ts'
import type { Route } from './route.ts'

const MOST = 1_000
/** How often a word is said on a quiet line, in milliseconds: so that a page that has gone is noticed. */
const PULSE = 15_000

const item = z.union([
  z.object({ name: z.string().min(1).max(500), base64: z.base64() }),
  z.object({ name: z.string().min(1).max(500), text: z.string().min(1) }),
  z.object({ url: z.string().min(1).max(4_000) }),
])

function incoming(it: z.infer<typeof item>): Incoming {
  if ('url' in it) return it
  const bytes = 'text' in it ? Buffer.from(it.text) : Buffer.from(it.base64, 'base64')
  return { name: it.name, bytes: new Uint8Array(bytes) }
}

const addRoute = createRoute({
  method: 'post',
  path: '/api/add',
  operationId: 'add_documents',
  summary: 'Takes in files, texts and addresses; /api/progress tells how far it is',
  request: {
    body: {
      required: true,
      content: { 'application/json': { schema: z.object({ items: z.array(item).min(1).max(MOST) }) } },
    },
  },
  responses: { 202: jsonOf(z.object({ job: z.number().int() }), 'it has begun') },
})

export const adding: Route = (app, { desk }) => {
  app.openapi(addRoute, context =>
    context.json({ job: desk.adding.add(context.req.valid('json').items.map(incoming)) }, 202),
  )
  app.get('/api/progress', context =>
    streamSSE(context, async stream => {
      const say = (data: object) => stream.writeSSE({ event: 'adding', data: JSON.stringify(data) })
      const stop = desk.adding.listen(state => void say(state))
      const last = desk.adding.last()
      await stream.writeSSE({ event: 'hello', data: '{}' })
      if (last !== null) await say(last)
      let isOpen = true
      stream.onAbort(() => {
        isOpen = false
        stop()
      })
      while (isOpen) {
        await stream.sleep(PULSE)
        if (isOpen) await stream.writeSSE({ event: 'pulse', data: '{}' })
      }
    }),
  )
}
