/**
 * Answers that follow from the record alone, kept for one version of it: over ten thousand documents some take seconds.
 */
import { createHash } from 'node:crypto'
import type { Context, Next } from 'hono'
import type { Desk } from './desk.ts'

interface Kept {
  body: Uint8Array<ArrayBuffer>
  type: string
  /** The answer's tag: asked again with it, nothing is sent that is there already. */
  mark: string
}

/** Not among them: how an adding is doing, and searches, which see documents before the record does. */
const OF_RECORD =
  /^\/api\/(?:dossier|analyses\/|marks|lanes|ledger|stances|map|terms|issues|events|statements|positions|forecasts|drivers|facts\/|actors|documents|changes(?!\/))/

/** Bytes of answers, together. */
const MOST = 96_000_000
function keptOf(body: Uint8Array<ArrayBuffer>, type: string): Kept {
  const mark = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  return { body, type, mark }
}

function answer(context: Context, { body, type, mark }: Kept): Response {
  const headers = { etag: mark, 'cache-control': 'private, no-cache', 'content-type': type }
  if (context.req.header('if-none-match') === mark) return new Response(null, { status: 304, headers })
  return new Response(body, { headers })
}

class Answers {
  #of = ''
  #kept = new Map<string, Kept>()
  #bytes = 0

  /** Forgets everything where the record is another by now. */
  turn(version: string): void {
    if (this.#of === version) return
    this.#of = version
    this.#kept = new Map()
    this.#bytes = 0
  }

  get(key: string): Kept | undefined {
    const known = this.#kept.get(key)
    if (known === undefined) return undefined
    // The last one asked for goes last.
    this.#kept.delete(key)
    this.#kept.set(key, known)
    return known
  }

  put(version: string, key: string, kept: Kept): void {
    if (version !== this.#of || kept.body.length > MOST / 2 || this.#kept.has(key)) return
    this.#kept.set(key, kept)
    this.#bytes += kept.body.length
    for (const [oldest, { body }] of this.#kept) {
      if (this.#bytes <= MOST) return
      this.#kept.delete(oldest)
      this.#bytes -= body.length
    }
  }
}

/** Some analyses look at today's date besides the record. */
export const versionOf = async (desk: Desk): Promise<string> =>
  `${await desk.version()} ${desk.now().toISOString().slice(0, 10)}`

export interface Keeper {
  /** Answers from what is kept, and keeps what is answered. */
  middleware(context: Context, next: Next): Promise<Response | undefined>
  /** How often anything was asked, by whomever. */
  asked(): number
  /** Nobody waits for an answer. */
  isIdle(): boolean
  /** Takes answers for those of a version. What is asked meanwhile waits for them: they come sooner than they are made. */
  take(version: string, stored: Promise<{ readonly [path: string]: string }>): Promise<void>
}

export function makeKeeper(desk: Desk): Keeper {
  const answers = new Answers()
  const underWay = new Map<string, Promise<unknown>>()
  /** Until what the dossier keeps has been looked at: it is there sooner than it is worked out. */
  let opening: Promise<unknown> = Promise.resolve()
  let asked = 0

  async function middleware(context: Context, next: Next): Promise<Response | undefined> {
    const { method, path, url } = context.req
    asked++
    if (method !== 'GET') return void (await next())
    const key = url.slice(url.indexOf(path))
    const isOfRecord = OF_RECORD.test(path)
    if (isOfRecord) {
      await opening
      // The same question twice at once is worked out once.
      await underWay.get(key)
      answers.turn(await versionOf(desk))
      const known = answers.get(key)
      if (known !== undefined) return answer(context, known)
    }
    const version = await versionOf(desk)
    const work = next()
    if (isOfRecord) underWay.set(key, work)
    try {
      await work
    } finally {
      underWay.delete(key)
    }
    const { res } = context
    const type = res.headers.get('content-type') ?? ''
    // A stream ends when the page goes: there is no whole to be tagged.
    if (res.status !== 200 || type.startsWith('text/event-stream')) return undefined
    const fresh = keptOf(new Uint8Array(await res.arrayBuffer()), type)
    if (isOfRecord && (await versionOf(desk)) === version) answers.put(version, key, fresh)
    const headers = new Headers(res.headers)
    const whole = answer(context, fresh)
    for (const [name, value] of whole.headers) headers.set(name, value)
    context.res = undefined
    context.res = new Response(whole.body, { status: whole.status, headers })
    return undefined
  }

  return {
    middleware,
    asked: () => asked,
    isIdle: () => underWay.size === 0,
    async take(version, stored) {
      answers.turn(version)
      opening = stored.then(
        all => {
          for (const [path, body] of Object.entries(all))
            answers.put(version, path, keptOf(new TextEncoder().encode(body), 'application/json'))
        },
        () => {},
      )
      await opening
    },
  }
}
