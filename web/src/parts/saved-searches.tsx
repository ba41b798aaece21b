/** Searches that this browser keeps, each with its feed. */
import { useState } from 'react'
import { Link } from 'wouter'
import { pathWith } from '../api.ts'
import { useWords } from '../i18n/index.tsx'

const KEY = 'entente.searches'

function stored(): string[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(found) ? found.filter((it): it is string => typeof it === 'string') : []
  } catch {
    // Written by something else: it is as if nothing were saved.
    return []
  }
}

export function SavedSearches({ q }: { q: string | undefined }) {
  const { t } = useWords()
  const [saved, setSaved] = useState(stored)
  const keep = (next: string[]) => {
    localStorage.setItem(KEY, JSON.stringify(next))
    setSaved(next)
  }
  const isNew = q !== undefined && !saved.includes(q)
  if (saved.length === 0 && !isNew) return null
  return (
    <div className="saved small no-print">
      {isNew ? (
        <button type="button" className="button" onClick={() => keep([...saved, q])}>
          {t.search.save}
        </button>
      ) : null}
      {saved.length === 0 ? null : (
        <ul>
          {saved.map(query => (
            <li key={query}>
              <Link href={pathWith('/search', { q: query })} aria-current={query === q ? 'true' : undefined}>
                {query}
              </Link>{' '}
              <a className="quiet" href={pathWith('/api/feed.rss', { q: query })}>
                RSS
              </a>{' '}
              <button
                type="button"
                className="quiet"
                aria-label={`${t.search.forget}: ${query}`}
                title={t.search.forget}
                onClick={() => keep(saved.filter(it => it !== query))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
