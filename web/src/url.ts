/** The view is the address: everything that a screen shows by choice stands in its query string. */
import { useCallback, useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
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
] as const

export function filtersOf(view: View): View {
  return Object.fromEntries(FILTERS.map(name => [name, view[name]]))
}
