import { useParams } from 'wouter'
import { type FactPage, type NamesFor, type Statement, useAsk } from '../api.ts'
import { useWords } from '../i18n/index.tsx'
import { Passages } from '../parts/facts.tsx'
import { Answer } from '../parts/states.tsx'

interface Actor {
  id: string
  name: string
  state: string | null
  aliases: string[]
  roles: { title: string; organization: string | null; from: string | null; to: string | null }[]
}

function Said({ statements, names }: { statements: readonly Statement[]; names: NamesFor }) {
  return <Passages passages={statements.flatMap(({ evidence }) => evidence)} names={names} />
}

/** A speaker: offices, and everything they said. */
export default function Person() {
  const { t } = useWords()
  const { id = '' } = useParams()
  const actor = useAsk<Actor>(`/api/actors/${encodeURIComponent(id)}`)
  const said = useAsk<FactPage<Statement>>('/api/statements', { actor: id, limit: 500 })
  return (
    <Answer of={actor}>
      {it => (
        <article>
          <div className="screen-head">
            <h1>{it.name}</h1>
            <span className="quiet">{it.state}</span>
          </div>
          <dl className="terms">
            {it.roles.length === 0 ? null : (
              <>
                <dt>{t.statements.roles}</dt>
                <dd>
                  {it.roles.map(role => (
                    <div key={`${role.title} ${role.from}`}>
                      {role.title}
                      {role.organization === null ? '' : `, ${role.organization}`}{' '}
                      <span className="quiet number">
                        {role.from ?? ''}
                        {role.from === null && role.to === null ? '' : ' – '}
                        {role.to ?? ''}
                      </span>
                    </div>
                  ))}
                </dd>
              </>
            )}
          </dl>
          <section className="section">
            <h2>{t.statements.everything}</h2>
            <Answer of={said}>{page => <Said statements={page.items} names={page.names} />}</Answer>
          </section>
        </article>
      )}
    </Answer>
  )
}
