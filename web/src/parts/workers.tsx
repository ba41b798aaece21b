/** The queue of a dossier on a server, and who works on it. */
import type { AtWork } from '../../../src/record/at-work.ts'
import { useAsk } from '../api.ts'
import { useWords } from '../i18n/index.tsx'
import { Columns } from './columns.tsx'
import { Hint } from './hint.tsx'

type Figure = keyof ReturnType<typeof figuresOf>

function figuresOf({ waiting, active, again, dead, rate, troubles }: AtWork) {
  const { batches, files, oldest } = waiting
  const speed = (n: number) => n.toFixed(n < 10 ? 1 : 0)
  return {
    waiting: batches,
    files,
    oldest: oldest ?? '',
    active,
    again,
    dead,
    minute: speed(rate.minute),
    hour: speed(rate.hour),
    troubles,
  }
}

const FIGURES = [
  'waiting',
  'files',
  'oldest',
  'active',
  'again',
  'dead',
  'minute',
  'hour',
  'troubles',
] as const satisfies readonly Figure[]

export function Queue({ it }: { it: AtWork }) {
  const { t } = useWords()
  const figures = figuresOf(it)
  return (
    <>
      <p className="quiet small">
        {t.add.record[it.record]} <Hint>{t.add.workHint}</Hint>
      </p>
      <div className="scroll">
        <table>
          <Columns names={FIGURES.map(name => t.add.queueColumns[name])} numbersFrom={0} />
          <tbody>
            <tr>
              {FIGURES.map(name => (
                <td key={name} className="number">
                  {figures[name]}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      {it.workers.length === 0 ? null : (
        <div className="scroll">
          <table>
            <Columns names={t.add.workerColumns} numbersFrom={2} />
            <tbody>
              {it.workers.map(({ id, isBusy, silent, batches, documents, failures }) => (
                <tr key={id}>
                  <th scope="row">{id}</th>
                  <td>{isBusy ? t.add.busy : t.add.idle}</td>
                  <td className="number">{silent}</td>
                  <td className="number">{batches}</td>
                  <td className="number">{documents}</td>
                  <td className="number">{failures}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {it.latest.length === 0 ? null : (
        <ul className="small troubles">
          {it.latest.map(({ source, code, message, at }) => (
            <li key={`${at} ${source}`}>
              {source}: {code}: {message}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Looked at again so often, in milliseconds. */
const AGAIN = 10_000

export function Workers() {
  const { t } = useWords()
  const { data } = useAsk<{ atWork: AtWork | null }>('/api/workers', {}, AGAIN)
  if (data === undefined) return null
  return (
    <section className="section">
      <h2>{t.add.atWork}</h2>
      {data.atWork === null ? (
        <p className="quiet small">
          <Hint>{t.add.noWorkers}</Hint>
        </p>
      ) : (
        <Queue it={data.atWork} />
      )}
    </section>
  )
}
