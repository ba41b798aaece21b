import { useEffect, useRef } from 'react'
import { isTyping, PATIENCE } from '../typing.ts'

export type Keys = { readonly [key: string]: () => unknown }

/** A screen's own keys, which go before the page's. */
export function useKeys(keys: Keys): void {
  const pendingGo = useRef(Number.NEGATIVE_INFINITY)
  const held = useRef(keys)
  held.current = keys
  useEffect(() => {
    // Caught before the page's own `j` and `k`, which go through links.
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const before = pendingGo.current
      pendingGo.current = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY
      if (event.timeStamp - before < PATIENCE) return
      const key = held.current[event.key]
      if (key === undefined || document.querySelector('dialog[open]') !== null) return
      event.preventDefault()
      event.stopPropagation()
      key()
    }
    window.addEventListener('keydown', listen, true)
    return () => window.removeEventListener('keydown', listen, true)
  }, [])
}
