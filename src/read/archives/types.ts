import type { Limits } from '../types.ts'

/**
 * Where the reading of an archive may go on: at a byte of the file, so many members further. `count` is for people: the
 * members (of lines: the lines) that lie before it.
 */
export interface Place {
  offset: number
  skip: number
  count: number
}

export const BEGINNING: Place = { offset: 0, skip: 0, count: 0 }

/** A page in an archive. `name` is '' where the archive holds this one alone. */
export interface Member {
  kind: 'member'
  name: string
  bytes: Uint8Array
  url: string | null
  /** ISO 8601, as the archive says. */
  retrieved: string | null
  /** What the server said beside the page. */
  charset: string | null
  /** Of a stretch of lines: the number of its first one, from 1. */
  firstLine: number
  next: Place
}

/** What came next: a page, something that is no article (counted by its reason), or a fault (told by its code). */
export type Found =
  | Member
  | { kind: 'passed'; reason: string; next: Place }
  | { kind: 'failed'; name: string; code: string; message: string; next: Place }

/** A file as the formats see it. `gzip`: all that follows is about what is packed in it. */
export interface ArchiveFile {
  path: string
  size: number
  gzip: boolean
  /** The first bytes, unpacked. */
  head: Uint8Array
}

/** One container format. Reads no further ahead than the member in hand, and starts anywhere it said one can. */
export interface Archive {
  readonly name: string
  /** True where most of what is in it is no article, as in what a crawler brought home. */
  readonly crawled: boolean
  accepts(file: ArchiveFile): boolean
  members(file: ArchiveFile, from: Place, limits: Limits): AsyncGenerator<Found>
}

/** The place after the member at `skip` from an offset. */
export function after(offset: number, skip: number, count: number): Place {
  return { offset, skip: skip + 1, count: count + 1 }
}

/** A member by its name and bytes, with nothing else known. */
export function member(
  name: string,
  bytes: Uint8Array,
  next: Place,
  about: Partial<Omit<Member, 'kind'>> = {},
): Member {
  return {
    kind: 'member',
    name,
    bytes,
    url: null,
    retrieved: null,
    charset: null,
    firstLine: 1,
    next,
    ...about,
  }
}
