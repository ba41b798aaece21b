import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { articles, aSite, follow, LONG, range, rss, type Site } from './site.ts'

let site: Site
beforeEach(async () => {
  site = await aSite()
})
afterEach(() => site.close())

const xml = (body: string, headers = {}) => ({ type: 'application/rss+xml', body, headers })
const counts = ({ visit }: { visit: object }) => visit
const askedFor = (path: string): number => site.asked.filter(it => it === path).length

describe('a feed', () => {
  it('brings its articles once, and those that are new later', async () => {
    site.pages = { '/feed': xml(rss(range(1, 3).map(n => ({ n })))), ...articles(range(1, 5)) }
    const watched = await follow(`${site.url}/feed`)
    expect(watched.watch.kind).toBe('rss')
    expect(counts(await watched.visit())).toMatchObject({ outcome: 'news', new: 3, revised: 0 })
    expect(watched.taken.map(({ url }) => url)).toEqual([3, 2, 1].map(n => `${site.url}/a/${n}`))
    expect(watched.taken[0]).toMatchObject({ published: '2022-11-14' })
    site.pages['/feed'] = xml(rss(range(2, 5).map(n => ({ n }))))
    expect(counts(await watched.visit())).toMatchObject({ new: 2, known: 0 })
    expect(counts(await watched.visit())).toMatchObject({ outcome: 'nothing', new: 0 })
    for (const n of range(1, 5)) expect(askedFor(`/a/${n}`)).toBe(1)
  })

  it('is asked on condition, and its 304 counts as a visit without failure', async () => {
    site.pages = {
      '/feed': headers =>
        headers['if-none-match'] === '"1"' && headers['if-modified-since'] === 'yesterday'
          ? { status: 304 }
          : xml(rss([{ n: 1 }]), { etag: '"1"', 'last-modified': 'yesterday' }),
      ...articles([1]),
    }
    const watched = await follow(`${site.url}/feed`)
    await watched.visit()
    expect(counts(await watched.visit())).toMatchObject({ outcome: 'unchanged', status: 304 })
    expect(counts(await watched.visit())).toMatchObject({ outcome: 'unchanged', status: 304 })
    expect(watched.state).toMatchObject({ failures: 0, total: 1 })
  })

  it('with the articles in it needs no other question; one that breaks off in the middle does', async () => {
    const whole = `<![CDATA[<p>${LONG}]]>`
    site.pages = {
      '/feed': xml(
        rss([
          { n: 1, text: `<![CDATA[<p>${LONG}${LONG}]]>` },
          { n: 2, text: whole.replace(']]>', ' … Continue reading</p>]]>') },
        ]),
      ),
      ...articles([2]),
    }
    const watched = await follow(`${site.url}/feed`)
    await watched.visit()
    expect(askedFor('/a/1') + askedFor('/a/2')).toBe(1)
    expect(watched.taken.map(({ source }) => source)).toEqual([`${site.url}/a/2`, `${site.url}/feed`])
  })

  it('names an article otherwise, hangs a campaign on it, or dresses it up: it is the same one', async () => {
    site.pages = { '/feed': xml(rss([{ n: 1 }])), ...articles([1]) }
    const watched = await follow(`${site.url}/feed`)
    await watched.visit()
    for (const told of [
      { n: 1, guid: 'another' },
      { n: 1, guid: 'a third', link: '/a/1?utm_source=rss&amp;utm_medium=x#top' },
      { n: 1, guid: 'a third', link: '/a/1-with-a-slug' },
    ]) {
      site.pages['/feed'] = xml(rss([told]))
      expect(counts(await watched.visit())).toMatchObject({ outcome: 'nothing', failed: 0 })
    }
    expect(watched.taken).toHaveLength(1)
  })

  it('says that an article was changed: it is fetched again, and is a revision where it did change', async () => {
    site.pages = { '/feed': xml(rss([{ n: 1, updated: '2022-11-14T10:00:00Z' }])), ...articles([1]) }
    const watched = await follow(`${site.url}/feed`)
    await watched.visit()
    site.pages['/feed'] = xml(rss([{ n: 1, updated: '2022-11-14T18:00:00Z', text: 'other words' }]))
    site.pages['/a/1'] = { body: `<p>Corrected. ${LONG}` }
    expect(counts(await watched.visit())).toMatchObject({ new: 0, revised: 1 })
    site.pages['/feed'] = xml(rss([{ n: 1, updated: '2022-11-14T19:00:00Z' }]))
    expect(counts(await watched.visit())).toMatchObject({ new: 0, revised: 0, known: 1 })
  })

  it('without dates is taken in its own order; relative addresses are its own, by xml:base', async () => {
    site.pages = {
      '/news/feed': xml(
        rss(
          range(1, 3).map(n => ({ n, date: null, link: `${n}.html` })),
          '',
        ).replace('<rss ', `<rss xml:base="${site.url}/deep/" `),
      ),
      '/atom': {
        type: 'application/atom+xml',
        body: `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/deep/"><title>t</title><id>i</id><updated>2022-11-01T00:00:00Z</updated><entry xml:base="nov/"><title>e</title><id>tag:1</id><updated>2022-11-01T00:00:00Z</updated><link href="one.html"/></entry></feed>`,
      },
      ...Object.fromEntries(range(1, 3).map(n => [`/deep/${n}.html`, { body: `<p>${n} ${LONG}` }])),
      '/deep/nov/one.html': { body: `<p>${LONG}` },
    }
    const watched = await follow(`${site.url}/news/feed`)
    await watched.visit()
    expect(watched.taken.map(({ url }) => url)).toEqual(range(1, 3).map(n => `${site.url}/deep/${n}.html`))
    expect(watched.taken[0]?.published).toBe(null)
    const atom = await follow(`${site.url}/atom`)
    await atom.visit()
    expect(atom.taken.map(({ url }) => url)).toEqual([`${site.url}/deep/nov/one.html`])
  })

  it('in the encoding of its header is read', async () => {
    const seoul = Buffer.from([0xbc, 0xad, 0xbf, 0xef])
    const [before = '', after = ''] = rss([{ n: 1, title: '@', text: LONG + LONG }]).split('@')
    const body = Buffer.concat([Buffer.from(before), seoul, Buffer.from(after)])
    site.pages = { '/feed': { type: 'text/xml; charset=euc-kr', body } }
    const watched = await follow(`${site.url}/feed`)
    await watched.visit()
    expect(Buffer.from(watched.taken[0]?.bytes ?? []).toString()).toContain('서울')
  })

  it('of a hundred thousand items gives the newest first, and the rest in time', async () => {
    const items = range(1, 100_000).map(n => ({
      n,
      text: '',
      date: new Date(Date.UTC(2022, 0, 1) + n * 60_000).toUTCString(),
    }))
    site.pages = { '/feed': xml(rss(items)), ...articles(range(99_981, 100_000)) }
    const watched = await follow(`${site.url}/feed`)
    watched.most = 10
    expect(counts(await watched.visit())).toMatchObject({ new: 10, left: 99_990 })
    site.pages['/feed'] = xml(rss(items.slice(-1_000)))
    expect(counts(await watched.visit())).toMatchObject({ new: 10, left: 980 })
    expect(watched.taken.map(({ url }) => Number(url?.split('/').pop()))).toEqual(
      range(99_981, 100_000).reverse(),
    )
  }, 30_000)

  it('what is in the dossier from elsewhere is not fetched', async () => {
    const { addressKey } = await import('../../src/watch/index.ts')
    site.pages = { '/feed': xml(rss([{ n: 1 }, { n: 2 }])), ...articles([1, 2]) }
    const watched = await follow(`${site.url}/feed`)
    watched.known.add(addressKey(`${site.url}/a/1`))
    expect(counts(await watched.visit())).toMatchObject({ new: 1 })
    expect(askedFor('/a/1')).toBe(0)
  })

  it('an article that is not to be had for good is kept as the feed tells it; one that may come is tried again', async () => {
    site.pages = {
      '/feed': xml(rss([{ n: 1 }, { n: 2 }])),
      '/a/1': { status: 403 },
      '/a/2': { status: 500 },
    }
    const watched = await follow(`${site.url}/feed`)
    expect(counts(await watched.visit())).toMatchObject({ new: 1, failed: 1 })
    for (const _ of range(1, 4)) await watched.visit()
    expect([askedFor('/a/1'), askedFor('/a/2')]).toEqual([1, 3])
  })
})

describe('what is no feed', () => {
  const afterChange = async (change: () => void) => {
    site.pages = { '/feed': xml(rss([{ n: 1 }])), ...articles([1]) }
    const watched = await follow(`${site.url}/feed`)
    await watched.visit()
    change()
    return { watched, visited: await watched.visit() }
  }

  it('HTML in its place, or a feed cut off, is a failure that weighs', async () => {
    for (const body of ['<!doctype html><html><body>Sign in', rss([{ n: 1 }]).slice(0, 200), '{"a":1}']) {
      const { visited, watched } = await afterChange(() => {
        site.pages['/feed'] = { body }
      })
      expect(visited.visit).toMatchObject({ outcome: 'failed', code: 'E_FEED' })
      expect(watched.state).toMatchObject({ failures: 1, weight: 1 })
    }
  })

  it('a feed whose type is wrong is still one', async () => {
    const { visited } = await afterChange(() => {
      site.pages['/feed'] = { type: 'image/png', body: rss([{ n: 1 }]) }
    })
    expect(visited.visit.outcome).toBe('nothing')
  })

  it('one that unpacks to a thousandfold, or does not end, is stopped', async () => {
    const bomb = gzipSync(Buffer.alloc(60_000_000))
    const { visited } = await afterChange(() => {
      site.pages['/feed'] = { body: bomb, headers: { 'content-encoding': 'gzip' } }
    })
    expect(visited.visit).toMatchObject({ outcome: 'failed', code: 'E_TOO_LARGE' })
    const packed = await afterChange(() => {
      site.pages['/feed'] = { type: 'application/gzip', body: gzipSync(Buffer.alloc(60_000_000)) }
    })
    expect(packed.visited.visit).toMatchObject({ outcome: 'failed', code: 'E_TOO_LARGE' })
  })

  it('XML that unfolds itself gives no more than it has', async () => {
    const { visited } = await afterChange(() => {
      const lol = range(1, 9).map(n => `<!ENTITY l${n} "${`&l${n - 1};`.repeat(10)}">`)
      site.pages['/feed'] = {
        body: `<!DOCTYPE rss [<!ENTITY l0 "lol">${lol.join('')}]>${rss([{ n: 9, title: '&l9;' }])}`,
      }
    })
    expect(['failed', 'nothing', 'news']).toContain(visited.visit.outcome)
    expect(visited.visit.message?.length ?? 0).toBeLessThan(500)
  })

  it('a feed that is gone is not visited any more', async () => {
    const { watched } = await afterChange(() => {
      site.pages['/feed'] = { status: 410 }
    })
    expect(watched.state.status).toBe('ended')
  })

  it('a feed that has moved for good is watched where it is; for a while, it is not', async () => {
    const { watched } = await afterChange(() => {
      site.pages['/feed'] = { status: 301, headers: { location: '/new' } }
      site.pages['/new'] = { status: 302, headers: { location: '/now' } }
      site.pages['/now'] = xml(rss([{ n: 1 }]))
    })
    expect(watched.watch.url).toBe(`${site.url}/new`)
  })

  it('a move to what is no feed is not believed', async () => {
    const { watched } = await afterChange(() => {
      site.pages['/feed'] = { status: 301, headers: { location: '/parked' } }
      site.pages['/parked'] = { body: '<html>This domain is for sale' }
    })
    expect(watched.watch.url).toBe(`${site.url}/feed`)
  })
})
