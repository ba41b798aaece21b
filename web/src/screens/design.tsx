/** Every part in every state, in both themes: for whoever works on the workbench, not in what is shipped. */
import '../styles/design.css'
import type { ReactNode } from 'react'
import type { IndexAnswer } from '../answers.ts'
import type { Event, Interval, NamesFor, Passage } from '../api.ts'
import { useWords } from '../i18n/index.tsx'
import { Facets } from '../parts/facets.tsx'
import { EventRow, Passages, When } from '../parts/facts.tsx'
import { IndexChart } from '../parts/index-chart.tsx'
import { Failed, Loading, Nothing, NotThere } from '../parts/states.tsx'
import { Take } from '../parts/take.tsx'
import { Queue } from '../parts/workers.tsx'

const COLOURS = [
  'paper',
  'raised',
  'ink',
  'quiet',
  'hair',
  'accent',
  'coop',
  'coop-soft',
  'conf',
  'conf-soft',
  'mark',
]

const day = (start: string | null, end: string | null, precision: Interval['precision']): Interval => ({
  start,
  end,
  precision,
  basis: 'stated',
})
const DATES: readonly (Interval | null)[] = [
  day('2021-05-09', '2021-05-09', 'day'),
  day('2021-05-03', '2021-05-09', 'week'),
  day('2021-05-01', '2021-05-31', 'month'),
  day('2021-01-01', '2021-12-31', 'year'),
  day('2021-05-01', '2021-06-14', 'unknown'),
  day('2021-05-09', null, 'range'),
  day(null, '2021-05-09', 'range'),
  null,
]

const passage = (document: string, quote: string): Passage => ({
  document,
  start: 0,
  end: quote.length,
  quote,
})
const EVIDENCE = [
  passage('a', 'The two ministers met in Bergen on Sunday and agreed to reopen the fishing talks.'),
  passage('b', 'Ministers from both sides have met in Bergen.'),
  passage('c', 'The two ministers met in Bergen on Sunday.'),
]

const documentOf = (outlet: string, copyOf: string | null) => ({
  title: 'Ministers meet',
  outlet,
  source: outlet,
  published: day('2021-05-10', '2021-05-10', 'day'),
  copyOf,
})
const NAMES: NamesFor = {
  actors: {},
  issues: {},
  factors: {},
  documents: {
    a: documentOf('The Harbour Gazette', null),
    b: documentOf('Andes Monitor', null),
    c: documentOf('Fjord Post', 'a'),
  },
}

const BASE: Event = {
  id: 'sample',
  title: 'Norway and Peru meet in Bergen about the fishing talks',
  type: 'CONSULT',
  mode: 'visit',
  contexts: [],
  quad: 'verbal-cooperation',
  intensity: 2,
  status: 'reported',
  date: day('2021-05-09', '2021-05-09', 'day'),
  place: 'Bergen',
  source: [],
  target: [],
  states: ['NOR', 'PER'],
  issues: [],
  level: null,
  confidence: 0.9,
  claimedBy: [],
  disputedBy: [],
  accounts: [],
  history: [],
  formerIds: [],
  evidence: EVIDENCE,
}
const EVENTS: readonly Event[] = [
  BASE,
  {
    ...BASE,
    id: 'b',
    type: 'AID',
    quad: 'material-cooperation',
    status: 'planned',
    evidence: EVIDENCE.slice(0, 2),
  },
  {
    ...BASE,
    id: 'c',
    type: 'ACCUSE',
    quad: 'verbal-conflict',
    status: 'denied',
    evidence: EVIDENCE.slice(0, 1),
  },
  {
    ...BASE,
    id: 'd',
    type: 'SANCTION',
    quad: 'material-conflict',
    status: 'hypothetical',
    date: DATES[2] ?? BASE.date,
  },
]

const FACETS = {
  actor: Array.from({ length: 10 }, (_, i) => ({
    value: `${i}`,
    label: `Actor ${i + 1}`,
    count: 40 - i * 4,
  })),
}

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

const KINDS = ['event', 'statement', 'position', 'forecast', 'driver'] as const
const STANCES = ['supports', 'opposes', 'demands', 'offers', 'considers-settled', 'undecided'] as const

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className="section">
      <p className="quiet small">{name}</p>
      {children}
    </section>
  )
}

const WORKER = { silent: 2, isBusy: true, batches: 12, documents: 1180, failures: 0 }
const AT_WORK = {
  waiting: { batches: 31, files: 3082, oldest: 94 },
  again: 1,
  active: 2,
  dead: 1,
  record: 'being made',
  workers: [
    { id: 'north/4711', ...WORKER },
    { id: 'south/4712', ...WORKER, silent: 41, isBusy: false, failures: 2 },
  ],
  rate: { minute: 14.2, hour: 11.8 },
  troubles: 1,
  latest: [
    { source: 'torn.zip', code: 'E_READ', message: 'the archive ends too early', at: '2031-06-01T09:30:00Z' },
  ],
} as const

/** One word that never breaks, and a title as long as a paragraph: nothing may leave its column. */
const HUGE = `${'Unbreakable'.repeat(20)} ${'and a title that goes on and on '.repeat(12)}`

function States() {
  const { t } = useWords()
  return (
    <>
      <Part name="states: loading, nothing, failed, not there">
        <Loading />
        <Nothing />
        <Failed error={new Error('The server does not answer.')} again={() => {}} />
        <NotThere />
      </Part>
      <Part name="the queue and its workers">
        <Queue it={{ ...AT_WORK, workers: [...AT_WORK.workers], latest: [...AT_WORK.latest] }} />
      </Part>
      <Part name="words that are too long">
        <ol className="rows">
          <li>
            <span className="date">
              <When date={DATES[0] ?? null} />
            </span>
            <span className="title">{HUGE}</span>
          </li>
        </ol>
        <Failed error={new Error(HUGE)} />
      </Part>
      <Part name="the program does not answer">
        <p className="lost">{t.common.lost}</p>
      </Part>
      <Part name="a page's ways out">
        <Take list="events" />
      </Part>
    </>
  )
}

function Words() {
  const { t } = useWords()
  return (
    <>
      <Part name="type: sizes and faces">
        <h2>Heading of a section</h2>
        <h3>Heading within it</h3>
        <p>
          Text, <a href="#design-words">a link to its words</a>, <span className="quiet">quiet</span>,{' '}
          <span className="small">small</span>, <kbd>g</kbd> <kbd>t</kbd>,{' '}
          <button type="button" className="button">
            a button
          </button>
        </p>
        <input type="search" className="field" aria-label={t.search.title} placeholder={t.search.hint} />
      </Part>
      <Part name="an article, its marks, and the passage that is opened">
        <div className="article-text">
          <p>
            {KINDS.map(kind => (
              <span key={kind}>
                <mark className={kind}>{t.kind[kind]}</mark>{' '}
              </span>
            ))}
            <mark className="event here">The two ministers met in Bergen.</mark>
          </p>
        </div>
      </Part>
      <Part name="dates, by what is known of them">
        <ul>
          {DATES.map(date => (
            <li key={`${date?.start} ${date?.end} ${date?.precision}`}>
              <When date={date} />
            </li>
          ))}
        </ul>
      </Part>
    </>
  )
}

function Facts() {
  const { t } = useWords()
  return (
    <>
      <Part name="events: four quadrants, four statuses; copies count once">
        <ol className="rows">
          {EVENTS.map(event => (
            <EventRow key={event.id} event={event} names={NAMES} />
          ))}
        </ol>
      </Part>
      <Part name="passages">
        <Passages passages={EVIDENCE} names={NAMES} />
      </Part>
      <Part name="stances">
        <table className="matrix">
          <tbody>
            <tr>
              {STANCES.map(stance => (
                <td key={stance} className={`stance ${stance}`}>
                  <button type="button">{t.stance[stance]}</button>
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </Part>
      <Part name="facets: few and many, one chosen by the address (?actor=2)">
        <Facets facets={FACETS} names={['actor']} />
      </Part>
    </>
  )
}

function Sheet({ theme }: { theme: 'light' | 'dark' }) {
  return (
    <div data-theme={theme} className="sheet">
      <h2>{theme}</h2>
      <Part name="colours">
        <ul className="colours">
          {COLOURS.map(name => (
            <li key={name}>
              <span style={{ background: `var(--${name})` }} /> {name}
            </li>
          ))}
        </ul>
      </Part>
      <Words />
      <Facts />
      <Part name="the index, with a year of which too little is known">
        <IndexChart index={INDEX} grain="year" />
      </Part>
      <States />
    </div>
  )
}

export default function Design() {
  return (
    <>
      <h1>Design</h1>
      <div className="sheets">
        <Sheet theme="light" />
        <Sheet theme="dark" />
      </div>
    </>
  )
}
