import { Link } from 'wouter'
import { type Dossier, type Event, type FactPage, type IndexAnswer, type NamesFor, useAsk } from '../api.ts'
import { intervalText } from '../i18n/dates.ts'
import { useWords } from '../i18n/index.tsx'
import { EventRow } from '../parts/facts.tsx'
import { IndexChart } from '../parts/index-chart.tsx'
import { Answer } from '../parts/states.tsx'
import { useView } from '../url.ts'

const GRAINS = ['year', 'quarter', 'month'] as const

function Turns({ index, names }: { index: IndexAnswer; names: FactPage<Event> | undefined }) {
  const { t, language } = useWords()
  if (index.turningPoints.length === 0) return null
  const titles = new Map(names?.items.map(event => [event.id, event.title]))
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
                  <Link href={`/events/${id}`}>{titles.get(id) ?? id}</Link>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Events({
  title,
  empty,
  page,
}: {
  title: string
  empty?: string
  page: { items: Event[]; names: NamesFor }
}) {
  if (page.items.length === 0 && empty === undefined) return null
  return (
    <section className="section">
      <h2>{title}</h2>
      {page.items.length === 0 ? <p className="quiet">{empty}</p> : null}
      <ol className="rows">
        {page.items.map(event => (
          <EventRow key={event.id} event={event} names={page.names} />
        ))}
      </ol>
    </section>
  )
}

export default function Overview() {
  const { t } = useWords()
  const [view, change] = useView()
  const grain = GRAINS.find(it => it === view.by) ?? 'quarter'
  const dossier = useAsk<Dossier>('/api/dossier')
  const index = useAsk<{ answer: IndexAnswer; names: NamesFor }>('/api/analyses/index', { by: grain })
  const events = useAsk<FactPage<Event>>('/api/events', { limit: 1000 })
  return (
    <>
      <div className="screen-head">
        <h1>{t.overview.title}</h1>
        <span className="take">
          {GRAINS.map(it => (
            <button key={it} type="button" aria-pressed={it === grain} onClick={() => change({ by: it })}>
              {it}
            </button>
          ))}
        </span>
      </div>
      <Answer of={index}>{({ answer }) => <IndexChart index={answer} grain={grain} />}</Answer>
      <div className="columns">
        {index.data === undefined ? null : <Turns index={index.data.answer} names={events.data} />}
      </div>
      <Answer of={events}>
        {page => {
          const latest = dossier.data?.latest ?? ''
          const inTime = page.items.filter(
            it => it.status === 'reported' && it.date.start !== null && it.date.end !== null,
          )
          const coming = page.items.filter(
            it => it.status === 'planned' && (it.date.end ?? it.date.start ?? '') >= latest,
          )
          return (
            <>
              <Events
                title={t.overview.recent}
                page={{ items: inTime.slice(-8).reverse(), names: page.names }}
              />
              <Events
                title={t.overview.coming}
                empty={t.overview.nothingComing}
                page={{ items: coming, names: page.names }}
              />
            </>
          )
        }}
      </Answer>
    </>
  )
}
