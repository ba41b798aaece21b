/** What passes between the parts of watching. */
import type { Answer, FetchOptions } from '../fetch/index.ts'
import type { WatchKind } from '../record/watches.ts'
import type { WatchState } from './state.ts'

/** Asks as a guest does: within robots.txt, one question a host at a time, with a pause between two. */
export interface Polite {
  /** Any status is an answer; "not now" (429, 503) is an `EntenteError` E_LATER. */
  get(url: string, options?: Conditions): Promise<Answer>
  /** How much longer its host is to be left alone, in milliseconds. */
  heldFor(url: string): number
  /** What a host's robots.txt lists. */
  sitemaps(url: string): Promise<string[]>
}

export type Conditions = Pick<FetchOptions, 'etag' | 'lastModified' | 'bytes'>

/** One article as a list names it. */
export interface Item {
  /** By which it is known again: of its address, and of the name that the feed gives it. */
  keys: string[]
  url: string | null
  title: string | null
  /** In milliseconds since 1970: when it was last changed, else published. */
  at: number | null
  /** The day on which it was published, as the list says; null where it says nothing. */
  published: string | null
  /** Another one says that the article was changed. */
  mark: string
  /** The entry by itself in a form that a reader reads, if it has any text. */
  own: Uint8Array | null
  /** Whether that is the article rather than its beginning. */
  isWhole: boolean
}

/** A list, or one of the lists that it is made of. */
export interface Part {
  /** By which it is known again; '' for a list that has no parts. */
  key: string
  mark: string | null
  items: Item[]
}

export interface Listing {
  /** Nothing changed since the last visit, the server says. */
  isUnchanged: boolean
  parts: Part[]
  status: number
  etag: string | null
  lastModified: string | null
  /** Where it has moved for good; else where it was asked for. */
  url: string
  /** Articles older than this moment are still to be had. */
  cursor: string | null
}

export interface ListMeans {
  polite: Polite
  /** Bytes to text, by what they say of their encoding. */
  decode(bytes: Uint8Array, source: string): string
  state: WatchState
  /** Day from which on articles are wanted, or null. */
  since: string | null
  /** So many are taken at a visit. */
  most: number
}

/** One kind of list. `accepts` looks at a text that came from an address and is cheap. */
export interface Kind {
  readonly names: readonly WatchKind[]
  accepts(text: string, url: string): WatchKind | null
  list(url: string, means: ListMeans): Promise<Listing>
  /** The address to ask, made from the one at which it was found. */
  address(url: string): string
}
