import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react'

/** The width that a picture has to fill, in CSS pixels; it follows the window. */
export function useWidth<T extends HTMLElement>(first: number): [RefObject<T | null>, number] {
  const ref = useRef<T>(null)
  const [width, setWidth] = useState(first)
  useEffect(() => {
    const element = ref.current
    if (element === null) return undefined
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, width]
}

/** As the style sheet has it where two columns stand beside each other. */
const WIDE = '(min-width: 56.01rem)'

function follow(told: () => void): () => void {
  const query = window.matchMedia(WIDE)
  query.addEventListener('change', told)
  return () => query.removeEventListener('change', told)
}

/** Is there room for two columns? */
export const useIsWide = (): boolean => useSyncExternalStore(follow, () => window.matchMedia(WIDE).matches)

/** What was opened stands below what opened it: it comes into sight by itself. */
export function useInSight<T extends HTMLElement>(): RefObject<T | null> {
  const ref = useRef<T>(null)
  useEffect(() => {
    // Newer browsers give a promise, which an effect must not.
    ref.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return ref
}
