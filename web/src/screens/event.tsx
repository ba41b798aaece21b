import { useState } from 'react'
import { Link, useParams } from 'wouter'
import type { StepOfEvent } from '../answers.ts'
import { type Event, type FactPage, type NamesFor, useAsk } from '../api.ts'
import { useWords } from '../i18n/index.tsx'
import { Differing } from '../parts/differing.tsx'
import { EventRow, Outlets, Passages, When } from '../parts/facts.tsx'
import { Heading } from '../parts/heading.tsx'
import { Reasons } from '../parts/reasons.tsx'
import { ByHand } from '../parts/said.tsx'
import { SideBySide } from '../parts/side-by-side.tsx'
import { Answer } from '../parts/states.tsx'
import { Print } from '../parts/take-rows.tsx'

interface Found {
  kind: string
  fact: Event
  why: string[]
  names: NamesFor
}

function Actors({ ids, names }: { ids: readonly string[]; names: NamesFor }) {
  return ids.map((id, i) => (
    <span key={id}>
      {i > 0 ? ', ' : ''}
      <Link href={`/timeline?actor=${encodeURIComponent(id)}`}>{names.actors[id]?.name ?? id}</Link>
    </span>
  ))
}

function Terms({ event, names }: { event: Event; names: NamesFor }) {
  const { t } = useWords()
  return (
    <dl className="terms">
      <dt>{t.event.when}</dt>
      <dd>
        <When date={event.date} />{' '}
        <span className="quiet small">
          {t.precision[event.date.precision]}, {t.basis[event.date.basis]}
        </span>
      </dd>
      <dt>{t.event.type}</dt>
      <dd>
        <span className={`type ${event.quad}`}>{event.type}</span> {event.mode}{' '}
        <span className="quiet small number">
          {t.event.intensity}{' '}
          {event.intensity > 0 ? `+${event.intensity}` : `${event.intensity}`.replace('-', '−')}
        </span>
      </dd>
      <dt>{t.event.who}</dt>
      <dd>
        <Actors ids={event.source} names={names} />
      </dd>
      {event.target.length === 0 ? null : (
        <>
          <dt>{t.event.target}</dt>
          <dd>
            <Actors ids={event.target} names={names} />
          </dd>
        </>
      )}
      {event.place === null ? null : (
        <>
          <dt>{t.event.where}</dt>
          <dd>{event.place}</dd>
        </>
      )}
      <dt>{t.event.status}</dt>
      <dd>{t.status[event.status]}</dd>
      {event.claimedBy.length === 0 ? null : (
        <>
          <dt>{t.event.claimed}</dt>
          <dd>
            <Actors ids={event.claimedBy} names={names} />
          </dd>
        </>
      )}
      {event.disputedBy.length === 0 ? null : (
        <>
          <dt>{t.event.disputed}</dt>
          <dd>
            <Actors ids={event.disputedBy} names={names} />
          </dd>
        </>
      )}
      {event.issues.length === 0 ? null : (
        <>
          <dt>{t.event.issues}</dt>
          <dd>
            {event.issues.map((id, i) => (
              <span key={id}>
                {i > 0 ? ', ' : ''}
                <Link href={`/issues/${encodeURIComponent(id)}`}>{names.issues[id] ?? id}</Link>
              </span>
            ))}
          </dd>
        </>
      )}
      <dt>{t.event.confidence}</dt>
      <dd className="number">{Math.round(event.confidence * 100)} %</dd>
    </dl>
  )
}

function Why({ id }: { id: string }) {
  const { t } = useWords()
  const [isAsked, setAsked] = useState(false)
  const why = useAsk<Found>(isAsked ? `/api/facts/${id}` : null, { why: 'true' })
  return (
    <section className="section">
      <h2>{t.event.why}</h2>
      {isAsked ? (
        <Answer of={why}>
          {found => <Reasons why={found.why} passages={found.fact.evidence} names={found.names} />}
        </Answer>
      ) : (
        <button type="button" className="button" onClick={() => setAsked(true)}>
          {t.event.askWhy}
        </button>
      )}
    </section>
  )
}

/** The matters that it moved, or that it was part of while they stood so. */
function Belongs({ id }: { id: string }) {
  const { t } = useWords()
  const asked = useAsk<{ items: StepOfEvent[] }>(`/api/facts/${id}/issues`)
  const steps = asked.data?.items ?? []
  if (steps.length === 0) return null
  return (
    <section className="section">
      <h2>{t.event.belongs}</h2>
      <ul className="issues">
        {steps.map(({ issue, name, at, of, step, from, moved, events }) => (
          <li key={`${issue} ${at}`}>
            <Link href={`/timeline?issue=${encodeURIComponent(issue)}`}>
              <b>{name}</b>
            </Link>
            , {t.event.steps} {at + 1} {t.common.of} {of}: {moved ? `${t.affairs[from]} → ` : ''}
            {t.affairs[step]}
            <ol className="small quiet">
              {events.map(it => (
                <li key={it.id}>
                  <When date={it.date} /> <Link href={`/events/${it.id}`}>{it.title}</Link>
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Accounts({ event, names }: { event: Event; names: NamesFor }) {
  const { t } = useWords()
  if (event.accounts.length === 0) return null
  return (
    <section className="section">
      <h2>{t.event.accounts}</h2>
      <Differing accounts={event.accounts} names={names} />
    </section>
  )
}

/** Others with a state in common, within a month: what might be taken for it. */
function Similar({ event }: { event: Event }) {
  const { t } = useWords()
  const { start, end } = event.date
  const near = (day: string, by: number) =>
    new Date(Date.parse(`${day}T12:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)
  const asked = useAsk<FactPage<Event>>(start === null || end === null ? null : '/api/events', {
    from: near(start ?? '2000-01-01', -31),
    to: near(end ?? '2000-01-01', 31),
    states: event.states.slice(0, 2).join(','),
    type: event.type,
    limit: 12,
  })
  const others = asked.data?.items.filter(({ id }) => id !== event.id) ?? []
  if (others.length === 0 || asked.data === undefined) return null
  return (
    <section className="section">
      <h2>{t.event.similar}</h2>
      <ol className="rows">
        {others.map(it => (
          <EventRow key={it.id} event={it} names={asked.data.names} />
        ))}
      </ol>
    </section>
  )
}

export default function EventScreen() {
  const { t } = useWords()
  const { id = '' } = useParams()
  const asked = useAsk<Found>(`/api/facts/${id}`)
  return (
    <Answer of={asked}>
      {({ fact, names }) => (
        <article>
          <div className="screen-head">
            <Heading>{fact.title}</Heading>
            <span className="take">
              <Print />
            </span>
          </div>
          <Terms event={fact} names={names} />
          <ByHand id={fact.id} />
          <section className="section">
            <h2>{t.event.passages}</h2>
            <Passages passages={fact.evidence} names={names} />
            {new Set(fact.evidence.map(({ document }) => document)).size < 2 ? null : (
              <p>
                <Link href={`/accounts/${fact.id}`}>{t.tellings.beside}</Link>
              </p>
            )}
          </section>
          {fact.history.length === 0 ? null : (
            <section className="section">
              <h2>{t.event.history}</h2>
              {fact.history.map(step => (
                <details key={`${step.status} ${step.evidence[0]?.start}`} className="path">
                  <summary>
                    {t.status[step.status]}, <When date={step.date} />{' '}
                    <span className="quiet small">
                      <Outlets evidence={step.evidence} names={names} />
                    </span>
                  </summary>
                  <Passages passages={step.evidence} names={names} />
                </details>
              ))}
            </section>
          )}
          <SideBySide id={fact.id} otherwise={<Accounts event={fact} names={names} />} />
          <Belongs id={fact.id} />
          <Similar event={fact} />
          <Why id={fact.id} />
        </article>
      )}
    </Answer>
  )
}
