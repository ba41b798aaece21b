/** One lane of the timeline: what stands alone, and what is drawn together. */
import { isoOf, type Range } from '../../../src/serve/lanes.ts'
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

/** The least and the most that a title is given beside its mark, in pixels. */
const [NARROW, BROAD] = [110, 330]

/** About so wide is a title as it is drawn; a letter of Chinese, Japanese or Korean is as wide as two. */
const widthOf = (title: string): number =>
  [...title].reduce((sum, letter) => sum + (letter < '\u1100' ? 5.5 : 11.5), 0)

/** As much of the title as fits before the next mark of the row; nothing where that says nothing. */
function titleWithin(title: string, room: number): string {
  if (room < NARROW) return ''
  const most = Math.min(room, BROAD)
  if (widthOf(title) <= most) return title
  const letters = Math.floor((title.length * most) / widthOf(title)) - 1
  return `${title.slice(0, letters).trimEnd()}…`
}

/** The title of a mark and where it stands: beside it, or on a stretch that is long enough. */
function besideOf({ placed }: Lane, at: number, x: (day: number) => number, [left, right]: Range) {
  const { mark, row } = placed[at] ?? {}
  const next = placed.slice(at + 1).find(it => it.row === row)
  const room = next === undefined ? BROAD : x(next.from) - right - 8
  const after = titleWithin(mark?.title ?? '', room)
  const isLong = right - left > BROAD
  const [text, start] = isLong ? [titleWithin(mark?.title ?? '', BROAD), left + 12] : [after, right]
  // A stretch is broken where its title stands.
  return { text, x: start, gap: isLong && text !== '' ? widthOf(text) + 8 : 0 }
}

interface MarksProps extends Opening {
  lane: Lane
  top: number
  x: (day: number) => number
}

/** The mark at this place of the lane: a point for a day, else a stretch. */
function OneMark({
  lane,
  top,
  x,
  open,
  at,
}: Pick<MarksProps, 'lane' | 'top' | 'x' | 'open'> & { at: number }) {
  const { t, language } = useWords()
  const placed = lane.placed[at]
  if (placed === undefined) return null
  const { mark, from, to, row } = placed
  const { date, quad, status } = mark
  const [left, right] = [x(from), x(to + 1)]
  const middle = (left + right) / 2
  const y = top + LANE_PAD + row * ROW
  const isPoint = date.precision === 'day' && date.start === date.end
  const isFirm = date.start !== null && date.end !== null && date.precision !== 'unknown'
  const colour = quad.endsWith('cooperation') ? 'coop' : 'conf'
  const beside = besideOf(lane, at, x, isPoint ? [middle - 5, middle + 9] : [left, right + 5])
  return (
    <a
      href={`/events/${mark.id}`}
      className={`mark ${colour} ${status} ${isFirm ? 'firm' : 'vague'} ${quad.startsWith('material') ? 'deed' : 'word'}`}
      onClick={event => {
        event.preventDefault()
        open(mark)
      }}
    >
      <title>{`${intervalText(date, language, t)}: ${mark.title} (${mark.type}, ${t.status[status]})`}</title>
      {isPoint ? (
        <circle cx={middle} cy={y} r={4.5} />
      ) : (
        <rect x={left} y={y - 4} width={Math.max(6, right - left)} height={8} rx={2} />
      )}
      {beside.gap === 0 ? null : (
        <path className="gap" d={`M${beside.x - 4} ${y - 5} h${beside.gap} v10 h${-beside.gap} z`} />
      )}
      {beside.text === '' ? null : (
        <text className="beside" x={beside.x} y={y + 4}>
          {beside.text}
        </text>
      )}
      {status === 'denied' ? <path d={`M${left - 2} ${y + 6} L${left + 10} ${y - 6}`} /> : null}
    </a>
  )
}

export function LaneMarks({ lane, top, x, open, hrefOf, openHeap }: MarksProps) {
  const { t } = useWords()
  const most = Math.max(1, ...lane.heaps.map(({ count }) => count))
  return (
    <>
      {lane.placed.map(({ mark }, at) => (
        <OneMark key={mark.id} lane={lane} top={top} x={x} open={open} at={at} />
      ))}
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
