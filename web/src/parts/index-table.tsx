/** The index as a table: the same numbers as the picture's. */
import type { IndexPoint } from '../answers.ts'
import { useWords } from '../i18n/index.tsx'
import { signed, usePeriodName } from './index-scales.ts'

const valueText = (value: number | null): string => (value === null ? '—' : signed(value))

export function IndexTable({ series, grain }: { series: readonly IndexPoint[]; grain: string }) {
  const { t } = useWords()
  const nameOf = usePeriodName()
  return (
    <details>
      <summary>{t.common.table}</summary>
      <table>
        <thead>
          <tr>
            <th>{grain}</th>
            <th className="number">{t.overview.title}</th>
            <th className="number">{t.overview.cooperation}</th>
            <th className="number">{t.overview.conflict}</th>
            <th className="number">n</th>
          </tr>
        </thead>
        <tbody>
          {series.map(point => (
            <tr key={point.start}>
              <td>{nameOf(point)}</td>
              <td className="number">
                {valueText(point.net)}
                {point.band === null ? '' : ` (${signed(point.band[0])} … ${signed(point.band[1])})`}
              </td>
              <td className="number">{valueText(point.cooperation)}</td>
              <td className="number">{valueText(point.conflict)}</td>
              <td className="number">{point.events}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
