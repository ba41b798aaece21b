/** All that a request passes before it reaches a route. */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { problem } from '../problems.ts'
import { networkOf } from './addresses.ts'
import { audited } from './audited.ts'
import { bodies } from './bodies.ts'
import type { Gate } from './gate.ts'
import { headers } from './headers.ts'
import { identify, tooMany } from './identify.ts'
import { type Limit, makeBuckets, makeFailures } from './limits.ts'
import { addLogin } from './login.ts'
import { mayDo } from './roles.ts'
import { ownOnly } from './same-origin.ts'
import { makeSessions } from './sessions.ts'
import { streams } from './streams.ts'
import { visit } from './visit.ts'

export { type Gate, LOOPBACK } from './gate.ts'

/** An office behind one address, whose pages ask for a hundred pieces of a font at once. */
const OF_ADDRESS: Limit = { burst: 2_000, perSecond: 100 }
/** A page and its screens; a script that takes a list of ten thousand in pages. */
const READS: Limit = { burst: 600, perSecond: 30 }
/** A person who corrects with the keyboard. */
const CHANGES: Limit = { burst: 120, perSecond: 2 }

/** An address in a browser's history, a proxy's log or a colleague's mail would give the token away. */
const noTokenInAddress: MiddlewareHandler = async (context, next) => {
  if (!/[?&](?:access_)?token=|ent_[0-9a-f]{8}_/i.test(context.req.url)) return void (await next())
  return problem(context, {
    title: 'A token in an address',
    status: 400,
    detail:
      'a token is never taken from an address; if it was a real one, take it back: `entente token revoke ID`',
  })
}

/** In the order in which each looks: what costs least and refuses most comes first. */
export function addGate(app: OpenAPIHono, gate: Gate, now: () => Date): void {
  const means = { gate, sessions: makeSessions(), failures: makeFailures(), now }
  app.use('*', headers(gate))
  app.use('*', visit(gate))
  if (gate.tokens !== null) {
    const ofAddress = makeBuckets(OF_ADDRESS)
    app.use('*', noTokenInAddress, async (context, next) => {
      const wait = ofAddress(networkOf(context.get('visit').address), now())
      return wait > 0 ? tooMany(context, wait) : void (await next())
    })
  }
  app.use('*', identify(means))
  addLogin(app, means)
  if (gate.tokens !== null) {
    const [reads, changes] = [makeBuckets(READS), makeBuckets(CHANGES)]
    app.use('/api/*', async (context, next) => {
      const { who } = context.get('visit')
      const isRead = context.req.method === 'GET' || context.req.method === 'HEAD'
      const wait = (isRead ? reads : changes)(who?.id ?? '', now())
      return wait > 0 ? tooMany(context, wait) : void (await next())
    })
  }
  app.use('/api/*', ownOnly)
  // After that, so that a page elsewhere cannot fill the log by knocking.
  app.use('/api/*', audited(gate, now))
  app.use('/api/*', mayDo)
  app.use('/api/*', bodies())
  app.use('/api/*', streams(gate, now))
}
