/** Everything that fetches, against a private listener that must hear nothing. 127.0.0.2 is allowed and stands for the public network. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fetchAnswer, fetchPage } from '../../src/fetch/index.ts'
import { aListener, type Listener } from '../fetch/listener.ts'
import { get, makeEmpty, type Served, serve } from '../serve/served.ts'
import { articles, aSite, follow, LONG, rss, type Site } from '../watch/site.ts'
import { aFolder, run } from './run.ts'

const folder = aFolder()
let site: Site
let hidden: Listener
beforeAll(async () => {
  site = await aSite('127.0.0.2')
  hidden = await aListener('127.0.0.1')
})
afterAll(async () => {
  await Promise.all([site.close(), hidden.close()])
  folder.remove()
})
beforeEach(() => {
  site.pages = {}
  hidden.connections = 0
})

const inside = (path = '/'): string => `http://127.0.0.1:${hidden.port}${path}`
const ask: typeof fetchAnswer = (url, options) => fetchAnswer(url, { ...options, allow: ['127.0.0.2'] })
const watched = (path: string, more = {}) => follow(`${site.url}${path}`, more, { ask })
const redirect = (to: string, status = 301) => ({ status, headers: { location: to } })

describe('a list of the public network that leads inside', () => {
  it.each([
    ['an item', () => ({ '/list': { body: rss([{ n: 1, link: inside('/a/1') }]) } })],
    [
      'a redirect of an item',
      () => ({ '/list': { body: rss([{ n: 1 }]) }, '/a/1': redirect(inside('/a/1')) }),
    ],
    [
      'a base',
      () => ({ '/list': { body: rss([{ n: 1 }]).replace('<rss ', `<rss xml:base="${inside()}" `) } }),
    ],
    [
      'an address of a sitemap',
      () => ({ '/list': { body: `<urlset><url><loc>${inside('/a/1')}</loc></url></urlset>` } }),
    ],
    [
      'a list of a sitemap',
      () => ({
        '/list': { body: `<sitemapindex><sitemap><loc>${inside('/map.xml')}</loc></sitemap></sitemapindex>` },
      }),
    ],
    [
      'robots.txt that is somewhere else',
      () => ({
        '/list': { body: rss([{ n: 1 }]) },
        '/robots.txt': redirect(inside('/robots.txt')),
        ...articles([1]),
      }),
    ],
  ])('by %s', async (_, pages) => {
    site.pages = pages()
    const told = await watched('/list')
      .then(it => it.visit())
      .catch((error: { code: string }) => error.code)
    expect(told).toSatisfy(it => it === 'E_ADDRESS' || typeof it === 'object')
    expect(hidden.connections).toBe(0)
  })

  it('by the lists that a page names, and by WordPress', async () => {
    for (const head of [
      `<link rel="alternate" type="application/rss+xml" href="${inside('/feed')}">`,
      `<link rel="https://api.w.org/" href="${inside('/wp-json/')}">`,
      `<base href="${inside()}"><link rel="alternate" type="application/rss+xml" href="feed">`,
    ]) {
      site.pages = { '/': { body: `<html><head>${head}` } }
      await expect(watched('/')).rejects.toThrow(/names no feed/)
    }
    site.pages = { '/': { body: '<html>' }, '/robots.txt': { body: `Sitemap: ${inside('/sitemap.xml')}` } }
    await expect(watched('/')).rejects.toThrow(/names no feed/)
    const post = { id: 1, link: inside('/1/'), date: '2022-11-14T10:00:00', excerpt: { rendered: 'x' } }
    const json = { body: JSON.stringify([post]) }
    site.pages = {
      '/wp-json/wp/v2/posts': json,
      '/wp-json/wp/v2/posts?per_page=50&_embed=author%2Cwp%3Aterm&orderby=modified&order=desc': json,
    }
    await (await watched('/wp-json/wp/v2/posts')).visit()
    expect(hidden.connections).toBe(0)
  })

  it('a feed that moves inside for good stays where it was', async () => {
    site.pages = { '/feed': { body: rss([]) } }
    const it = await watched('/feed')
    site.pages = { '/feed': redirect(inside('/feed'), 308) }
    expect((await it.visit()).visit).toMatchObject({ outcome: 'failed', code: 'E_ADDRESS' })
    expect(it.watch.url).toBe(`${site.url}/feed`)
    expect(hidden.connections).toBe(0)
  })
})

describe('the command line', () => {
  const add = (args: string[], effects = {}) =>
    run(['add', '--dossier', folder.at('d'), ...args], { effects: { fetchPage, fetchAnswer, ...effects } })

  it('adds a page by its address', async () => {
    site.pages = { '/1': { body: `<title>Round</title><p>${LONG}` }, '/in': redirect(inside('/1')) }
    const { code, out } = await add([`${site.url}/1`, '--allow-address', '127.0.0.2'])
    expect([code, out]).toEqual([0, '1 file: 1 document added\n'])
    const ran = await add(['--allow-address', '127.0.0.2', `${site.url}/in`, inside('/1'), 'http://127.1/'])
    expect(ran.code).toBe(1)
    expect(
      ran.err.match(/E_ADDRESS: 127\.0\.0\.1 is not on the public network; `--allow-address 127/g),
    ).toHaveLength(3)
    expect(hidden.connections).toBe(0)
  })

  it('without a network says so at once, as of any input that failed', async () => {
    const offline = {
      fetchPage: (url: string) =>
        fetchPage(url, { resolve: () => Promise.reject(Object.assign(new Error(), { code: 'EAI_AGAIN' })) }),
      fetchAnswer: (url: string) =>
        fetchAnswer(url, {
          resolve: () => Promise.reject(Object.assign(new Error(), { code: 'EAI_AGAIN' })),
        }),
    }
    const ran = await add(['https://news.example/1'], offline)
    expect(ran.code).toBe(1)
    expect(ran.err).toMatch(
      /https:\/\/news\.example\/1: E_OFFLINE: news\.example could not be looked up: .*no network/,
    )
    const watching = ['watch', 'add', 'https://news.example/', '--dossier', folder.at('d')]
    expect(await run(watching, { effects: offline })).toMatchObject({ code: 1, err: /no network/ })
  })
})

describe('the workbench', () => {
  let served: Served
  beforeAll(async () => {
    makeEmpty(folder.at('served'))
    site.pages = { '/feed': { body: rss([{ n: 1 }]) } }
    const args = ['watch', 'add', `${site.url}/feed`, '--name', 'Gazette', '--every', '2h']
    const more = ['--allow-address', '127.0.0.2', '--dossier', folder.at('served')]
    await run([...args, ...more], { effects: { fetchAnswer } })
    served = await serve(folder.at('served'))
  })
  afterAll(() => served.close())

  it('tells what is under watch', async () => {
    const { items } = await get<{ items: object[] }>(`${served.url}/api/watches`)
    expect(items).toMatchObject([
      { name: 'Gazette', kind: 'rss', every: 7_200, status: 'active', last: null, failures: 0, news: 0 },
    ])
  })

  it('fetches nothing from inside', async () => {
    const response = await fetch(`${served.url}/api/add`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        items: [inside(), 'http://0x7f.1/', `http://localhost:${hidden.port}/`].map(url => ({ url })),
      }),
    })
    expect(response.status).toBe(202)
    const stream = await fetch(`${served.url}/api/progress`)
    let told = ''
    for await (const chunk of stream.body ?? []) {
      told += Buffer.from(chunk).toString()
      if (told.includes('"state":"done"')) break
    }
    expect(
      told
        .split('"state":"done"')
        .pop()
        ?.match(/E_ADDRESS/g),
    ).toHaveLength(3)
    expect(hidden.connections).toBe(0)
    expect(await get<object>(`${served.url}/api/documents`)).toMatchObject({ items: [] })
  })
})
