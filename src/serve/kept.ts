/**
 * Answers that follow from the record alone, kept for one version of it: over ten thousand documents some take seconds.
 * Those that the first screen asks for are kept in the dossier too, so that it stands before the record has been read.
 */
import { createHash } from 'node:crypto'
import type { Context, Next } from 'hono'
import type { Desk } from './desk.ts'
import { openingPaths } from './opening.ts'

interface Kept {
  body: Uint8Array<ArrayBuffer>
  type: string
  /** The answer's tag: asked again with it, nothing is sent that is there already. */
  mark: string
}

/** Not among them: how an adding is doing, and searches, which see documents before the record does. */
const OF_RECORD =
  /^\/api\/(?:dossier|analyses\/|marks|lanes|ledger|issues|events|statements|positions|forecasts|drivers|facts\/|actors|documents|changes(?!\/))/

/** Bytes of answers, together. */
const MOST = 96_000_000
/** A larger first screen is asked for anew each time. */
const MOST_STORED = 4_000_000

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
  /** Takes the first screen's answers from the dossier, or asks for them and puts them there. */
  open(ask: (path: string) => Response | Promise<Response>): Promise<void>
}

export function makeKeeper(desk: Desk): Keeper {
  const answers = new Answers()
  const underWay = new Map<string, Promise<unknown>>()

  async function middleware(context: Context, next: Next): Promise<Response | undefined> {
    const { method, path, url } = context.req
    if (method !== 'GET') return void (await next())
    const key = url.slice(url.indexOf(path))
    const isOfRecord = OF_RECORD.test(path)
    if (isOfRecord) {
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

  async function open(ask: (path: string) => Response | Promise<Response>): Promise<void> {
    const version = await versionOf(desk)
    answers.turn(version)
    // The first search of a run takes several times as long as the next.
    await desk.find('the relations of states', 1)
    const stored = await desk.opening.read()
    if (stored?.version === version) {
      for (const [path, body] of Object.entries(stored.answers))
        answers.put(version, path, keptOf(new TextEncoder().encode(body), 'application/json'))
      // The next screen needs the record itself.
      await ask('/api/events?limit=1')
      return
    }
    const asked: { [path: string]: string } = {}
    const question = async (path: string): Promise<unknown> => {
      const response = await ask(path)
      const body = await response.text()
      if (!response.ok) return null
      asked[path] = body
      return JSON.parse(body)
    }
    for (const path of openingPaths(await question('/api/dossier'))) await question(path)
    const size = Object.values(asked).reduce((sum, body) => sum + body.length, 0)
    if (size <= MOST_STORED && (await versionOf(desk)) === version)
      await desk.opening.write({ version, answers: asked })
  }

  return { middleware, open }
}
