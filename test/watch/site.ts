/** A site of the test's own, and watching it with a clock of the test's own. */

import { fetchAnswer } from '../../src/fetch/index.ts'
import { decode } from '../../src/read/decode.ts'
import { shortHash } from '../../src/record/ids.ts'
import type { Watch } from '../../src/record/watches.ts'
import {
  type Article,
  discover,
  freshState,
  makePolite,
  type Took,
  visit,
  type WatchState,
  type World,
} from '../../src/watch/index.ts'
import { aListener } from '../fetch/listener.ts'

export interface Page {
  /** Never answers. */
  isSilent?: true
  status?: number
  type?: string
  body?: string | Buffer
  headers?: { [name: string]: string }
}

export interface Site {
  readonly url: string
  readonly asked: string[]
  connections(): number
  /** By path, with its question. */
  pages: { [path: string]: Page | ((headers: { [name: string]: unknown }) => Page) }
  close(): Promise<void>
}

export async function aSite(address = '127.0.0.1'): Promise<Site> {
  const listener = await aListener(address)
  const site: Site = {
    url: `http://${address}:${listener.port}`,
    asked: listener.asked,
    connections: () => listener.connections,
    pages: {},
    close: () => listener.close(),
  }
  listener.answer = (request, response) => {
    const found = site.pages[request.url ?? ''] ?? { status: 404 }
    const page: Page = typeof found === 'function' ? found(request.headers) : found
    if (page.isSilent === true) return
    const { status = 200, type = 'text/html', body = '', headers = {} } = page
    response.writeHead(status, { 'content-type': type, ...headers }).end(body)
  }
  return site
}

/** Time goes on only by waiting, so that nothing sleeps. */
export interface Clock {
  /** What the clock on the wall shows, in milliseconds; may be set. */
  wall: number
  elapsed: number
  waits: number[]
}

export const aClock = (): Clock => ({ wall: Date.UTC(2022, 10, 20, 12), elapsed: 0, waits: [] })

export function aWorld(clock: Clock, more: Partial<World> = {}): World {
  return {
    ask: (url, options) => fetchAnswer(url, { ...options, allow: ['127.0.0.1'], milliseconds: 2_000 }),
    now: () => new Date(clock.wall),
    elapsed: () => clock.elapsed,
    async pause(milliseconds) {
      clock.waits.push(milliseconds)
      clock.elapsed += milliseconds
      clock.wall += milliseconds
    },
    signal: new AbortController().signal,
    ...more,
  }
}

export interface Watched {
  watch: Watch
  state: WatchState
  readonly clock: Clock
  /** Articles that were taken in, by address. */
  readonly taken: Article[]
  known: Set<string>
  most: number
  visit(): ReturnType<typeof visit>
}

const text = (bytes: Uint8Array, source: string): string => decode(bytes, source).text

/** What is found at an address, watched without a dossier: an article is new where its bytes are. */
export async function follow(
  url: string,
  more: Partial<Watch> = {},
  world: Partial<World> = {},
): Promise<Watched> {
  const clock = aClock()
  const polite = makePolite(aWorld(clock, world))
  const found = await discover(url, { polite, decode: text })
  const bodies = new Set<string>()
  const take = async (articles: readonly Article[]): Promise<Took[]> =>
    articles.map(article => {
      watched.taken.push(article)
      const body = shortHash(Buffer.from(article.bytes).toString())
      if (bodies.has(body)) return 'known'
      bodies.add(body)
      return 'added'
    })
  const watched: Watched = {
    watch: {
      id: 'w',
      given: url,
      name: 'the site',
      every: 3_600,
      since: null,
      added: new Date(clock.wall).toISOString(),
      ...found,
      ...more,
    },
    state: freshState(),
    clock,
    taken: [],
    known: new Set(),
    most: 50,
    async visit() {
      const visited = await visit(watched.watch, watched.state, {
        polite,
        now: () => new Date(clock.wall),
        elapsed: () => clock.elapsed,
        decode: text,
        take,
        known: async () => watched.known,
        most: watched.most,
        isStopped: () => false,
      })
      watched.state = visited.state
      if (visited.moved !== null) watched.watch = { ...watched.watch, url: visited.moved }
      clock.wall += watched.state.wait
      clock.elapsed += watched.state.wait
      return visited
    },
  }
  return watched
}

export const LONG =
  'The ministers of Norway and Peru met in Oslo and talked about fish for some hours. '.repeat(12)

export interface Told {
  n: number
  title?: string
  link?: string
  guid?: string
  date?: string | null
  updated?: string
  text?: string
}

/** An RSS feed of these items. */
export function rss(items: readonly Told[], channel = ''): string {
  const one = ({ n, title, link, guid, date, updated, text: words }: Told): string =>
    [
      `<item><title>${title ?? `Item ${n}`}</title><link>${link ?? `/a/${n}`}</link><guid isPermaLink="false">${guid ?? `g${n}`}</guid>`,
      date === null
        ? ''
        : `<pubDate>${date ?? `Mon, 14 Nov 2022 10:00:${String(n % 60).padStart(2, '0')} GMT`}</pubDate>`,
      updated === undefined ? '' : `<atom:updated>${updated}</atom:updated>`,
      `<description>${words ?? `Some words of ${n}`}</description></item>`,
    ].join('')
  return `<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>The Gazette</title>${channel}${items.map(one).join('')}</channel></rss>`
}

export const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i)

const WORDS =
  'fish harbour treaty border delegation island fleet minister licence quota envoy summit protest pipeline tariff patrol'.split(
    ' ',
  )

/** Sentences that no other number has, so that articles are no copies of each other. */
export function wordsOf(n: number): string {
  let seed = n * 7_919 + 1
  const word = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return WORDS[Math.floor(seed / 65_536) % WORDS.length]
  }
  return range(1, 20)
    .map(
      () => `The ${word()} and the ${word()} of the ${word()} were told of a ${word()} near the ${word()}.`,
    )
    .join(' ')
}

/** Articles of these numbers, by their paths. */
export function articles(numbers: readonly number[]): Site['pages'] {
  return Object.fromEntries(
    numbers.map(n => [
      `/a/${n}`,
      { body: `<html><head><title>Item ${n}</title></head><body><p>Round ${n}. ${wordsOf(n)}` },
    ]),
  )
}
