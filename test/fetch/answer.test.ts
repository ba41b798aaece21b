import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fetchAnswer, fetchPage, type Resolve } from '../../src/fetch/index.ts'
import { aListener, type Listener } from './listener.ts'

/** 127.0.0.2 is allowed and stands for the public network; 127.0.0.1 at the same port is the private listener. */
const PUBLIC = ['127.0.0.2']
let open: Listener
let closed: Listener

beforeAll(async () => {
  open = await aListener('127.0.0.2')
  closed = await aListener('127.0.0.1', open.port)
})
afterAll(() => Promise.all([open.close(), closed.close()]))
beforeEach(() => {
  for (const listener of [open, closed]) {
    listener.connections = 0
    listener.asked.length = 0
    listener.answer = (_, response) => response.end('<p>a page')
  }
})

const at = (host: string, path = '/'): string => `http://${host}:${open.port}${path}`
const codeOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'fetched',
    (error: { code: string }) => error.code,
  )
const turns = (...answers: string[][]): Resolve => {
  let n = 0
  return async () =>
    (answers[Math.min(n++, answers.length - 1)] ?? []).map(address => ({ address, family: 4 }))
}

describe('a resolver that rebinds', () => {
  it('gives the public address once and the private one ever after: the private listener hears nothing', async () => {
    // The connection is closed each time, so that every hop needs one of its own.
    open.answer = (_, response) =>
      response.writeHead(302, { location: at('rebind.example', '/again'), connection: 'close' }).end()
    const resolve = turns(['127.0.0.2'], ['127.0.0.1'])
    expect(await codeOf(fetchPage(at('rebind.example'), { allow: PUBLIC, resolve }))).toBe('E_ADDRESS')
    expect([open.connections, closed.connections]).toEqual([1, 0])
  })

  it('mixes public and private addresses, in either order', async () => {
    for (const both of [
      ['127.0.0.2', '127.0.0.1'],
      ['127.0.0.1', '127.0.0.2'],
    ])
      expect(await codeOf(fetchPage(at('mixed.example'), { allow: PUBLIC, resolve: turns(both) }))).toBe(
        'E_ADDRESS',
      )
    expect([open.connections, closed.connections]).toEqual([0, 0])
  })
})

describe('proxies of the environment', () => {
  const names = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy']
  const before = { ...process.env }
  afterEach(() => {
    for (const name of [...names, 'NO_PROXY', 'no_proxy', 'NODE_USE_ENV_PROXY']) {
      if (before[name] === undefined) delete process.env[name]
      else process.env[name] = before[name]
    }
  })

  it.each(['', '*', '127.0.0.1', 'example.org'])('are not used (NO_PROXY=%j)', async none => {
    for (const name of names) process.env[name] = at('127.0.0.1')
    Object.assign(process.env, { NO_PROXY: none, no_proxy: none, NODE_USE_ENV_PROXY: '1' })
    // An unroutable public address: whoever asked a proxy for it would reach the listener.
    const options = { allow: PUBLIC, milliseconds: 300 }
    for (const url of [
      'http://192.0.2.7/',
      'https://192.0.2.7/',
      at('127.0.0.1'),
      'http://metadata.example/',
    ])
      expect(await codeOf(fetchPage(url, { ...options, resolve: turns(['127.0.0.1']) }))).not.toBe('fetched')
    expect(closed.connections).toBe(0)
    expect((await fetchPage(at('127.0.0.2'), { allow: PUBLIC })).url).toBe(at('127.0.0.2'))
    expect(closed.connections).toBe(0)
  })
})

describe('an answer', () => {
  const ask = (path: string, more = {}) => fetchAnswer(at('127.0.0.2', path), { allow: PUBLIC, ...more })

  it('names what was asked for and tells what the server calls it', async () => {
    let asked = {}
    open.answer = ({ headers }, response) => {
      asked = headers
      response.writeHead(304, { etag: '"2"' }).end()
    }
    const { status, bytes, etag } = await ask('/', {
      etag: '"1"',
      lastModified: 'Mon, 14 Nov 2022 10:00:00 GMT',
      agent: 'Somebody/1',
    })
    expect([status, bytes.length, etag]).toEqual([304, 0, '"2"'])
    expect(asked).toMatchObject({
      'if-none-match': '"1"',
      'if-modified-since': 'Mon, 14 Nov 2022 10:00:00 GMT',
      'user-agent': 'Somebody/1',
    })
  })

  it('keeps status and when to come back, and its text is UTF-8 where the header names another encoding', async () => {
    open.answer = (_, response) => response.writeHead(503, { 'retry-after': '120' }).end('busy')
    expect(await ask('/')).toMatchObject({ status: 503, retryAfter: '120' })
    const seoul = Buffer.from([0xbc, 0xad, 0xbf, 0xef])
    open.answer = (_, response) => response.setHeader('content-type', 'Text/XML; Charset="EUC-KR"').end(seoul)
    const { type, bytes } = await ask('/')
    expect([type, Buffer.from(bytes).toString()]).toEqual(['text/xml', '서울'])
  })

  it('moves for good only as far as the redirects say so', async () => {
    const steps: { [path: string]: [number, string] } = {
      '/a': [301, '/b'],
      '/b': [308, '/c'],
      '/c': [302, '/d'],
      '/d': [301, '/e'],
    }
    open.answer = ({ url = '' }, response) => {
      const [status, location] = steps[url] ?? [200, '']
      response.writeHead(status, location === '' ? {} : { location }).end('x')
    }
    const { url, lasting } = await ask('/a')
    expect([url, lasting]).toEqual([at('127.0.0.2', '/e'), at('127.0.0.2', '/c')])
  })

  it('each hop is asked for leave', async () => {
    open.answer = (_, response) => response.writeHead(302, { location: '/private/x' }).end()
    const onHop = (url: string) => Promise.reject(Object.assign(new Error(url), { code: 'NO' }))
    expect(await codeOf(ask('/', { onHop }))).toBe('NO')
    expect(open.asked).toEqual(['/'])
  })

  it('is not waited for once it is not wanted', async () => {
    open.answer = () => {}
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 50)
    expect(await codeOf(ask('/', { signal: stop.signal }))).toBe('E_STOPPED')
  })
})

describe('without a network', () => {
  it.each([
    ['ENOTFOUND', 'E_OFFLINE', /news\.example.* is not found: .* no network/],
    ['EAI_AGAIN', 'E_OFFLINE', /news\.example.* could not be looked up: .* no network/],
  ])('%s is told in words', async (code, ours, words) => {
    const resolve = () => Promise.reject(Object.assign(new Error(code), { code }))
    const asked = fetchPage('https://news.example/', { resolve })
    await expect(asked).rejects.toThrow(words)
    expect(await codeOf(asked)).toBe(ours)
  })

  it('a refusal names the host, what it stands for, and how it would be allowed', async () => {
    await expect(fetchPage('http://intra.example/', { resolve: turns(['10.2.3.4']) })).rejects.toThrow(
      /^intra\.example \(10\.2\.3\.4\) is not on the public network; `--allow-address 10\.2\.3\.4`/,
    )
    await expect(fetchPage('http://[::ffff:a00:1]/')).rejects.toThrow(/--allow-address ::ffff:a00:1`/)
  })
})
