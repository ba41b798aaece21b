/** Logging in with a browser: the cookie, the way on, and how often one may try. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ownPath } from '../../src/serve/gate/login.ts'
import { LOGIN_WORDS } from '../../src/serve/gate/login-words.ts'
import { aGate, cookieIn, form, type GateAtTest, ORIGIN } from './a-gate.ts'

let gate: GateAtTest
beforeEach(async () => {
  gate = await aGate()
})
afterEach(() => gate.remove())

describe('the cookie', () => {
  it('is for this server, for https and for no script', async () => {
    const answer = await gate.ask('/login', form({ token: ` ${gate.tokens.read}\n`, next: '/timeline' }))
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/timeline'])
    const cookie = answer.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^__Host-entente=[\w-]{43}; /)
    for (const flag of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(flag)
    expect(cookie).not.toMatch(/domain/i)
    expect(cookie).not.toContain(gate.tokens.read.slice(13))
  })

  it('opens what its token opens, and no more', async () => {
    const cookie = await gate.login(gate.tokens.read)
    const me = await gate.ask('/api/me', { headers: { cookie } })
    expect(await me.json()).toEqual({ name: 'one who may read', may: 'read', isLoggedIn: true })
    const changed = await gate.ask('/api/corrections', {
      method: 'POST',
      body: '{}',
      headers: { cookie, origin: ORIGIN, 'content-type': 'application/json' },
    })
    expect(changed.status).toBe(403)
  })

  it('is a new one at each login, whatever was planted before', async () => {
    const planted = `__Host-entente=${'A'.repeat(43)}`
    const answer = await gate.ask('/login', form({ token: gate.tokens.read }, { cookie: planted }))
    const own = cookieIn(answer)
    expect(own).not.toBe(planted)
    expect((await gate.ask('/api/me', { headers: { cookie: planted } })).status).toBe(401)
    const again = cookieIn(await gate.ask('/login', form({ token: gate.tokens.review }, { cookie: own })))
    expect((await gate.ask('/api/me', { headers: { cookie: own } })).status).toBe(401)
    expect((await gate.ask('/api/me', { headers: { cookie: again } })).status).toBe(200)
  })

  it('ends with the logout, after a day of nothing, and after a week', async () => {
    const first = await gate.login(gate.tokens.read)
    const answer = await gate.ask('/logout', form({}, { cookie: first }))
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/login'])
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-entente=; .*Max-Age=0/)
    const status = async (cookie: string) => (await gate.ask('/api/me', { headers: { cookie } })).status
    expect(await status(first)).toBe(401)
    const second = await gate.login(gate.tokens.read)
    gate.wait(86_401)
    expect(await status(second)).toBe(401)
    const third = await gate.login(gate.tokens.read)
    for (let day = 0; day < 7; day++) {
      gate.wait(86_000)
      expect([day, await status(third)]).toEqual([day, 200])
    }
    gate.wait(3_000)
    expect(await status(third)).toBe(401)
  })

  it('is not planted by a page of another name: without https it has no prefix, and none is taken for one', async () => {
    const plain = await aGate({ scheme: 'http' })
    const headers = { origin: 'http://entente.example' }
    const answer = await plain.ask('/login', form({ token: plain.tokens.read }, headers))
    expect(answer.headers.get('set-cookie')).toMatch(
      /^entente=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/,
    )
    plain.remove()
  })
})

describe('the way on', () => {
  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '///evil.example',
    'https://evil.example/',
    'https:evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '/.//evil.example',
    '/%2e//evil.example',
    '/login',
    '/login?next=/login',
    '/logout',
    'http://here.invalid.evil.example/',
    '',
  ])('never leads elsewhere: %s', async next => {
    const answer = await gate.ask('/login', form({ token: gate.tokens.read, next }))
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/')
  })

  it.each([
    ['/timeline', '/timeline'],
    ['/events/e1?at=1-2', '/events/e1?at=1-2'],
    ['documents', '/documents'],
    ['/a\r\nset-cookie: x=1', '/aset-cookie:%20x=1'],
  ])('leads back to %s', (next, path) => {
    expect(ownPath(next)).toBe(path)
  })

  it('is nowhere where no token is asked for', async () => {
    const open = await aGate({ tokens: null })
    const answer = await open.ask('/login?next=//evil.example')
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/'])
    open.remove()
  })
})

describe('wrong tokens', () => {
  it('are told alike, and are not said again on the page', async () => {
    const { expired, revoked } = gate.tokens
    const bodies = new Set<string>()
    for (const token of ['', '"><script>alert(1)</script>', expired, revoked]) {
      const answer = await gate.ask('/login', form({ token }))
      expect([answer.status, answer.headers.get('set-cookie')]).toEqual([401, null])
      bodies.add(await answer.text())
    }
    expect(bodies.size).toBe(1)
    expect([...bodies][0]).toContain(LOGIN_WORDS.en.wrong)
    expect([...bodies][0]).not.toContain('alert(1)')
  })

  it('are waited for longer and longer, the right one too', async () => {
    const attempt = (token: string) => gate.ask('/login', form({ token }))
    for (let i = 0; i < 5; i++) expect((await attempt('wrong')).status).toBe(401)
    const waits: number[] = []
    for (let i = 0; i < 5; i++) {
      expect((await attempt('wrong')).status).toBe(401)
      const held = await attempt(gate.tokens.admin)
      expect(held.status).toBe(429)
      expect(await held.text()).toContain('Too many attempts')
      waits.push(Number(held.headers.get('retry-after')))
      gate.wait(waits.at(-1) ?? 0)
    }
    expect(waits).toEqual([1, 2, 4, 8, 16])
    expect((await attempt(gate.tokens.admin)).status).toBe(303)
  })

  it('hold up a header as well, but nobody who has logged in, nor another address', async () => {
    const cookie = await gate.login(gate.tokens.read)
    for (let i = 0; i < 6; i++) await gate.as('wrong', '/api/me')
    const held = await gate.as(gate.tokens.read, '/api/me')
    expect([held.status, held.headers.get('retry-after')]).toEqual([429, '1'])
    expect(held.headers.get('content-type')).toBe('application/problem+json')
    expect((await gate.ask('/api/me', { headers: { cookie } })).status).toBe(200)
    expect((await gate.as(gate.tokens.read, '/api/me', { from: '203.0.113.6' })).status).toBe(200)
  })

  it('are forgotten in the end', async () => {
    for (let i = 0; i < 30; i++) {
      await gate.as('wrong', '/api/me')
      gate.wait(901)
    }
    expect((await gate.as(gate.tokens.read, '/api/me')).status).toBe(200)
  })

  it('stand in the audit log, without a letter of any token', async () => {
    await gate.ask('/login', form({ token: gate.tokens.revoked }))
    await gate.as(gate.tokens.expired, '/api/events')
    await gate.login(gate.tokens.admin)
    const { deeds } = await gate.access.audit.deeds(null)
    expect(deeds).toMatchObject([
      {
        who: 'unknown',
        route: '/login',
        outcome: 401,
        address: '203.0.113.5',
        at: '2031-06-01T09:30:00.000Z',
      },
      { who: 'unknown', route: '/api/events', outcome: 401 },
      { who: `${gate.tokens.admin.slice(4, 12)} one who may admin`, route: '/login', outcome: 303 },
    ])
    for (const token of Object.values(gate.tokens))
      expect(JSON.stringify(deeds)).not.toContain(token.slice(13))
  })
})

describe('the page', () => {
  it.each([
    ['en', 'fr-FR,fr;q=0.9,en;q=0.5', 'Token'],
    ['ja', 'ja-JP,ja;q=0.9', 'トークン'],
    ['ko', 'ko,en;q=0.8', '토큰'],
  ])('speaks %s', async (language, accepted, word) => {
    const answer = await gate.ask('/login', { headers: { 'accept-language': accepted } })
    const page = await answer.text()
    expect(page).toContain(`<html lang="${language}">`)
    expect(page).toContain(`>${word}</label>`)
  })

  it('runs nothing that stands in it, and is kept by nobody', async () => {
    const answer = await gate.ask(
      `/login?next=${encodeURIComponent('/"><script>alert(1)</script>')}&lang="><b>`,
    )
    const page = await answer.text()
    expect(page).not.toMatch(/<script(?! type="module" src="\/login\.js"><\/script>)| style=| on\w+=|<b>/)
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('x-frame-options')).toBe('DENY')
  })
})
