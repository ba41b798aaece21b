/**
 * What changes something comes from this page, or from no page at all: another site's form cannot send JSON, its
 * script is stopped by `Origin`, and every browser of today says `Sec-Fetch-Site` besides.
 */
import type { Context, Next } from 'hono'
import { problem } from '../problems.ts'

/** Why it may come from another page; null where it does not. */
export function foreign(context: Context): string | null {
  const { req } = context
  const { origin: own, by } = context.get('visit')
  const origin = req.header('origin')
  const site = req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin') return `a request from a ${site} page is not taken`
  if (origin !== undefined && origin !== own) return `a request from ${origin} is not taken`
  // The cookie goes along with whatever page asks; that it is ours must be said besides.
  if (by === 'cookie' && origin === undefined && site === undefined)
    return 'with a cookie, a request has to say by Origin or Sec-Fetch-Site that it comes from this page'
  return null
}

const isRead = ({ method }: { method: string }): boolean => method === 'GET' || method === 'HEAD'

export async function ownOnly(context: Context, next: Next): Promise<Response | undefined> {
  const { req } = context
  if (isRead(req)) return void (await next())
  const refuse = (detail: string) => problem(context, { title: 'A foreign page', status: 403, detail })
  const why = foreign(context)
  if (why !== null) return refuse(why)
  const type = req.header('content-type')?.split(';')[0]?.trim()
  const length = Number(req.header('content-length') ?? 0)
  const isSent = type !== undefined || length > 0 || req.header('transfer-encoding') !== undefined
  if (isSent && type !== 'application/json') return refuse('only application/json is taken')
  return void (await next())
}
