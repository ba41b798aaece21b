import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { waitUntilDue } from '../../src/watch/index.ts'
import { articles, aSite, follow, range, rss, type Site } from './site.ts'

let site: Site
beforeEach(async () => {
  site = await aSite()
})
afterEach(() => site.close())

const HOUR = 3_600_000
const DAY = 24 * HOUR
const feed = (n = 1) => ({ type: 'text/xml', body: rss(range(1, n).map(i => ({ n: i }))) })

describe('a failure', () => {
  const failing = async (...answers: { status: number; headers?: { [name: string]: string } }[]) => {
    site.pages = { '/feed': feed(), ...articles([1]) }
    const watched = await follow(`${site.url}/feed`)
    await watched.visit()
    const waits: number[] = []
    for (const answer of answers) {
      site.pages['/feed'] = answer
      await watched.visit()
      waits.push(watched.state.wait / HOUR)
    }
    return { watched, waits }
  }
  const times = (n: number, status: number) => Array.from({ length: n }, () => ({ status }))

  it('doubles the wait, to a day at most; a success begins anew', async () => {
    const { watched, waits } = await failing(...times(7, 500))
    expect(waits).toEqual([1, 2, 4, 8, 16, 24, 24])
    site.pages['/feed'] = feed()
    await watched.visit()
    expect(watched.state).toMatchObject({ wait: HOUR, failures: 0, weight: 0, status: 'active' })
  })

  it('weighs as much as it is likely to last', async () => {
    for (const [status, weight, code] of [
      [404, 1, 'E_MISSING'],
      [403, 1, 'E_REFUSED'],
      [500, 0.5, 'E_SERVER'],
      [503, 0.25, 'E_LATER'],
      [429, 0.25, 'E_LATER'],
    ] as const) {
      const { watched } = await failing({ status })
      expect(watched.state).toMatchObject({ weight, failures: 1, visits: [{ code }, {}] })
    }
  })

  it('ten hard ones, or twenty of a server, end in quarantine', async () => {
    expect((await failing(...times(9, 404))).watched.state.status).toBe('active')
    const { watched } = await failing(...times(10, 404))
    expect(watched.state.status).toBe('quarantined')
    expect(waitUntilDue(watched.state, watched.clock.wall + 1e12)).toBe(Number.POSITIVE_INFINITY)
    expect((await failing(...times(19, 500))).watched.state.status).toBe('active')
    expect((await failing(...times(20, 500))).watched.state.status).toBe('quarantined')
  })

  it('waits as long as the server wants, in seconds or until a date, a day at most', async () => {
    const busy = (after: string) => ({ status: 429, headers: { 'retry-after': after } })
    expect((await failing(busy('18000'))).waits).toEqual([5])
    expect((await failing(busy('999999999'))).waits).toEqual([24])
    // The site's clock starts at 2022-11-20 12:00; the first visit is an hour before.
    const { waits } = await failing({
      status: 503,
      headers: { 'retry-after': 'Sun, 20 Nov 2022 17:00:00 GMT' },
    })
    expect(Math.round(waits[0] ?? 0)).toBe(4)
    expect((await failing(busy('nonsense'))).waits).toEqual([1])
  })

  it('of a server that is slow is one of time', async () => {
    site.pages = { '/feed': feed(), ...articles([1]) }
    const { fetchAnswer } = await import('../../src/fetch/index.ts')
    const ask: typeof fetchAnswer = (url, options) =>
      fetchAnswer(url, { ...options, allow: ['127.0.0.1'], milliseconds: 300 })
    const watched = await follow(`${site.url}/feed`, {}, { ask })
    site.pages['/feed'] = { isSilent: true }
    expect((await watched.visit()).visit).toMatchObject({ outcome: 'failed', code: 'E_TIMEOUT' })
    expect(watched.state.weight).toBe(0.25)
  })
})

describe('an article’s server that is busy', () => {
  it('is asked nothing more at this visit; the rest comes later', async () => {
    site.pages = {
      '/feed': feed(5),
      ...articles(range(1, 5)),
      '/a/3': { status: 429, headers: { 'retry-after': '7200' } },
    }
    const watched = await follow(`${site.url}/feed`)
    expect((await watched.visit()).visit).toMatchObject({ new: 2, left: 3, code: 'E_LATER' })
    expect(watched.state.wait).toBe(2 * HOUR)
    expect(site.asked.filter(it => it.startsWith('/a/'))).toEqual(['/a/5', '/a/4', '/a/3'])
    Object.assign(site.pages, articles([3]))
    expect((await watched.visit()).visit).toMatchObject({ new: 3, left: 0 })
  })
})

describe('robots.txt', () => {
  it('is asked once, and what it forbids is not fetched: for us by name, else for all', async () => {
    for (const robots of [
      'User-agent: *\nDisallow: /a/1',
      'User-agent: entente\nDisallow: /a/1\n\nUser-agent: *\n',
    ]) {
      site.asked.length = 0
      site.pages = { '/robots.txt': { body: robots }, '/feed': feed(2), ...articles([1, 2]) }
      const watched = await follow(`${site.url}/feed`)
      await watched.visit()
      expect(site.asked.filter(it => it !== '/feed')).toEqual(['/robots.txt', '/a/2'])
      // What the feed itself says of the other one is kept.
      expect(watched.taken.map(({ url }) => url)).toEqual([`${site.url}/a/2`, `${site.url}/a/1`])
    }
  })

  it('a rule for us goes before the rule for all', async () => {
    site.pages = {
      '/robots.txt': { body: 'User-agent: *\nDisallow: /\n\nUser-agent: Entente\nAllow: /\n' },
      '/feed': feed(),
      ...articles([1]),
    }
    expect((await (await follow(`${site.url}/feed`)).visit()).visit).toMatchObject({ new: 1 })
  })

  it('forbids the feed: that is told', async () => {
    site.pages = { '/robots.txt': { body: 'User-agent: *\nDisallow: /' }, '/feed': feed() }
    await expect(follow(`${site.url}/feed`)).rejects.toThrow(
      /robots\.txt of 127\.0\.0\.1:\d+ keeps programs from/,
    )
  })

  it('forbids where a redirect leads', async () => {
    site.pages = {
      '/robots.txt': { body: 'User-agent: *\nDisallow: /private' },
      '/feed': feed(),
      '/a/1': { status: 302, headers: { location: '/private/1' } },
    }
    await (await follow(`${site.url}/feed`)).visit()
    expect(site.asked).not.toContain('/private/1')
  })

  it('is out of order: nothing is asked, and that passes', async () => {
    site.pages = { '/robots.txt': { status: 503 }, '/feed': feed() }
    await expect(follow(`${site.url}/feed`)).rejects.toThrow(/robots\.txt answers 503/)
    expect(site.asked).toEqual(['/robots.txt'])
  })

  it('tells the pace; without it there is a second between two questions', async () => {
    site.pages = {
      '/robots.txt': { body: 'User-agent: *\nCrawl-delay: 7' },
      '/feed': feed(3),
      ...articles([1, 2, 3]),
    }
    const slow = await follow(`${site.url}/feed`)
    await slow.visit()
    expect(slow.clock.waits).toEqual([7_000, 7_000, 7_000, 7_000])
    site.pages['/robots.txt'] = { status: 404 }
    const usual = await follow(`${site.url}/feed`)
    await usual.visit()
    expect(usual.clock.waits).toEqual([1_000, 1_000, 1_000, 1_000])
  })
})

describe('one host', () => {
  it('is asked one thing at a time, whoever asks', async () => {
    const { makePolite } = await import('../../src/watch/index.ts')
    const { aClock, aWorld } = await import('./site.ts')
    let [open, most] = [0, 0]
    const clock = aClock()
    const answer = {
      bytes: new Uint8Array(),
      type: '',
      status: 200,
      etag: null,
      lastModified: null,
      retryAfter: null,
    }
    const polite = makePolite(
      aWorld(clock, {
        async ask(url) {
          if (url.endsWith('robots.txt')) return { ...answer, url, lasting: url }
          most = Math.max(most, ++open)
          await new Promise(resolve => setTimeout(resolve, 2))
          open--
          return { ...answer, url, lasting: url }
        },
      }),
    )
    await Promise.all(range(1, 6).map(n => polite.get(`https://one.example/${n}`)))
    expect([most, clock.waits]).toEqual([1, [1_000, 1_000, 1_000, 1_000, 1_000]])
    await Promise.all(range(1, 3).map(n => polite.get(`https://host-${n}.example/`)))
    expect(most).toBe(3)
  })
})

describe('the clock', () => {
  const last = '2022-11-20T12:00:00.000Z'
  const at = Date.parse(last)
  const state = async () => {
    site.pages = { '/feed': feed(), ...articles([1]) }
    return { ...(await follow(`${site.url}/feed`)).state, last, wait: HOUR }
  }

  it('goes on: the wait is what remains of it', async () => {
    const it = await state()
    expect([0, 600_000, HOUR, DAY].map(after => waitUntilDue(it, at + after))).toEqual([
      HOUR,
      3_000_000,
      0,
      0,
    ])
  })

  it('is put right by some seconds: nothing comes of it', async () => {
    expect(waitUntilDue(await state(), at - 20_000)).toBe(HOUR)
  })

  it('is set back by years: one visit, then the usual pace', async () => {
    site.pages = { '/feed': feed(), ...articles([1]) }
    const watched = await follow(`${site.url}/feed`)
    await watched.visit()
    watched.clock.wall -= 1_000 * DAY
    expect(waitUntilDue(watched.state, watched.clock.wall)).toBe(0)
    await watched.visit()
    watched.clock.wall -= watched.state.wait
    expect(waitUntilDue(watched.state, watched.clock.wall)).toBe(HOUR)
  })
})
