/** The timeline as a picture: dragged, zoomed, and brushed along its axis. */
import { scaleUtc } from 'd3-scale'
import {
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type PointerEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useLocation } from 'wouter'
import { type Mark, pathWith } from '../api.ts'
import { tickText } from '../i18n/dates.ts'
import { useWords } from '../i18n/index.tsx'
import { useView } from '../url.ts'
import { LANE_PAD, LaneMarks, type Opening, ROW } from './lane-marks.tsx'
import { dayNumber, isoOf, type Lane, type LaneKind, lanesOf, spanOf } from './lanes.ts'
import { useWidth } from './size.ts'

export interface Marks {
  marks: Mark[]
  actors: { [id: string]: string }
  issues: { [id: string]: string }
}

const AXIS = 24
const DAY = 86_400_000
const MOST_LANES = 14
/** What is drawn beyond each edge, in widths: so far it is dragged without being drawn again. */
const BEYOND = 0.5

/** All that is bounded, with a little air; what was long ago does not press the rest together. */
export function wholeOf(marks: readonly Mark[]): [number, number] {
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

export interface PictureProps {
  data: Marks
  kind: LaneKind
  range: [number, number]
  move: (range: [number, number], isDone?: boolean) => void
}

/** The words of a lane's head. */
export function nameIn(data: Marks, id: string): string {
  return data.issues[id] ?? data.actors[id] ?? id
}

interface DrawingProps extends Opening {
  lanes: readonly Lane[]
  tops: readonly number[]
  height: number
  /** Days at the edges, and how wide that is. */
  range: readonly [number, number]
  width: number
}

/** Everything that moves when it is dragged. Drawn anew only when the days or the events have changed. */
const Drawing = memo(function Drawing({ lanes, tops, height, range, width, ...opening }: DrawingProps) {
  const { t, language } = useWords()
  const scale = scaleUtc([new Date(range[0] * DAY), new Date(range[1] * DAY)], [0, width])
  const x = (day: number): number => scale(new Date(day * DAY))
  const ticks = scale.ticks(Math.max(2, Math.floor(width / 100)))
  const step = ticks.every(tick => tick.getUTCMonth() === 0 && tick.getUTCDate() === 1)
    ? 'year'
    : ticks.every(tick => tick.getUTCDate() === 1)
      ? 'month'
      : 'day'
  return (
    <svg viewBox={`0 0 ${width} ${height + 4}`} width={width} height={height + 4}>
      <title>{t.timeline.title}</title>
      {ticks.map(tick => (
        <g key={tick.toISOString()}>
          <line className="axis" x1={scale(tick)} x2={scale(tick)} y1={AXIS - 6} y2={height} />
          <text x={scale(tick) + 4} y={12}>
            {tickText(tick, step, language)}
          </text>
        </g>
      ))}
      {lanes.map((lane, i) => (
        <LaneMarks key={lane.id} lane={lane} top={tops[i] ?? 0} x={x} {...opening} />
      ))}
    </svg>
  )
})

/** How the address names a heap. */
const nameOf = (lane: string, from: number, to: number) => ({
  heap: `${isoOf(from)}_${isoOf(to)}`,
  in: lane === '' ? undefined : lane,
})

/** What opens when a mark or a heap is chosen; a heap is named in the address. */
function useOpening(): Opening {
  const [location, navigate] = useLocation()
  const [view, change] = useView()
  const now = useRef({ location, view, change, navigate })
  now.current = { location, view, change, navigate }
  // The same functions every time, or all would be drawn again with each change of the address.
  return useMemo(
    () => ({
      open: mark => now.current.navigate(`/events/${mark.id}`),
      hrefOf: (lane, from, to) =>
        pathWith(now.current.location, { ...now.current.view, ...nameOf(lane, from, to) }),
      openHeap: (lane, from, to) => now.current.change(nameOf(lane, from, to)),
    }),
    [],
  )
}

type Drag = { x: number; range: [number, number]; by: number } | null

/** Dragging moves what is drawn as one sheet, a frame at a time; days are worked out when it is let go. */
function useDrag({
  range,
  move,
  width,
}: {
  range: [number, number]
  move: PictureProps['move']
  width: number
}) {
  const sheet = useRef<HTMLDivElement>(null)
  const drag = useRef<Drag>(null)
  const frame = useRef(0)
  const wasMoved = useRef(false)
  const key = range.join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was drawn anew lies where it belongs
  useLayoutEffect(() => {
    if (sheet.current !== null) sheet.current.style.transform = ''
  }, [key, width])
  const daysAt = ({ range: [from, to], by }: NonNullable<Drag>): [number, number] => {
    const days = (-by / width) * (to - from)
    return [from + days, to + days]
  }
  const begin = (x: number) => {
    drag.current = { x, range, by: 0 }
    wasMoved.current = false
  }
  const slide = (x: number) => {
    const it = drag.current
    if (it === null) return
    it.by = x - it.x
    if (Math.abs(it.by) > 3) wasMoved.current = true
    if (Math.abs(it.by) > width * BEYOND) {
      const next = daysAt(it)
      drag.current = { x, range: next, by: 0 }
      move(next)
      return
    }
    cancelAnimationFrame(frame.current)
    frame.current = requestAnimationFrame(() => {
      if (sheet.current !== null) sheet.current.style.transform = `translateX(${it.by}px)`
    })
  }
  const letGo = () => {
    const it = drag.current
    drag.current = null
    cancelAnimationFrame(frame.current)
    if (it === null) return
    const [from, to] = it.range
    // A click is no move, but what was moved on the way is written down.
    if (Math.abs(it.by) > 3 || from !== range[0] || to !== range[1]) move(daysAt(it), true)
  }
  /** A mark that was dragged is not opened where it is let go. */
  const click = (event: MouseEvent) => {
    if (!wasMoved.current) return
    wasMoved.current = false
    event.preventDefault()
    event.stopPropagation()
  }
  return { sheet, begin, slide, letGo, click }
}

/** A stretch of the axis that is being chosen, in pixels. */
function useBrush(dayAt: (x: number) => number) {
  const [view, change] = useView()
  const [brush, setBrush] = useState<[number, number] | null>(null)
  const end = () => {
    setBrush(null)
    if (brush === null || Math.abs(brush[1] - brush[0]) < 4) return
    const [from, to] = [Math.min(...brush), Math.max(...brush)].map(x => isoOf(dayAt(x)))
    change({
      from,
      to,
      view: from === undefined ? view.view : `${from}_${to}`,
      cursor: undefined,
      heap: undefined,
    })
  }
  return { brush, setBrush, end }
}

export function Picture({ data, kind, range, move }: PictureProps) {
  const { t } = useWords()
  const [box, width] = useWidth<HTMLDivElement>(900)
  const opening = useOpening()
  const size = range[1] - range[0]
  const [first, last] = [range[0] - size * BEYOND, range[1] + size * BEYOND]
  const wide = Math.round(width * (1 + 2 * BEYOND))
  const { lanes, tops, height } = useMemo(() => {
    const view = { from: first, to: last, pixels: wide, nameOf: (id: string) => nameIn(data, id) }
    const all = lanesOf(data.marks, kind, view).slice(0, MOST_LANES)
    let bottom = AXIS
    const heads = all.map(lane => {
      const top = bottom
      bottom += LANE_PAD + lane.rows * ROW
      return top
    })
    return { lanes: all, tops: heads, height: bottom }
  }, [data, kind, first, last, wide])
  const drawn = useMemo<[number, number]>(() => [first, last], [first, last])
  const { sheet, begin, slide, letGo, click } = useDrag({ range, move, width })
  const { brush, setBrush, end } = useBrush(x => range[0] + (x / width) * size)
  const zoom = useCallback(
    (by: number, at = 0.5) => {
      const next = Math.max(4, size * by)
      const middle = range[0] + size * at
      move([middle - next * at, middle + next * (1 - at)], true)
    },
    [range, size, move],
  )
  const zoomAt = useRef(zoom)
  zoomAt.current = zoom
  useEffect(() => {
    const element = box.current
    if (element === null) return undefined
    // React's own listener is passive and could not keep the page from scrolling.
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const { left } = element.getBoundingClientRect()
      zoomAt.current(event.deltaY > 0 ? 1.2 : 1 / 1.2, (event.clientX - left) / element.clientWidth)
    }
    element.addEventListener('wheel', wheel, { passive: false })
    return () => element.removeEventListener('wheel', wheel)
  }, [box])
  const pan = (share: number) => move([range[0] + size * share, range[1] + size * share], true)
  const press = (event: KeyboardEvent) => {
    if (event.key === '+' || event.key === '=') zoom(1 / 1.5)
    else if (event.key === '-') zoom(1.5)
    else if (event.key === 'ArrowLeft') pan(-0.2)
    else if (event.key === 'ArrowRight') pan(0.2)
    else if (event.key === '0') move(wholeOf(data.marks), true)
    else return
    event.preventDefault()
  }
  const xOf = (event: PointerEvent<HTMLDivElement>) =>
    event.clientX - event.currentTarget.getBoundingClientRect().left
  const isOnAxis = (event: PointerEvent<HTMLDivElement>) =>
    event.clientY - event.currentTarget.getBoundingClientRect().top < AXIS
  const end1 = () => {
    letGo()
    end()
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
      {/* biome-ignore lint/a11y/useSemanticElements: no element is a picture that is moved by keys */}
      <div
        ref={box}
        className="pane"
        role="group"
        aria-label={t.timeline.help}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture is moved by keys; the list below says the same
        tabIndex={0}
        style={{ height: height + 4 }}
        onKeyDown={press}
        onPointerDown={event => {
          const x = xOf(event)
          if (isOnAxis(event)) setBrush([x, x])
          else begin(event.clientX)
        }}
        onPointerMove={event => {
          if (brush === null) slide(event.clientX)
          else setBrush([brush[0], xOf(event)])
        }}
        onPointerUp={end1}
        onPointerLeave={end1}
        onClickCapture={click}
        onDragStart={event => event.preventDefault()}
      >
        <div ref={sheet} className="sheet" style={{ width: wide, insetInlineStart: -width * BEYOND }}>
          <Drawing lanes={lanes} tops={tops} height={height} range={drawn} width={wide} {...opening} />
        </div>
        <svg className="heads" viewBox={`0 0 ${width} ${height + 4}`} width={width} height={height + 4}>
          <title>{t.timeline.lanes}</title>
          {lanes.map((lane, i) => (
            <g key={lane.id}>
              <line className="axis" x1={0} x2={width} y1={tops[i]} y2={tops[i]} />
              <text className="lane" x={0} y={(tops[i] ?? 0) + 14}>
                {lane.name} {lane.name === '' ? '' : lane.count}
              </text>
            </g>
          ))}
          {brush === null ? null : (
            <rect
              className="brush"
              x={Math.min(...brush)}
              width={Math.abs(brush[1] - brush[0])}
              y={0}
              height={height}
            />
          )}
        </svg>
      </div>
      <figcaption>
        {t.timeline.help} {t.timeline.brush} {t.common.events(data.marks.length)}.
      </figcaption>
    </figure>
  )
}
