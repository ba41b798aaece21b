/** What the page asks of the server: the same questions as `/api/openapi.json` describes. */
import { type UseQueryResult, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { SourcedKind } from '../../src/record/facts.ts'
import type {
  Document,
  DocumentHead,
  Event,
  Forecast,
  Interval,
  Passage,
  Position,
  Statement,
} from '../../src/record/types.ts'
import type { Facets, FacetValue } from '../../src/serve/facets.ts'
import type { Mark } from '../../src/serve/lanes.ts'
import type { Found } from '../../src/serve/library.ts'
import type { NamesFor } from '../../src/serve/names.ts'

export type {
  Document,
  DocumentHead,
  Event,
  FacetValue,
  Forecast,
  Found as AnyFact,
  Interval,
  Mark,
  NamesFor,
  Passage,
  Position,
  SourcedKind as Kind,
  Statement,
}

export interface FactPage<Fact> {
  items: Fact[]
  total: number
  next: string | null
  facets: Facets
  names: NamesFor
}

export interface Dossier {
  /** Where no states are watched: those that have most events together. */
  pairs: { states: string[]; names: string[]; events: number }[]
  name: string | null
  states: { id: string; name: string }[]
  version: string
  latest: string | null
  counts: { [kind: string]: number }
  issues: { id: string; name: string }[]
  outlets: string[]
}

/** Who asks, and what they may do. */
export interface Me {
  name: string | null
  may: 'read' | 'review' | 'admin'
  isLoggedIn: boolean
}

/** What went wrong, as the server tells it. */
export class ApiError extends Error {
  readonly status: number
  constructor(status: number, detail: string) {
    super(detail)
    this.status = status
  }
}

/** What there is to say of anything that was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

export type Params = { readonly [name: string]: string | number | undefined }

export function pathWith(path: string, params: Params = {}): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params))
    if (value !== undefined && value !== '') query.set(name, String(value))
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

export async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(path, init)
  const body = await response.json()
  if (response.ok) return body
  // The session is over, or the token was taken back: what is on screen is asked again after the login.
  if (response.status === 401)
    location.assign(`/login?next=${encodeURIComponent(location.pathname + location.search)}`)
  throw new ApiError(response.status, typeof body?.detail === 'string' ? body.detail : response.statusText)
}

/** Asks once, keeps the answer, and shows the last one while the next is on its way. */
export function useAsk<T>(
  path: string | null,
  params: Params = {},
  /** Asks again so often, in milliseconds. */
  again?: number,
): UseQueryResult<T> {
  const whole = path === null ? '' : pathWith(path, params)
  return useQuery({
    queryKey: [whole],
    queryFn: () => ask<T>(whole),
    enabled: path !== null,
    refetchInterval: again ?? false,
  })
}

interface Paged<Item> {
  items: Item[]
  total: number
  next: string | null
  names: NamesFor
}

/** A list page by page, each beneath the last; `more` is null where there is no other. */
export function useMore<Item, Page extends Paged<Item> = Paged<Item>>(path: string, params: Params) {
  const asked = useInfiniteQuery({
    queryKey: [pathWith(path, params), 'pages'],
    queryFn: ({ pageParam }) => ask<Page>(pathWith(path, { ...params, cursor: pageParam })),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
  const pages = asked.data?.pages ?? []
  const names: NamesFor = { actors: {}, issues: {}, factors: {}, documents: {} }
  for (const page of pages) {
    Object.assign(names.actors, page.names.actors)
    Object.assign(names.issues, page.names.issues)
    Object.assign(names.factors, page.names.factors)
    Object.assign(names.documents, page.names.documents)
  }
  return {
    asked,
    first: pages[0],
    items: pages.flatMap(({ items }) => items),
    names,
    more: asked.hasNextPage ? () => void asked.fetchNextPage() : null,
  }
}

/** Sends what changes something. */
export function send<T>(path: string, body: unknown): Promise<T> {
  return ask<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}
