/** What lies on the index, one layer over the other. */
import { area, curveMonotoneX, line } from 'd3-shape'
import type { IndexAnswer, IndexPoint } from '../answers.ts'
import type { Mark } from '../api.ts'
import { intervalText, tickText } from '../i18n/dates.ts'
import { useWords } from '../i18n/index.tsx'
import { HEIGHT, type Known, MARGIN, middleOf, type Scales, signed, usePeriodName } from './index-scales.ts'

/** Height of the most articles, in pixels. */
const DOCUMENTS = 26

export function Axes({ scales: { width, x, y, days, levels } }: { scales: Scales }) {
  const { t, language } = useWords()
  const yearly = days.every(day => day.getUTCMonth() === 0)
  return (
    <>
      {levels.map(level => (
        <g key={level}>
          <line
            x1={MARGIN.left}
            x2={width - MARGIN.right}
            y1={y(level)}
            y2={y(level)}
            className={level === 0 ? 'zero' : 'axis'}
          />
          <text x={MARGIN.left - 8} y={y(level) + 4} textAnchor="end">
            {signed(level).replace('.0', '')}
          </text>
        </g>
      ))}
      <text className="label-coop" x={MARGIN.left + 4} y={MARGIN.top + 4}>
        {t.overview.cooperation} ↑
      </text>
      <text className="label-conf" x={MARGIN.left + 4} y={HEIGHT - MARGIN.bottom - 4}>
        {t.overview.conflict} ↓
      </text>
      {days.map(day => (
        <text key={day.toISOString()} x={x(day)} y={HEIGHT - MARGIN.bottom + 18} textAnchor="middle">
          {tickText(day, yearly ? 'year' : 'month', language)}
        </text>
      ))}
    </>
  )
}

export function Runs({ runs, scales: { x, y } }: { runs: readonly Known[][]; scales: Scales }) {
  const path = line<Known>(
    p => x(p.middle),
    p => y(p.net),
  ).curve(curveMonotoneX)
  const band = area<Known>(
    p => x(p.middle),
    p => y(p.band[0]),
    p => y(p.band[1]),
  ).curve(curveMonotoneX)
  return runs.map(run => (
    <g key={run[0]?.start}>
      <path d={band(run) ?? ''} fill="var(--raised)" stroke="var(--hair)" />
      <path d={path(run) ?? ''} fill="none" stroke="var(--ink)" strokeWidth={2} />
    </g>
  ))
}

/** Events as ticks on the middle line: up and down by what they do, longer where they weigh more. */
export function Ticks({ marks, scales: { x, y } }: { marks: readonly Mark[]; scales: Scales }) {
  const { t, language } = useWords()
  const zero = y(0)
  return marks.map(({ id, title, date, intensity }) => {
    const [start, end] = [date.start ?? date.end, date.end ?? date.start]
    if (start === null || end === null) return null
    const at = x(middleOf({ start, end }))
    const length = 3 + Math.abs(intensity) * 1.6
    return (
      <a key={id} href={`/events/${id}`} className="tick">
        <title>{`${intervalText(date, language, t)}: ${title}`}</title>
        <path className="reach" d={`M${at} ${zero + 14} V${zero - 14}`} />
        <line
          className={intensity < 0 ? 'conf' : 'coop'}
          x1={at}
          x2={at}
          y1={zero}
          y2={zero + (intensity < 0 ? length : -length)}
        />
      </a>
    )
  })
}

/** A period opens its events; hollow where one article alone tells them. */
export function Points({ points, scales: { x, y } }: { points: readonly Known[]; scales: Scales }) {
  const { t } = useWords()
  const nameOf = usePeriodName()
  return points.map(point => {
    const colour = point.net < 0 ? 'var(--conf)' : 'var(--coop)'
    return (
      <a key={point.start} href={`/timeline?from=${point.start}&to=${point.end}`}>
        <circle
          cx={x(point.middle)}
          cy={y(point.net)}
          r={Math.min(7, 3 + Math.sqrt(point.events))}
          fill={point.origins < 2 ? 'var(--paper)' : colour}
          stroke={colour}
          strokeWidth={2}
        >
          <title>{`${nameOf(point)}: ${signed(point.net)}, ${t.common.events(point.events)}`}</title>
        </circle>
      </a>
    )
  })
}

export function Turns({
  index: { series, turningPoints },
  scales: { x, y },
}: {
  index: IndexAnswer
  scales: Scales
}) {
  return turningPoints.map(({ start, from, to }) => {
    const point = series.find(it => it.start === start)
    if (point?.net == null) return null
    return (
      <text key={start} x={x(middleOf(point))} y={y(point.net) + (to > from ? -12 : 22)} textAnchor="middle">
        {to > from ? '▲' : '▼'} {signed(to)}
      </text>
    )
  })
}

/** Articles a period, along the foot. */
export function Articles({ series, scales }: { series: readonly IndexPoint[]; scales: Scales }) {
  const { t } = useWords()
  const nameOf = usePeriodName()
  const most = Math.max(1, ...series.map(({ documents }) => documents))
  const bars = series.map(point => {
    const [left, right] = scales.edgesOf(point)
    const height = (point.documents / most) * DOCUMENTS
    return (
      <rect
        key={point.start}
        x={left + 1}
        width={Math.max(1, right - left - 2)}
        y={HEIGHT - height}
        height={height}
        fill="var(--hair)"
      >
        <title>{`${nameOf(point)}: ${t.common.documents(point.documents)}`}</title>
      </rect>
    )
  })
  return (
    <>
      <text x={MARGIN.left + 4} y={HEIGHT - DOCUMENTS - 6}>
        {t.nav.documents}
      </text>
      {bars}
    </>
  )
}
