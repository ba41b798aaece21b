/** Feeds and sites under watch: when they were visited, and what came of it. */
import type { Watched } from '../../../src/serve/desk.ts'
import { useAsk } from '../api.ts'
import { useWords } from '../i18n/index.tsx'
import { Columns } from './columns.tsx'
import { Hint } from './hint.tsx'

const minuteOf = (iso: string): string => iso.slice(0, 16).replace('T', ' ')

function Row({ it }: { it: Watched }) {
  const { t } = useWords()
  const isWell = it.failures === 0 && it.message === null
  return (
    <tr>
      <th scope="row">
        {it.name} <span className="quiet small">{it.url}</span>
      </th>
      <td>{it.kind}</td>
      <td>{it.last === null ? t.add.never : minuteOf(it.last)}</td>
      <td>{it.due === null ? t.add.watchStates[it.status] : minuteOf(it.due)}</td>
      <td className="number">{it.total}</td>
      <td className="number">
        {it.failures}
        {isWell || it.message === null ? null : (
          <span className="quiet small">
            <br />
            {it.message}
          </span>
        )}
      </td>
    </tr>
  )
}

export function Watches() {
  const { t } = useWords()
  const { data } = useAsk<{ items: Watched[] }>('/api/watches')
  if (data === undefined) return null
  return (
    <section className="section">
      <h2>{t.add.watched}</h2>
      <p className="quiet small">
        <Hint>{t.add.watchHint}</Hint>
      </p>
      {data.items.length === 0 ? null : (
        <div className="scroll">
          <table>
            <Columns names={t.add.watchColumns} numbersFrom={4} />
            <tbody>
              {data.items.map(it => (
                <Row key={it.id} it={it} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
