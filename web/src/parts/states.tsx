/** What a screen shows before it has anything, when it has nothing, and when something failed. */
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { ApiError, type Dossier, messageOf, useAsk } from '../api.ts'
import { useWords } from '../i18n/index.tsx'

export function Loading() {
  const { t } = useWords()
  return (
    <div className="state" role="status">
      <div className="waiting" />
      <p>{t.common.loading}</p>
    </div>
  )
}

export function Failed({ error, again }: { error: unknown; again?: () => void }) {
  const { t } = useWords()
  return (
    <div className="state" role="alert">
      <strong>{t.common.failed}</strong>
      {/* The browser's own words for a server that is gone help nobody. */}
      <p>{error instanceof TypeError ? t.common.lost : messageOf(error)}</p>
      {again === undefined ? null : (
        <button type="button" onClick={again}>
          {t.common.again}
        </button>
      )}
    </div>
  )
}

/** Nothing was asked too narrowly where there is nothing at all: then it says how to begin. */
export function Nothing({ children }: { children?: ReactNode }) {
  const { t } = useWords()
  const dossier = useAsk<Dossier>('/api/dossier')
  if (dossier.data?.counts.documents === 0)
    return (
      <div className="state">
        <strong>{t.common.empty}</strong>
        <p>{t.common.begin}</p>
        <p>
          <code>entente add …</code>
        </p>
      </div>
    )
  return (
    <div className="state">
      <p>{t.common.nothing}</p>
      {children}
    </div>
  )
}

export function NotThere() {
  const { t } = useWords()
  return (
    <div className="state">
      <h1>404</h1>
      <Link href="/">{t.nav.overview}</Link>
    </div>
  )
}

/** The answer, once it is there. */
export function Answer<T>({
  of: asked,
  children,
}: {
  of: UseQueryResult<T>
  children: (data: T) => ReactNode
}) {
  // What has gone in the meantime is not shown on: a merge, a removal, another's correction.
  const isGone = asked.error instanceof ApiError && asked.error.status === 404
  if (asked.data !== undefined && !isGone) return children(asked.data)
  if (asked.isError) return <Failed error={asked.error} again={() => asked.refetch()} />
  return <Loading />
}
