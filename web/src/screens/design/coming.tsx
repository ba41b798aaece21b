/** What comes and goes: searches that are kept, what is new, what is being added, and who reads. */
import type { Adding, Watched } from '../../../../src/serve/desk.ts'
import { Progress } from '../../parts/adding.tsx'
import { SavedSearches } from '../../parts/saved-searches.tsx'
import { Changed, type Changes } from '../../parts/since.tsx'
import { Take } from '../../parts/take.tsx'
import { TakeRows } from '../../parts/take-rows.tsx'
import { Watches } from '../../parts/watches.tsx'
import { Queue } from '../../parts/workers.tsx'
import { Answered, Part } from './part.tsx'
import { day, EVENTS, EVIDENCE, NAMES } from './sample.ts'

const SAVED = {
  items: [
    { id: '1', name: 'Fishing talks', q: 'fishing talks', feed: '#feed', calendar: '#calendar' },
    {
      id: '2',
      name: '"open letter" -harbour',
      q: '"open letter" -harbour',
      feed: '#feed',
      calendar: '#calendar',
    },
  ],
}
const READER = { '/api/searches': SAVED, '/api/me': { name: 'ana', may: 'read', isLoggedIn: true } }
const WRITER = { '/api/searches': SAVED, '/api/me': { name: null, may: 'admin', isLoggedIn: false } }

const CHANGES: Changes = {
  known: true,
  version: '',
  documents: [],
  removed: 1,
  revised: [],
  counts: { events: 31, statements: 1 },
  events: [...EVENTS, ...EVENTS].map((event, i) => ({ ...event, id: `new-${i}` })),
  statements: [],
  grown: EVENTS.slice(0, 1),
  turned: [
    {
      id: 'turned',
      actor: 'PER',
      issue: 'fishing',
      summary: 'Peru would sign at once',
      stance: 'offers',
      date: null,
      confidence: 0.8,
      evidence: EVIDENCE.slice(1, 2),
    },
  ],
  due: [
    {
      id: 'due',
      text: 'The talks will end by June',
      by: null,
      probability: 0.7,
      horizon: day('2021-06-01', '2021-06-30', 'month'),
      outcome: 'overdue',
      resolvedBy: null,
      confidence: 0.8,
      evidence: EVIDENCE.slice(0, 1),
    },
  ],
  names: NAMES,
}

const READING: Adding = {
  job: 1,
  state: 'reading',
  total: 40,
  done: 17,
  current: 'harbour-gazette-17.html',
  added: 15,
  known: 2,
  again: 0,
  failed: [],
  warnings: [],
}
const DONE: Adding = {
  ...READING,
  state: 'done',
  done: 40,
  current: null,
  added: 36,
  again: 1,
  failed: [{ name: 'torn.zip', code: 'E_READ', message: 'the archive ends too early' }],
  warnings: [{ name: 'posts.json', code: 'W_JSON', message: 'two raw line breaks were mended' }],
}

const WATCH: Watched = {
  id: '1',
  name: 'The Harbour Gazette',
  kind: 'rss',
  url: 'https://gazette.example/feed',
  every: 60,
  status: 'active',
  last: '2031-06-01T09:30:00Z',
  due: '2031-06-01T10:30:00Z',
  failures: 0,
  total: 41,
  news: 2,
  message: null,
}
const WATCHES = {
  items: [
    WATCH,
    { ...WATCH, id: '2', name: 'Andes Monitor', last: null, total: 0 },
    {
      ...WATCH,
      id: '3',
      name: 'Fjord Post',
      status: 'quarantined',
      due: null,
      failures: 5,
      message: 'HTTP 503',
    },
    { ...WATCH, id: '4', name: 'Whale Weekly', status: 'ended', due: null },
  ],
}

const WORKER = { silent: 2, isBusy: true, batches: 12, documents: 1180, failures: 0 }

export function Coming() {
  return (
    <>
      <Part name="searches that are kept: here one can be kept, changed, or only opened">
        <Answered by={WRITER}>
          <SavedSearches q="herring" />
        </Answered>
        <Answered by={READER}>
          <SavedSearches q="fishing talks" />
        </Answered>
      </Part>
      <Part name="since one last looked: much, and nothing">
        <Changed changes={CHANGES} />
        <Changed changes={{ ...CHANGES, removed: 0, due: [] }} />
        <Changed changes={{ ...CHANGES, known: false }} />
      </Part>
      <Part name="adding: reading, bringing together, done with failures">
        <Progress adding={READING} />
        <Progress adding={{ ...READING, state: 'reconciling', done: 40, current: null }} />
        <Progress adding={DONE} />
      </Part>
      <Part name="watches: well, never visited, left alone, gone">
        <Answered by={{ '/api/watches': WATCHES }}>
          <Watches />
        </Answered>
      </Part>
      <Part name="the queue and its workers">
        <Queue
          it={{
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
              {
                source: 'torn.zip',
                code: 'E_READ',
                message: 'the archive ends too early',
                at: '2031-06-01T09:30:00Z',
              },
            ],
          }}
        />
      </Part>
      <Part name="a page's ways out: of a list of the server's, and of what is on screen">
        <Take list="events" />
        <TakeRows name="index" take={() => ({ columns: ['a'], rows: [[1]] })} />
      </Part>
    </>
  )
}
