import { useMemo, useRef } from 'react'
import { useLocation } from 'wouter'
import { isoOf } from '../../../src/serve/lanes.ts'
import { pathWith } from '../api.ts'
import { useView } from '../url.ts'
import type { Opening } from './lane-marks.tsx'

/** How the address names a heap. */
const nameOf = (lane: string, from: number, to: number) => ({
  heap: `${isoOf(from)}_${isoOf(to)}`,
  in: lane === '' ? undefined : lane,
})

/** What opens when a mark or a heap is chosen; a heap is named in the address. */
export function useOpening(): Opening {
  const [location, navigate] = useLocation()
  const [view, change] = useView()
  const now = useRef({ location, view, change, navigate })
  now.current = { location, view, change, navigate }
  // The same functions every time, or all would be drawn again with each change of the address.
  return useMemo(
    () => ({
      open: mark => now.current.navigate(`/events/${mark.id}`),
      hrefOf: (lane, from, to) =>
        pathWith(now.current.location, { ...now.current.view, ...nameOf(lane, from, to) }),
      openHeap: (lane, from, to) => now.current.change(nameOf(lane, from, to)),
    }),
    [],
  )
}
