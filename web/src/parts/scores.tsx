/** How well groups of forecasts did, each score with its interval; what they are held against stands below. */
import type { Score } from '../../../src/analyse/ledger/scores.ts'
import { useWords } from '../i18n/index.tsx'

export type PlainScore = Omit<Score, 'entries'>
export interface ScoresAnswer {
  answer: { scores: PlainScore[] }
}

const two = (value: number | null): string => (value === null ? '—' : value.toFixed(2).replace('-', '−'))

function Ranged({ value, range }: { value: number | null; range: readonly [number, number] | null }) {
  return (
    <td className="number">
      {two(value)}
      {range === null ? null : (
        <span className="quiet small range">
          <br />[{two(range[0])}–{two(range[1])}]
        </span>
      )}
    </td>
  )
}

export function ScoreTable({ scores }: { scores: readonly PlainScore[] }) {
  const { t } = useWords()
  const isRanked = scores.some(({ rank }) => rank !== null)
  const isSkilled = scores.some(({ skill }) => skill !== null)
  return (
    <div className="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{t.ledger.group}</th>
            <th scope="col" className="number">
              {t.ledger.settled}
            </th>
            <th scope="col" className="number">
              {t.ledger.brier}
            </th>
            <th scope="col" className="number">
              {t.ledger.log}
            </th>
            <th scope="col" className="number">
              {t.ledger.came}
            </th>
            {isSkilled ? (
              <th scope="col" className="number">
                {t.ledger.skill}
              </th>
            ) : null}
            {isRanked ? (
              <th scope="col" className="number">
                {t.ledger.rank}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {scores.map(score => (
            <tr key={score.name} className={score.baseline ? 'quiet' : ''}>
              <th scope="row">
                {score.name}
                {score.baseline ? <i> ({t.ledger.baseline})</i> : null}
              </th>
              <td className="number">
                {score.n}/{score.of}
              </td>
              <Ranged value={score.brier} range={score.brierRange} />
              <Ranged value={score.log} range={score.logRange} />
              <td className="number">{score.rate === null ? '—' : `${Math.round(score.rate * 100)} %`}</td>
              {isSkilled ? <td className="number">{two(score.skill)}</td> : null}
              {isRanked ? <td className="number">{score.rank ?? ''}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
