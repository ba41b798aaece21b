/** What was said against what came: a point for each bin of probabilities, with its interval. */
import type { Bin } from '../../../src/analyse/ledger/measures.ts'
import { useWords } from '../i18n/index.tsx'

const SIZE = 300
const LEFT = 44
const BOTTOM = 40
const TOP = 28
const WIDTH = LEFT + SIZE + 12
const SHARES = [0, 0.25, 0.5, 0.75, 1]

const percent = (share: number): string => `${Math.round(share * 100)} %`
const x = (share: number): number => LEFT + share * SIZE
const y = (share: number): number => TOP + (1 - share) * SIZE

export function Calibration({ bins }: { bins: readonly Bin[] }) {
  const { t } = useWords()
  return (
    <figure className="calibration">
      <svg viewBox={`0 0 ${WIDTH} ${TOP + SIZE + BOTTOM}`}>
        <title>{t.ledger.calibration}</title>
        {SHARES.map(share => (
          <g key={share}>
            <line className="axis" x1={x(0)} x2={x(1)} y1={y(share)} y2={y(share)} />
            <text x={LEFT - 8} y={y(share) + 4} textAnchor="end">
              {Math.round(share * 100)}
            </text>
            <text x={x(share)} y={y(0) + 18} textAnchor="middle">
              {Math.round(share * 100)}
            </text>
          </g>
        ))}
        <line className="zero" x1={x(0)} x2={x(1)} y1={y(0)} y2={y(1)} strokeDasharray="4 3" />
        <text x={x(0.5)} y={y(0) + 35} textAnchor="middle">
          {t.ledger.saidShare}, % →
        </text>
        <text x={x(0)} y={12}>
          ↑ {t.ledger.cameShare}, %
        </text>
        {bins.map(({ from, n, said, came, interval: [low, high] }) => (
          <g key={from}>
            <line
              x1={x(said)}
              x2={x(said)}
              y1={y(low)}
              y2={y(high)}
              stroke="var(--quiet)"
              strokeWidth={1.5}
            />
            <circle cx={x(said)} cy={y(came)} r={3 + Math.sqrt(n)} fill="var(--accent)">
              <title>{`${percent(said)} → ${percent(came)} (${percent(low)}–${percent(high)}), n = ${n}`}</title>
            </circle>
            <text x={x(said)} y={y(low) + 14} textAnchor="middle">
              {n}
            </text>
          </g>
        ))}
      </svg>
      <figcaption>{t.ledger.calibrationHow}</figcaption>
      <details>
        <summary>{t.common.table}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col" className="number">
                {t.ledger.saidShare}
              </th>
              <th scope="col" className="number">
                {t.ledger.cameShare}
              </th>
              <th scope="col" className="number">
                95 %
              </th>
              <th scope="col" className="number">
                {t.ledger.n}
              </th>
            </tr>
          </thead>
          <tbody>
            {bins.map(({ from, n, said, came, interval: [low, high] }) => (
              <tr key={from}>
                <td className="number">{percent(said)}</td>
                <td className="number">{percent(came)}</td>
                <td className="number">
                  {percent(low)}–{percent(high)}
                </td>
                <td className="number">{n}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
