import { useState } from 'react'
import { Link } from 'wouter'
import { dayNumber, isoOf, LANE_KINDS, type LaneKind, type Range } from '../../../src/serve/lanes.ts'
import { type Event, type FactPage, useAsk } from '../api.ts'
import { intervalText } from '../i18n/dates.ts'
import { useWords } from '../i18n/index.tsx'
import { FactPages } from '../parts/fact-list.tsx'
import { EventRow, When } from '../parts/facts.tsx'
import { Heading } from '../parts/heading.tsx'
import { Opened } from '../parts/opened.tsx'
import { Answer, Nothing } from '../parts/states.tsx'
import { Take } from '../parts/take.tsx'
import {
  BEYOND,
  type Counted,
  daysToAsk,
  type Marks,
  type Move,
  marksFor,
  nameIn,
} from '../parts/timeline-days.ts'
import { Picture } from '../parts/timeline-picture.tsx'
import { filtersOf, useView } from '../url.ts'

/** Of a heap that was opened. */
const SHOWN = 60

/** `2019-07-01_2019-08-01` of the address. */
function daysIn(written: string | undefined): Range | null {
  const [from, to] = (written ?? '').split('_').map(dayNumber)
  return from !== undefined && to !== undefined && Number.isFinite(from) && Number.isFinite(to)
    ? [from, to]
    : null
}

/** The events of a heap, the weightiest of them where there are many. */
function Heap({ data, kind }: { data: Counted; kind: LaneKind }) {
  const { t, language } = useWords()
  const [view, change] = useView()
  const days = daysIn(view.heap)
  const lane = view.in ?? ''
  const asked = useAsk<Marks>(days === null ? null : '/api/marks', {
    ...filtersOf(view),
    order: 'heaviest',
    limit: SHOWN,
    // A heap ends where the next one begins.
    within: days === null ? undefined : `${Math.floor(days[0])}_${Math.max(days[0], Math.ceil(days[1]) - 1)}`,
    ...(lane === '' ? {} : { lanes: kind, in: lane }),
  })
  if (days === null || asked.data === undefined) return null
  const [first, last] = [isoOf(days[0]), isoOf(days[1])]
  const { marks: found, total } = asked.data
  const shown = [...found].sort((a, b) =>
    (a.date.start ?? a.date.end ?? '') < (b.date.start ?? b.date.end ?? '') ? -1 : 1,
  )
  const heading = intervalText({ start: first, end: last, precision: 'range', basis: 'stated' }, language, t)
  return (
    <Opened key={`${view.heap} ${lane}`} label={t.timeline.heap}>
      <div className="screen-head">
        <h2>
          {lane === '' ? '' : `${nameIn(data, lane, t.timeline.noIssue)}, `}
          {heading}
        </h2>
        <span className="take no-print">
          <button
            type="button"
            onClick={() => change({ view: `${first}_${last}`, heap: undefined, in: undefined })}
          >
            {t.timeline.closer}
          </button>
          <button type="button" onClick={() => change({ heap: undefined, in: undefined })}>
            {t.timeline.shut}
          </button>
        </span>
      </div>
      <p className="quiet small">
        {shown.length < total ? t.timeline.weightiest(shown.length, total) : t.common.events(total)}
      </p>
      <ol className="rows">
        {shown.map(({ id, title, type, quad, date, status }) => (
          <li key={id}>
            <span className="date">
              <When date={date} />
            </span>
            <span>
              <Link className="title" href={`/events/${id}`}>
                {title}
              </Link>{' '}
              {status === 'reported' ? null : <span className="status">{t.status[status]}</span>}
            </span>
            <span className={`side type ${quad}`}>{type}</span>
          </li>
        ))}
      </ol>
    </Opened>
  )
}

/** The stretch of time that was chosen, and the way back. */
function Chosen() {
  const { t, language } = useWords()
  const [view, change] = useView()
  const { from, to } = view
  if (from === undefined && to === undefined) return null
  const date = { start: from ?? null, end: to ?? null, precision: 'range', basis: 'stated' } as const
  return (
    <p className="small">
      {t.timeline.chosen} <b>{intervalText(date, language, t)}</b>{' '}
      <button
        type="button"
        className="button no-print"
        onClick={() => change({ from: undefined, to: undefined, view: undefined, cursor: undefined })}
      >
        {t.timeline.all}
      </button>
    </p>
  )
}

/** The days in view: as the address says, else all of it. A move is seen at once, and written down when it has ended. */
function useRange(whole: Range): [Range, Move] {
  const [view, change] = useView()
  const [moved, setMoved] = useState<Range | null>(null)
  // A stretch that was chosen is what one sees, whatever reaches into it from long before.
  const chosen = view.from !== undefined && view.to !== undefined ? `${view.from}_${view.to}` : undefined
  const fromView = daysIn(view.view ?? chosen)
  const range = moved ?? fromView ?? whole
  const move: Move = (next, isDone = false) => {
    // Kept until the address says it: days are whole there, and what is on screen shall not jump.
    setMoved(isDone ? null : next)
    if (isDone) change({ view: `${isoOf(next[0])}_${isoOf(next[1])}` }, true)
  }
  return [range, move]
}

/** Many events are drawn from how many there are by stretches of time; zoomed in upon, they are asked one by one. */
function Drawn({ data, kind }: { data: Counted; kind: LaneKind }) {
  const [view] = useView()
  const [range, move] = useRange(data.whole)
  const beyond = (range[1] - range[0]) * BEYOND
  const drawn: Range = [range[0] - beyond, range[1] + beyond]
  const days = daysToAsk(data, drawn)
  const asked = useAsk<Marks>(days === null ? null : '/api/marks', {
    ...filtersOf(view),
    within: days?.join('_'),
  })
  const marks = marksFor(data, asked.data, drawn)
  return <Picture data={data} marks={marks} kind={kind} range={range} move={move} />
}

export default function Timeline() {
  const { t } = useWords()
  const [view, change] = useView()
  const kind = LANE_KINDS.find(it => it === view.lanes) ?? 'issue'
  const filters = filtersOf(view)
  const { from } = view
  const lanes = useAsk<Counted>('/api/lanes', { ...filters, lanes: kind })
  const events = useAsk<FactPage<Event>>('/api/events', { ...filters, cursor: view.cursor, limit: 200 })
  return (
    <>
      <div className="screen-head">
        <Heading>{t.timeline.title}</Heading>
        <label className="small quiet">
          {t.timeline.lanes}{' '}
          <select value={kind} onChange={event => change({ lanes: event.target.value })}>
            {LANE_KINDS.map(it => (
              <option key={it} value={it}>
                {it === 'none' ? t.timeline.none : t.facets[it]}
              </option>
            ))}
          </select>
        </label>
        <Take list="events" />
      </div>
      <p className="quiet lead">{t.timeline.about}</p>
      <Answer of={lanes}>
        {data =>
          data.total === 0 ? (
            <Nothing />
          ) : (
            <>
              <Chosen />
              <Drawn data={data} kind={kind} />
              <Heap data={data} kind={kind} />
            </>
          )
        }
      </Answer>
      <section className="section">
        <h2>{t.timeline.list}</h2>
        <FactPages
          of={events}
          facets={['issue', 'type', 'actor', 'status', 'states', 'outlet', 'level', 'tag']}
          last={
            from === undefined
              ? undefined
              : { are: ({ date }) => (date.start ?? '') < from, title: t.timeline.before }
          }
          row={(event, names) => <EventRow key={event.id} event={event} names={names} />}
        />
      </section>
    </>
  )
}
