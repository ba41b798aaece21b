/** A feed or a site under watch, as a person wants it; what its visits found is kept apart. */
export type WatchKind = 'rss' | 'atom' | 'rdf' | 'json' | 'wordpress' | 'sitemap'

export interface Watch {
  id: string
  /** What is asked: the feed's, the REST interface's or the sitemap's own address, wherever that has moved. */
  url: string
  /** As it was given: a site's front page, where the feed was found. */
  given: string
  kind: WatchKind
  name: string
  /** Seconds between visits. */
  every: number
  /** Articles back to this day are wanted; null: those that are there at the first visit, and what comes. */
  since: string | null
  /** When it was added, ISO 8601. */
  added: string
}
