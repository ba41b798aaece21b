import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { articles, aSite, follow, LONG, range, rss, type Site } from './site.ts'

let site: Site
beforeEach(async () => {
  site = await aSite()
})
afterEach(() => site.close())

const day = (n: number): string => `2022-11-${String(n).padStart(2, '0')}`
const urlset = (numbers: readonly number[], changed = day) =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${site.url}/</loc></url>${numbers.map(n => `<url><loc>${site.url}/a/${n}</loc><lastmod>${changed(n)}</lastmod></url>`).join('')}</urlset>`
const index = (children: readonly [string, string | null][]) =>
  `<sitemapindex>${children.map(([path, at]) => `<sitemap><loc><![CDATA[${site.url}${path}]]></loc>${at === null ? '' : `<lastmod>${at}</lastmod>`}</sitemap>`).join('')}</sitemapindex>`

describe('a site', () => {
  const html = (head: string) => ({ body: `<!doctype html><html><head>${head}</head><body>news` })

  it('names its feed; that of its comments is not taken', async () => {
    site.pages = {
      '/': html(
        '<link rel=alternate type="application/rss+xml" title="Comments" href="/comments/feed/"><base href="/x/"><link href="feed?a=1&amp;b=2" type="application/atom+xml" rel="alternate">',
      ),
      '/x/feed?a=1&b=2': { body: rss([{ n: 1 }]) },
      '/comments/feed/': { body: rss([{ n: 2 }]) },
    }
    expect((await follow(`${site.url}/`)).watch).toMatchObject({
      url: `${site.url}/x/feed?a=1&b=2`,
      kind: 'rss',
    })
  })

  it('is one of WordPress: its interface goes before its feed, and the feed stands in where that is shut', async () => {
    site.pages = {
      '/': html(
        `<link rel="alternate" type="application/rss+xml" href="/feed/"><link rel='https://api.w.org/' href='${site.url}/wp-json/'>`,
      ),
      '/feed/': { body: rss([{ n: 1 }]) },
      '/wp-json/wp/v2/posts': { type: 'application/json', body: '[{"id":1}]' },
    }
    expect((await follow(site.url)).watch).toMatchObject({
      url: `${site.url}/wp-json/wp/v2/posts`,
      kind: 'wordpress',
    })
    site.pages['/wp-json/wp/v2/posts'] = { status: 401 }
    expect((await follow(site.url)).watch).toMatchObject({ url: `${site.url}/feed/`, kind: 'rss' })
  })

  it('without a feed is known by the sitemap of its robots.txt, or by /sitemap.xml', async () => {
    site.pages = {
      '/': html('<title>x</title>'),
      '/robots.txt': { body: `Sitemap: ${site.url}/maps/news.xml` },
      '/maps/news.xml': { type: 'text/xml', body: urlset([1]) },
      '/sitemap.xml': { type: 'text/xml', body: urlset([2]) },
    }
    expect((await follow(site.url)).watch).toMatchObject({
      url: `${site.url}/maps/news.xml`,
      kind: 'sitemap',
    })
    site.pages['/robots.txt'] = { status: 404 }
    expect((await follow(site.url)).watch.url).toBe(`${site.url}/sitemap.xml`)
  })

  it('with nothing to watch is refused, and so is what is not there', async () => {
    site.pages = { '/': html('') }
    await expect(follow(site.url)).rejects.toThrow(/names no feed and no sitemap/)
    await expect(follow(`${site.url}/none`)).rejects.toThrow(/answers 404/)
    await expect(follow('nonsense')).rejects.toThrow(/is not a URL/)
  })
})

describe('a sitemap', () => {
  it('brings its newest at first, and later what is new or changed; its past stays where it is', async () => {
    site.pages = { '/sitemap.xml': { body: urlset(range(1, 20)) }, ...articles(range(1, 25)) }
    const watched = await follow(`${site.url}/sitemap.xml`)
    watched.most = 3
    expect((await watched.visit()).visit).toMatchObject({ new: 3, left: 0 })
    expect(watched.taken.map(({ url }) => url)).toEqual([20, 19, 18].map(n => `${site.url}/a/${n}`))
    site.pages['/sitemap.xml'] = { body: urlset(range(1, 21)) }
    site.pages['/a/20'] = { body: `<p>Corrected. ${LONG}` }
    expect((await watched.visit()).visit).toMatchObject({ new: 1, revised: 0 })
    site.pages['/sitemap.xml'] = { body: urlset(range(1, 21), n => day(n === 20 ? 22 : n)) }
    expect((await watched.visit()).visit).toMatchObject({ new: 0, revised: 1 })
    expect((await watched.visit()).visit).toMatchObject({ outcome: 'nothing' })
  })

  it('back to a day brings all from then on, a visit at a time', async () => {
    site.pages = { '/sitemap.xml': { body: urlset(range(1, 20)) }, ...articles(range(1, 20)) }
    const watched = await follow(`${site.url}/sitemap.xml`, { since: day(11) })
    watched.most = 4
    const news: number[] = []
    for (const _ of range(1, 4)) news.push((await watched.visit()).visit.new)
    expect(news).toEqual([4, 4, 2, 0])
  })

  it('of sitemaps is read where something changed, packed or not, and not where no articles are', async () => {
    const children: [string, string | null][] = [
      ['/map-1.xml', day(1)],
      ['/map-2.xml.gz', day(2)],
      ['/category-sitemap.xml', day(9)],
      ['/gone.xml', day(8)],
    ]
    site.pages = {
      '/sitemap.xml': { body: index(children) },
      '/map-1.xml': { body: urlset([1]) },
      '/map-2.xml.gz': { body: gzipSync(urlset([2])), type: 'application/x-gzip' },
      ...articles([1, 2, 21]),
    }
    const watched = await follow(`${site.url}/sitemap.xml`)
    expect((await watched.visit()).visit).toMatchObject({ new: 2 })
    expect(site.asked).not.toContain('/category-sitemap.xml')
    site.asked.length = 0
    await watched.visit()
    expect(site.asked).toEqual(['/sitemap.xml'])
    site.pages['/sitemap.xml'] = { body: index([...children, ['/map-3.xml', day(21)]]) }
    site.pages['/map-3.xml'] = { body: urlset([21]) }
    expect((await watched.visit()).visit).toMatchObject({ new: 1 })
    expect(site.asked.slice(1)).toEqual(['/sitemap.xml', '/map-3.xml', '/a/21'])
  })

  it('of sitemaps leaves the past alone, with times or without', async () => {
    const children = range(1, 15).map((n): [string, string | null] => [
      `/map-${n}.xml`,
      n > 12 ? null : day(n),
    ])
    site.pages = {
      '/sitemap.xml': { body: index(children) },
      ...Object.fromEntries(range(1, 15).map(n => [`/map-${n}.xml`, { body: urlset([n]) }])),
      ...articles(range(1, 15)),
    }
    const watched = await follow(`${site.url}/sitemap.xml`)
    watched.most = 2
    expect((await watched.visit()).visit).toMatchObject({ new: 2 })
    for (const _ of range(1, 3)) expect((await watched.visit()).visit).toMatchObject({ new: 0 })
    expect(watched.taken).toHaveLength(2)
  })

  it('of news says when its articles were published', async () => {
    site.pages = {
      '/news.xml': {
        body: `<urlset xmlns:news="n"><url><loc>${site.url}/a/1?x=1&amp;y=2</loc><news:news><news:publication_date>2022-11-12T23:30:00+09:00</news:publication_date><news:title>A &amp; B</news:title></news:news></url></urlset>`,
      },
      '/a/1?x=1&y=2': { body: LONG },
    }
    const watched = await follow(`${site.url}/news.xml`)
    await watched.visit()
    expect(watched.taken).toMatchObject([{ url: `${site.url}/a/1?x=1&y=2`, published: '2022-11-12' }])
  })

  it('that never closes what it opens takes no time', async () => {
    site.pages = { '/sitemap.xml': { body: `<urlset>${'<url><loc>'.repeat(400_000)}` } }
    const watched = await follow(`${site.url}/sitemap.xml`)
    const before = performance.now()
    expect((await watched.visit()).visit).toMatchObject({ outcome: 'nothing' })
    expect(performance.now() - before).toBeLessThan(2_000)
  })
})

describe('WordPress', () => {
  const post = (n: number, more: { modified_gmt?: string; words?: string } = {}) => ({
    id: n,
    link: `${site.url}/${n}/`,
    date: `2022-11-14T10:00:${String(n % 60).padStart(2, '0')}`,
    modified_gmt: more.modified_gmt ?? `2022-11-14T10:00:${String(n % 60).padStart(2, '0')}`,
    title: { rendered: `Post ${n}` },
    content: { rendered: `<p>${more.words ?? ''}${n} ${LONG}` },
  })
  const HEAD = '/wp-json/wp/v2/posts?per_page=50&_embed=author%2Cwp%3Aterm&orderby=modified&order=desc'
  const json = (posts: readonly object[]) => ({ type: 'application/json', body: JSON.stringify(posts) })
  const start = async (posts: readonly object[], more = {}) => {
    site.pages['/wp-json/wp/v2/posts'] = json(posts.slice(0, 10))
    site.pages[HEAD] = json(posts)
    return follow(`${site.url}/wp-json/wp/v2/posts`, more)
  }

  it('brings whole posts without asking for their pages, and those that were modified as revisions', async () => {
    const watched = await start([post(2), post(1)])
    expect((await watched.visit()).visit).toMatchObject({ new: 2 })
    expect(watched.taken.map(({ source }) => source)).toEqual([`${site.url}/2/`, `${site.url}/1/`])
    site.pages[HEAD] = json([post(1, { modified_gmt: '2022-11-15T09:00:00', words: 'Corrected. ' }), post(2)])
    expect((await watched.visit()).visit).toMatchObject({ new: 0, revised: 1 })
    expect(site.asked.filter(it => /^\/\d/.test(it))).toEqual([])
  })

  it('goes on to further pages while they have anything new', async () => {
    const watched = await start(range(1, 50).map(n => post(n)))
    watched.most = 200
    await watched.visit()
    expect(site.asked.some(it => it.includes('page=2'))).toBe(false)
    site.pages[HEAD] = json(range(51, 100).map(n => post(n)))
    site.pages[`${HEAD}&page=2`] = json(range(101, 110).map(n => post(n)))
    expect((await watched.visit()).visit).toMatchObject({ new: 60 })
  })

  it('back to a day brings its posts a page a visit, until there are no more', async () => {
    const back = (before: string) =>
      `/wp-json/wp/v2/posts?per_page=50&_embed=author%2Cwp%3Aterm&orderby=date&order=desc&before=${encodeURIComponent(before)}&after=2022-01-01T00%3A00%3A00`
    const watched = await start([post(200)], { since: '2022-01-01' })
    watched.most = 60
    site.pages[back('9999-12-31T23:59:59')] = json(
      range(101, 150).map(n => ({ ...post(n), date: '2022-10-01T00:00:07' })),
    )
    site.pages[back('2022-10-01T00:00:08')] = json(
      range(150, 160).map(n => ({ ...post(n), date: '2022-09-01T00:00:00' })),
    )
    const news: number[] = []
    for (const _ of range(1, 3)) news.push((await watched.visit()).visit.new)
    expect(news).toEqual([51, 10, 0])
    expect(watched.state.cursor).toBe('')
    site.asked.length = 0
    await watched.visit()
    expect(site.asked).toEqual([HEAD])
  })

  it('that gives a page of HTML instead fails', async () => {
    const watched = await start([post(1)])
    await watched.visit()
    site.pages[HEAD] = { body: '<html>Maintenance' }
    expect((await watched.visit()).visit).toMatchObject({ outcome: 'failed', code: 'E_FEED' })
  })
})
