/** Attempts to get in from outside: each is one line, and each has to fail. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MAYS } from '../../src/record/access.ts'
import { aGate, type GateAtTest, ORIGIN } from './a-gate.ts'

let gate: GateAtTest
beforeEach(async () => {
  gate = await aGate()
})
afterEach(() => gate.remove())

const CORRECTION = { facts: ['e1'], act: { do: 'accept' } }
const basic = (secret: string) => `Basic ${Buffer.from(`ada:${secret}`).toString('base64')}`

interface Described {
  paths: { [path: string]: { [method: string]: { 'x-may': string } } }
}

/** Every operation that the description knows, its parameters filled in. */
async function operations(): Promise<{ method: string; path: string; may: string }[]> {
  const text = await (await gate.as(gate.tokens.admin, '/api/openapi.json')).text()
  const described: Described = JSON.parse(text)
  return Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path: path.replace(/\{\w+\}/g, 'e1'),
      may: operation['x-may'],
    })),
  )
}

describe('without a token that holds', () => {
  const wrong = (): { [what: string]: { [name: string]: string } } => {
    const { admin, expired, revoked } = gate.tokens
    return {
      none: {},
      empty: { authorization: '' },
      'no secret': { authorization: 'Bearer ' },
      'made up': { authorization: `Bearer ent_00000000_${'A'.repeat(43)}` },
      'of a known id': { authorization: `Bearer ${admin.slice(0, 13)}${'A'.repeat(43)}` },
      'one letter off': { authorization: `Bearer ${admin.slice(0, -1)}${admin.endsWith('A') ? 'B' : 'A'}` },
      'cut short': { authorization: `Bearer ${admin.slice(0, -1)}` },
      'with more behind': { authorization: `Bearer ${admin}A` },
      'in capitals': { authorization: `Bearer ${admin.toUpperCase()}` },
      expired: { authorization: `Bearer ${expired}` },
      revoked: { authorization: `Bearer ${revoked}` },
      'another scheme': { authorization: `Token ${admin}` },
      'as a password': { authorization: basic(admin) },
      'its hash': { authorization: `Bearer ${'0'.repeat(64)}` },
      'in a cookie': { cookie: `__Host-entente=${admin}` },
      'cookie made up': { cookie: `__Host-entente=${'A'.repeat(43)}` },
      'cookie without prefix': { cookie: `entente=${'A'.repeat(43)}` },
      'another header': { 'x-api-key': admin },
      'as a proxy': { 'proxy-authorization': `Bearer ${admin}` },
    }
  }

  it('nothing is answered, whatever stands in its place', async () => {
    let address = 0
    for (const [what, headers] of Object.entries(wrong())) {
      const from = `198.51.100.${++address}`
      const answer = await gate.ask('/api/dossier', { headers, from })
      expect([what, answer.status]).toEqual([what, 401])
      expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="entente"')
    }
    expect(address).toBeGreaterThan(18)
  })

  it('the answer is the same for unknown, expired and revoked', async () => {
    const { expired, revoked } = gate.tokens
    const bodies = new Set<string>()
    for (const token of [`ent_00000000_${'A'.repeat(43)}`, expired, revoked, ''])
      bodies.add(await (await gate.as(token, '/api/dossier')).text())
    expect(bodies.size).toBe(1)
  })

  it('no path of the API answers, nor any other than those of the login', async () => {
    for (const { method, path } of await operations())
      expect([path, (await gate.ask(path, { method })).status]).toEqual([path, 401])
    for (const path of [
      '/',
      '/timeline',
      '/api',
      '/api/openapi.json',
      '/api/progress',
      '/api/changes/stream',
      '/api.css',
    ])
      expect([path, (await gate.ask(path)).status]).toEqual([path, 401])
  })

  it.each([
    '//api/dossier',
    '/api//dossier',
    '/api/./dossier',
    '/api/%2e/dossier',
    '/login/../api/dossier',
    '/login/%2e%2e/api/dossier',
    '/login%2f..%2fapi%2fdossier',
    '/assets/../api/dossier',
    '/assets/%2e%2e/api/dossier',
    '/assets/..%2fapi/dossier',
    '/API/dossier',
    '/api/dossier/',
    '/api/dossier.',
    '/api/dossier;/login',
    '/api/dossier?/login',
    '/api/dossier%00/login',
    '/login/',
    '/Login',
    '/mark.svg/../api/dossier',
  ])('the path %s leads round nothing', async path => {
    const answer = await gate.ask(path)
    expect([401, 404]).toContain(answer.status)
    expect(await answer.text()).not.toContain('Norway')
  })

  it.each(['OPTIONS', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'PROPFIND', 'get'])(
    '%s is no way in',
    async method => {
      const answer = await gate.ask('/api/dossier', { method })
      expect(answer.status).toBe(401)
      expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    },
  )

  it.each([
    'x-http-method-override',
    'x-http-method',
    'x-method-override',
    'x-original-url',
    'x-rewrite-url',
  ])('%s changes nothing', async name => {
    const value = name.endsWith('url') ? '/login' : 'GET'
    expect((await gate.ask('/api/dossier', { headers: { [name]: value } })).status).toBe(401)
    const made = await gate.as(gate.tokens.read, '/api/corrections', { headers: { [name]: 'POST' } })
    expect(await made.json()).toEqual({ items: [], accuracy: [] })
  })

  it('no stream of news begins', async () => {
    for (const path of ['/api/changes/stream', '/api/progress'])
      expect((await gate.ask(path, { headers: { accept: 'text/event-stream' } })).status).toBe(401)
  })

  it('a browser is led to the login, a program is not', async () => {
    const answer = await gate.ask('/events/e1?x=1', { headers: { accept: 'text/html,*/*' } })
    expect([answer.status, answer.headers.get('location')]).toEqual([
      302,
      '/login?next=%2Fevents%2Fe1%3Fx%3D1',
    ])
    expect((await gate.ask('/api/dossier', { headers: { accept: 'text/html' } })).status).toBe(401)
  })
})

describe('a token in an address', () => {
  it.each(['token', 'access_token'])('as ?%s= is refused, and is none', async name => {
    const answer = await gate.ask(`/api/dossier?${name}=${gate.tokens.admin}`)
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('entente token revoke')
  })

  it('is refused by whatever name, also with the right header', async () => {
    const { admin } = gate.tokens
    expect((await gate.as(admin, `/api/events?q=${admin}`)).status).toBe(400)
    expect((await gate.as(admin, `/${admin}`)).status).toBe(400)
  })
})

describe('what a token may', () => {
  it('is enough for what its route wants, and for nothing more, on every route there is', async () => {
    const all = await operations()
    expect(all.filter(({ may }) => may !== 'read').length).toBeGreaterThanOrEqual(4)
    for (const { method, path, may } of all) {
      for (const has of MAYS) {
        gate.wait(60)
        const answer = await gate.as(gate.tokens[has], path, {
          method,
          ...(method === 'GET' ? {} : { body: '{}', headers: { 'content-type': 'application/json' } }),
        })
        const isAllowed =
          MAYS.indexOf(has) >= MAYS.indexOf(may === 'read' ? 'read' : may === 'review' ? 'review' : 'admin')
        expect([has, method, path, answer.status === 403]).toEqual([has, method, path, !isAllowed])
        await answer.body?.cancel()
      }
      // Whatever changes something wants more than reading, whoever wrote its route.
      if (method !== 'GET') expect([path, may]).not.toEqual([path, 'read'])
    }
  })

  it('is told of every route that changes something: the description knows them all', async () => {
    const changing = (await operations()).filter(({ method }) => method !== 'GET')
    // A route that reviewers may use is added here, once somebody has thought about it.
    const ofReviewers = changing.filter(({ may }) => may === 'review').map(({ path }) => path)
    expect(ofReviewers).toEqual([
      '/api/searches',
      '/api/searches/rename',
      '/api/searches/forget',
      '/api/corrections',
      '/api/corrections/undo',
    ])
    const known = new Set([
      ...changing.map(({ method, path }) => `${method} ${path}`),
      'POST /login',
      'POST /logout',
    ])
    const all = gate.routes.map(it => it.replace(/:\w+(?:\{[^}]*\})?/g, 'e1'))
    const unknown = all.filter(it => !/^(?:GET|ALL) /.test(it) && !known.has(it))
    expect(unknown).toEqual([])
  })

  it.each(['DELETE', 'PUT', 'PATCH', 'POST'])('%s of a route of tomorrow wants an admin', async method => {
    expect((await gate.as(gate.tokens.review, '/api/tomorrow', { method })).status).toBe(403)
  })

  it('is not widened by spelling a path otherwise', async () => {
    for (const path of ['/api/corrections/../add', '/api/%61dd', '/api/corrections/import'])
      expect((await gate.send(gate.tokens.review, path, { items: [] })).status).toBe(403)
    for (const path of ['//api/add', '/api//add', '/API/add', '/api/add/'])
      expect((await gate.send(gate.tokens.review, path, { items: [] })).status).toBeGreaterThanOrEqual(400)
  })

  it('names who corrects, whatever name is sent', async () => {
    const authors: string[] = []
    const own = await aGate(
      {},
      {
        review: {
          author: 'root',
          queue: async () => [],
          fates: async () => [],
          accuracy: async () => [],
          fields: () => [],
          undo: () => Promise.reject(new Error('nothing')),
          write: async () => '',
          read: async () => 0,
          make: async (_ids, _act, author) => {
            authors.push(author)
            return []
          },
        },
      },
    )
    expect(
      (await own.send(own.tokens.review, '/api/corrections', { ...CORRECTION, author: 'the minister' }))
        .status,
    ).toBe(200)
    expect(authors).toEqual(['one who may review'])
    own.remove()
  })

  it('ends at once when it is taken back, with its session and its streams', async () => {
    const { tokens, access } = gate
    const cookie = await gate.login(tokens.admin)
    const reader = await gate.as(tokens.admin, '/api/changes/stream')
    const stream = reader.body?.getReader()
    expect((await stream?.read())?.done).toBe(false)
    expect((await gate.ask('/api/me', { headers: { cookie } })).status).toBe(200)
    await access.tokens.revoke(tokens.admin.slice(4, 12), new Date('2031-06-01T09:31:00Z'))
    expect((await gate.as(tokens.admin, '/api/me')).status).toBe(401)
    expect((await gate.ask('/api/me', { headers: { cookie } })).status).toBe(401)
    await stream?.cancel()
  })

  it('ends when its day is over', async () => {
    const day = await gate.access.tokens.add(
      'short',
      'read',
      '2031-06-01T23:59:59.999Z',
      new Date('2031-06-01T09:30:00Z'),
    )
    expect((await gate.as(day.secret, '/api/me')).status).toBe(200)
    const cookie = await gate.login(day.secret)
    gate.wait(14.5 * 3600)
    expect((await gate.as(day.secret, '/api/me')).status).toBe(401)
    expect((await gate.ask('/api/me', { headers: { cookie } })).status).toBe(401)
  })
})

describe('feeds', () => {
  it.each(['/api/feed.rss', '/api/coming.ics'])(
    '%s takes a token as password, since readers know no other way',
    async path => {
      const { read, expired } = gate.tokens
      const challenge = (await gate.ask(path)).headers.get('www-authenticate')
      expect(challenge).toBe('Bearer realm="entente", Basic realm="entente"')
      expect((await gate.ask(path, { headers: { authorization: basic(read) } })).status).toBe(200)
      expect((await gate.as(read, path)).status).toBe(200)
      expect((await gate.ask(path, { headers: { authorization: basic(expired) } })).status).toBe(401)
      expect(
        (await gate.ask(path, { method: 'POST', headers: { authorization: basic(gate.tokens.admin) } }))
          .status,
      ).toBe(401)
    },
  )

  it('lead back to the server as it is called outside', async () => {
    expect(await (await gate.as(gate.tokens.read, '/api/feed.rss')).text()).toContain(
      `<link>${ORIGIN}/events/e1</link>`,
    )
  })
})

describe('how long it takes', () => {
  it('is about the same for a token that is unknown, expired, revoked, or nearly right', async () => {
    const { tokens, access } = gate
    const now = new Date('2031-06-01T09:30:00Z')
    const near = `${tokens.admin.slice(0, -4)}AAAA`
    const kinds = [`ent_00000000_${'A'.repeat(43)}`, tokens.expired, tokens.revoked, near]
    const times = kinds.map((): number[] => [])
    for (let round = 0; round < 2_000; round++) {
      for (const [i, token] of kinds.entries()) {
        const from = performance.now()
        await access.tokens.check(token, now)
        times[i]?.push(performance.now() - from)
      }
    }
    // Some ten microseconds each, of which most look at the file: a second hash or a second look would show.
    const middles = times.map(all => all.sort((a, b) => a - b)[1_000] ?? 0)
    expect(Math.max(...middles) / Math.min(...middles)).toBeLessThan(2)
  })
})
