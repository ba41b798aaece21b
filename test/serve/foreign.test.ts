/** What comes from other pages, by other names, or in a shape that no page sends. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aGate, form, type GateAtTest, HOST, ORIGIN, SOMEBODY } from './a-gate.ts'

let gate: GateAtTest
beforeEach(async () => {
  gate = await aGate()
})
afterEach(() => gate.remove())

const CORRECTION = { facts: ['e1'], act: { do: 'accept' } }

describe('from another page', () => {
  const json = (headers: { [name: string]: string }) => ({
    method: 'POST',
    body: JSON.stringify(CORRECTION),
    headers: { 'content-type': 'application/json', ...headers },
  })

  it('a cookie alone changes nothing', async () => {
    const cookie = await gate.login(gate.tokens.admin)
    const tries: { [name: string]: string }[] = [
      {},
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `http://${HOST}` },
      { origin: `https://${HOST}.evil.example` },
      { origin: `https://${HOST}:8443` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
      { origin: ORIGIN, 'sec-fetch-site': 'cross-site' },
      { referer: `${ORIGIN}/review` },
    ]
    for (const headers of tries)
      expect([headers, (await gate.ask('/api/corrections', json({ cookie, ...headers }))).status]).toEqual([
        headers,
        403,
      ])
    const own = { cookie, origin: ORIGIN, 'sec-fetch-site': 'same-origin' }
    expect((await gate.ask('/api/corrections', json(own))).status).toBe(200)
  })

  it.each([
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    'text/plain;application/json',
  ])('a form as %s is not taken, even with our own origin', async type => {
    const cookie = await gate.login(gate.tokens.admin)
    const answer = await gate.ask('/api/corrections', json({ cookie, origin: ORIGIN, 'content-type': type }))
    expect(answer.status).toBe(403)
  })

  it('nobody is logged in or out', async () => {
    const { admin } = gate.tokens
    for (const headers of [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'null' },
    ]) {
      const answer = await gate.ask('/login', form({ token: admin }, headers))
      expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null])
    }
    const cookie = await gate.login(admin)
    expect((await gate.ask('/logout', form({}, { cookie, origin: 'https://evil.example' }))).status).toBe(403)
    expect((await gate.ask('/api/me', { headers: { cookie } })).status).toBe(200)
  })

  it('nothing is read by its scripts', async () => {
    const answer = await gate.as(gate.tokens.read, '/api/dossier', {
      headers: { origin: 'https://evil.example' },
    })
    const { headers } = answer
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('cache-control')).toContain('private')
  })
})

describe('by another name', () => {
  it.each([
    'evil.example',
    `${HOST}.evil.example`,
    `evil.example:443`,
    `${HOST}.`,
    '127.0.0.1',
    'localhost',
    '',
    `${HOST}@evil.example`,
  ])('the host "%s" is not answered', async host => {
    expect((await gate.as(gate.tokens.admin, '/api/dossier', { headers: { host } })).status).toBe(403)
    expect((await gate.ask('/login', { headers: { host } })).status).toBe(403)
  })

  it('a proxy lets nobody into what is for one person', async () => {
    const open = await aGate({ tokens: null })
    expect((await open.ask('/api/dossier')).status).toBe(200)
    for (const name of [
      'x-forwarded-for',
      'x-real-ip',
      'via',
      'forwarded',
      'cf-connecting-ip',
      'x-forwarded-host',
    ])
      expect([name, (await open.ask('/api/dossier', { headers: { [name]: '203.0.113.5' } })).status]).toEqual(
        [name, 403],
      )
    open.remove()
  })

  it('what a client says of its proxy changes nothing without one', async () => {
    for (const name of ['x-forwarded-host', 'forwarded', 'x-host'])
      expect(
        (
          await gate.as(gate.tokens.admin, '/api/dossier', {
            headers: { host: 'evil.example', [name]: HOST },
          })
        ).status,
      ).toBe(403)
    for (let i = 0; i < 12; i++)
      await gate.as('wrong', '/api/me', { headers: { 'x-forwarded-for': `198.51.100.${i}` } })
    const { deeds } = await gate.access.audit.deeds(null)
    expect(new Set(deeds.map(({ address }) => address))).toEqual(new Set([SOMEBODY]))
  })
})

describe('too large, or wrongly put together', () => {
  it('is a body of more than a few words, or of more than a hundred million', async () => {
    const { review } = gate.tokens
    const long = { ...CORRECTION, reason: 'x'.repeat(1_100_000) }
    expect((await gate.send(review, '/api/corrections', long)).status).toBe(413)
    const claimed = await gate.as(gate.tokens.admin, '/api/add', {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json', 'content-length': '100000001' },
    })
    expect(claimed.status).toBe(413)
    expect((await gate.ask('/login', form({ token: 'x'.repeat(10_000) }))).status).toBe(413)
  })

  it('is refused before it is read where the token does not allow it', async () => {
    const answer = await gate.as(gate.tokens.read, '/api/add', {
      method: 'POST',
      body: 'x'.repeat(2_000_000),
      headers: { 'content-type': 'application/json' },
    })
    expect(answer.status).toBe(403)
  })
})
