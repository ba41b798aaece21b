import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { IndexAnswer } from '../answers.ts'
import { type Dossier, type Event, type FactPage, type Mark, type NamesFor, useAsk } from '../api.ts'
import { intervalText } from '../i18n/dates.ts'
import { useWords } from '../i18n/index.tsx'
import { EventRow } from '../parts/facts.tsx'
import { Footnotes } from '../parts/footnotes.tsx'
import { Heading } from '../parts/heading.tsx'
import { IndexChart } from '../parts/index-chart.tsx'
import { Issues } from '../parts/issue-directions.tsx'
import { Since } from '../parts/since.tsx'
import { Answer, Nothing } from '../parts/states.tsx'
import { TakeRows } from '../parts/take-rows.tsx'
import { useView } from '../url.ts'

const GRAINS = ['year', 'quarter', 'month'] as const

/** An event of which the answer at hand has the id alone. */
function Title({ id, titles }: { id: string; titles: ReadonlyMap<string, string> }) {
  const known = titles.get(id)
  const asked = useAsk<{ fact: Event }>(known === undefined ? `/api/facts/${id}` : null)
  return <Link href={`/events/${id}`}>{known ?? asked.data?.fact.title ?? '…'}</Link>
}

function Turns({ index, titles }: { index: IndexAnswer; titles: ReadonlyMap<string, string> }) {
  const { t, language } = useWords()
  if (index.turningPoints.length === 0) return null
  return (
    <section className="section">
      <h2>{t.overview.turning}</h2>
      <ul className="turns">
        {index.turningPoints.map(({ start, end, from, to, events }) => (
          <li key={start}>
            <h3>
              <span className={`type ${to > from ? 'verbal-cooperation' : 'verbal-conflict'}`}>
                {to > from ? '▲' : '▼'}
              </span>{' '}
              {intervalText({ start, end, precision: 'range', basis: 'stated' }, language, t)}
            </h3>
            <ul>
              {events.map(id => (
                <li key={id}>
                  <Title id={id} titles={titles} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface EventsProps {
  title: string
  note?: ReactNode
  /** Said where there are none; without it the part is left out. */
  empty?: string
  query: { readonly [name: string]: string | number | undefined } | null
}

function Events({ title, note, empty, query }: EventsProps) {
  const asked = useAsk<FactPage<Event>>(query === null ? null : '/api/events', query ?? {})
  // Asked of nothing, it would wait for ever.
  if (query === null || (asked.data?.items.length === 0 && empty === undefined)) return null
  return (
    <section className="section">
      <div className="section-head">
        <h2>{title}</h2>
        {note === undefined ? null : <span className="quiet small">{note}</span>}
      </div>
      <Answer of={asked}>
        {page =>
          page.items.length === 0 ? (
            <p className="quiet">{empty}</p>
          ) : (
            <>
              <ol className="rows noted">
                {page.items.map(event => (
                  <EventRow key={event.id} event={event} names={page.names} />
                ))}
              </ol>
              <Footnotes facts={page.items} names={page.names} />
            </>
          )
        }
      </Answer>
    </section>
  )
}

/** Which states, where more than two are watched; which outlets; by what stretch of time. */
function Choices({ dossier, grain }: { dossier: Dossier | undefined; grain: string }) {
  const { t } = useWords()
  const [view, change] = useView()
  const watched = dossier?.states ?? []
  const chosen = new Set(view.states?.split(',') ?? watched.map(({ id }) => id))
  const toggle = (id: string) => {
    const next = watched.map(it => it.id).filter(it => (it === id ? !chosen.has(id) : chosen.has(it)))
    // An index is of two states or more.
    if (next.length > 1) change({ states: next.length === watched.length ? undefined : next.join(',') })
  }
  const outlet = view.only !== undefined ? `only ${view.only}` : view.without ? `without ${view.without}` : ''
  const choose = (value: string) => {
    const [, how, name] = /^(only|without) (.*)$/.exec(value) ?? []
    change({ only: how === 'only' ? name : undefined, without: how === 'without' ? name : undefined })
  }
  return (
    <div className="choices small no-print">
      {watched.length < 3 ? null : (
        <fieldset className="take">
          <legend>{t.overview.between}</legend>
          {watched.map(({ id, name }) => (
            <button key={id} type="button" aria-pressed={chosen.has(id)} onClick={() => toggle(id)}>
              {name}
            </button>
          ))}
        </fieldset>
      )}
      <label className="quiet">
        {t.overview.outlets}{' '}
        <select value={outlet} onChange={event => choose(event.target.value)}>
          <option value="">{t.overview.allOutlets}</option>
          {(['only', 'without'] as const).map(how =>
            dossier?.outlets.map(name => (
              <option key={`${how} ${name}`} value={`${how} ${name}`}>
                {t.overview[how](name)}
              </option>
            )),
          )}
        </select>
      </label>
      <span className="take">
        {GRAINS.map(it => (
          <button key={it} type="button" aria-pressed={it === grain} onClick={() => change({ by: it })}>
            {t.overview.grains[it]}
          </button>
        ))}
      </span>
    </div>
  )
}

/** A dossier that watches no states has no relationship of its own: the busiest ones are offered. */
function Pairs({ dossier }: { dossier: Dossier }) {
  const { t } = useWords()
  if (dossier.pairs.length === 0) return <Nothing />
  const [first] = dossier.pairs
  return (
    <section className="state pairs">
      <strong>{t.overview.noStates}</strong>
      <p>{t.overview.choosePair}</p>
      <ul className="rows">
        {dossier.pairs.map(({ states, names, events }) => (
          <li key={states.join()}>
            <Link className="title" href={`/?states=${states.join()}`}>
              {names.join(' · ')}
            </Link>
            <span className="side number">{t.common.events(events)}</span>
          </li>
        ))}
      </ul>
      <p className="quiet small">
        {t.overview.keepPair} <code>states: [{first?.states.join(', ')}]</code>
      </p>
    </section>
  )
}

function Taking({ index }: { index: IndexAnswer }) {
  const take = () => ({
    columns: [
      'from',
      'to',
      'net',
      'low',
      'high',
      'cooperation',
      'conflict',
      'events',
      'origins',
      'documents',
    ],
    rows: index.series.map(it => [
      it.start,
      it.end,
      it.net,
      it.band?.[0] ?? null,
      it.band?.[1] ?? null,
      it.cooperation,
      it.conflict,
      it.events,
      it.origins,
      it.documents,
    ]),
  })
  return <TakeRows name="index" take={take} />
}

/** What happened last, what comes next, and what rests on little. */
function Lists({ latest, watched }: { latest: string | null; watched: string }) {
  const { t } = useWords()
  return (
    <>
      <Events
        title={t.overview.recent}
        note={
          <a href="/api/feed.rss" className="no-print">
            {t.overview.feed}
          </a>
        }
        query={
          latest === null
            ? null
            : { status: 'reported', to: latest, order: 'newest', limit: 8, states: watched }
        }
      />
      <Events
        title={t.overview.coming}
        note={
          <a href="/api/coming.ics" className="no-print">
            {t.overview.ical}
          </a>
        }
        empty={t.overview.nothingComing}
        query={latest === null ? null : { status: 'planned', from: latest, limit: 20 }}
      />
      <Events
        title={t.overview.thin}
        note={t.overview.thinWhy}
        query={{ status: 'reported', maxOrigins: 1, order: 'heaviest', limit: 8, states: watched }}
      />
    </>
  )
}

/** Events that are drawn on the index one by one. */
const TICKS = 200

export default function Overview() {
  const { t } = useWords()
  const [view] = useView()
  const grain = GRAINS.find(it => it === view.by) ?? 'quarter'
  const dossier = useAsk<Dossier>('/api/dossier')
  const { states, only, without } = view
  // An index is of the states that are watched, or that were chosen; asked of none, it would fail.
  const isOfNone = states === undefined && dossier.data?.states.length === 0
  const isKnown = states !== undefined || dossier.data !== undefined
  const index = useAsk<{ answer: IndexAnswer; names: NamesFor }>(
    isOfNone || !isKnown ? null : '/api/analyses/index',
    {
      by: grain,
      states,
      only,
      without,
    },
  )
  const watched =
    states ?? (dossier.data?.states.length === 2 ? dossier.data.states.map(it => it.id).join() : '')
  const marks = useAsk<{ marks: Mark[] }>(dossier.data === undefined ? null : '/api/marks', {
    status: 'reported',
    order: 'heaviest',
    limit: TICKS,
    states: watched,
    outlet: only,
    '-outlet': without,
  })
  const latest = dossier.data?.latest ?? null
  const ticks = marks.data?.marks ?? []
  const titles = new Map(ticks.map(({ id, title }) => [id, title]))
  return (
    <>
      <div className="screen-head">
        <Heading>{t.overview.title}</Heading>
        {index.data === undefined ? null : <Taking index={index.data.answer} />}
      </div>
      {isOfNone ? null : <Choices dossier={dossier.data} grain={grain} />}
      {isOfNone && dossier.data !== undefined ? (
        <Pairs dossier={dossier.data} />
      ) : (
        <Answer of={index}>
          {({ answer }) =>
            answer.series.length === 0 ? (
              <Nothing />
            ) : (
              <IndexChart index={answer} grain={grain} marks={ticks} />
            )
          }
        </Answer>
      )}
      {dossier.data === undefined ? null : <Since dossier={dossier.data} />}
      <div className="columns">
        {index.data === undefined ? null : <Turns index={index.data.answer} titles={titles} />}
        {latest === null ? null : <Issues latest={latest} />}
      </div>
      <Lists latest={latest} watched={watched} />
    </>
  )
}
