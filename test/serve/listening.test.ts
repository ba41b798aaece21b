/** The socket itself: TLS, clients that send slowly, and what no library would send. */
import { get, request } from 'node:http'
import { get as getSecurely } from 'node:https'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Listening, nodeEffects } from '../../src/effects.ts'
import { LOOPBACK, makeServer } from '../../src/serve/index.ts'
import { aDocument, aRecord } from '../store/made-up.ts'
import { certificateFor } from './a-certificate.ts'
import { aDesk } from './a-desk.ts'

const HOST = 'entente.example'
const { cert, key } = certificateFor(HOST)
const tls = { cert: Buffer.from(cert), key: Buffer.from(key) }
const desk = aDesk(aRecord([aDocument('a.txt', 'Norway met Peru.')], {}))
const secret = `ent_00000000_${'A'.repeat(43)}`
const gate = {
  ...LOOPBACK,
  hosts: [HOST],
  tokens: {
    check: async (it: string) =>
      it === secret ? { id: '00000000', name: 'ada', may: 'read' as const } : null,
    holds: async () => true,
  },
}

let secure: Listening
let plain: Listening
beforeAll(async () => {
  const secureServer = makeServer(desk, { ...gate, scheme: 'https', hasTls: true })
  const plainServer = makeServer(desk, gate)
  const { listen } = nodeEffects()
  secure = await listen((it, from) => secureServer.fetch(it, from), { host: '127.0.0.1', port: 0, tls })
  plain = await listen((it, from) => plainServer.fetch(it, from), { host: '127.0.0.1', port: 0, tls: null })
})
afterAll(async () => {
  await secure.close()
  await plain.close()
})

interface Told {
  status: number
  headers: { [name: string]: string | string[] | undefined }
}

const at = (path: string, port: number) => ({
  host: '127.0.0.1',
  servername: HOST,
  ca: cert,
  port,
  path,
  headers: { host: HOST, authorization: `Bearer ${secret}` },
})

function ask(how: typeof get | typeof getSecurely, path: string, { port }: Listening): Promise<Told> {
  return new Promise((resolve, reject) => {
    how(at(path, port), answer => {
      answer.resume()
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers })
    }).on('error', reject)
  })
}

/** Sends these bytes, as they are, and gives what comes back until the other side hangs up. */
function say(text: string, { port }: Listening): Promise<string> {
  return new Promise(resolve => {
    let told = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.on('data', chunk => {
      told += String(chunk)
      socket.end()
    })
    socket.on('error', () => resolve(told))
    socket.on('close', () => resolve(told))
  })
}

describe('with a certificate', () => {
  it('it is asked by https, and says that it always is', async () => {
    const { status, headers } = await ask(getSecurely, '/api/me', secure)
    expect([status, headers['strict-transport-security']]).toEqual([200, 'max-age=15552000'])
  })

  it('nothing is told without TLS', async () => {
    await expect(ask(get, '/api/me', secure)).rejects.toThrow()
  })

  it('that is for another name, nobody takes it', async () => {
    const other = certificateFor('elsewhere.example')
    const wrong = { cert: Buffer.from(other.cert), key: Buffer.from(other.key) }
    const served = await nodeEffects().listen(() => new Response(''), {
      host: '127.0.0.1',
      port: 0,
      tls: wrong,
    })
    await expect(ask(getSecurely, '/', served)).rejects.toThrow()
    await served.close()
  })

  it('and a key that is another’s, it does not start', async () => {
    const mixed = { cert: tls.cert, key: Buffer.from(certificateFor(HOST).key) }
    await expect(
      nodeEffects().listen(() => new Response(''), { host: '127.0.0.1', port: 0, tls: mixed }),
    ).rejects.toThrow()
  })
})

describe('without one', () => {
  it('nothing is said of TLS', async () => {
    const { status, headers } = await ask(get, '/api/me', plain)
    expect([status, headers['strict-transport-security']]).toEqual([200, undefined])
  })
})

const HEAD = `Host: ${HOST}\r\nConnection: close\r\n`

describe('what no browser sends', () => {
  it.each([
    ['no host', 'GET /api/me HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['two hosts', `GET /api/me HTTP/1.1\r\nHost: evil.example\r\n${HEAD}\r\n`, 403],
    ['TRACE', `TRACE /api/me HTTP/1.1\r\n${HEAD}\r\n`, 401],
    ['CONNECT', `CONNECT ${HOST}:443 HTTP/1.1\r\n${HEAD}\r\n`, 0],
    ['a whole address', `GET http://evil.example/api/me HTTP/1.1\r\n${HEAD}\r\n`, 401],
    ['a path that is none', `GET api/me HTTP/1.1\r\n${HEAD}\r\n`, 400],
    ['two lengths', `POST /login HTTP/1.1\r\n${HEAD}Content-Length: 1\r\nContent-Length: 20\r\n\r\nx`, 400],
    [
      'a length and pieces',
      `POST /login HTTP/1.1\r\n${HEAD}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /api/me HTTP/1.1\r\n\r\n`,
      400,
    ],
    ['a folded header', `GET /api/me HTTP/1.1\r\n${HEAD}X: a\r\n b\r\n\r\n`, 400],
    ['a blank in a header', `GET /api/me HTTP/1.1\r\n${HEAD}Authorization : Bearer ${secret}\r\n\r\n`, 400],
    ['headers without end', `GET /api/me HTTP/1.1\r\n${HEAD}X: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['no HTTP', '\x16\x03\x01\x00\x00', 400],
  ])('%s gets nothing', async (_, text, status) => {
    const told = await say(text, plain)
    const [, code = '0'] = /^HTTP\/1\.1 (\d{3})/.exec(told) ?? []
    expect(Number(code)).toBe(status)
    expect(told.match(/HTTP\/1\.1 200/)).toBeNull()
  })

  it('a body without a length is counted as it comes', async () => {
    const status = await new Promise<number>((resolve, reject) => {
      const asked = request({ ...at('/login', plain.port), method: 'POST' }, answer =>
        resolve(answer.statusCode ?? 0),
      ).on('error', reject)
      asked.setHeader('content-type', 'application/x-www-form-urlencoded')
      for (let i = 0; i < 10; i++) asked.write('x'.repeat(2_000))
      asked.end()
    })
    expect(status).toBe(413)
  })

  it('headers that come a letter now and then hold a line for a quarter of a minute at most', {
    timeout: 20_000,
  }, async () => {
    const from = performance.now()
    const told = await new Promise<string>(resolve => {
      let text = ''
      const socket = connect(plain.port, '127.0.0.1', () => socket.write(`GET /login HTTP/1.1\r\n${HEAD}`))
      const drip = setInterval(() => socket.write('X: y\r\n'), 500)
      socket.on('data', chunk => {
        text += String(chunk)
      })
      socket.on('error', () => {})
      socket.on('close', () => {
        clearInterval(drip)
        resolve(text)
      })
    })
    expect(told).toMatch(/^HTTP\/1\.1 408/)
    expect(performance.now() - from).toBeLessThan(16_000)
  })
})
