import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { isAllowed } from '../../src/fetch/address.ts'
import { type FetchOptions, fetchPage, type Resolve } from '../../src/fetch/index.ts'

/** A private listener; whatever reaches it is counted. */
let server: Server
let port = 0
let connections = 0
let answer: (request: IncomingMessage, response: ServerResponse) => void

beforeAll(async () => {
  server = createServer((request, response) => answer(request, response))
  server.on('connection', () => connections++)
  await new Promise<void>(resolve =>
    server.listen(0, '::', resolve).once('error', () => server.listen(0, '127.0.0.1', resolve)),
  )
  port = (server.address() as AddressInfo).port
})
afterAll(() => new Promise<void>(resolve => server.close(() => resolve())))
beforeEach(() => {
  connections = 0
  answer = (_, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end('<p>a page')
})

const at = (host: string): string => `http://${host}:${port}/`
const HERE = { allow: ['127.0.0.1', '::1'] }
const codeOf = (url: string, options: FetchOptions = {}) =>
  fetchPage(url, { milliseconds: 5_000, ...options }).then(
    () => 'fetched',
    (error: { code?: string }) => error.code,
  )
const to =
  (...addresses: string[]): Resolve =>
  async () =>
    addresses.map(address => ({ address, family: address.includes(':') ? 6 : 4 }))

/** Ways to write this machine, a private network, or the cloud's own desk. */
const SPELLINGS = [
  '127.0.0.1',
  '127.1',
  '127.0.1',
  '127.255.255.254',
  '2130706433',
  '0x7f000001',
  '0x7F.0.0.1',
  '0x7f.1',
  '0177.0.0.1',
  '0177.1',
  '017700000001',
  '127.0.0.01',
  '127.0.0.1.',
  '127.0x0.0x0.0x1',
  '①②⑦.0.0.1',
  '１２７.0.0.1',
  '127。0。0。1',
  '127%2e0%2e0%2e1',
  '%31%32%37.0.0.1',
  '0',
  '0.0.0.0',
  '0x0',
  '00000',
  'localhost',
  'LOCALHOST',
  'localhost.',
  'ｌocalhost',
  'loc%61lhost',
  '[::1]',
  '[::]',
  '[0:0:0:0:0:0:0:1]',
  '[0000:0000:0000:0000:0000:0000:0000:0001]',
  '[::0001]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::FFFF:127.0.0.1]',
  '[0:0:0:0:0:ffff:7f00:0001]',
  '[::ffff:0:127.0.0.1]',
  '[::127.0.0.1]',
  '[::7f00:1]',
  '[64:ff9b::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b:1::7f00:1]',
  '[2002:7f00:1::]',
  '[2002:7f00:0001::1]',
  '[2002:a00:1::]',
  '[2001:0:7f00:1::]',
  '[2001::1]',
  '[fe80::1]',
  '[febf::1]',
  '[fc00::1]',
  '[fd12:3456::1]',
  '[fec0::1]',
  '[ff02::1]',
  '[100::1]',
  '[2001:db8::1]',
  '[3fff::1]',
  '[5f00::1]',
  '[::ffff:10.0.0.1]',
  '[::ffff:a9fe:a9fe]',
  '10.0.0.1',
  '10.1',
  '167772161',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '192.168.257',
  '0xc0a80001',
  '169.254.169.254',
  '0xA9FEA9FE',
  '2852039166',
  '169.254.43518',
  '100.64.0.1',
  '100.127.255.255',
  '192.0.0.1',
  '192.0.2.1',
  '198.18.0.1',
  '198.19.255.255',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
  '192.88.99.1',
  '[fe80::1%25lo]',
  '[::1%25lo]',
  'localhost..',
  '127.0.0.1..',
  'ⓛⓞⓒⓐⓛⓗⓞⓢⓣ',
  '0x7f.0x0.0x0.0x1',
  '0300.0250.0.1',
  '0x7F000001.',
  '[::ffff:0x7f.0.0.1]',
  'example.org@127.0.0.1',
  'example.org%40127.0.0.1',
  'example.org:80@[::1]',
  '127.0.0.1%00.example.org',
  '[fc00:0:0:0:0:0:0:1]',
  '[2001:0000:4136:e378:8000:63bf:3fff:fdd2]',
  '[64:ff9b:1:fffe::a00:1]',
]

describe('what is not on the public network', () => {
  it('is spelled in many ways', () => expect(new Set(SPELLINGS).size).toBeGreaterThanOrEqual(60))

  it.each(SPELLINGS)('%s is refused before anything is connected to', async host => {
    expect(await codeOf(at(host))).toMatch(/^E_(ADDRESS|URL)$/)
    expect(connections).toBe(0)
  })

  it.each([
    'file:///etc/passwd',
    'ftp://example.org/',
    'data:text/html,x',
    'gopher://127.0.0.1/',
    'javascript:1',
    '//x',
    '',
    'http://',
    'http://a:b@example.org/',
    'http://127.0.0.1#@example.org',
  ])('%j is no page to fetch', async url => expect(await codeOf(url)).toMatch(/^E_(URL|ADDRESS)$/))

  it('is refused by a name as well, and where only one of its addresses is private', async () => {
    expect(await codeOf(at('news.example'), { resolve: to('127.0.0.1') })).toBe('E_ADDRESS')
    expect(await codeOf(at('news.example'), { resolve: to('93.184.216.34', '127.0.0.1') })).toBe('E_ADDRESS')
    expect(await codeOf(at('news.example'), { resolve: to('::ffff:127.0.0.1') })).toBe('E_ADDRESS')
    expect(await codeOf(at('news.example'), { resolve: to() })).toBe('E_ADDRESS')
    expect(connections).toBe(0)
  })

  it('stays out of reach of a resolver that answers otherwise the second time', async () => {
    let asked = 0
    const rebinding: Resolve = async () => [{ address: asked++ === 0 ? '127.0.0.1' : '10.0.0.1', family: 4 }]
    answer = (_, response) => response.writeHead(302, { location: `http://again.example:${port}/` }).end()
    // The first answer is allowed here, and is what is connected to; the second hop is asked and looked at anew.
    expect(await codeOf(at('first.example'), { allow: ['127.0.0.1'], resolve: rebinding })).toBe('E_ADDRESS')
    expect([asked, connections]).toEqual([2, 1])
  })

  it('the public network is not refused', () => {
    for (const address of ['93.184.216.34', '8.8.8.8', '2606:2800:220:1::1', '172.32.0.1', '100.128.0.1'])
      expect(isAllowed(address)).toBe(true)
  })
})

describe('a page', () => {
  it('comes with its address in the end and its type', async () => {
    answer = ({ url }, response) =>
      url === '/'
        ? response.writeHead(301, { location: '/there' }).end()
        : response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<p>a page')
    const { bytes, ...rest } = await fetchPage(at('127.0.0.1'), HERE)
    expect([Buffer.from(bytes).toString(), rest]).toEqual([
      '<p>a page',
      { url: `http://127.0.0.1:${port}/there`, type: 'text/html' },
    ])
  })

  it.each([
    ['http://10.0.0.1/', 'E_ADDRESS'],
    ['http://[::ffff:10.0.0.1]/', 'E_ADDRESS'],
    ['//169.254.169.254/latest', 'E_ADDRESS'],
    ['http://2852039166/', 'E_ADDRESS'],
    ['file:///etc/passwd', 'E_URL'],
    ['http://a:b@example.org/', 'E_URL'],
    ['/', 'E_FETCH'],
  ])('is not followed to %s', async (location, code) => {
    answer = (_, response) => response.writeHead(302, { location }).end()
    expect(await codeOf(at('127.0.0.1'), HERE)).toBe(code)
  })

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('of %s that unpacks to a thousandfold is stopped at the limit', async (encoding, pack) => {
    const bomb = pack(Buffer.alloc(100_000_000))
    answer = (_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(bomb)
    const before = process.memoryUsage().rss
    expect(await codeOf(at('127.0.0.1'), { ...HERE, bytes: 1_000_000 })).toBe('E_TOO_LARGE')
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
  })

  it('that does not end, or does not begin, is given up', async () => {
    answer = (_, response) => response.writeHead(200).write('<p>')
    expect(await codeOf(at('127.0.0.1'), { ...HERE, milliseconds: 300 })).toBe('E_TIMEOUT')
    answer = () => {}
    expect(await codeOf(at('127.0.0.1'), { ...HERE, milliseconds: 300 })).toBe('E_TIMEOUT')
  })

  it('that is not there is told', async () => {
    answer = (_, response) => response.writeHead(404).end()
    await expect(fetchPage(at('127.0.0.1'), HERE)).rejects.toThrow(/answers 404/)
  })

  it('an allowed range must be one', async () => {
    expect(await codeOf(at('127.0.0.1'), { allow: ['10.0.0.0/99'] })).toBe('E_USAGE')
  })
})
