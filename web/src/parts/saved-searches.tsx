/** Searches that are kept with the dossier, each with its feed and its calendar. */
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { type Me, messageOf, pathWith, send, useAsk } from '../api.ts'
import { useWords } from '../i18n/index.tsx'

interface Saved {
  id: string
  name: string
  q: string
  feed: string
  calendar: string
}

function Renaming({
  search,
  rename,
  close,
}: {
  search: Saved
  rename: (name: string) => void
  close: () => void
}) {
  const { t } = useWords()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim()
    if (name !== '') rename(name)
  }
  return (
    <form onSubmit={submit} onKeyDown={event => event.key === 'Escape' && close()}>
      <input
        className="field"
        name="name"
        required
        maxLength={200}
        aria-label={t.search.name}
        defaultValue={search.name}
        // biome-ignore lint/a11y/noAutofocus: the button that opened it leads into it
        autoFocus
      />{' '}
      <button type="submit" className="button">
        {t.review.save}
      </button>
    </form>
  )
}

/** `change` is null for who may only read. */
function Row({ search, isHere, change }: { search: Saved; isHere: boolean; change: Change | null }) {
  const { t } = useWords()
  const [isRenamed, setRenamed] = useState(false)
  const { id, name, q, feed, calendar } = search
  if (isRenamed && change !== null)
    return (
      <li>
        <Renaming
          search={search}
          close={() => setRenamed(false)}
          rename={name => void change('/rename', { id, name }).then(() => setRenamed(false))}
        />
      </li>
    )
  return (
    <li>
      <Link href={pathWith('/search', { q })} aria-current={isHere ? 'true' : undefined} title={q}>
        {name}
      </Link>{' '}
      <a className="quiet" href={feed} aria-label={`RSS: ${name}`}>
        RSS
      </a>{' '}
      <a className="quiet" href={calendar} aria-label={`ICS: ${name}`}>
        ICS
      </a>
      {change === null ? null : (
        <>
          {' '}
          <button
            type="button"
            className="quiet"
            aria-label={`${t.search.rename}: ${name}`}
            onClick={() => setRenamed(true)}
          >
            {t.search.rename}
          </button>{' '}
          <button
            type="button"
            className="quiet"
            aria-label={`${t.search.forget}: ${name}`}
            title={t.search.forget}
            onClick={() => void change('/forget', { id })}
          >
            ×
          </button>
        </>
      )}
    </li>
  )
}

/** Sends a change of the list: `''` saves, `/rename`, `/forget`. */
type Change = (path: '' | '/rename' | '/forget', body: object) => Promise<void>

export function SavedSearches({ q }: { q: string | undefined }) {
  const { t } = useWords()
  const client = useQueryClient()
  const [error, setError] = useState('')
  const { data } = useAsk<{ items: Saved[] }>('/api/searches')
  const { may = 'admin' } = useAsk<Me>('/api/me').data ?? {}
  const mayChange = may !== 'read'
  const saved = data?.items ?? []
  const change: Change = async (path, body) => {
    try {
      await send(`/api/searches${path}`, body)
      setError('')
    } catch (wrong) {
      setError(messageOf(wrong))
    }
    await client.invalidateQueries({ queryKey: ['/api/searches'] })
  }
  const isNew = mayChange && q !== undefined && data !== undefined && !saved.some(it => it.q === q)
  if (saved.length === 0 && !isNew) return null
  return (
    <div className="saved small no-print">
      {error === '' ? null : <p role="alert">{error}</p>}
      {isNew ? (
        <button type="button" className="button" onClick={() => void change('', { q })}>
          {t.search.save}
        </button>
      ) : null}
      {saved.length === 0 ? null : (
        <ul>
          {saved.map(search => (
            <Row key={search.id} search={search} isHere={search.q === q} change={mayChange ? change : null} />
          ))}
        </ul>
      )}
    </div>
  )
}
