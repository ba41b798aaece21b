/** The timeline as it is drawn: what moves when it is dragged, and the heads of the lanes, which stay. */
import { scaleUtc } from 'd3-scale'
import { memo } from 'react'
import type { Range } from '../../../src/serve/lanes.ts'
import { tickText } from '../i18n/dates.ts'
import { useWords } from '../i18n/index.tsx'
import { LaneMarks, type Opening } from './lane-marks.tsx'
import type { Lane } from './lanes.ts'

/** Height of the axis, in pixels. */
export const AXIS = 24
const DAY = 86_400_000
/** So many days, edges included, have a January in sight. */
const YEARS = 900

/** Lanes from top to bottom. */
export interface Layout {
  lanes: readonly Lane[]
  tops: readonly number[]
  height: number
}

interface DrawingProps extends Opening, Layout {
  /** Days at the edges, and how wide that is. */
  range: Range
  width: number
}

/** Everything that moves when it is dragged. Drawn anew only when the days or the events have changed. */
export const Drawing = memo(function Drawing({
  lanes,
  tops,
  height,
  range,
  width,
  ...opening
}: DrawingProps) {
  const { t, language } = useWords()
  const scale = scaleUtc([new Date(range[0] * DAY), new Date(range[1] * DAY)], [0, width])
  const x = (day: number): number => scale(new Date(day * DAY))
  const ticks = scale.ticks(Math.max(2, Math.floor(width / 100)))
  const step = ticks.every(tick => tick.getUTCMonth() === 0 && tick.getUTCDate() === 1)
    ? 'year'
    : ticks.every(tick => tick.getUTCDate() === 1)
      ? range[1] - range[0] > YEARS
        ? 'month of many'
        : 'month'
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

export function Heads({
  layout: { lanes, tops, height },
  width,
  brush,
}: {
  layout: Layout
  width: number
  /** The edges of the stretch that is being chosen. */
  brush: readonly [number, number] | null
}) {
  const { t } = useWords()
  return (
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
  )
}
