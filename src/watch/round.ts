/** The articles of one visit: fetched one by one, taken in by handfuls. */
import { EntenteError } from '../record/errors.ts'
import type { Watch } from '../record/watches.ts'
import { statusError } from './failures.ts'
import type { Memory } from './memory.ts'
import type { Item, Polite } from './types.ts'

/** One article to be read and kept. */
export interface Article {
  source: string
  url: string | null
  bytes: Uint8Array
  /** The day that the list says it was published on: for a page that does not say. */
  published: string | null
  /** The same from the list itself, should there be no article in the page. */
  instead: Uint8Array | null
}

/** What came of an article: a new document, one that is here, or none. */
export type Took = 'added' | 'known' | 'nothing'

export interface VisitMeans {
  polite: Polite
  now(): Date
  elapsed(): number
  decode(bytes: Uint8Array, source: string): string
  /** Reads and keeps; what it answers is on disk. */
  take(articles: readonly Article[]): Promise<Took[]>
  /** Keys of all addresses that the dossier has documents from; asked for where a list has something new. */
  known(): Promise<ReadonlySet<string>>
  /** So many articles are taken at a visit. */
  most: number
  isStopped(): boolean
}

/** Articles taken in at once: what came is kept, should the rest not come. */
const BATCH = 8
/** A visit that takes longer leaves the rest for the next. */
const LONGEST = 10 * 60_000
export interface Counts {
  new: number
  revised: number
  known: number
  failed: number
  left: number
}

export const noCounts = (): Counts => ({ new: 0, revised: 0, known: 0, failed: 0, left: 0 })

/** Failures after which this visit asks no more: the server's wish, our network, our own end. */
const ENDS_VISIT = new Set(['E_LATER', 'E_OFFLINE', 'E_STOPPED'])
/** Failures that may pass; others are for good, and the list's own text is taken where it has any. */
const PASSES = new Set(['E_TIMEOUT', 'E_FETCH', 'E_SERVER'])

export class Round {
  readonly counts = noCounts()
  #batch: { item: Item; article: Article; isRevision: boolean }[] = []
  readonly watch: Watch
  readonly means: VisitMeans
  readonly memory: Memory
  readonly #end: number
  /** Set when this visit is to ask no more. */
  stop: EntenteError | null = null

  constructor(watch: Watch, means: VisitMeans, memory: Memory) {
    this.watch = watch
    this.means = means
    this.memory = memory
    this.#end = means.elapsed() + LONGEST
  }

  get isOver(): boolean {
    return this.stop !== null || this.means.isStopped() || this.means.elapsed() > this.#end
  }

  /** The article itself where the list has but its beginning. */
  async #fetch(item: Item): Promise<Article | null> {
    const { polite } = this.means
    const own = (bytes: Uint8Array): Article => ({
      source: this.watch.kind === 'wordpress' ? (item.url ?? this.watch.url) : this.watch.url,
      url: item.url,
      bytes,
      published: item.published,
      instead: null,
    })
    if (item.own !== null && (item.isWhole || item.url === null)) return own(item.own)
    if (item.url === null) return null
    try {
      const answer = await polite.get(item.url)
      if (answer.status < 200 || answer.status > 299) throw statusError(answer.status, new URL(item.url).host)
      const { url, bytes } = answer
      return { source: url, url, bytes, published: item.published, instead: item.own }
    } catch (error) {
      if (error instanceof EntenteError && !ENDS_VISIT.has(error.code) && !PASSES.has(error.code) && item.own)
        return own(item.own)
      throw error
    }
  }

  async take(item: Item): Promise<void> {
    const isRevision = this.memory.markOf(item) !== null
    try {
      const article = await this.#fetch(item)
      if (article === null) this.memory.keep(item)
      else this.#batch.push({ item, article, isRevision })
    } catch (error) {
      if (!(error instanceof EntenteError)) throw error
      if (ENDS_VISIT.has(error.code)) {
        this.stop = error
        this.counts.left++
        return
      }
      this.counts.failed++
      if (PASSES.has(error.code)) this.memory.fail(item)
      else this.memory.keep(item)
    }
    if (this.#batch.length >= BATCH) await this.flush()
  }

  async flush(): Promise<void> {
    const batch = this.#batch
    this.#batch = []
    if (batch.length === 0) return
    const took = await this.means.take(batch.map(({ article }) => article))
    for (const [i, { item, isRevision }] of batch.entries()) {
      const what = took[i] ?? 'nothing'
      if (what === 'added') this.counts[isRevision ? 'revised' : 'new']++
      else if (what === 'known') this.counts.known++
      else this.counts.failed++
      this.memory.keep(item)
    }
  }
}
