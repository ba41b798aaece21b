/** The index over time: its band, its line, turning points by name, articles a period beneath. */
import { scaleLinear, scaleTime } from 'd3-scale'
import { area, curveMonotoneX, line } from 'd3-shape'
import type { IndexAnswer, IndexPoint } from '../answers.ts'
import type { Mark } from '../api.ts'
import { intervalText, tickText } from '../i18n/dates.ts'
import { useWords } from '../i18n/index.tsx'
import { useWidth } from './size.ts'

const HEIGHT = 300
const MARGIN = { top: 18, right: 16, bottom: 58, left: 40 }
const DOCUMENTS = 26

interface Known extends IndexPoint {
  net: number
  band: readonly [number, number]
  middle: Date
}

function middleOf({ start, end }: IndexPoint): Date {
  return new Date((Date.parse(`${start}T00:00:00Z`) + Date.parse(`${end}T23:59:59Z`)) / 2)
}

/** Runs of periods that all have numbers: no line is drawn over a gap. */
function runsOf(series: readonly IndexPoint[]): Known[][] {
  const runs: Known[][] = []
  let isOpen = false
  for (const point of series) {
    const { net, band } = point
    if (net === null) isOpen = false
    else {
      if (!isOpen) runs.push([])
      isOpen = true
      runs.at(-1)?.push({ ...point, net, band: band ?? [net, net], middle: middleOf(point) })
    }
  }
  return runs
}

const signed = (value: number): string =>
  value > 0 ? `+${value.toFixed(1)}` : value.toFixed(1).replace('-', '−')

/** Events as ticks on the middle line: up and down by what they do, longer where they weigh more. */
function Ticks({ marks, x, zero }: { marks: readonly Mark[]; x: (day: Date) => number; zero: number }) {
  const { t, language } = useWords()
  return marks.map(({ id, title, date, intensity }) => {
    const [start, end] = [date.start ?? date.end, date.end ?? date.start]
    if (start === null || end === null) return null
    const at = x(new Date((Date.parse(`${start}T00:00:00Z`) + Date.parse(`${end}T23:59:59Z`)) / 2))
    const length = 3 + Math.abs(intensity) * 1.6
    return (
      <a key={id} href={`/events/${id}`} className="tick">
        <title>{`${intervalText(date, language, t)}: ${title}`}</title>
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

export function IndexChart({
  index,
  grain,
  marks = [],
}: {
  index: IndexAnswer
  grain: string
  marks?: readonly Mark[]
}) {
  const { t, language } = useWords()
  const [box, width] = useWidth<HTMLDivElement>(900)
  const { series, turningPoints } = index
  const [first, last] = [series[0], series.at(-1)]
  if (first === undefined || last === undefined) return null
  const x = scaleTime(
    [new Date(`${first.start}T00:00:00Z`), new Date(`${last.end}T23:59:59Z`)],
    [MARGIN.left, width - MARGIN.right],
  )
  const reach = Math.max(4, ...series.flatMap(({ band, net }) => [...(band ?? []), net ?? 0]).map(Math.abs))
  const y = scaleLinear([-reach, reach], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice()
  const most = Math.max(1, ...series.map(({ documents }) => documents))
  const ticks = x.ticks(Math.max(2, Math.floor(width / 110)))
  const yearly = ticks.every(tick => tick.getUTCMonth() === 0)
  const runs = runsOf(series)
  const path = line<Known>(
    p => x(p.middle),
    p => y(p.net),
  ).curve(curveMonotoneX)
  const band = area<Known>(
    p => x(p.middle),
    p => y(p.band[0]),
    p => y(p.band[1]),
  ).curve(curveMonotoneX)
  const events = series.reduce((sum, point) => sum + point.events, 0)
  const documents = series.reduce((sum, point) => sum + point.documents, 0)
  const hrefOf = ({ start, end }: IndexPoint) => `/timeline?from=${start}&to=${end}`
  const periodOf = ({ start, end }: IndexPoint) =>
    intervalText({ start, end, precision: 'range', basis: 'stated' }, language, t)
  return (
    <figure>
      <div ref={box}>
        <svg viewBox={`0 0 ${width} ${HEIGHT}`}>
          <title>{t.overview.title}</title>
          {y.ticks(5).map(tick => (
            <g key={tick}>
              <line
                x1={MARGIN.left}
                x2={width - MARGIN.right}
                y1={y(tick)}
                y2={y(tick)}
                className={tick === 0 ? 'zero' : 'axis'}
              />
              <text x={MARGIN.left - 8} y={y(tick) + 4} textAnchor="end">
                {signed(tick).replace('.0', '')}
              </text>
            </g>
          ))}
          <text className="label-coop" x={MARGIN.left + 4} y={MARGIN.top + 4}>
            {t.overview.cooperation} ↑
          </text>
          <text className="label-conf" x={MARGIN.left + 4} y={HEIGHT - MARGIN.bottom - 4}>
            {t.overview.conflict} ↓
          </text>
          {ticks.map(tick => (
            <text key={tick.toISOString()} x={x(tick)} y={HEIGHT - MARGIN.bottom + 18} textAnchor="middle">
              {tickText(tick, yearly ? 'year' : 'month', language)}
            </text>
          ))}
          {runs.map(run => (
            <g key={run[0]?.start}>
              <path d={band(run) ?? ''} fill="var(--raised)" stroke="var(--hair)" />
              <path d={path(run) ?? ''} fill="none" stroke="var(--ink)" strokeWidth={2} />
            </g>
          ))}
          <Ticks
            marks={marks.filter(
              ({ date }) => (date.end ?? '') >= first.start && (date.start ?? '9') <= last.end,
            )}
            x={x}
            zero={y(0)}
          />
          {runs.flat().map(point => (
            <a key={point.start} href={hrefOf(point)}>
              <circle
                cx={x(point.middle)}
                cy={y(point.net)}
                r={Math.min(7, 3 + Math.sqrt(point.events))}
                fill={point.origins < 2 ? 'var(--paper)' : point.net < 0 ? 'var(--conf)' : 'var(--coop)'}
                stroke={point.net < 0 ? 'var(--conf)' : 'var(--coop)'}
                strokeWidth={2}
              >
                <title>{`${periodOf(point)}: ${signed(point.net)}, ${t.common.events(point.events)}`}</title>
              </circle>
            </a>
          ))}
          {turningPoints.map(({ start, from, to }) => {
            const point = series.find(it => it.start === start)
            if (point?.net == null) return null
            return (
              <text
                key={start}
                x={x(middleOf(point))}
                y={y(point.net) + (to > from ? -12 : 22)}
                textAnchor="middle"
              >
                {to > from ? '▲' : '▼'} {signed(to)}
              </text>
            )
          })}
          {series.map(point => {
            const [left, right] = [
              x(new Date(`${point.start}T00:00:00Z`)),
              x(new Date(`${point.end}T23:59:59Z`)),
            ]
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
                <title>{`${periodOf(point)}: ${t.common.documents(point.documents)}`}</title>
              </rect>
            )
          })}
        </svg>
      </div>
      <figcaption>
        {t.overview.source(events, documents)} {t.overview.band} {marks.length === 0 ? '' : t.overview.marks}
      </figcaption>
      <details>
        <summary>{t.common.table}</summary>
        <table>
          <thead>
            <tr>
              <th>{grain}</th>
              <th className="number">{t.overview.title}</th>
              <th className="number">{t.overview.cooperation}</th>
              <th className="number">{t.overview.conflict}</th>
              <th className="number">n</th>
            </tr>
          </thead>
          <tbody>
            {series.map(point => (
              <tr key={point.start}>
                <td>{periodOf(point)}</td>
                <td className="number">
                  {point.net === null ? '—' : signed(point.net)}
                  {point.band === null ? '' : ` (${signed(point.band[0])} … ${signed(point.band[1])})`}
                </td>
                <td className="number">{point.cooperation === null ? '—' : signed(point.cooperation)}</td>
                <td className="number">{point.conflict === null ? '—' : signed(point.conflict)}</td>
                <td className="number">{point.events}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
