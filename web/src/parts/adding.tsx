/** How far the last adding is. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { Adding } from '../../../src/serve/desk.ts'
import { useWords } from '../i18n/index.tsx'

/** What the server tells of the last adding, as it goes on. */
export function useProgress(): { adding: Adding | null; isLost: boolean } {
  const client = useQueryClient()
  const [adding, setAdding] = useState<Adding | null>(null)
  const [isLost, setLost] = useState(false)
  useEffect(() => {
    const source = new EventSource('/api/progress')
    source.onopen = () => setLost(false)
    source.onerror = () => setLost(true)
    source.addEventListener('adding', event => {
      const state: Adding = JSON.parse(event.data)
      setAdding(state)
      if (state.state === 'done') void client.invalidateQueries()
    })
    return () => source.close()
  }, [client])
  return { adding, isLost }
}

function Rows({ title, rows }: { title: string; rows: Adding['failed'] }) {
  if (rows.length === 0) return null
  return (
    <table>
      <caption className="quiet small">
        {title} ({rows.length})
      </caption>
      <tbody>
        {rows.map(({ name, code, message }) => (
          <tr key={`${name} ${message}`}>
            <th scope="row">{name}</th>
            <td>
              {message} <span className="quiet small">{code}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function Progress({ adding }: { adding: Adding }) {
  const { t } = useWords()
  const { state, total, done, current, added, known, again, failed, warnings } = adding
  return (
    <section className="section" aria-live="polite">
      {state === 'done' ? null : <progress max={total} value={done} aria-label={t.add.title} />}
      <p>
        {state === 'reading'
          ? t.add.reading(done, total)
          : state === 'reconciling'
            ? t.add.reconciling
            : null}{' '}
        <span className="quiet small">{current}</span>
      </p>
      {state === 'done' ? (
        <p>
          {[t.add.added(added), known > 0 ? t.add.known(known) : null, again > 0 ? t.add.again(again) : null]
            .filter(Boolean)
            .join(', ')}
          . <Link href="/documents">{t.add.see}</Link>
        </p>
      ) : null}
      <Rows title={t.add.failed} rows={failed} />
      <Rows title={t.add.warnings} rows={warnings} />
    </section>
  )
}
