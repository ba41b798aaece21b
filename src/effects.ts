/** The world outside, as arguments: clock, output, standard input, environment, a port to answer at. */
import { fork, spawn } from 'node:child_process'
import { totalmem } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Fetched, Answer as FetchedAnswer, FetchOptions } from './fetch/index.ts'

/** Where text goes. `write` waits while the reader is slow, and resolves to nothing once it has gone. */
export interface Sink {
  write(text: string): Promise<void>
  readonly isTerminal: boolean
  readonly columns: number
  /** True once the reader has gone (`entente export | head`). */
  readonly closed: boolean
}

export interface Effects {
  readonly stdout: Sink
  readonly stderr: Sink
  readonly stdin: AsyncIterable<Uint8Array>
  readonly env: { readonly [name: string]: string | undefined }
  now(): Date
  /** Calls back at Ctrl-C, or when the process that started this one has ended; returns how to stop listening. */
  onInterrupt(callback: () => void): () => void
  /** Answers requests until it is closed. Rejects with the system's error, `EADDRINUSE` for one. */
  listen(answer: Answer, place: Place): Promise<Listening>
  /** Opens an address in the person's browser; does nothing where there is none. */
  browse(url: string): void
  /**
   * Runs this program once more, with `env` beside its own, as a process that ends with this one; `heap` is the most
   * that it may hold, in megabytes.
   */
  again(args: readonly string[], env: { readonly [name: string]: string }, heap: number): Again
  /** Of the whole machine, in bytes. */
  readonly memory: number
  /** Fetches one page of the public network, when a person asks for it. */
  fetchPage(url: string, options?: FetchOptions): Promise<Fetched>
  /** The same for whoever wants to know the status and the headers. */
  fetchAnswer(url: string, options?: FetchOptions): Promise<FetchedAnswer>
  /** Milliseconds since some beginning: goes on evenly, whatever is done to the clock. */
  elapsed(): number
  /** Waits; ends early, without an error, when the signal is aborted. */
  pause(milliseconds: number, signal?: AbortSignal): Promise<void>
}

/** `address` is that of the socket's other end: of a client, or of the proxy before it. */
export type Answer = (request: Request, from: { address: string }) => Response | Promise<Response>

/** Where to answer: an address or name of this machine, and a port of it; 0 takes a free one. */
export interface Place {
  host: string
  port: number
  /** Certificate and key, PEM; null answers without TLS. */
  tls: { cert: Uint8Array; key: Uint8Array } | null
}

/** This program, run by itself. */
export interface Again {
  pid: number
  ended: Promise<{ code: number | null; signal: string | null }>
  /** As Ctrl-C does. */
  interrupt(): void
}

export interface Listening {
  port: number
  close(): Promise<void>
}

function sinkOf(stream: NodeJS.WriteStream): Sink {
  let closed = false
  let waiting: (() => void)[] = []
  const release = () => {
    for (const resume of waiting) resume()
    waiting = []
  }
  // A reader that goes away early is no fault of ours: stop writing, say nothing.
  stream.on('error', () => {
    closed = true
    release()
  })
  stream.on('drain', release)
  return {
    write(text) {
      if (closed || text === '') return Promise.resolve()
      if (stream.write(text)) return Promise.resolve()
      return new Promise(resolve => {
        waiting.push(resolve)
      })
    },
    isTerminal: stream.isTTY === true,
    get columns() {
      return stream.isTTY === true ? stream.columns : 100
    },
    get closed() {
      return closed
    },
  }
}

/** Whoever sends a byte now and then holds a connection no longer than this, in milliseconds. */
const PATIENCE = { headersTimeout: 10_000, requestTimeout: 300_000, keepAliveTimeout: 30_000 }
/** How often that is looked at. */
const LOOK = 1_000
const MOST_CONNECTIONS = 1_000
const MOST_HEADER = 16_384

async function serverFor(answer: Answer, tls: Place['tls']) {
  const { createAdaptorServer } = await import('@hono/node-server')
  const fetch = (
    request: Request,
    { incoming }: { incoming: { socket: { remoteAddress?: string | undefined } } },
  ) => answer(request, { address: incoming.socket.remoteAddress ?? '' })
  const options = { ...PATIENCE, connectionsCheckingInterval: LOOK, maxHeaderSize: MOST_HEADER }
  if (tls === null) return createAdaptorServer({ fetch, serverOptions: options })
  const { createServer } = await import('node:https')
  const { cert, key } = tls
  const serverOptions = {
    ...options,
    cert: Buffer.from(cert),
    key: Buffer.from(key),
    handshakeTimeout: PATIENCE.headersTimeout,
  }
  return createAdaptorServer({ fetch, createServer, serverOptions })
}

async function listen(answer: Answer, { host, port, tls }: Place): Promise<Listening> {
  const server = await serverFor(answer, tls)
  server.maxConnections = MOST_CONNECTIONS
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        // A page that waits for news keeps its connection as long as it is open.
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

const OPENERS: { readonly [platform: string]: readonly string[] } = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
}

function browse(url: string): void {
  const [command = 'xdg-open', ...args] = OPENERS[process.platform] ?? []
  // Without a desktop there is no opener: the address is printed anyway.
  spawn(command, [...args, url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}

function again(args: readonly string[], env: { readonly [name: string]: string }, heap: number): Again {
  // In a group of its own: Ctrl-C reaches it once, by way of this process, and not twice.
  const child = fork(process.argv[1] ?? '', [...args], {
    env: { ...process.env, ...env },
    // From the start as large as it would grow to: what a document leaves is dead before it is looked at.
    execArgv: [`--max-old-space-size=${heap}`, '--min-semi-space-size=16'],
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  return {
    pid: child.pid ?? 0,
    ended: new Promise((resolve, reject) => {
      child.on('error', reject)
      child.on('exit', (code, signal) => resolve({ code, signal }))
    }),
    interrupt: () => void child.kill('SIGINT'),
  }
}

let node: Effects | null = null

/** The process that we run in. */
export function nodeEffects(): Effects {
  node ??= {
    stdout: sinkOf(process.stdout),
    stderr: sinkOf(process.stderr),
    stdin: process.stdin,
    env: process.env,
    now: () => new Date(),
    listen,
    browse,
    again,
    memory: totalmem(),
    fetchPage: async (url, options) => (await import('./fetch/index.ts')).fetchPage(url, options),
    fetchAnswer: async (url, options) => (await import('./fetch/index.ts')).fetchAnswer(url, options),
    elapsed: () => performance.now(),
    pause: (milliseconds, signal) =>
      sleep(milliseconds, undefined, signal === undefined ? {} : { signal }).catch(() => {}),
    onInterrupt(callback) {
      process.on('SIGINT', callback)
      process.on('SIGTERM', callback)
      process.on('disconnect', callback)
      return () => {
        process.off('SIGINT', callback)
        process.off('SIGTERM', callback)
        process.off('disconnect', callback)
      }
    },
  }
  return node
}
