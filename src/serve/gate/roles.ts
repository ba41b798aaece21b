/** What each request wants its token to allow. */
import type { Context, Next } from 'hono'
import { allows, type May } from '../../record/access.ts'
import { problem } from '../problems.ts'

/**
 * What a reviewer may change. Whatever else changes something, also a route of tomorrow that is not listed, wants an
 * admin; so does bringing in a file of corrections, which speaks in others' names.
 */
const REVIEW: ReadonlySet<string> = new Set([
  '/api/corrections',
  '/api/corrections/undo',
  // Saved searches are the readers' own bookmarks: they change no fact.
  '/api/searches',
  '/api/searches/rename',
  '/api/searches/forget',
])

export function neededFor(method: string, path: string): May {
  if (method === 'GET' || method === 'HEAD') return 'read'
  return REVIEW.has(path) ? 'review' : 'admin'
}

export async function mayDo(context: Context, next: Next): Promise<Response | undefined> {
  const { who } = context.get('visit')
  const wanted = neededFor(context.req.method, context.req.path)
  if (who === null || allows(who.may, wanted)) return void (await next())
  return problem(context, {
    title: 'Not with this token',
    status: 403,
    detail: `this wants a token that may ${wanted}; "${who.name}" may ${who.may}`,
  })
}
