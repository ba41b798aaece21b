import { useWords } from '../../i18n/index.tsx'
import type { Corrections } from './types.ts'

const percent = (share: number): string => `${Math.round(share * 100)} %`

/** How many of the reviewed facts of each kind were right, beside what their confidence led to expect. */
export function Accuracy({ of: rows }: { of: Corrections['accuracy'] }) {
  const { t } = useWords()
  return (
    <table>
      <caption className="quiet small">{t.review.accuracy}</caption>
      <thead>
        <tr>
          <th scope="col">{t.review.kind}</th>
          {(['reviewed', 'right', 'share', 'expected'] as const).map(name => (
            <th key={name} scope="col" className="number">
              {t.review[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ kind, reviewed, right, expected }) => (
          <tr key={kind}>
            <th scope="row">{t.kind[kind]}</th>
            <td className="number">{reviewed}</td>
            <td className="number">{right}</td>
            <td className="number">{reviewed === 0 ? '–' : percent(right / reviewed)}</td>
            <td className="number">{expected === null ? '–' : percent(expected)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
