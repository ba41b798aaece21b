/** Errors as RFC 9457 `application/problem+json`: a short title, what was wrong, and what to do. */
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { EntenteError } from '../record/errors.ts'

export interface Problem {
  title: string
  status: 400 | 401 | 403 | 404 | 409 | 413 | 429 | 500
  detail: string
  /** Seconds after which to ask again. */
  wait?: number
}

const STATUS: { readonly [code: string]: Problem['status'] } = {
  E_NOT_FOUND: 404,
  E_USAGE: 400,
  E_DOSSIER: 400,
  E_IN_USE: 409,
}

export function problem(context: Context, { wait, ...it }: Problem): Response {
  if (wait !== undefined) context.header('retry-after', String(wait))
  return context.body(JSON.stringify({ type: 'about:blank', ...it }), it.status, {
    'content-type': 'application/problem+json',
  })
}

export function problemOf(error: unknown): Problem {
  if (error instanceof EntenteError) {
    const status = STATUS[error.code] ?? 500
    return { title: status === 404 ? 'Not there' : 'It cannot be done', status, detail: error.message }
  }
  // What hono itself refuses: a body that is no JSON.
  if (error instanceof HTTPException && error.status === 400)
    return { title: 'Wrong question', status: 400, detail: error.message }
  return {
    title: 'A fault of the program',
    status: 500,
    detail: error instanceof Error ? error.message : String(error),
  }
}
