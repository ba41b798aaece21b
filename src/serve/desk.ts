/** What the server is given to answer from: one open dossier, and the analyses that the command line has. */

import type { AtWork } from '../record/at-work.ts'
import type { Asked, Correction } from '../record/corrections.ts'
import type { RecordSource, SourcedFact, SourcedKind } from '../record/facts.ts'
import type { SavedSearch } from '../record/searches.ts'
import type { Document, Span } from '../record/types.ts'
import type { Watch } from '../record/watches.ts'

/** One option of an analysis, as the command line describes it. */
export interface DoorOption {
  /** As in a query string: `half-life`. */
  name: string
  description: string
  choices: readonly string[] | null
  isFlag: boolean
  isMany: boolean
}

/** An analysis of the command line, to be asked by name. */
export interface Door {
  name: string
  description: string
  /** What stands after the name on the command line, as it writes it: `[issue]`; null where nothing does. */
  words: string | null
  options: readonly DoorOption[]
  /** The same JSON that `--format json` prints. Wrong options are an `EntenteError`. */
  ask(
    words: readonly string[],
    options: { readonly [name: string]: string | readonly string[] },
  ): Promise<object>
}

/** Corrections: made, taken back, brought in and counted. */
export interface ReviewDesk {
  /** Who corrects, where the page says nobody. */
  readonly author: string
  /** What nobody has looked at, the least certain and most consequential first. */
  queue(): Promise<readonly { kind: SourcedKind; fact: SourcedFact; weight: number }[]>
  fates(): Promise<
    readonly { correction: Correction; fact: string | null; state: 'applied' | 'lost' | 'withdrawn' }[]
  >
  accuracy(): Promise<
    readonly { kind: SourcedKind; reviewed: number; right: number; expected: number | null }[]
  >
  fields(kind: SourcedKind): readonly { name: string; written: string; choices: readonly string[] | null }[]
  make(ids: readonly string[], act: Asked, author: string, reason: string | null): Promise<Correction[]>
  undo(id: string | null, author: string): Promise<Correction>
  write(): Promise<string>
  read(text: string): Promise<number>
}

/** Searches that are kept with the dossier. */
export interface SearchDesk {
  list(): Promise<readonly SavedSearch[]>
  /** The same words again are the same search. */
  save(q: string, name: string | null): Promise<SavedSearch>
  rename(id: string, name: string): Promise<SavedSearch>
  forget(id: string): Promise<void>
}

/** One thing to be read: bytes of a file, a text, or an address. */
export type Incoming = { name: string; bytes: Uint8Array } | { url: string }

/** How far an adding is. */
export interface Adding {
  job: number
  state: 'reading' | 'reconciling' | 'done'
  total: number
  done: number
  /** What is being read. */
  current: string | null
  added: number
  known: number
  again: number
  failed: { name: string; code: string; message: string }[]
  warnings: { name: string; code: string; message: string }[]
}

export interface AddDesk {
  /** Begins at once, or after what is being added; gives the number of the job. */
  add(items: readonly Incoming[]): number
  /** The last adding, if any. */
  last(): Adding | null
  /** Calls back at every step; returns how to stop that. */
  listen(callback: (adding: Adding) => void): () => void
}

/** A feed or a site under watch, with what visits found. */
export interface Watched extends Pick<Watch, 'id' | 'name' | 'kind' | 'url' | 'every'> {
  status: 'active' | 'quarantined' | 'ended'
  /** ISO 8601; null: never, and not any more. */
  last: string | null
  due: string | null
  /** Since the last success. */
  failures: number
  /** Articles that were new: at all visits, and at the last one. */
  total: number
  news: number
  /** What went wrong at the last visit. */
  message: string | null
}

/** The first screen's answers, by their paths, of one state of the dossier and of the program. */
export interface Opening {
  version: string
  answers: { readonly [path: string]: string }
}

export interface Desk {
  readonly review: ReviewDesk
  readonly adding: AddDesk
  readonly searches: SearchDesk
  watches(): Promise<Watched[]>
  /** Null for a dossier in a folder, which this program alone reads into. */
  atWork(): Promise<AtWork | null>
  readonly name: string | null
  /** States under watch. */
  readonly states: readonly string[]
  /** Names the record's state: it changes with what the dossier holds and with the rules. */
  version(): Promise<string>
  /** Ids that came and went after this version; null where it is none of this dossier. */
  changedSince(version: string): Promise<{ added: readonly string[]; removed: readonly string[] } | null>
  now(): Date
  source(): Promise<RecordSource>
  /** Where the first screen is kept from one run to the next. */
  readonly opening: { read(): Promise<Opening | null>; write(opening: Opening): Promise<void> }
  document(id: string): Promise<Document | undefined>
  /** Those of them that are there, in any order. */
  documents(ids: string[]): Promise<Document[]>
  /** Documents that hold the words, with where these stand. */
  find(query: string, limit: number): Promise<{ document: string; words: Span[] }[]>
  /** Sentences of a text, `[start, end)`. */
  sentences(text: string): Span[]
  /** Why a fact is there, one line a reason. */
  explain(kind: SourcedKind, fact: SourcedFact): Promise<string[]>
  readonly doors: readonly Door[]
}
