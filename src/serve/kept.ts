/**
 * Answers that follow from the record alone, kept for one version of it: over ten thousand documents some take seconds.
 * Those that screens ask for at first are kept in the dossier too, so that they stand before the record has been read.
 */
import { createHash } from 'node:crypto'
import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import type { Context, Next } from 'hono'
import type { Desk } from './desk.ts'
import { openingPaths, ROOM_PATHS, titlePaths } from './opening.ts'

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
/** Of what is kept from one run to the next: one answer, and all of them. */
const LARGEST_STORED = 1_000_000
const MOST_STORED = 4_000_000
/** Nothing is asked for so long, in milliseconds, before something is worked out that nobody has asked for. */
const QUIET = 600
/** So often at most that is waited for: who never stops asking is served all the same. */
const PATIENCE = 20

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
  /**
   * Takes the first answers of all screens from the dossier, or asks for them and puts them there: those of the first
   * screen at once, and the others when nobody asks for anything.
   */
  open(ask: (path: string) => Response | Promise<Response>): Promise<void>
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

  /** Waits until nobody has asked for anything for a moment, nor waits for an answer. */
  async function quiet(): Promise<void> {
    for (let i = 0; i < PATIENCE; i++) {
      const before = asked
      await sleep(QUIET, undefined, { ref: false })
      if (asked === before && underWay.size === 0) return
    }
  }

  /** The answers that the dossier has of this version, by their paths. */
  async function takeStored(version: string): Promise<{ [path: string]: string }> {
    const stored = await desk.opening.read()
    if (stored?.version !== version) return {}
    for (const [path, body] of Object.entries(stored.answers))
      answers.put(version, path, keptOf(new TextEncoder().encode(body), 'application/json'))
    return { ...stored.answers }
  }

  /** Larger ones are asked for anew each time. */
  async function store(version: string, kept: { readonly [path: string]: string }): Promise<void> {
    const size = Object.values(kept).reduce((sum, body) => sum + body.length, 0)
    if (size <= MOST_STORED) await desk.opening.write({ version, answers: kept })
  }

  async function open(ask: (path: string) => Response | Promise<Response>): Promise<void> {
    const version = await versionOf(desk)
    answers.turn(version)
    const looking = takeStored(version)
    opening = looking.catch(() => {})
    const kept = await looking
    const isThere = Object.keys(kept).length > 0
    const question = async (path: string): Promise<unknown> => {
      const response = await ask(path)
      const body = await response.text()
      if (!response.ok) return null
      if (body.length <= LARGEST_STORED) kept[path] = body
      return JSON.parse(body)
    }
    if (!isThere) {
      const paths = openingPaths(await question('/api/dossier'))
      const [index, marks, ...rest] = paths
      const indexed = index === undefined ? null : await question(index)
      const marked = marks === undefined ? null : await question(marks)
      for (const path of rest) await question(path)
      for (const path of titlePaths(indexed, marked)) await question(path)
      await store(version, kept)
    }
    // The first search of a run takes several times as long as the next; the next screen needs the record itself.
    await quiet()
    await desk.find('the relations of states', 1)
    const first = Object.keys(kept).length
    for (const path of [...ROOM_PATHS, '/api/review']) {
      if ((await versionOf(desk)) !== version) return
      const before = asked
      if (kept[path] === undefined) await question(path)
      // Its own question is one; whoever else has asked goes before the next.
      await setImmediate()
      if (asked > before + 1 || underWay.size > 0) await quiet()
    }
    if (Object.keys(kept).length > first) await store(version, kept)
  }

  return { middleware, open }
}
