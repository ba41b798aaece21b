import { scaleUtc } from 'd3-scale'
import {
  type KeyboardEvent,
  type PointerEvent,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useLocation } from 'wouter'
import { type Event, type FactPage, type Mark, useAsk } from '../api.ts'
import { intervalText, tickText } from '../i18n/dates.ts'
import { useWords } from '../i18n/index.tsx'
import { Facets } from '../parts/facets.tsx'
import { EventRow } from '../parts/facts.tsx'
import { dayNumber, LANE_KINDS, type Lane, type LaneKind, lanesOf, spanOf } from '../parts/lanes.ts'
import { useWidth } from '../parts/size.ts'
import { Answer, Nothing } from '../parts/states.tsx'
import { Take } from '../parts/take.tsx'
import { filtersOf, useView } from '../url.ts'

interface Marks {
  marks: Mark[]
  actors: { [id: string]: string }
  issues: { [id: string]: string }
}

const ROW = 15
const LANE_PAD = 26
const AXIS = 24
const DAY = 86_400_000
const MOST_LANES = 14

const isoOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)

/** All that is bounded, with a little air; what was long ago does not press the rest together. */
function wholeOf(marks: readonly Mark[]): [number, number] {
  const spans = marks.flatMap(mark => {
    const span = spanOf(mark, 1)
    return span === null ? [] : [span]
  })
  const starts = spans.map(([from]) => from).sort((a, b) => a - b)
  const first = starts[Math.floor(starts.length * 0.03)] ?? dayNumber('2020-01-01')
  const last = spans.reduce((most, [, to]) => Math.max(most, to), first + 30)
  const air = Math.max(2, (last - first) * 0.03)
  return [first - air, last + air]
}

function LaneMarks({
  lane,
  top,
  x,
  open,
}: {
  lane: Lane
  top: number
  x: (day: number) => number
  open: (mark: Mark) => void
}) {
  const { t, language } = useWords()
  const most = Math.max(1, ...lane.heaps.map(({ marks }) => marks.length))
  return (
    <>
      {lane.placed.map(({ mark, from, to, row }) => {
        const [left, right] = [x(from), x(to + 1)]
        const y = top + LANE_PAD + row * ROW
        const isPoint = mark.date.precision === 'day' && mark.date.start === mark.date.end
        const colour = mark.quad.endsWith('cooperation') ? 'coop' : 'conf'
        const isFirm = mark.date.start !== null && mark.date.end !== null && mark.date.precision !== 'unknown'
        const title = `${intervalText(mark.date, language, t)}: ${mark.title} (${mark.type}, ${t.status[mark.status]})`
        return (
          <a
            key={mark.id}
            href={`/events/${mark.id}`}
            className={`mark ${colour} ${mark.status} ${isFirm ? 'firm' : 'vague'} ${mark.quad.startsWith('material') ? 'deed' : 'word'}`}
            onClick={event => {
              event.preventDefault()
              open(mark)
            }}
          >
            <title>{title}</title>
            {isPoint ? (
              <circle cx={(left + right) / 2} cy={y} r={4.5} />
            ) : (
              <rect x={left} y={y - 4} width={Math.max(6, right - left)} height={8} rx={2} />
            )}
            {mark.status === 'denied' ? <path d={`M${left - 2} ${y + 6} L${left + 10} ${y - 6}`} /> : null}
          </a>
        )
      })}
      {lane.heaps.map(({ from, to, marks }) => {
        const height = 6 + (marks.length / most) * (ROW * 2 - 8)
        const bottom = top + LANE_PAD + ROW * 1.4
        const conflict = marks.filter(({ quad }) => quad.endsWith('conflict')).length / marks.length
        return (
          <g key={from} className="heap">
            <title>{`${isoOf(from)} – ${isoOf(to)}: ${t.timeline.spread(marks.length)}`}</title>
            <rect
              x={x(from) + 0.5}
              y={bottom - height}
              width={Math.max(1, x(to) - x(from) - 1)}
              height={height * (1 - conflict)}
              fill="var(--coop)"
            />
            <rect
              x={x(from) + 0.5}
              y={bottom - height * conflict}
              width={Math.max(1, x(to) - x(from) - 1)}
              height={height * conflict}
              fill="var(--conf)"
            />
          </g>
        )
      })}
    </>
  )
}

interface PictureProps {
  data: Marks
  kind: LaneKind
  range: [number, number]
  move: (range: [number, number], isDone?: boolean) => void
}

/** The words of a lane's head. */
function nameIn(data: Marks, id: string): string {
  return data.issues[id] ?? data.actors[id] ?? id
}

function Picture({ data, kind, range, move }: PictureProps) {
  const { t, language } = useWords()
  const [box, width] = useWidth<HTMLDivElement>(900)
  const [, navigate] = useLocation()
  const drag = useRef<{ x: number; range: [number, number] } | null>(null)
  const svg = useRef<SVGSVGElement>(null)
  const shown = useDeferredValue(range)
  const lanes = useMemo(
    () =>
      lanesOf(data.marks, kind, {
        from: shown[0],
        to: shown[1],
        pixels: width,
        nameOf: id => nameIn(data, id),
      }).slice(0, MOST_LANES),
    [data, kind, shown, width],
  )
  const scale = scaleUtc([new Date(range[0] * DAY), new Date(range[1] * DAY)], [0, width])
  const x = (day: number): number => scale(new Date(day * DAY))
  const ticks = scale.ticks(Math.max(2, Math.floor(width / 100)))
  const step = ticks.every(tick => tick.getUTCMonth() === 0 && tick.getUTCDate() === 1)
    ? 'year'
    : ticks.every(tick => tick.getUTCDate() === 1)
      ? 'month'
      : 'day'
  let height = AXIS
  const tops = lanes.map(lane => {
    const top = height
    height += LANE_PAD + lane.rows * ROW
    return top
  })
  const zoom = (by: number, at = 0.5) => {
    const [from, to] = range
    const size = Math.max(4, (to - from) * by)
    const middle = from + (to - from) * at
    move([middle - size * at, middle + size * (1 - at)], true)
  }
  const pan = (share: number) => {
    const by = (range[1] - range[0]) * share
    move([range[0] + by, range[1] + by], true)
  }
  const zoomAt = useRef(zoom)
  zoomAt.current = zoom
  useEffect(() => {
    const element = svg.current
    if (element === null) return undefined
    // React's own listener is passive and could not keep the page from scrolling.
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      zoomAt.current(event.deltaY > 0 ? 1.2 : 1 / 1.2, event.offsetX / element.clientWidth)
    }
    element.addEventListener('wheel', wheel, { passive: false })
    return () => element.removeEventListener('wheel', wheel)
  }, [])
  const press = (event: KeyboardEvent) => {
    if (event.key === '+' || event.key === '=') zoom(1 / 1.5)
    else if (event.key === '-') zoom(1.5)
    else if (event.key === 'ArrowLeft') pan(-0.2)
    else if (event.key === 'ArrowRight') pan(0.2)
    else if (event.key === '0') move(wholeOf(data.marks), true)
    else return
    event.preventDefault()
  }
  const slide = (event: PointerEvent) => {
    const from = drag.current
    if (from === null) return
    const by = ((from.x - event.clientX) / width) * (from.range[1] - from.range[0])
    if (Math.abs(from.x - event.clientX) > 3) move([from.range[0] + by, from.range[1] + by])
  }
  const letGo = () => {
    if (drag.current !== null) move(range, true)
    drag.current = null
  }
  return (
    <figure className="timeline">
      <div className="take no-print">
        <button type="button" onClick={() => zoom(1 / 1.5)}>
          {t.timeline.zoomIn} +
        </button>
        <button type="button" onClick={() => zoom(1.5)}>
          {t.timeline.zoomOut} −
        </button>
        <button type="button" onClick={() => move(wholeOf(data.marks), true)}>
          {t.timeline.whole}
        </button>
      </div>
      <div ref={box}>
        <svg
          ref={svg}
          viewBox={`0 0 ${width} ${height + 4}`}
          role="application"
          aria-label={t.timeline.help}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture is moved by keys; the list below says the same
          tabIndex={0}
          onKeyDown={press}
          onPointerDown={event => {
            drag.current = { x: event.clientX, range }
          }}
          onPointerMove={slide}
          onPointerUp={letGo}
          onPointerLeave={letGo}
        >
          <title>{t.timeline.help}</title>
          {ticks.map(tick => (
            <g key={tick.toISOString()}>
              <line className="axis" x1={scale(tick)} x2={scale(tick)} y1={AXIS - 6} y2={height} />
              <text x={scale(tick) + 4} y={12}>
                {tickText(tick, step, language)}
              </text>
            </g>
          ))}
          {lanes.map((lane, i) => (
            <g key={lane.id}>
              <line className="axis" x1={0} x2={width} y1={tops[i]} y2={tops[i]} />
              <text className="lane" x={0} y={(tops[i] ?? 0) + 14}>
                {lane.name} {lane.name === '' ? '' : lane.count}
              </text>
              <LaneMarks lane={lane} top={tops[i] ?? 0} x={x} open={mark => navigate(`/events/${mark.id}`)} />
            </g>
          ))}
        </svg>
      </div>
      <figcaption>
        {t.timeline.help} {t.common.events(data.marks.length)}.
      </figcaption>
    </figure>
  )
}

/** The days in view: as the address says, else all of it. A move is seen at once, and written down when it has ended. */
function useRange(marks: readonly Mark[]): [[number, number], PictureProps['move']] {
  const [view, change] = useView()
  const written = view.view?.split('_')
  const [moved, setMoved] = useState<[number, number] | null>(null)
  const whole = useMemo(() => wholeOf(marks), [marks])
  const fromView: [number, number] | null =
    written?.[0] !== undefined && written[1] !== undefined
      ? [dayNumber(written[0]), dayNumber(written[1])]
      : null
  const range = moved ?? (fromView !== null && fromView.every(Number.isFinite) ? fromView : whole)
  const move = (next: [number, number], isDone = false) => {
    setMoved(isDone ? null : next)
    if (isDone) change({ view: `${isoOf(next[0])}_${isoOf(next[1])}` }, true)
  }
  return [range, move]
}

function Drawn({ data, kind }: { data: Marks; kind: LaneKind }) {
  const [range, move] = useRange(data.marks)
  return <Picture data={data} kind={kind} range={range} move={move} />
}

export default function Timeline() {
  const { t } = useWords()
  const [view, change] = useView()
  const kind = LANE_KINDS.find(it => it === view.lanes) ?? 'issue'
  const filters = filtersOf(view)
  const marks = useAsk<Marks>('/api/marks', filters)
  const events = useAsk<FactPage<Event>>('/api/events', { ...filters, cursor: view.cursor, limit: 200 })
  return (
    <>
      <div className="screen-head">
        <h1>{t.timeline.title}</h1>
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
      <Answer of={marks}>
        {data => (data.marks.length === 0 ? <Nothing /> : <Drawn data={data} kind={kind} />)}
      </Answer>
      <section className="section">
        <h2>{t.timeline.list}</h2>
        <Answer of={events}>
          {page => (
            <div className="with-facets">
              <Facets
                facets={page.facets}
                names={['issue', 'type', 'actor', 'status', 'states', 'outlet', 'level']}
              />
              <div>
                <p className="quiet small">{t.common.total(page.total)}</p>
                <ol className="rows">
                  {page.items.map(event => (
                    <EventRow key={event.id} event={event} names={page.names} />
                  ))}
                </ol>
                {page.next === null ? null : (
                  <button
                    type="button"
                    className="button"
                    onClick={() => change({ cursor: page.next ?? undefined })}
                  >
                    {t.common.more}
                  </button>
                )}
              </div>
            </div>
          )}
        </Answer>
      </section>
    </>
  )
}
