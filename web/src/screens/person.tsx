import { Link } from 'wouter'
import { type FactPage, type NamesFor, type Position, type Statement, useAsk } from '../api.ts'
import { useWords } from '../i18n/index.tsx'
import { Outlets, placeOf, When } from '../parts/facts.tsx'
import { Footnotes } from '../parts/footnotes.tsx'
import { Heading } from '../parts/heading.tsx'
import { Answer, Nothing } from '../parts/states.tsx'
import { Take } from '../parts/take.tsx'
import { useId, useView } from '../url.ts'

interface Actor {
  id: string
  name: string
  state: string | null
  aliases: string[]
  roles: { title: string; organization: string | null; from: string | null; to: string | null }[]
}

const ORDERS = ['time', 'issue'] as const

function Said({ statement, names }: { statement: Statement; names: NamesFor }) {
  const { t } = useWords()
  const [first] = statement.evidence
  const published = first === undefined ? null : (names.documents[first.document]?.published ?? null)
  return (
    <li>
      <span className="date">
        <When date={statement.date ?? published} />
      </span>
      <Link className="title said" href={first === undefined ? '/' : placeOf(first)}>
        {statement.text}
      </Link>
      <span className="side">
        {t.kind[statement.kind]} · <Outlets evidence={statement.evidence} names={names} />
      </span>
    </li>
  )
}

/** The day of a statement, else the one on which it was printed. */
function dayOf({ date, evidence }: Statement, names: NamesFor): string {
  const published = names.documents[evidence[0]?.document ?? '']?.published
  return date?.start ?? date?.end ?? published?.start ?? published?.end ?? ''
}

function Statements({ page: { items, names } }: { page: FactPage<Statement> }) {
  const { t } = useWords()
  const [view, change] = useView()
  const order = ORDERS.find(it => it === view.by) ?? 'time'
  const newest = [...items].sort((a, b) => (dayOf(a, names) > dayOf(b, names) ? -1 : 1))
  const groups = new Map<string, Statement[]>()
  for (const statement of newest) {
    const issues = statement.issues.length === 0 ? [''] : statement.issues
    for (const key of order === 'time' ? [dayOf(statement, names).slice(0, 4)] : issues)
      groups.set(key, [...(groups.get(key) ?? []), statement])
  }
  const sorted = [...groups]
  if (order === 'issue')
    sorted.sort(([x, a], [y, b]) => Number(x === '') - Number(y === '') || b.length - a.length)
  return (
    <section className="section">
      <div className="screen-head">
        <h2>
          {t.statements.everything} <span className="quiet number">{items.length}</span>
        </h2>
        <span className="take no-print">
          {ORDERS.map(it => (
            <button
              key={it}
              type="button"
              aria-pressed={it === order}
              onClick={() => change({ by: it }, true)}
            >
              {t.statements.order[it]}
            </button>
          ))}
        </span>
      </div>
      {items.length === 0 ? <Nothing /> : null}
      {sorted.map(([key, statements]) => (
        <section key={key}>
          <h3 className="part">
            {key === '' ? t.statements.noIssue : (names.issues[key] ?? key)}{' '}
            <span className="quiet number">{statements.length}</span>
          </h3>
          <ol className="rows noted">
            {statements.map(it => (
              <Said key={it.id} statement={it} names={names} />
            ))}
          </ol>
          <Footnotes facts={statements} names={names} />
        </section>
      ))}
    </section>
  )
}

/** What they hold on each issue, the latest first. */
function Positions({ page: { items, names } }: { page: FactPage<Position> }) {
  const { t } = useWords()
  if (items.length === 0) return null
  const latest = [...items].reverse()
  return (
    <section className="section">
      <h2>{t.positions.title}</h2>
      <ol className="rows noted">
        {latest.map(it => (
          <li key={it.id}>
            <span className="date">
              <When date={it.date} />
            </span>
            <span>
              <b>{names.issues[it.issue] ?? it.issue}</b>: {t.stance[it.stance]}
              <br />
              <Link
                className="title said"
                href={it.evidence[0] === undefined ? '/' : placeOf(it.evidence[0])}
              >
                {it.summary}
              </Link>
            </span>
            <span className="side">
              <Outlets evidence={it.evidence} names={names} />
            </span>
          </li>
        ))}
      </ol>
      <Footnotes facts={latest} names={names} />
    </section>
  )
}

function Offices({ actor }: { actor: Actor }) {
  const { t } = useWords()
  if (actor.roles.length === 0) return null
  return (
    <table className="offices">
      <caption className="quiet small">{t.statements.roles}</caption>
      <tbody>
        {actor.roles.map(({ title, organization, from, to }) => (
          <tr key={`${title} ${organization} ${from}`}>
            <th scope="row">
              {title}
              {organization === null ? '' : `, ${organization}`}
            </th>
            <td className="quiet">
              {from === null && to === null ? t.statements.noDates : `${from ?? '…'} – ${to ?? '…'}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A speaker: offices, positions, and everything they said. */
export default function Person() {
  const { t } = useWords()
  // The router leaves the slash of `person/…` as it stands in the address.
  const id = useId()
  const actor = useAsk<Actor>(`/api/actors/${encodeURIComponent(id)}`)
  const said = useAsk<FactPage<Statement>>('/api/statements', { actor: id, limit: 1000 })
  const positions = useAsk<FactPage<Position>>('/api/positions', { actor: id, limit: 200 })
  return (
    <Answer of={actor}>
      {it => {
        const others = it.aliases.filter(alias => alias !== it.name)
        return (
          <article>
            <div className="screen-head">
              <Heading>{it.name}</Heading>
              <span className="quiet">{it.state}</span>
              <Link className="small no-print" href={`/timeline?actor=${encodeURIComponent(id)}`}>
                {t.statements.events}
              </Link>
              <Take list="statements" filters={{ actor: id }} />
            </div>
            {others.length === 0 ? null : (
              <p className="quiet small">
                {t.statements.aliases} {others.join(', ')}
              </p>
            )}
            <Offices actor={it} />
            <Answer of={positions}>{page => <Positions page={page} />}</Answer>
            <Answer of={said}>{page => <Statements page={page} />}</Answer>
          </article>
        )
      }}
    </Answer>
  )
}
