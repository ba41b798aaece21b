/** One lane of the timeline: what stands alone, and what is drawn together. */
import { isoOf } from '../../../src/serve/lanes.ts'
import type { Mark } from '../api.ts'
import { intervalText } from '../i18n/dates.ts'
import { useWords } from '../i18n/index.tsx'
import type { Lane } from './lanes.ts'

export const ROW = 15
export const LANE_PAD = 26

export interface Opening {
  open: (mark: Mark) => void
  hrefOf: (lane: string, from: number, to: number) => string
  openHeap: (lane: string, from: number, to: number) => void
}

export function LaneMarks({
  lane,
  top,
  x,
  open,
  hrefOf,
  openHeap,
}: Opening & { lane: Lane; top: number; x: (day: number) => number }) {
  const { t, language } = useWords()
  const most = Math.max(1, ...lane.heaps.map(({ count }) => count))
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
      {lane.heaps.map(({ from, to, count, conflict }) => {
        const height = 6 + (count / most) * (ROW * 2 - 8)
        const bottom = top + LANE_PAD + ROW * 1.4
        const share = conflict / count
        return (
          <a
            key={from}
            className="heap"
            href={hrefOf(lane.id, from, to)}
            onClick={event => {
              event.preventDefault()
              openHeap(lane.id, from, to)
            }}
          >
            <title>{`${isoOf(from)} – ${isoOf(to)}: ${t.timeline.spread(count)}`}</title>
            <rect
              x={x(from) + 0.5}
              y={bottom - height}
              width={Math.max(1, x(to) - x(from) - 1)}
              height={height * (1 - share)}
              fill="var(--coop)"
            />
            <rect
              x={x(from) + 0.5}
              y={bottom - height * share}
              width={Math.max(1, x(to) - x(from) - 1)}
              height={height * share}
              fill="var(--conf)"
            />
          </a>
        )
      })}
    </>
  )
}
