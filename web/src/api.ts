/** What the page asks of the server: the same questions as `/api/openapi.json` describes. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type {
  Document,
  DocumentHead,
  Driver,
  Event,
  Forecast,
  Interval,
  Passage,
  Position,
  Statement,
} from '../../src/record/types.ts'

export type { Document, DocumentHead, Driver, Event, Forecast, Interval, Passage, Position, Statement }

export interface NamesFor {
  actors: { [id: string]: { name: string; type: string; state: string | null } }
  issues: { [id: string]: string }
  factors: { [id: string]: string }
  documents: {
    [id: string]: {
      title: string | null
      outlet: string | null
      source: string
      published: Interval | null
      copyOf: string | null
    }
  }
}

export interface FacetValue {
  value: string
  label: string
  count: number
}

export interface FactPage<Fact> {
  items: Fact[]
  total: number
  next: string | null
  facets: { [name: string]: FacetValue[] }
  names: NamesFor
}

export type Kind = 'event' | 'statement' | 'position' | 'forecast' | 'driver'
export interface AnyFact {
  kind: Kind
  fact: Event | Statement | Position | Forecast | Driver
}

export interface Mark {
  id: string
  title: string
  type: string
  quad: Event['quad']
  intensity: number
  status: Event['status']
  date: Interval
  states: string[]
  issues: string[]
  actors: string[]
  outlets: string[]
}

/** A point of `entente index`. */
export interface IndexPoint {
  start: string
  end: string
  net: number | null
  cooperation: number | null
  conflict: number | null
  verbal: number | null
  material: number | null
  band: [number, number] | null
  events: number
  origins: number
  documents: number
  evidence: { event: string; weight: number }[]
}
export interface IndexAnswer {
  series: IndexPoint[]
  turningPoints: { start: string; end: string; from: number; to: number; events: string[] }[]
  unplaced: number
}

export interface Dossier {
  name: string | null
  states: { id: string; name: string }[]
  version: string
  latest: string | null
  counts: { [kind: string]: number }
  issues: { id: string; name: string }[]
  outlets: string[]
}

/** What went wrong, as the server tells it. */
export class ApiError extends Error {
  readonly status: number
  constructor(status: number, detail: string) {
    super(detail)
    this.status = status
  }
}

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
  throw new ApiError(response.status, typeof body?.detail === 'string' ? body.detail : response.statusText)
}

/** Asks once, keeps the answer, and shows the last one while the next is on its way. */
export function useAsk<T>(path: string | null, params: Params = {}): UseQueryResult<T> {
  const whole = path === null ? '' : pathWith(path, params)
  return useQuery({ queryKey: [whole], queryFn: () => ask<T>(whole), enabled: path !== null })
}

/** Sends what changes something. */
export function send<T>(path: string, body: unknown): Promise<T> {
  return ask<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}
