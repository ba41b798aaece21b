/** What was asked for by a click, below what was clicked. */
import type { ReactNode } from 'react'
import { useInSight } from './size.ts'

export function Opened({ label, children }: { label?: string; children: ReactNode }) {
  const ref = useInSight<HTMLElement>()
  return (
    <section ref={ref} className="section opened" aria-live="polite" aria-label={label}>
      {children}
    </section>
  )
}
