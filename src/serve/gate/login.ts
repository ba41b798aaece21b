/** Logging in with a browser, and out again. */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { networkOf } from './addresses.ts'
import { limited } from './bodies.ts'
import { nameOf } from './gate.ts'
import { COOKIE, type Means, prefixOf } from './identify.ts'
import { type LoginPage, loginPage } from './login-page.ts'
import { languageOf } from './login-words.ts'
import { foreign } from './same-origin.ts'

const LARGEST = 8_192
const WEEK = 604_800

/** A path of this server, and nothing that leads elsewhere: `//evil.example`, `/\evil.example`, `https:evil`. */
export function ownPath(text: unknown): string {
  const base = 'http://here.invalid'
  if (typeof text !== 'string' || !URL.canParse(text, base)) return '/'
  const { origin, pathname, search } = new URL(text, base)
  const isOwn = origin === base && !pathname.startsWith('//') && !/^\/log(?:in|out)$/.test(pathname)
  return isOwn ? pathname + search : '/'
}

function show(
  context: Context,
  page: Omit<LoginPage, 'language'> & { lang: unknown },
  status: 200 | 401 | 403 | 429 = 200,
): Response | Promise<Response> {
  const chosen = typeof page.lang === 'string' ? page.lang : undefined
  const language = languageOf(chosen, context.req.header('accept-language'))
  context.header('cache-control', 'no-store')
  return context.html(loginPage({ ...page, language }), status)
}

async function take(context: Context, means: Means): Promise<Response> {
  const { gate, sessions, failures } = means
  const { address } = context.get('visit')
  const { token, next, lang } = await context.req.parseBody()
  const where = { next: ownPath(next), lang }
  if (foreign(context) !== null) return show(context, { ...where, fault: words => words.foreign }, 403)
  const at = means.now()
  const network = networkOf(address)
  const wait = failures.wait(network, at)
  if (wait > 0) {
    context.header('retry-after', String(wait))
    return show(context, { ...where, fault: words => words.wait(wait) }, 429)
  }
  const secret = typeof token === 'string' ? token.trim() : ''
  const who = (await gate.tokens?.check(secret, at)) ?? null
  const outcome = who === null ? 401 : 303
  const named = who === null ? 'unknown' : nameOf(who)
  await gate.note({
    at: at.toISOString(),
    who: named,
    address,
    method: 'POST',
    route: '/login',
    ids: [],
    outcome,
  })
  if (who === null) {
    failures.add(network, at)
    return show(context, { ...where, fault: words => words.wrong }, 401)
  }
  sessions.end(getCookie(context, COOKIE, prefixOf(gate)) ?? '')
  setCookie(context, COOKIE, sessions.begin(who, at), cookieOf(means))
  return context.redirect(where.next, 303)
}

function cookieOf({ gate }: Means) {
  const prefix = prefixOf(gate)
  const common = {
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
    maxAge: WEEK,
    secure: prefix === 'host',
  } as const
  return prefix === undefined ? common : { ...common, prefix }
}

/** Where the gate asks for no token there is nothing to log in for. */
export function addLogin(app: OpenAPIHono, means: Means): void {
  const { gate, sessions } = means
  app.get('/login', context => {
    const { next, lang } = context.req.query()
    const where = ownPath(next)
    return gate.tokens === null
      ? context.redirect(where, 302)
      : show(context, { next: where, lang, fault: null })
  })
  app.use('/login', limited(LARGEST))
  app.post('/login', context => take(context, means))
  app.post('/logout', context => {
    const why = foreign(context)
    if (why !== null) return show(context, { next: '/', lang: undefined, fault: words => words.foreign }, 403)
    sessions.end(getCookie(context, COOKIE, prefixOf(gate)) ?? '')
    deleteCookie(context, COOKIE, cookieOf(means))
    return context.redirect('/login', 303)
  })
  app.get('/logout', context => context.redirect('/', 302))
}
