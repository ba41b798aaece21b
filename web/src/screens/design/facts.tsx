/** Facts: in rows, with their passages, in the margin, side by side, and on paper. */
import { useRef } from 'react'
import type { AnyFact } from '../../api.ts'
import { useWords } from '../../i18n/index.tsx'
import { Differing } from '../../parts/differing.tsx'
import { Facets } from '../../parts/facets.tsx'
import { EventRow, Passages } from '../../parts/facts.tsx'
import { Footnotes } from '../../parts/footnotes.tsx'
import { MarginNotes } from '../../parts/margin-notes.tsx'
import { Reasons } from '../../parts/reasons.tsx'
import { SideBySide } from '../../parts/side-by-side.tsx'
import { CORRECTIONS } from './corrections.ts'
import { Answered, Part } from './part.tsx'
import { day, EVENT, EVENTS, EVIDENCE, NAMES } from './sample.ts'

const FACETS = {
  actor: Array.from({ length: 10 }, (_, i) => ({
    value: `${i}`,
    label: `Actor ${i + 1}`,
    count: 40 - i * 4,
  })),
}

const STANCES = ['supports', 'opposes', 'demands', 'offers', 'considers-settled', 'undecided'] as const

const ACCOUNTS = {
  answer: {
    articles: [
      {
        document: 'a',
        outlet: 'The Harbour Gazette',
        published: day('2021-05-10', '2021-05-10'),
        copies: [{ document: 'c' }],
        passages: EVIDENCE.slice(0, 1),
        leavesOut: ['names'],
      },
      {
        document: 'b',
        outlet: 'Andes Monitor',
        published: null,
        copies: [],
        passages: EVIDENCE.slice(1, 2),
        leavesOut: [],
      },
    ],
    details: [
      { field: 'date', value: 'on Sunday', documents: ['a'], evidence: EVIDENCE.slice(0, 1), rival: true },
      { field: 'date', value: 'on Monday', documents: ['b'], evidence: EVIDENCE.slice(1, 2), rival: true },
      { field: 'place', value: 'Bergen', documents: ['a', 'b'], evidence: [...EVIDENCE], rival: false },
      { field: 'names', value: 'Norway', documents: ['b'], evidence: [], rival: false },
      { field: 'names', value: 'Peru', documents: ['b'], evidence: [], rival: false },
      { field: 'level', value: 'minister', documents: ['a'], evidence: [], rival: false },
    ],
  },
  names: NAMES,
}

const WHY = [
  'found by meeting (0.92) at a:0–82',
  'found by meeting-short (0.61) at b:0–45',
  'merged by place (1.4): both in Bergen',
  'merged by date (-0.6): one says Sunday, the other none',
  'kept apart by ordinal (-3.2): another is called the second round',
]

const NOTED: readonly AnyFact[] = [
  { kind: 'event', fact: EVENT },
  {
    kind: 'statement',
    fact: {
      id: 'said',
      speaker: { name: 'Kari Vik', actor: 'person/vik', affiliation: null },
      kind: 'direct',
      cue: 'said',
      text: '“We have talked long enough to know that we will talk again.”',
      date: null,
      issues: [],
      confidence: 0.8,
      evidence: EVIDENCE.slice(1, 2),
    },
  },
]

function Margin() {
  const text = useRef<HTMLDivElement>(null)
  return (
    <div className="article">
      <div className="article-text" ref={text}>
        <p>
          <mark className="event" data-facts={EVENT.id}>
            {EVIDENCE[0]?.quote}
          </mark>
        </p>
        <p>
          <mark className="statement" data-facts="said">
            {EVIDENCE[1]?.quote}
          </mark>
        </p>
      </div>
      <div className="margin">
        <MarginNotes text={text} facts={NOTED} names={NAMES} />
      </div>
    </div>
  )
}

function Rows() {
  const { t } = useWords()
  return (
    <>
      <Part name="events: four quadrants, four statuses; copies count once; a tag">
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

export function Facts() {
  return (
    <Answered by={{ '/api/corrections': CORRECTIONS, '/api/analyses/accounts?words=sample': ACCOUNTS }}>
      <Rows />
      <Part name="notes in the margin: a tag, a note; what the pointer is on stands out in both">
        <Margin />
      </Part>
      <Part name="accounts side by side: rivals, copies, what one of them alone says">
        <SideBySide id={EVENT.id} otherwise={null} />
      </Part>
      <Part name="accounts that differ">
        <Differing
          accounts={[
            {
              field: 'date',
              values: [
                { value: day('2021-05-09', '2021-05-09'), documents: ['a', 'c'] },
                { value: day('2021-05-10', '2021-05-10'), documents: ['b'] },
              ],
            },
          ]}
          names={NAMES}
        />
      </Part>
      <Part name="reasons: found, for, against, kept apart">
        <Reasons why={WHY} passages={EVIDENCE} names={NAMES} />
      </Part>
      <Part name="footnotes, which paper has">
        <div className="on-paper">
          <Footnotes facts={EVENTS} names={NAMES} />
        </div>
      </Part>
    </Answered>
  )
}
