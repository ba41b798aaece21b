/** The one place where pages are fetched: the address is checked as it is connected to, on every hop, and all is bounded. */
import { lookup as systemLookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { Agent, buildConnector, fetch, type Response } from 'undici'
import { EntenteError } from '../record/errors.ts'
import { isAllowed, literalOf, rangesFrom } from './address.ts'
import { charsetOf, inUtf8 } from './charset.ts'

export interface FetchOptions {
  /** Ranges that may be fetched from although they are not public. */
  allow?: readonly string[]
  /** Of the body, decoded. */
  bytes?: number
  /** From the first connection to the last byte, over all hops. */
  milliseconds?: number
  /** Names to addresses; the system's own unless a test says otherwise. */
  resolve?: Resolve
  /** What the server calls the version that we have: it answers 304 where that is still the last one. */
  etag?: string | null
  lastModified?: string | null
  /** Who asks: what a robots.txt and the server's log know us by. */
  agent?: string
  /** Called before a redirect is followed; throws where it is not to be. */
  onHop?: (url: string) => Promise<void>
  /** Gives up when it is aborted. */
  signal?: AbortSignal
}

export interface Fetched {
  /** Where it was in the end. */
  url: string
  bytes: Uint8Array
  /** As the server calls it, without parameters: `text/html`. */
  type: string
}

/** What a server says, whatever that is: "there is nothing new" and "come back in an hour" are answers too. */
export interface Answer extends Fetched {
  status: number
  /** Where to ask from now on: as far as redirects lead that are for good (301, 308). */
  lasting: string
  etag: string | null
  lastModified: string | null
  /** Seconds or a date, as it came. */
  retryAfter: string | null
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

/** `address` is what the host's name stands for, where it is a name. */
function refused(host: string, address: string | undefined): EntenteError {
  const bare = literalOf(host) ?? address
  return new EntenteError(
    'E_ADDRESS',
    `${host}${bare === undefined || literalOf(host) !== null ? '' : ` (${bare})`} is not on the public network; ` +
      `\`--allow-address ${bare ?? 'RANGE'}\` allows it, for \`add\`, \`watch\` and \`serve\` alike`,
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
        const wrong = found.find(({ address }) => !isAllowed(address, ranges))
        if (first === undefined || wrong !== undefined) callback(refused(host, wrong?.address), '')
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
      if (literal !== null && !isAllowed(literal, ranges))
        callback(refused(options.hostname, undefined), null)
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
  // "localhost.." is no name, and what a resolver makes of it is its own affair.
  if (url.hostname.includes('..')) throw new EntenteError('E_URL', `"${url.hostname}" is no name of a host`)
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

/** What the system calls it, and what that means to a person. */
const REASONS: { readonly [code: string]: readonly [code: string, text: string] } = {
  ENOTFOUND: ['E_OFFLINE', 'is not found: the name has a slip, or this machine has no network'],
  EAI_AGAIN: ['E_OFFLINE', 'could not be looked up: this machine seems to have no network'],
  ENETUNREACH: ['E_OFFLINE', 'cannot be reached: this machine seems to have no network'],
  ENETDOWN: ['E_OFFLINE', 'cannot be reached: the network is down'],
  EHOSTUNREACH: ['E_FETCH', 'cannot be reached'],
  ECONNREFUSED: ['E_FETCH', 'takes no connection'],
  ECONNRESET: ['E_FETCH', 'broke the connection off'],
}

/** The sentence behind "fetch failed". */
function reasonOf(error: unknown, url: URL): EntenteError {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof EntenteError) return cause
    if (cause.name === 'TimeoutError' || /timeout/i.test(cause.name))
      return new EntenteError('E_TIMEOUT', `${url.host} took too long to answer`)
    if (cause.name === 'AbortError') return new EntenteError('E_STOPPED', `${url.host} was not waited for`)
    const known = 'code' in cause ? REASONS[String(cause.code)] : undefined
    if (known !== undefined) return new EntenteError(known[0], `${url.host} ${known[1]}`, { cause: error })
    if (cause.cause === undefined || cause.cause === null)
      return new EntenteError('E_FETCH', `${url.host} could not be read (${cause.message})`, { cause: error })
  }
  return new EntenteError('E_FETCH', `${url.host} could not be read (${String(error)})`)
}

/** One asking, with all of its hops. */
interface Asking {
  start: URL
  agent: Agent
  signal: AbortSignal
  options: FetchOptions
}

async function hop(url: URL, { agent, signal, options }: Asking): Promise<Response> {
  const { etag = null, lastModified = null } = options
  try {
    return await fetch(url, {
      dispatcher: agent,
      redirect: 'manual',
      signal,
      headers: {
        'user-agent': options.agent ?? AGENT,
        accept: 'text/html,application/xhtml+xml,application/xml,application/json,text/plain,*/*;q=0.5',
        ...(etag === null ? {} : { 'if-none-match': etag }),
        ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
      },
    })
  } catch (error) {
    throw reasonOf(error, url)
  }
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])
const FOR_GOOD = new Set([301, 308])

async function answerOf(response: Response, url: URL, lasting: URL, most: number): Promise<Answer> {
  // An error's page is nobody's article.
  if (!response.ok) await response.body?.cancel()
  const bytes = response.ok
    ? await bodyOf(response, most).catch((error: unknown) => {
        throw reasonOf(error, url)
      })
    : new Uint8Array()
  const { headers } = response
  const type = headers.get('content-type') ?? ''
  return {
    url: url.href,
    bytes: inUtf8(bytes, charsetOf(type)),
    type: type.split(';')[0]?.trim().toLowerCase() ?? '',
    status: response.status,
    lasting: lasting.href,
    etag: headers.get('etag'),
    lastModified: headers.get('last-modified'),
    retryAfter: headers.get('retry-after'),
  }
}

async function follow(asking: Asking): Promise<Answer> {
  const { start, options } = asking
  let url = start
  let lasting = start
  for (let hops = 0; hops <= HOPS; hops++) {
    const response = await hop(url, asking)
    const to = response.headers.get('location')
    if (!REDIRECTS.has(response.status) || to === null)
      return answerOf(response, url, lasting, options.bytes ?? DEFAULTS.bytes)
    await response.body?.cancel()
    const next = checkedUrl(to, url.href)
    if (lasting === url && FOR_GOOD.has(response.status)) lasting = next
    url = next
    await options.onHop?.(url.href)
  }
  throw new EntenteError('E_FETCH', `${start.host} leads on more than ${HOPS} times`)
}

/** Asks for one address and tells what came, whatever the status; only what cannot be asked for is an `EntenteError`. */
export async function fetchAnswer(address: string, options: FetchOptions = {}): Promise<Answer> {
  const { allow = [], resolve = resolveBySystem } = options
  const start = checkedUrl(address)
  const agent = guardedAgent(allow, resolve)
  try {
    const inTime = AbortSignal.timeout(options.milliseconds ?? DEFAULTS.milliseconds)
    const signal = options.signal === undefined ? inTime : AbortSignal.any([inTime, options.signal])
    return await follow({ start, agent, signal, options })
  } finally {
    await agent.destroy()
  }
}

/** Fetches one page. Every refusal and failure is an `EntenteError`. */
export async function fetchPage(address: string, options: FetchOptions = {}): Promise<Fetched> {
  const { url, bytes, type, status } = await fetchAnswer(address, options)
  if (status < 200 || status > 299)
    throw new EntenteError('E_FETCH', `${new URL(url).host} answers ${status}`)
  return { url, bytes, type }
}
