/** Whose request it is: a token in a header, or the cookie that a login gave. */
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Bearer } from '../../record/access.ts'
import { problem } from '../problems.ts'
import { networkOf } from './addresses.ts'
import type { Gate, TokenCheck } from './gate.ts'
import type { Failures } from './limits.ts'
import type { Sessions } from './sessions.ts'

export interface Means {
  gate: Gate
  sessions: Sessions
  failures: Failures
  now(): Date
}

export const COOKIE = 'entente'
/** With this prefix no neighbour of the domain can set it; it needs https. */
export const prefixOf = ({ scheme }: Gate): 'host' | undefined => (scheme === 'https' ? 'host' : undefined)

/** What the page to log in with is made of: the program's own files, the same for everybody. */
const isForAll = (path: string): boolean =>
  /^\/(?:login|logout|login\.css|login\.js|mark\.svg)$/.test(path) || path.startsWith('/assets/')

/** Readers of feeds know no bearer tokens, and ask for a name and a password: the token is the password. */
const FEEDS: ReadonlySet<string> = new Set(['/api/feed.rss', '/api/coming.ics'])
const takesPassword = ({ method, path }: { method: string; path: string }): boolean =>
  FEEDS.has(path) && (method === 'GET' || method === 'HEAD')

function secretIn(header: string, isPassword: boolean): string {
  const [, scheme = '', value = ''] = /^(bearer|basic) +(\S+)$/i.exec(header) ?? []
  if (scheme.toLowerCase() === 'bearer') return value
  if (scheme === '' || !isPassword) return ''
  const pair = Buffer.from(value, 'base64').toString()
  return pair.slice(pair.indexOf(':') + 1)
}

/** The same for one that is missing, unknown, expired or taken back. */
function unknown(context: Context): Response {
  const { req } = context
  const isPage = req.method === 'GET' && !req.path.startsWith('/api/')
  if (isPage && req.header('accept')?.includes('text/html') === true) {
    const { pathname, search } = new URL(req.url)
    return context.redirect(`/login?next=${encodeURIComponent(pathname + search)}`, 302)
  }
  const challenge = takesPassword(req)
    ? 'Bearer realm="entente", Basic realm="entente"'
    : 'Bearer realm="entente"'
  context.header('www-authenticate', challenge)
  return problem(context, {
    title: 'Who is it?',
    status: 401,
    detail: 'this wants a token that holds, as `Authorization: Bearer TOKEN`, or a login at /login',
  })
}

export function tooMany(context: Context, wait: number): Response {
  return problem(context, {
    title: 'Too many requests',
    status: 429,
    detail: `ask again in ${wait} seconds`,
    wait,
  })
}

async function byHeader(
  context: Context,
  header: string,
  { gate, failures, now }: Means,
  tokens: TokenCheck,
): Promise<Bearer | Response> {
  const { address } = context.get('visit')
  const at = now()
  const wait = failures.wait(networkOf(address), at)
  if (wait > 0) return tooMany(context, wait)
  const { method, path } = context.req
  const who = await tokens.check(secretIn(header, takesPassword(context.req)), at)
  if (who !== null) return who
  failures.add(networkOf(address), at)
  await gate.note({
    at: at.toISOString(),
    who: 'unknown',
    address,
    method,
    route: path,
    ids: [],
    outcome: 401,
  })
  return unknown(context)
}

async function byCookie(context: Context, means: Means, tokens: TokenCheck): Promise<Bearer | null> {
  const id = getCookie(context, COOKIE, prefixOf(means.gate))
  const who = id === undefined ? null : means.sessions.find(id, means.now())
  return who !== null && (await tokens.holds(who.id, means.now())) ? who : null
}

export function identify(means: Means): MiddlewareHandler {
  const { tokens } = means.gate
  return async (context, next) => {
    if (tokens === null || isForAll(context.req.path)) return void (await next())
    const header = context.req.header('authorization')
    const visit = context.get('visit')
    if (header !== undefined) {
      const who = await byHeader(context, header, means, tokens)
      if (who instanceof Response) return who
      context.set('visit', { ...visit, who, by: 'header' })
      return void (await next())
    }
    const who = await byCookie(context, means, tokens)
    if (who === null) return unknown(context)
    context.set('visit', { ...visit, who, by: 'cookie' })
    return void (await next())
  }
}
