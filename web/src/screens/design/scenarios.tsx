/** What if: the factors that are held, and what it brings, alone and compared. */
import type { EdgeRow, FactorRow } from '../../../../src/analyse/scenario/rows.ts'
import { Side } from '../../parts/what-if.tsx'
import { Keeping } from '../../parts/what-if-file.tsx'
import type { Held } from '../../parts/what-if-held.ts'
import { Result, type ScenarioAnswer, SIDES } from '../../parts/what-if-table.tsx'
import { nothing, Part } from './part.tsx'
import { EVIDENCE, NAMES } from './sample.ts'

const FACTORS = ['talks', 'catch', 'quarrels', 'visits', 'prices'].map(id => ({ id, name: id }))
const SET: Held[] = [
  { factor: 'talks', level: 'very-high' },
  { factor: 'prices', level: 'low' },
]

const EDGE: EdgeRow = {
  edge: 'talks>catch',
  cause: 'talks',
  effect: 'catch',
  causeName: 'talks',
  effectName: 'catch',
  sign: '+',
  belief: 72,
  against: 0,
  strength: 40,
  drawn: '',
  drawnAgainst: null,
  origins: 2,
  passages: 2,
  evidence: EVIDENCE.slice(0, 2),
  evidenceAgainst: [],
}
const LESS: EdgeRow = {
  ...EDGE,
  edge: 'talks>quarrels',
  effect: 'quarrels',
  effectName: 'quarrels',
  sign: '-',
  belief: 55,
  evidence: EVIDENCE.slice(1, 2),
  evidenceAgainst: EVIDENCE.slice(2),
}

const UP: FactorRow = {
  factor: 'catch',
  name: 'catch',
  direction: 'up',
  leaning: 'up',
  stability: 100,
  belief: 72,
  rank: 1,
  rankStability: 100,
  course: [],
  variants: [],
  disagreements: [],
  paths: [{ push: 'up', edges: [EDGE] }],
  flips: [{ edge: EDGE.edge, origin: null, to: 'none', edges: [], evidence: [] }],
}
const ANSWER: ScenarioAnswer = {
  answer: {
    factors: [
      UP,
      {
        ...UP,
        factor: 'quarrels',
        name: 'quarrels',
        direction: 'down',
        leaning: 'down',
        stability: 84,
        paths: [{ push: 'down', edges: [LESS] }],
        flips: [{ edge: null, origin: 'b', to: 'up', edges: [], evidence: [] }],
      },
      { ...UP, factor: 'visits', name: 'visits', direction: 'unclear', stability: 61, flips: [] },
    ],
    unmoved: ['prices'],
  },
  names: NAMES,
}
const EMPTY: ScenarioAnswer = { answer: { factors: [], unmoved: [] }, names: NAMES }

export function Scenarios() {
  const scenario = { set: SET, against: [], by: undefined, asOf: undefined }
  return (
    <>
      <Part name="what if: factors that are held, on both sides">
        <Keeping scenario={scenario} load={nothing} />
        <div className="columns">
          <Side title={SIDES[0]} factors={FACTORS} held={SET} hold={nothing} />
          <Side title={SIDES[1]} factors={FACTORS} held={[]} hold={nothing} />
        </div>
      </Part>
      <Part name="what if: up, down, unclear">
        <Result data={ANSWER} />
      </Part>
      <Part name="what if: one against the other">
        <Result data={ANSWER} alone={[ANSWER, EMPTY]} />
      </Part>
      <Part name="what if: nothing moves">
        <Result data={EMPTY} />
      </Part>
    </>
  )
}
