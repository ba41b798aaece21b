/** The timeline as a picture: dragged, zoomed, and brushed along its axis. */
import { type KeyboardEvent, type PointerEvent, useMemo } from 'react'
import { type LaneKind, type Mark, NO_ISSUE, type Range } from '../../../src/serve/lanes.ts'
import { useWords } from '../i18n/index.tsx'
import { LANE_PAD, ROW } from './lane-marks.tsx'
import { heapedLanes, lanesOf } from './lanes.ts'
import { useWidth } from './size.ts'
import { BEYOND, type Counted, type Move, nameIn } from './timeline-days.ts'
import { AXIS, Drawing, Heads, type Layout } from './timeline-drawing.tsx'
import { TimelineKey } from './timeline-key.tsx'
import { useBrush, useDrag, useZoom } from './timeline-moves.ts'
import { useOpening } from './timeline-opening.ts'

const MOST_LANES = 14
/** By a button or a key. */
const ZOOM = 1.5
const PAN = 0.2

interface PictureProps {
  data: Counted
  /** The events in view, where they are drawn one by one. */
  marks: readonly Mark[] | null
  kind: LaneKind
  range: Range
  move: Move
}

interface Sheet extends Layout {
  /** The days that are drawn, and how wide that is. */
  drawn: Range
  wide: number
}

/** The lanes of the days in view, and of some beyond both edges. */
function useSheet({ data, marks, kind, range }: Omit<PictureProps, 'move'>, width: number): Sheet {
  const { t } = useWords()
  const { noIssue } = t.timeline
  const size = range[1] - range[0]
  const [first, last] = [range[0] - size * BEYOND, range[1] + size * BEYOND]
  const wide = Math.round(width * (1 + 2 * BEYOND))
  return useMemo(() => {
    const view = { from: first, to: last, pixels: wide, nameOf: (id: string) => nameIn(data, id, noIssue) }
    const all = marks === null ? heapedLanes(data.lanes, data.width, view) : lanesOf(marks, kind, view)
    const lanes = all.filter(({ id }, i) => i < MOST_LANES || id === NO_ISSUE)
    let bottom = AXIS
    const tops = lanes.map(lane => {
      const top = bottom
      bottom += LANE_PAD + lane.rows * ROW
      return top
    })
    return { lanes, tops, height: bottom, drawn: [first, last], wide }
  }, [data, marks, kind, first, last, wide, noIssue])
}

interface Buttons {
  zoom: (by: number) => void
  showWhole: () => void
}

function ZoomButtons({ zoom, showWhole }: Buttons) {
  const { t } = useWords()
  return (
    <div className="take no-print">
      <button type="button" onClick={() => zoom(1 / ZOOM)}>
        {t.timeline.zoomIn} +
      </button>
      <button type="button" onClick={() => zoom(ZOOM)}>
        {t.timeline.zoomOut} −
      </button>
      <button type="button" onClick={showWhole}>
        {t.timeline.whole}
      </button>
    </div>
  )
}

function keysOf({ range, move, zoom, showWhole }: Pick<PictureProps, 'range' | 'move'> & Buttons) {
  const pan = (share: number) => {
    const days = (range[1] - range[0]) * share
    move([range[0] + days, range[1] + days], true)
  }
  return (event: KeyboardEvent) => {
    if (event.key === '+' || event.key === '=') zoom(1 / ZOOM)
    else if (event.key === '-') zoom(ZOOM)
    else if (event.key === 'ArrowLeft') pan(-PAN)
    else if (event.key === 'ArrowRight') pan(PAN)
    else if (event.key === '0') showWhole()
    else return
    event.preventDefault()
  }
}

type Pointer = PointerEvent<HTMLDivElement>
const xOf = (event: Pointer): number => event.clientX - event.currentTarget.getBoundingClientRect().left
const isOnAxis = (event: Pointer): boolean =>
  event.clientY - event.currentTarget.getBoundingClientRect().top < AXIS

export function Picture({ data, marks, kind, range, move }: PictureProps) {
  const { t } = useWords()
  const [box, width] = useWidth<HTMLDivElement>(900)
  const opening = useOpening()
  const { drawn, wide, ...layout } = useSheet({ data, marks, kind, range }, width)
  const { sheet, begin, slide, letGo, click } = useDrag({ range, move, width })
  const { brush, setBrush, end } = useBrush(x => range[0] + (x / width) * (range[1] - range[0]))
  const zoom = useZoom(box, range, move)
  const showWhole = () => move(data.whole, true)
  const release = () => {
    letGo()
    end()
  }
  return (
    <figure className="timeline">
      <ZoomButtons zoom={zoom} showWhole={showWhole} />
      {/* biome-ignore lint/a11y/useSemanticElements: no element is a picture that is moved by keys */}
      <div
        ref={box}
        className="pane"
        role="group"
        aria-label={t.timeline.help}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture is moved by keys; the list below says the same
        tabIndex={0}
        style={{ height: layout.height + 4 }}
        onKeyDown={keysOf({ range, move, zoom, showWhole })}
        onPointerDown={event => {
          const x = xOf(event)
          if (isOnAxis(event)) setBrush([x, x])
          else begin(event.clientX)
        }}
        onPointerMove={event => {
          if (brush === null) slide(event.clientX)
          else setBrush([brush[0], xOf(event)])
        }}
        onPointerUp={release}
        onPointerLeave={release}
        onClickCapture={click}
        onDragStart={event => event.preventDefault()}
      >
        <div ref={sheet} className="sheet" style={{ width: wide, insetInlineStart: -width * BEYOND }}>
          <Drawing {...layout} range={drawn} width={wide} {...opening} />
        </div>
        <Heads layout={layout} width={width} brush={brush} />
      </div>
      <figcaption>
        <span className="help">
          {t.timeline.help} {t.timeline.brush}
        </span>{' '}
        {t.common.events(data.total)}.
        <TimelineKey isHeaped={layout.lanes.some(({ heaps }) => heaps.length > 0)} />
      </figcaption>
    </figure>
  )
}
