/** A WordPress site by its REST interface: posts by their last change, and back in time where that is wanted. */
import { z } from 'zod'
import { EntenteError } from '../../record/errors.ts'
import { absolute, addressKey, isWhole, keyOf, markOf } from '../items.ts'
import { asked } from '../list.ts'
import { dayOf, instant } from '../time.ts'
import type { Item, Kind, ListMeans, Part } from '../types.ts'

const PER_PAGE = 50
const MOST_PAGES = 10
const BYTES = 20_000_000

const rendered = z.object({ rendered: z.string() })
const post = z.looseObject({
  id: z.number(),
  link: z.string(),
  date: z.string(),
  modified_gmt: z.string().optional(),
  modified: z.string().optional(),
  title: rendered.optional(),
  content: rendered.optional(),
  excerpt: rendered.optional(),
})
type Post = z.infer<typeof post>

function itemOf(it: Post, base: string): Item[] {
  const url = absolute(it.link, base)
  if (url === null) return []
  const changed = it.modified_gmt ?? it.modified ?? it.date
  const html = it.content?.rendered ?? ''
  return [
    {
      keys: [addressKey(url), keyOf(`${new URL(base).host} post ${it.id}`)],
      url,
      title: it.title?.rendered ?? null,
      // Greenwich's time, written without saying so.
      at: instant(`${changed}Z`),
      published: dayOf(it.date),
      mark: markOf(changed),
      own: Buffer.from(JSON.stringify([it])),
      isWhole: isWhole(html, 'content'),
    },
  ]
}

function postsOf(text: string, url: string): Post[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new EntenteError('E_FEED', `${url} gives no JSON where WordPress' posts are wanted`)
  }
  if (!Array.isArray(value))
    throw new EntenteError('E_FEED', `${url} gives something else where WordPress' posts are wanted`)
  return value.flatMap((it: unknown) => {
    const read = post.safeParse(it)
    return read.success ? [read.data] : []
  })
}

function pageUrl(base: string, fields: { [name: string]: string }): string {
  const url = new URL(base)
  const asked = { per_page: String(PER_PAGE), _embed: 'author,wp:term', ...fields }
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value)
  return url.href
}

/** The next page of posts; none beyond the last one, which WordPress answers with 400. */
async function nextPage(url: string, { polite, decode }: ListMeans): Promise<Post[]> {
  const { status, bytes } = await polite.get(url, { bytes: BYTES })
  return status === 200 ? postsOf(decode(bytes, url), url) : []
}

/** A second later, so that those of the same second come once more rather than never. */
function justAfter(date: string): string {
  const [, minute = '', second = ''] = /^(.{17})(\d\d)/.exec(date) ?? []
  return `${minute}${String(Math.min(59, Number(second) + 1)).padStart(2, '0')}`
}

/** Posts before the one that was reached last time. */
async function backward(url: string, means: ListMeans, from: string): Promise<{ items: Item[]; at: string }> {
  const before = justAfter(from)
  const posts = await nextPage(
    pageUrl(url, { orderby: 'date', order: 'desc', before, after: `${means.since}T00:00:00` }),
    means,
  )
  const last = posts.at(-1)?.date ?? ''
  // A page that brings nobody further is the last one.
  const isEnd = posts.length < PER_PAGE || justAfter(last) === before
  return { items: posts.flatMap(it => itemOf(it, url)), at: isEnd ? '' : last }
}

/** Further pages while a page has anything new: what came since the last visit. */
async function forward(url: string, means: ListMeans, first: Item[]): Promise<Item[]> {
  const seen = new Map(means.state.seen)
  const items = [...first]
  let latest = first
  for (let page = 2; page <= MOST_PAGES && means.state.last !== null && items.length < means.most; page++) {
    const hasNews = latest.some(item => !item.keys.some(key => seen.get(key) === item.mark))
    if (latest.length < PER_PAGE || !hasNews) break
    const fields = { orderby: 'modified', order: 'desc', page: String(page) }
    latest = (await nextPage(pageUrl(url, fields), means)).flatMap(it => itemOf(it, url))
    items.push(...latest)
  }
  return items
}

export const wordpress: Kind = {
  names: ['wordpress'],
  accepts: (text, url) =>
    /^\s*\[\s*(?:\{|\])/.test(text) && /\/wp\/v2\/posts|rest_route=/.test(decodeURIComponent(url))
      ? 'wordpress'
      : null,
  address(url) {
    const plain = new URL(url)
    // What the question adds by itself; a choice of categories stays.
    for (const name of ['per_page', 'page', 'orderby', 'order', '_embed', 'before', 'after'])
      plain.searchParams.delete(name)
    return plain.href
  },
  async list(url, means) {
    const first = pageUrl(url, { orderby: 'modified', order: 'desc' })
    const { text, listing } = await asked(first, means, BYTES)
    const moved = listing.url === first ? url : this.address(listing.url)
    const posts = text === null ? [] : postsOf(text, url)
    const parts: Part[] = []
    if (text !== null)
      parts.push({
        key: '',
        mark: null,
        items: await forward(
          url,
          means,
          posts.flatMap(it => itemOf(it, url)),
        ),
      })
    // '' says that the past is done; at first it begins with the newest post.
    const from = means.state.cursor ?? posts[0]?.date ?? ''
    if (means.since === null || from === '') return { ...listing, parts, url: moved }
    const { items, at } = await backward(
      url,
      means,
      means.state.cursor === null ? '9999-12-31T23:59:58' : from,
    )
    parts.push({ key: 'back', mark: null, items })
    return { ...listing, isUnchanged: false, parts, url: moved, cursor: at }
  },
}
