/** How much may be sent at once, counted as it comes. */
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { problem } from '../problems.ts'

/** Bytes: documents and books of corrections are large, the rest is a few words. */
const LARGE = 100_000_000
const SMALL = 1_000_000
const LARGE_PATHS: ReadonlySet<string> = new Set(['/api/add', '/api/corrections/import'])

export function limited(most: number): MiddlewareHandler {
  return bodyLimit({
    maxSize: most,
    onError: context =>
      problem(context, { title: 'Too large', status: 413, detail: `more than ${most} bytes at once` }),
  })
}

export function bodies(): MiddlewareHandler {
  const [large, small] = [limited(LARGE), limited(SMALL)]
  return (context, next) => (LARGE_PATHS.has(context.req.path) ? large : small)(context, next)
}
