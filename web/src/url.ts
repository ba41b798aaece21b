/** The view is the address: everything that a screen shows by choice stands in its query string. */
import { useCallback, useMemo } from 'react'
import { useLocation, useParams, useSearch } from 'wouter'
import { pathWith } from './api.ts'

export type View = { readonly [name: string]: string | undefined }

/** The choices in the address, and how to change some of them; `replace` leaves no step for the back button. */
export function useView(): [View, (change: View, replace?: boolean) => void] {
  const search = useSearch()
  const [location, navigate] = useLocation()
  const view = useMemo(() => Object.fromEntries(new URLSearchParams(search)), [search])
  const change = useCallback(
    (changed: View, replace = false) => navigate(pathWith(location, { ...view, ...changed }), { replace }),
    [view, location, navigate],
  )
  return [view, change]
}

/** The filters that the server knows, from the address. */
export const FILTERS = [
  'from',
  'to',
  'actor',
  'states',
  'issue',
  'type',
  'status',
  'minConfidence',
  'outlet',
  'q',
  'level',
  'affiliation',
  'cause',
  'effect',
  'tag',
  '-actor',
  '-states',
  '-issue',
  '-type',
  '-status',
  '-outlet',
  '-level',
  '-affiliation',
  '-tag',
] as const

const isFilter = (name: string): boolean => FILTERS.some(it => it === name)

/** The values that a facet leaves out: `-type=ACCUSE|REJECT`. */
export const excludedIn = (view: View, name: string): string[] =>
  view[`-${name}`]?.split('|').filter(it => it !== '') ?? []

/** A facet whose values can be left out. */
export const isExcludable = (name: string): boolean => isFilter(`-${name}`)

export function filtersOf(view: View): View {
  return Object.fromEntries(FILTERS.map(name => [name, view[name]]))
}

/** The id in the address, whatever is written there: an actor's holds slashes, and a stray percent sign is no code. */
export function useId(): string {
  const { id = '' } = useParams()
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
