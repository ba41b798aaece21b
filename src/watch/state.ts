/** What visits found: kept beside the watch, and made anew by visiting where it is lost. */
import { z } from 'zod'

const visit = z.object({
  /** When it began, ISO 8601. */
  at: z.string(),
  outcome: z.enum(['news', 'nothing', 'unchanged', 'failed', 'stopped']),
  status: z.number().nullable(),
  code: z.string().nullable(),
  message: z.string().nullable(),
  new: z.number(),
  revised: z.number(),
  /** In the dossier already. */
  known: z.number(),
  /** Articles that could not be had. */
  failed: z.number(),
  /** Left for the next visit. */
  left: z.number(),
})

const schema = z.object({
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** When it was last visited, ISO 8601. */
  last: z.string().nullable(),
  /** From then until the next visit, in milliseconds. */
  wait: z.number(),
  status: z.enum(['active', 'quarantined', 'ended']),
  /** Failures since the last success, and their weight. */
  failures: z.number(),
  weight: z.number(),
  /** The latest first. */
  visits: z.array(visit),
  /** New articles, over all visits. */
  total: z.number(),
  /** Items that were dealt with: key and mark. */
  seen: z.array(z.tuple([z.string(), z.string()])),
  /** Lists of a list that hold nothing more: key and mark. */
  parts: z.array(z.tuple([z.string(), z.string()])),
  /** Items that could not be had: key and how often it was tried. */
  tries: z.array(z.tuple([z.string(), z.number()])),
  cursor: z.string().nullable(),
})

export type WatchState = z.infer<typeof schema>
export type Visit = z.infer<typeof visit>

export function freshState(): WatchState {
  return {
    etag: null,
    lastModified: null,
    last: null,
    wait: 0,
    status: 'active',
    failures: 0,
    weight: 0,
    visits: [],
    total: 0,
    seen: [],
    parts: [],
    tries: [],
    cursor: null,
  }
}

/** What a store kept; that of another version is as good as none. */
export function stateFrom(kept: unknown): WatchState {
  const read = schema.safeParse(kept)
  return read.success ? read.data : freshState()
}
