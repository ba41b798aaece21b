/** Every change leaves a line: who, when, what, and how it ended. */
import type { Context, MiddlewareHandler } from 'hono'
import { type Gate, nameOf } from './gate.ts'

const IDS = new Set(['id', 'ids', 'facts', 'job', 'name', 'url'])
/** Of one change; a longer list is cut. */
const MOST = 200
const LONGEST = 200

/** An address may carry a password or a key, in front of its host or behind its path. */
function shown(key: string, text: string): string {
  if (key !== 'url') return text.slice(0, LONGEST)
  if (!URL.canParse(text)) return ''
  const { origin, pathname } = new URL(text)
  return `${origin}${pathname}`.slice(0, LONGEST)
}

/** What stands under the names of ids, at any depth; texts, values and reasons stay out. */
export function idsIn(value: unknown, key = ''): string[] {
  if (Array.isArray(value)) return value.flatMap(it => idsIn(it, key))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, it]) => idsIn(it, name))
  const isOne = IDS.has(key) && (typeof value === 'string' || typeof value === 'number')
  return isOne ? [shown(key, String(value))] : []
}

/** Of what was sent and what was answered. The body was read by the route, which keeps it. */
async function idsOf({ req, res }: Context): Promise<string[]> {
  if (res.status >= 400) return []
  const sent: unknown = req.header('content-type') === undefined ? null : await req.json()
  const isJson = res.headers.get('content-type')?.startsWith('application/json') === true
  const told: unknown = isJson ? await res.clone().json() : null
  return [...new Set([...idsIn(sent), ...idsIn(told)])].filter(it => it !== '').slice(0, MOST)
}

export function audited(gate: Gate, now: () => Date): MiddlewareHandler {
  return async (context, next) => {
    await next()
    const { method, path } = context.req
    if (method === 'GET' || method === 'HEAD') return
    const { who, address } = context.get('visit')
    await gate.note({
      at: now().toISOString(),
      who: nameOf(who),
      address,
      method,
      route: path,
      ids: await idsOf(context),
      outcome: context.res.status,
    })
  }
}
