import type { Document, Format, Interval } from '../record/types.ts'

/** What bounds the reading of one input. Every refusal names the limit that it hit. */
export interface Limits {
  /** Bytes of one input, and of one line of an NDJSON file. */
  bytes: number
  /** Bytes of a file that holds many documents (NDJSON, a feed, a list of posts). */
  archiveBytes: number
  /** Characters of markup left of a page once scripts and styles are out. */
  markup: number
  /** Elements open at once. Above `flatten` the superfluous ones are dropped, above this the page is refused. */
  depth: number
  /** Elements in all. */
  elements: number
  flatten: number
  /** Entries of a feed. */
  entries: number
  /** Characters of an article's text. */
  text: number
  /** Time that a page may take before its worker is stopped. */
  milliseconds: number
}

export const LIMITS: Limits = {
  bytes: 10_000_000,
  archiveBytes: 400_000_000,
  markup: 3_000_000,
  depth: 5_000,
  elements: 50_000,
  flatten: 200,
  entries: 20_000,
  text: 1_000_000,
  milliseconds: 1_500,
}

export type Kind = 'html' | 'text' | 'json'

export interface ReadInput {
  /** Base name of the file, or the URL. */
  source: string
  bytes: Uint8Array
  url?: string | null
  /** When it was fetched, ISO 8601. */
  retrieved?: string | null
  kind?: Kind | null
  /** What the server said beside the page: before what the page says itself, after what its bytes show. */
  charset?: string | null
  /** Of a part of a file of lines: the number of its first one, from 1. */
  firstLine?: number
}

export interface ReadOptions {
  limits?: Partial<Limits>
  /** Keep receipts of what was removed. */
  explain?: boolean
}

/** A stretch that was cut from the page, and why. */
export interface Removal {
  text: string
  reason: string
}

/** A code that begins with `W_` is a warning: the document was read. */
export interface Problem {
  code: string
  message: string
  at: string | null
}

export interface ReadResult {
  documents: { document: Document; removed: Removal[] }[]
  problems: Problem[]
}

/** The input as the readers see it: decoded, with the limits that hold. */
export interface Source {
  name: string
  text: string
  url: string | null
  retrieved: string | null
  kind: Kind | null
  firstLine: number
  /** True for a stretch out of the midst of a file of lines. */
  ofLines: boolean
  limits: Limits
}

export type BlockKind = 'paragraph' | 'heading' | 'caption' | 'item' | 'quote' | 'table'

/** A paragraph-like stretch of a page. */
export interface Block {
  text: string
  kind: BlockKind
  /** Share of its characters that lie in links, 0 to 1. */
  linked: number
}

/** Something that says which outlet it is: a name or a domain, and how much that may be trusted (higher is better). */
export interface OutletHint {
  name: string
  weight: number
}

/** A date with what said so; the highest weight wins. */
export interface DateHint {
  interval: Interval
  weight: number
}

/** What a reader found in a page, before the rules that all formats share. */
export interface Page {
  format: Format
  url: string | null
  title: string | null
  section: string | null
  /** Names as the page gives them, best source first; they are checked later. */
  authors: string[]
  outlets: OutletHint[]
  dates: DateHint[]
  /** The stamp of the page's own data where that is in UTC: the day may be another one where it was written. */
  utc: string | null
  language: string | null
  blocks: Block[]
  captions: string[]
  removed: Removal[]
  /** The source's own words for the parts of a list: base name plus the part's key. */
  part: string | null
}

export interface ReaderResult {
  pages: Page[]
  problems: Problem[]
}

/** One format. `accepts` looks at the text alone and is cheap; `read` may refuse with an EntenteError. */
export interface Reader {
  readonly name: string
  accepts(source: Source): boolean
  read(source: Source): ReaderResult | Promise<ReaderResult>
}

/** A page with nothing found yet. */
export function emptyPage(format: Format, url: string | null): Page {
  return {
    format,
    url,
    title: null,
    section: null,
    authors: [],
    outlets: [],
    dates: [],
    utc: null,
    language: null,
    blocks: [],
    captions: [],
    removed: [],
    part: null,
  }
}
