/** An issue over time: a bar of its states of affairs, each part a step that can be opened. */
import { scaleTime } from 'd3-scale'
import { Link } from 'wouter'
import type { IssueStep, IssueStrip } from '../answers.ts'
import type { Interval } from '../api.ts'
import { intervalText, tickText } from '../i18n/dates.ts'
import { useWords } from '../i18n/index.tsx'
import { useWidth } from './size.ts'

const HEIGHT = 22
const AXIS = 20
/** So much of a letter, about, in CSS pixels. */
const LETTER = 6.6

const firstDay = ({ start, end }: Interval): string | null => start ?? end

/** What of an issue is drawn; `at` of a step is its place among all. */
type Matter = Pick<IssueStrip, 'issue' | 'name' | 'lastHeard' | 'steps'>

/** From the first step of any to the last day that anything is known of. */
export function reachOf(matters: readonly Matter[]): [string, string] {
  const days = matters.flatMap(({ steps, lastHeard }) => [
    lastHeard,
    ...steps.map(({ date }) => firstDay(date)).filter(day => day !== null),
  ])
  days.sort()
  return [days[0] ?? '2000-01-01', days.at(-1) ?? '2000-01-02']
}

interface Part {
  /** Place in the list of steps. */
  at: number
  step: IssueStep['step']
  date: Interval
  from: string
  to: string
}

/** Steps whose day is not known have no place in the picture; the list of steps has them. */
function partsOf({ steps }: Matter, last: string): Part[] {
  const dated = steps.flatMap(({ at, step, date }) => {
    const day = firstDay(date)
    return day === null ? [] : [{ at, step, date, day }]
  })
  return dated.flatMap(({ at, step, date, day }, i) => {
    const to = dated[i + 1]?.day ?? last
    return to === day && i < dated.length - 1 ? [] : [{ at, step, date, from: day, to }]
  })
}

const timeOf = (day: string): Date => new Date(`${day}T12:00:00Z`)

/** The years, or the months, beneath or above bars of the same reach. */
export function StripAxis({ reach }: { reach: [string, string] }) {
  const { language } = useWords()
  const [box, width] = useWidth<HTMLDivElement>(900)
  const x = scaleTime([timeOf(reach[0]), timeOf(reach[1])], [0, width])
  const ticks = x.ticks(Math.max(2, Math.floor(width / 110)))
  const yearly = ticks.every(tick => tick.getUTCMonth() === 0)
  return (
    <div ref={box} className="strip">
      <svg viewBox={`0 0 ${width} ${AXIS}`} aria-hidden="true">
        {ticks.map(tick => (
          <text
            key={tick.toISOString()}
            x={x(tick)}
            y={15}
            textAnchor={x(tick) < 20 ? 'start' : x(tick) > width - 20 ? 'end' : 'middle'}
          >
            {tickText(tick, yearly ? 'year' : 'month', language)}
          </text>
        ))}
      </svg>
    </div>
  )
}

/** A picture's name is read aloud as a whole: of a long way the last steps. */
const SAID = 12
const wayOf = (steps: Matter['steps']): IssueStep['step'][] => steps.slice(-SAID).map(({ step }) => step)

export function Strip({
  matter,
  reach,
  opened,
}: {
  matter: Matter
  reach: [string, string]
  opened?: number | undefined
}) {
  const { t, language } = useWords()
  const [box, width] = useWidth<HTMLDivElement>(900)
  const x = scaleTime([timeOf(reach[0]), timeOf(reach[1])], [0, width])
  return (
    <div ref={box} className="strip">
      <svg viewBox={`0 0 ${width} ${HEIGHT}`}>
        <title>{`${matter.name}: ${wayOf(matter.steps)
          .map(step => t.affairs[step])
          .join(' → ')}`}</title>
        {partsOf(matter, reach[1]).map(({ at, step, date: on, from, to }) => {
          const left = x(timeOf(from))
          const room = Math.max(4, x(timeOf(to)) - left - 1)
          const name = t.affairs[step]
          const date = intervalText(on, language, t)
          return (
            <Link
              key={at}
              href={`/issues/${encodeURIComponent(matter.issue)}?step=${at}`}
              aria-label={`${name}, ${date}`}
            >
              <rect
                className={`affair ${step}${at === opened ? ' chosen' : ''}`}
                x={left + 0.5}
                y={1}
                width={room}
                height={HEIGHT - 2}
              />
              <title>{`${date}: ${name}`}</title>
              {name.length * LETTER + 8 > room ? null : (
                <text className={`affair ${step}`} x={left + 6} y={HEIGHT / 2 + 4}>
                  {name}
                </text>
              )}
            </Link>
          )
        })}
      </svg>
    </div>
  )
}
