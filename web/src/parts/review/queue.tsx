/** What waits to be looked at; the list keeps the fact at hand in sight. */
import { useEffect, useRef } from 'react'
import type { NamesFor } from '../../api.ts'
import { useWords } from '../../i18n/index.tsx'
import { factText } from '../any-fact.ts'
import type { Item } from './types.ts'

/** What stays to be seen above it, in pixels. */
const ABOVE = 60

export function Waiting({
  items,
  at,
  names,
  select,
}: {
  items: readonly Item[]
  at: Item
  names: NamesFor
  select: (id: string) => void
}) {
  const { t } = useWords()
  const list = useRef<HTMLOListElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another fact is another place in the list
  useEffect(() => {
    const here = list.current?.querySelector<HTMLElement>('[aria-current]')
    if (here && list.current) list.current.scrollTop = here.offsetTop - list.current.offsetTop - ABOVE
  }, [at.fact.id])
  return (
    <ol className="review-queue" ref={list}>
      {items.map(it => (
        <li key={it.fact.id}>
          <button
            type="button"
            aria-current={it === at ? 'true' : undefined}
            onClick={() => select(it.fact.id)}
          >
            <span className="quiet small">
              {t.kind[it.kind]} <span className="number">{it.fact.confidence.toFixed(2)}</span>
            </span>{' '}
            {factText(it, names)}
          </button>
        </li>
      ))}
    </ol>
  )
}
