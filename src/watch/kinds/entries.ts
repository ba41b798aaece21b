/** The entries of RSS, Atom, RDF and JSON feeds, made alike. */
import type { AnyFeed } from 'feedsmith'

export interface Entry {
  /** The name that the feed gives it, whatever that is. */
  name: string | null
  link: string | null
  title: string | null
  html: string | null
  /** Whether `html` stands where a feed puts the article, rather than where it puts its beginning. */
  isContent: boolean
  published: string | null
  updated: string | null
  authors: string[]
  /** `xml:base` of the entry. */
  base: string | null
}

export interface Entries {
  title: string | null
  language: string | null
  /** `xml:base` of the feed. */
  base: string | null
  entries: Entry[]
}

type Of<F extends AnyFeed['format']> = Extract<AnyFeed, { format: F }>['feed']

const words = (values: readonly (string | undefined)[]): string[] =>
  values.filter(value => value !== undefined && value.trim() !== '').map(value => value ?? '')

function ofRss(feed: Of<'rss'>): Entries {
  return {
    title: feed.title ?? null,
    language: feed.language ?? null,
    base: feed.xml?.base ?? null,
    entries: (feed.items ?? []).map(item => {
      const content = item.content?.encoded ?? null
      const { guid } = item
      return {
        name: guid?.value ?? null,
        link: item.link ?? (guid?.isPermaLink === false ? null : (guid?.value ?? null)),
        title: item.title ?? null,
        html: content ?? item.description ?? null,
        isContent: content !== null,
        published: item.pubDate ?? item.dc?.dates?.[0] ?? null,
        updated: item.atom?.updated ?? item.dcterms?.modified?.[0] ?? null,
        authors: words([...(item.dc?.creators ?? [])]),
        base: item.xml?.base ?? null,
      }
    }),
  }
}

function ofAtom(feed: Of<'atom'>): Entries {
  return {
    title: feed.title?.value ?? null,
    language: feed.xml?.lang ?? null,
    base: feed.xml?.base ?? null,
    entries: (feed.entries ?? []).map(entry => {
      const links = entry.links ?? []
      const link = links.find(it => (it.rel ?? 'alternate') === 'alternate') ?? links[0]
      const content = entry.content?.value ?? null
      return {
        name: entry.id ?? null,
        link: link?.href ?? null,
        title: entry.title?.value ?? null,
        html: content ?? entry.summary?.value ?? null,
        isContent: content !== null,
        published: entry.published ?? entry.updated ?? null,
        updated: entry.updated ?? null,
        authors: words((entry.authors ?? []).map(author => author.name)),
        base: entry.xml?.base ?? null,
      }
    }),
  }
}

function ofRdf(feed: Of<'rdf'>): Entries {
  return {
    title: feed.title ?? null,
    language: feed.dc?.languages?.[0] ?? null,
    base: feed.xml?.base ?? null,
    entries: (feed.items ?? []).map(item => {
      const content = item.content?.encoded ?? null
      return {
        name: item.rdf?.about ?? null,
        link: item.link ?? item.rdf?.about ?? null,
        title: item.title ?? null,
        html: content ?? item.description ?? null,
        isContent: content !== null,
        published: item.dc?.dates?.[0] ?? null,
        updated: item.dcterms?.modified?.[0] ?? null,
        authors: words([...(item.dc?.creators ?? [])]),
        base: item.xml?.base ?? null,
      }
    }),
  }
}

function ofJson(feed: Of<'json'>): Entries {
  return {
    title: feed.title ?? null,
    language: feed.language ?? null,
    base: null,
    entries: (feed.items ?? []).map(item => {
      const content = item.content_html ?? item.content_text ?? null
      return {
        name: item.id ?? null,
        link: item.url ?? item.external_url ?? null,
        title: item.title ?? null,
        html: content ?? item.summary ?? null,
        isContent: content !== null,
        published: item.date_published ?? item.date_modified ?? null,
        updated: item.date_modified ?? null,
        authors: words((item.authors ?? []).map(author => author.name)),
        base: null,
      }
    }),
  }
}

export function entriesOf(parsed: AnyFeed): Entries {
  switch (parsed.format) {
    case 'rss':
      return ofRss(parsed.feed)
    case 'atom':
      return ofAtom(parsed.feed)
    case 'rdf':
      return ofRdf(parsed.feed)
    case 'json':
      return ofJson(parsed.feed)
  }
}
