/** What the gate is made of: limits, addresses behind proxies, streams, the audit log. */
import { describe, expect, it } from 'vitest'
import { clientOf, isLoopback, isWithin, networkOf, rangeOf } from '../../src/serve/gate/addresses.ts'
import { idsIn } from '../../src/serve/gate/audited.ts'
import { forgetful, makeBuckets, makeFailures } from '../../src/serve/gate/limits.ts'
import { aGate, HOST } from './a-gate.ts'

const at = (seconds: number) => new Date(seconds * 1000)

describe('a bucket', () => {
  it('empties, fills again as time goes, and says how long it takes', () => {
    const take = makeBuckets({ burst: 3, perSecond: 0.5 })
    expect([0, 0, 0, 0].map(second => take('ada', at(second)))).toEqual([0, 0, 0, 2])
    expect(take('bob', at(0))).toBe(0)
    expect(take('ada', at(2))).toBe(0)
    expect(take('ada', at(2))).toBeGreaterThan(0)
    // A clock set back fills nothing and takes nothing.
    expect(take('ada', at(-1000))).toBeGreaterThan(0)
  })

  it('is forgotten when there are too many', () => {
    const most = forgetful<number>(100)
    for (let i = 0; i < 10_000; i++) most.set(`198.51.${i}`, i)
    expect(most.size).toBe(100)
    expect(most.get('198.51.9999')).toBe(9999)
    expect(most.get('198.51.0')).toBeUndefined()
  })

  it('of wrong tokens waits no longer than a quarter of an hour', () => {
    const failures = makeFailures()
    for (let i = 0; i < 100; i++) failures.add('x', at(i))
    expect(failures.wait('x', at(99))).toBe(900)
  })
})

describe('an address', () => {
  const proxies = ['10.0.0.0/8', '::1'].map(rangeOf)
  it.each([
    ['10.0.0.1', '203.0.113.5', '203.0.113.5'],
    ['10.0.0.1', '198.51.100.7, 203.0.113.5', '203.0.113.5'],
    ['10.0.0.1', '198.51.100.7, 203.0.113.5, 10.2.2.2', '203.0.113.5'],
    ['::ffff:10.0.0.1', '203.0.113.5', '203.0.113.5'],
    ['::1', '2001:db8::7', '2001:db8::7'],
    ['10.0.0.1', undefined, '10.0.0.1'],
    ['10.0.0.1', 'unknown', '10.0.0.1'],
    ['10.0.0.1', '203.0.113.5, <script>', '10.0.0.1'],
    ['203.0.113.9', '198.51.100.7', '203.0.113.9'],
  ])('behind %s, forwarded for %s, is %s', (peer, forwarded, client) => {
    expect(clientOf(peer, forwarded, proxies)).toBe(client)
  })

  it('is counted by itself, or with the network that one person has', () => {
    expect(networkOf('::ffff:203.0.113.5')).toBe('203.0.113.5')
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:db8:1:2::9'))
    expect(networkOf('2001:db8:1:2::9')).not.toBe(networkOf('2001:db8:1:3::9'))
  })

  it('of this machine is told from all others', () => {
    for (const host of [
      '127.0.0.1',
      '127.8.8.8',
      '::1',
      '[::1]',
      'localhost',
      'LOCALHOST',
      '::ffff:127.0.0.1',
    ])
      expect([host, isLoopback(host)]).toEqual([host, true])
    for (const host of [
      '0.0.0.0',
      '::',
      '[::]',
      '',
      '192.168.1.5',
      '10.0.0.1',
      'localhost.example',
      'fe80::1',
      '*',
    ])
      expect([host, isLoopback(host)]).toEqual([host, false])
    expect(isWithin('no address', [rangeOf('0.0.0.0/0')])).toBe(false)
    expect(() => rangeOf('10.0.0.0/99')).toThrow('--trust-proxy 10.0.0.0/99')
  })
})

describe('behind a proxy', () => {
  const behind = { proxies: [rangeOf('10.0.0.0/8')] }
  const through = {
    from: '10.0.0.1',
    headers: { 'x-forwarded-for': '203.0.113.5', 'x-forwarded-proto': 'https' },
  }

  it('nobody else is answered, nor what came to it without TLS', async () => {
    const gate = await aGate(behind)
    const { admin } = gate.tokens
    expect((await gate.as(admin, '/api/me', through)).status).toBe(200)
    expect((await gate.as(admin, '/api/me', { ...through, from: '203.0.113.5' })).status).toBe(403)
    expect((await gate.as(admin, '/api/me', { ...through, from: '' })).status).toBe(403)
    const plain = { ...through.headers, 'x-forwarded-proto': 'http' }
    expect((await gate.as(admin, '/api/me', { ...through, headers: plain })).status).toBe(403)
    gate.remove()
  })

  it('the client is counted, and logged, by its own address', async () => {
    const gate = await aGate(behind)
    for (let i = 0; i < 6; i++) await gate.as('wrong', '/api/me', through)
    expect((await gate.as(gate.tokens.read, '/api/me', through)).status).toBe(429)
    const other = { ...through, headers: { 'x-forwarded-for': '203.0.113.5, 203.0.113.6' } }
    expect((await gate.as(gate.tokens.read, '/api/me', other)).status).toBe(200)
    expect((await gate.access.audit.deeds(null)).deeds[0]?.address).toBe('203.0.113.5')
    gate.remove()
  })
})

describe('how much may be asked', () => {
  it('is what a page needs and not more, counted by token', async () => {
    const gate = await aGate()
    const answers: Response[] = []
    for (let i = 0; i < 620; i++) answers.push(await gate.as(gate.tokens.read, '/api/me'))
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused).toHaveLength(20)
    expect(refused[0]?.headers.get('retry-after')).toBe('1')
    expect(await refused[0]?.json()).toMatchObject({ status: 429, title: 'Too many requests' })
    expect((await gate.as(gate.tokens.review, '/api/me')).status).toBe(200)
    gate.wait(1)
    expect((await gate.as(gate.tokens.read, '/api/me')).status).toBe(200)
    gate.remove()
  })

  it('is less of what changes something', async () => {
    const gate = await aGate()
    const body = { facts: ['e1'], act: { do: 'accept' } }
    const statuses: number[] = []
    for (let i = 0; i < 130; i++)
      statuses.push((await gate.send(gate.tokens.review, '/api/corrections', body)).status)
    expect(statuses.filter(it => it === 429)).toHaveLength(10)
    gate.remove()
  })

  it('holds of an address as well, with or without a token', async () => {
    const gate = await aGate()
    let refused = 0
    for (let i = 0; i < 2_010; i++) if ((await gate.ask('/login.css')).status === 429) refused++
    expect(refused).toBe(10)
    gate.remove()
  })

  it('is twenty streams of a token at once', async () => {
    const gate = await aGate()
    const open: Response[] = []
    for (let i = 0; i < 20; i++) open.push(await gate.as(gate.tokens.read, '/api/changes/stream'))
    expect(open.every(({ status }) => status === 200)).toBe(true)
    expect((await gate.as(gate.tokens.read, '/api/changes/stream')).status).toBe(429)
    const head = await gate.as(gate.tokens.review, '/api/changes/stream', { method: 'HEAD' })
    expect(head.status).toBe(200)
    await open[0]?.body?.cancel()
    expect((await gate.as(gate.tokens.read, '/api/changes/stream')).status).toBe(200)
    await Promise.all(open.map(({ body }) => body?.cancel()))
    gate.remove()
  })

  it('is nothing to a stream whose token was taken back: it ends', async () => {
    let version = 'rules-2'
    const gate = await aGate({}, { version: async () => version })
    const { read } = gate.tokens
    const stream = (await gate.as(read, '/api/changes/stream')).body?.getReader()
    expect((await stream?.read())?.done).toBe(false)
    await gate.access.tokens.revoke(read.slice(4, 12), at(0))
    version = 'rules-3'
    expect((await stream?.read())?.done).toBe(true)
    gate.remove()
  })
})

describe('the audit log', () => {
  it('has a line of every change and of every refusal, with who and to what', async () => {
    const gate = await aGate()
    const { review, read, admin } = gate.tokens
    await gate.send(review, '/api/corrections', {
      facts: ['e1', 'e2'],
      act: { do: 'note', text: 'secret words' },
    })
    await gate.send(read, '/api/corrections', { facts: ['e1'], act: { do: 'accept' } })
    await gate.send(admin, '/api/add', {
      items: [
        { name: 'one.txt', text: 'secret text' },
        { url: 'https://ada:pass@a.example/page?key=secret#x' },
      ],
    })
    await gate.as(read, '/api/events')
    const { deeds } = await gate.access.audit.deeds('2031-06-01')
    expect(deeds).toMatchObject([
      { method: 'POST', route: '/api/corrections', ids: ['e1', 'e2'], outcome: 200 },
      { method: 'POST', route: '/api/corrections', ids: [], outcome: 403 },
      { method: 'POST', route: '/api/add', ids: ['one.txt', 'https://a.example/page', '1'], outcome: 202 },
    ])
    expect(deeds[0]?.who).toBe(`${review.slice(4, 12)} one who may review`)
    expect(JSON.stringify(deeds)).not.toMatch(/secret|pass|key/)
    expect((await gate.access.audit.deeds('2031-06-02')).deeds).toEqual([])
    gate.remove()
  })

  it('calls whoever sits at the machine local', async () => {
    const gate = await aGate({ tokens: null, hosts: [HOST] })
    await gate.ask('/api/corrections', {
      method: 'POST',
      body: JSON.stringify({ facts: ['e1'], act: { do: 'accept' } }),
      headers: { 'content-type': 'application/json' },
    })
    expect((await gate.access.audit.deeds(null)).deeds).toMatchObject([{ who: 'local', ids: ['e1'] }])
    gate.remove()
  })

  it('takes ids and names, and nothing else', () => {
    const body = {
      facts: ['a', 'b'],
      act: { do: 'correct', field: 'title', value: 'x' },
      reason: 'y',
      made: [{ id: 'c' }],
    }
    expect(idsIn(body)).toEqual(['a', 'b', 'c'])
    expect(idsIn({ url: 'not a url', name: 'n'.repeat(500) })).toEqual(['', 'n'.repeat(200)])
  })
})
