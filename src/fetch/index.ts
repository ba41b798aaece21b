/** The one place where pages are fetched: the address is checked as it is connected to, on every hop, and all is bounded. */
import { lookup as systemLookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { Agent, buildConnector, fetch, type Response } from 'undici'
import { EntenteError } from '../record/errors.ts'
import { isAllowed, literalOf, rangesFrom } from './address.ts'

export interface FetchOptions {
  /** Ranges that may be fetched from although they are not public. */
  allow?: readonly string[]
  /** Of the body, decoded. */
  bytes?: number
  /** From the first connection to the last byte, over all hops. */
  milliseconds?: number
  /** Names to addresses; the system's own unless a test says otherwise. */
  resolve?: Resolve
}

export interface Fetched {
  /** Where it was in the end. */
  url: string
  bytes: Uint8Array
  /** As the server calls it, without parameters: `text/html`. */
  type: string
}

export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>

const DEFAULTS = { bytes: 10_000_000, milliseconds: 30_000 }
const CONNECT_MS = 10_000
const HOPS = 5
const AGENT = 'Mozilla/5.0 (compatible; Entente; reads one page when a person asks for it)'

const resolveBySystem: Resolve = host =>
  new Promise((done, fail) =>
    systemLookup(host, { all: true }, (error, found) => (error === null ? done(found) : fail(error))),
  )

function refused(host: string): EntenteError {
  return new EntenteError(
    'E_ADDRESS',
    `${host} is not on the public network; \`entente serve --allow-address RANGE\` allows a range`,
  )
}

/**
 * Connects to allowed addresses alone. Node asks no resolver for a host that is an address already, so those are
 * looked at first; a name is looked at with all of its addresses, once, and the socket gets what was looked at: a
 * second answer of a rebinding resolver is never asked for.
 */
function guardedAgent(allow: readonly string[], resolve: Resolve): Agent {
  const ranges = rangesFrom(allow)
  const lookup: LookupFunction = (host, options, callback) => {
    // "localhost." is localhost, which some resolvers do not know.
    resolve(host.replace(/\.$/, '')).then(
      found => {
        const [first] = found
        if (first === undefined || found.some(({ address }) => !isAllowed(address, ranges)))
          callback(refused(host), '')
        else if (options.all === true) callback(null, found)
        else callback(null, first.address, first.family)
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), ''),
    )
  }
  const connect = buildConnector({ lookup, timeout: CONNECT_MS })
  return new Agent({
    connect(options, callback) {
      const literal = literalOf(options.hostname)
      if (literal !== null && !isAllowed(literal, ranges)) callback(refused(options.hostname), null)
      else connect(options, callback)
    },
    headersTimeout: 15_000,
    bodyTimeout: 15_000,
    connections: 1,
    pipelining: 0,
  })
}

/** A URL that may be asked for; what it leads to is looked at when it is connected to. */
function checkedUrl(text: string, base?: string): URL {
  if (!URL.canParse(text, base)) throw new EntenteError('E_URL', `"${text}" is not a URL`)
  const url = new URL(text, base)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new EntenteError('E_URL', `${url.protocol}// is not fetched, only http and https`)
  if (url.username !== '' || url.password !== '')
    throw new EntenteError('E_URL', 'a URL with a name or a password in it is not fetched')
  return url
}

async function bodyOf(response: Response, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  if (response.body === null) return new Uint8Array()
  // Decoded as it comes: 200 kB of gzip can hold 200 MB, so the length that a server states means nothing.
  for await (const chunk of response.body) {
    if (!(chunk instanceof Uint8Array)) continue
    size += chunk.length
    if (size > most) throw new EntenteError('E_TOO_LARGE', `the page holds more than ${most} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The sentence behind "fetch failed". */
function reasonOf(error: unknown, url: URL): EntenteError {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof EntenteError) return cause
    if (cause.name === 'TimeoutError' || /timeout/i.test(cause.name))
      return new EntenteError('E_TIMEOUT', `${url.host} took too long to answer`)
    if (cause.cause === undefined || cause.cause === null)
      return new EntenteError('E_FETCH', `${url.host} could not be read (${cause.message})`, { cause: error })
  }
  return new EntenteError('E_FETCH', `${url.host} could not be read (${String(error)})`)
}

async function hop(url: URL, agent: Agent, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, {
      dispatcher: agent,
      redirect: 'manual',
      signal,
      headers: {
        'user-agent': AGENT,
        accept: 'text/html,application/xhtml+xml,application/xml,application/json,text/plain,*/*;q=0.5',
      },
    })
  } catch (error) {
    throw reasonOf(error, url)
  }
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])

async function follow(start: URL, agent: Agent, most: number, signal: AbortSignal): Promise<Fetched> {
  let url = start
  for (let hops = 0; hops <= HOPS; hops++) {
    const response = await hop(url, agent, signal)
    const to = response.headers.get('location')
    if (REDIRECTS.has(response.status) && to !== null) {
      await response.body?.cancel()
      url = checkedUrl(to, url.href)
      continue
    }
    if (!response.ok) throw new EntenteError('E_FETCH', `${url.host} answers ${response.status}`)
    const bytes = await bodyOf(response, most).catch((error: unknown) => {
      throw reasonOf(error, url)
    })
    return {
      url: url.href,
      bytes,
      type: (response.headers.get('content-type') ?? '').split(';')[0]?.trim() ?? '',
    }
  }
  throw new EntenteError('E_FETCH', `${start.host} leads on more than ${HOPS} times`)
}

/** Fetches one page. Every refusal and failure is an `EntenteError`. */
export async function fetchPage(address: string, options: FetchOptions = {}): Promise<Fetched> {
  const { allow = [], resolve = resolveBySystem } = options
  const url = checkedUrl(address)
  const agent = guardedAgent(allow, resolve)
  try {
    const signal = AbortSignal.timeout(options.milliseconds ?? DEFAULTS.milliseconds)
    return await follow(url, agent, options.bytes ?? DEFAULTS.bytes, signal)
  } finally {
    await agent.destroy()
  }
}
