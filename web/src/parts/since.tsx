/** What is new since the version that one has seen, which this browser remembers. */
import { type ReactNode, useEffect, useState } from 'react'
import { Link } from 'wouter'
import {
  type DocumentHead,
  type Dossier,
  type Event,
  type Forecast,
  type NamesFor,
  type Position,
  type Statement,
  useAsk,
} from '../api.ts'
import { useWords } from '../i18n/index.tsx'
import { EventRow, placeOf, When } from './facts.tsx'
import { Answer } from './states.tsx'

export interface Changes {
  known: boolean
  version: string
  documents: DocumentHead[]
  removed: number
  revised: DocumentHead[]
  counts: { [list: string]: number }
  events: Event[]
  statements: Statement[]
  grown: Event[]
  turned: Position[]
  due: Forecast[]
  names: NamesFor
}

const KEY = 'entente.seen'
const SHOWN = 6

/** `count`: of all, where only the first are sent. */
function Part({
  title,
  rows,
  count = rows.length,
}: {
  title: string
  rows: readonly ReactNode[]
  count?: number
}) {
  const { t } = useWords()
  const [isWhole, setWhole] = useState(false)
  if (rows.length === 0) return null
  return (
    <>
      <h3 className="part">
        {title} <span className="quiet number">{count}</span>
      </h3>
      <ol className="rows">{rows.slice(0, isWhole ? rows.length : SHOWN)}</ol>
      {rows.length > SHOWN ? (
        <button type="button" className="quiet small no-print" onClick={() => setWhole(!isWhole)}>
          {isWhole ? t.common.less : `${t.common.more} (${rows.length - SHOWN})`}
        </button>
      ) : null}
    </>
  )
}

export function Changed({ changes }: { changes: Changes }) {
  const { t } = useWords()
  const { documents, removed, revised, counts, events, statements, grown, turned, due, names } = changes
  if (!changes.known) return <p className="quiet">{t.overview.strange}</p>
  if (documents.length === 0 && removed === 0 && due.length === 0)
    return <p className="quiet">{t.overview.nothingNew}</p>
  const heads = (all: readonly DocumentHead[]) =>
    all.map(it => (
      <li key={it.id}>
        <span className="date">
          <When date={it.published} />
        </span>
        <Link className="title" href={`/documents/${it.id}`}>
          {it.title ?? it.source}
        </Link>
        <span className="side">{it.outlet}</span>
      </li>
    ))
  const event = (it: Event) => <EventRow key={it.id} event={it} names={names} />
  const said = statements.map(it => (
    <li key={it.id}>
      <span className="date">{it.speaker.name}</span>
      <Link className="title said" href={it.evidence[0] === undefined ? '/' : placeOf(it.evidence[0])}>
        {it.text}
      </Link>
      <span className="side">{t.kind[it.kind]}</span>
    </li>
  ))
  const stances = turned.map(it => (
    <li key={it.id}>
      <span className="date">{names.actors[it.actor]?.name ?? it.actor}</span>
      <Link className="title" href={it.evidence[0] === undefined ? '/' : placeOf(it.evidence[0])}>
        {it.summary}
      </Link>
      <span className="side">
        {t.stance[it.stance]} · {names.issues[it.issue] ?? it.issue}
      </span>
    </li>
  ))
  const forecasts = due.map(it => (
    <li key={it.id}>
      <span className="date">
        <When date={it.horizon} />
      </span>
      <Link className="title" href={it.evidence[0] === undefined ? '/' : placeOf(it.evidence[0])}>
        {it.text}
      </Link>
      <span className="side">{t.status[it.outcome]}</span>
    </li>
  ))
  return (
    <>
      {removed === 0 ? null : <p className="quiet">{t.overview.gone(removed)}</p>}
      <Part title={t.overview.newEvents} rows={events.map(event)} count={counts.events ?? 0} />
      <Part title={t.overview.turned} rows={stances} />
      <Part title={t.overview.due} rows={forecasts} />
      <Part title={t.overview.grown} rows={grown.map(event)} />
      <Part title={t.overview.newStatements} rows={said} count={counts.statements ?? 0} />
      <Part title={t.overview.revised} rows={heads(revised)} />
      <Part title={t.overview.newDocuments} rows={heads(documents)} />
    </>
  )
}

export function Since({ dossier }: { dossier: Dossier }) {
  const { t } = useWords()
  const [seen, setSeen] = useState(() => localStorage.getItem(KEY))
  const { version } = dossier
  const see = () => {
    localStorage.setItem(KEY, version)
    setSeen(version)
  }
  useEffect(() => {
    if (localStorage.getItem(KEY) === null) localStorage.setItem(KEY, version)
  }, [version])
  const changes = useAsk<Changes>(seen === null || seen === version ? null : '/api/changes', {
    since: seen ?? '',
  })
  return (
    <section className="section" aria-live="polite">
      <div className="screen-head">
        <h2>{t.overview.since}</h2>
        {seen === null || seen === version ? null : (
          <button type="button" className="button small" onClick={see}>
            {t.overview.seen}
          </button>
        )}
      </div>
      {seen === null ? (
        <p className="quiet">{t.overview.first}</p>
      ) : seen === version ? (
        <p className="quiet">{t.overview.nothingNew}</p>
      ) : (
        <Answer of={changes}>{found => <Changed changes={found} />}</Answer>
      )}
    </section>
  )
}
