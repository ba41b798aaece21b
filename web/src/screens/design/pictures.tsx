/** The index, the timeline with every precision and status, issues over time, and how forecasts fared. */
import type { Bin } from '../../../../src/analyse/ledger/measures.ts'
import { LANE_KINDS, type Mark, wholeOf } from '../../../../src/serve/lanes.ts'
import type { IndexAnswer, IssueHead, IssueStrip } from '../../answers.ts'
import { Calibration } from '../../parts/calibration.tsx'
import { ClosenessBar } from '../../parts/closeness.tsx'
import { IndexChart } from '../../parts/index-chart.tsx'
import { Issues } from '../../parts/issue-directions.tsx'
import { reachOf, Strip, StripAxis } from '../../parts/issue-strip.tsx'
import { type PlainScore, ScoreTable } from '../../parts/scores.tsx'
import type { Counted } from '../../parts/timeline-days.ts'
import { Picture } from '../../parts/timeline-picture.tsx'
import { Answered, nothing, Part } from './part.tsx'
import { DATES, day, EVENTS, NAMES } from './sample.ts'

const INDEX: IndexAnswer = {
  series: [-2, -4, null, 1, 3, 5].map((net, i) => ({
    start: `${2016 + i}-01-01`,
    end: `${2016 + i}-12-31`,
    net,
    cooperation: net === null ? null : Math.max(0, net),
    conflict: net === null ? null : Math.min(0, net),
    verbal: net,
    material: 0,
    band: net === null ? null : [net - 1.5, net + 1.2],
    events: net === null ? 0 : 6 + i,
    origins: 3,
    documents: net === null ? 0 : 3 + i,
    evidence: [],
  })),
  turningPoints: [{ start: '2019-01-01', end: '2019-12-31', from: -4, to: 1, events: ['sample'] }],
  unplaced: 0,
}

/** Each status by each precision: a lane a status. */
const MARKS: readonly Mark[] = EVENTS.flatMap(event =>
  DATES.filter(date => date !== null && date.precision !== 'decade').flatMap((date, i) =>
    date === null
      ? []
      : [
          {
            ...event,
            id: `${event.id}-${i}`,
            date,
            issues: [event.status],
            actors: [],
            outlets: [],
          },
        ],
  ),
)

const nameOf = Object.fromEntries(EVENTS.map(({ status }) => [status, status]))
const COUNTED: Counted = {
  total: MARKS.length,
  whole: wholeOf(MARKS),
  marks: [...MARKS],
  width: 1,
  all: [],
  lanes: EVENTS.map(({ status }, i) => ({
    id: status,
    count: 90,
    bins: Array.from({ length: 9 }, (_, at): [number, number, number] => [
      18_640 + at * 20,
      4 + at,
      (at * i) / 3,
    ]),
  })),
  actors: {},
  issues: nameOf,
}

const STEPS = [
  'opened',
  'contested',
  'negotiating',
  'settled-by-one',
  'settled',
  'reopened',
  'dormant',
] as const
const STRIP: IssueStrip = {
  issue: 'fishing',
  name: 'Fishing',
  state: 'dormant',
  since: day('2022-01-01', '2022-01-01'),
  lastHeard: '2023-01-01',
  origins: 4,
  closeness: [],
  of: STEPS.length,
  steps: STEPS.map((step, at) => ({ at, step, date: day(`${2016 + at}-01-01`, `${2016 + at}-01-01`) })),
  standings: [],
}

const HEAD: Omit<IssueHead, 'state' | 'from'> = {
  issue: 'fishing',
  name: 'Fishing',
  since: day('2021-05-09', '2021-05-09'),
  moved: { id: 'sample', title: 'Norway and Peru meet in Bergen' },
}
const HEADS: readonly IssueHead[] = [
  { ...HEAD, state: 'settled', from: 'contested' },
  { ...HEAD, issue: 'b', name: 'Tariffs', state: 'reopened', from: 'settled' },
  { ...HEAD, issue: 'c', name: 'Harbours', state: 'contested', from: 'contested' },
  { ...HEAD, issue: 'd', name: 'Whales', state: 'dormant', from: 'opened', moved: null },
  { ...HEAD, issue: 'e', name: 'Ice', state: 'opened', from: 'none' },
]

const SCORE: PlainScore = {
  name: 'Kari Vik',
  baseline: false,
  n: 12,
  of: 20,
  brier: 0.18,
  brierRange: [0.1, 0.28],
  log: 0.55,
  logRange: [0.32, 0.9],
  rate: 0.75,
  skill: 0.21,
  calibration: [],
  murphy: null,
  rank: 1,
}
const SCORES: readonly PlainScore[] = [
  SCORE,
  {
    ...SCORE,
    name: 'nobody settled',
    n: 0,
    brier: null,
    brierRange: null,
    log: null,
    logRange: null,
    rate: null,
    skill: null,
    rank: null,
  },
  { ...SCORE, name: 'base rate of the others', baseline: true, skill: null, rank: null },
]
const BINS: readonly Bin[] = [0.1, 0.3, 0.5, 0.7, 0.9].map(
  (said, i): Bin => ({
    from: said - 0.1,
    to: said + 0.1,
    n: 2 + i * 3,
    said,
    came: said ** 1.5,
    interval: [Math.max(0, said ** 1.5 - 0.2), Math.min(1, said ** 1.5 + 0.2)],
  }),
)

function Timelines() {
  const [from, to] = COUNTED.whole
  return (
    <>
      <Part name="the timeline: a lane a status, a mark a precision">
        <Picture
          data={COUNTED}
          marks={COUNTED.marks}
          kind={LANE_KINDS[0]}
          range={COUNTED.whole}
          move={nothing}
        />
      </Part>
      <Part name="the timeline, zoomed in upon">
        <Picture
          data={COUNTED}
          marks={COUNTED.marks}
          kind={LANE_KINDS[0]}
          range={[from + (to - from) * 0.45, to - (to - from) * 0.4]}
          move={nothing}
        />
      </Part>
      <Part name="the timeline of many: drawn from how many there are">
        <Picture data={COUNTED} marks={null} kind={LANE_KINDS[0]} range={[18_600, 18_860]} move={nothing} />
      </Part>
    </>
  )
}

export function Pictures() {
  const reach = reachOf([STRIP])
  return (
    <>
      <Part name="the index, with a year of which too little is known">
        <IndexChart index={INDEX} grain="year" />
      </Part>
      <Timelines />
      <Part name="an issue over time: all states of affairs, one of them opened">
        <Strip matter={STRIP} reach={reach} opened={3} />
        <StripAxis reach={reach} />
      </Part>
      <Part name="issues by where they went">
        <Answered by={{ '/api/issues': { items: HEADS } }}>
          <Issues latest="2021-06-01" />
        </Answered>
      </Part>
      <Part name="closeness: opposed, between, at one, not to be said">
        <ul>
          {[-1, -0.2, 1, null].map(value => (
            <li key={value}>
              <ClosenessBar
                of={{ a: 'NOR', b: 'PER', value, quarters: 2, compared: 3, positions: [] }}
                names={NAMES}
              />
            </li>
          ))}
        </ul>
      </Part>
      <Part name="calibration">
        <Calibration bins={BINS} />
      </Part>
      <Part name="scores: ranked, of nothing settled, and what they are held against">
        <ScoreTable scores={SCORES} />
      </Part>
    </>
  )
}
