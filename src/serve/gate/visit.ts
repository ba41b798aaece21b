/** The first look at a request: through which proxy it came, whom it means to ask, and how often. */
import type { Context, MiddlewareHandler } from 'hono'
import { problem } from '../problems.ts'
import { clientOf, isWithin } from './addresses.ts'
import type { Gate } from './gate.ts'

/** The address of the socket's other end, handed in beside the request. */
function peerOf({ env }: Context): string {
  const address: unknown = env?.address
  return typeof address === 'string' ? address : ''
}

/** A name that another site's page could resolve to this machine is refused: it would read the dossier. */
function isOwnHost(host: string, { hosts }: Gate): boolean {
  return hosts.includes(host.toLowerCase().replace(/:\d{1,5}$/, ''))
}

/** What proxies put in. Without a gate the world would be let in by one that merely passes on what it gets. */
const OF_PROXIES = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-real-ip',
  'cf-connecting-ip',
]

export function visit(gate: Gate): MiddlewareHandler {
  return async (context, next) => {
    const refuse = (title: string, detail: string) => problem(context, { title, status: 403, detail })
    const peer = peerOf(context)
    const { proxies } = gate
    if (proxies !== null && !isWithin(peer, proxies))
      return refuse('Past the proxy', 'this server is asked through its proxy alone')
    if (proxies !== null && context.req.header('x-forwarded-proto') === 'http')
      return refuse('Without TLS', 'this server is asked by https alone')
    if (gate.tokens === null && OF_PROXIES.some(name => context.req.header(name) !== undefined))
      return refuse(
        'Through a proxy',
        'this server is for one person at this machine; `entente serve --behind-proxy` is for others',
      )
    const host = context.req.header('host') ?? ''
    if (!isOwnHost(host, gate))
      return refuse('A foreign host', `this server answers to ${gate.hosts.join(', ')}, not to "${host}"`)
    const address = proxies === null ? peer : clientOf(peer, context.req.header('x-forwarded-for'), proxies)
    context.set('visit', {
      origin: `${gate.scheme}://${host.toLowerCase()}`,
      address,
      who: null,
      by: 'nothing',
    })
    return void (await next())
  }
}
