/** Streams of news: not too many at once, and none that outlives its token. */
import type { Context, MiddlewareHandler } from 'hono'
import { problem } from '../problems.ts'
import { networkOf } from './addresses.ts'
import type { Gate } from './gate.ts'

/** Of one token, or of one address where there are none. A page holds two at most. */
const MOST_EACH = 20
const MOST = 200
/** Until a place may have become free, in seconds. */
const WAIT = 30

type Body = ReadableStream<Uint8Array<ArrayBuffer>>

/** The same stream, cut off once it may no longer be heard; `ended` is called once, whoever ends it. */
function guarded(body: Body, mayGoOn: () => Promise<boolean>, ended: () => void): Body {
  const reader = body.getReader()
  return new ReadableStream({
    async pull(controller) {
      try {
        const { value, done } = await reader.read()
        if (!done && (await mayGoOn())) return controller.enqueue(value)
        controller.close()
        await reader.cancel()
      } catch (error) {
        controller.error(error)
      }
      ended()
    },
    async cancel(reason) {
      ended()
      await reader.cancel(reason)
    },
  })
}

export function streams(gate: Gate, now: () => Date): MiddlewareHandler {
  const open = new Map<string, number>()
  let all = 0
  const begin = (name: string) => {
    let isOpen = true
    all++
    open.set(name, (open.get(name) ?? 0) + 1)
    return () => {
      if (!isOpen) return
      isOpen = false
      all--
      const left = (open.get(name) ?? 1) - 1
      if (left === 0) open.delete(name)
      else open.set(name, left)
    }
  }
  return async (context: Context, next) => {
    await next()
    const { res } = context
    const isStream = res.headers.get('content-type')?.startsWith('text/event-stream') === true
    if (!isStream || res.body === null) return
    // Nobody reads what HEAD is not sent: without this it would wait for ever to be read.
    if (context.req.method === 'HEAD') return void (await res.body.cancel())
    const { who, address } = context.get('visit')
    const name = who?.id ?? networkOf(address)
    if (all >= MOST || (open.get(name) ?? 0) >= MOST_EACH) {
      await res.body.cancel()
      context.res = problem(context, {
        title: 'Too many streams',
        status: 429,
        detail: `${MOST_EACH} streams of one token are open at most, and ${MOST} in all`,
        wait: WAIT,
      })
      return
    }
    const mayGoOn = async () => who === null || (await gate.tokens?.holds(who.id, now())) === true
    context.res = new Response(guarded(res.body, mayGoOn, begin(name)), res)
  }
}
