import { Link } from 'wouter'
import type { NamesFor, Statement } from '../api.ts'
import { useWords } from '../i18n/index.tsx'
import { FactList } from '../parts/fact-list.tsx'
import { Outlets, placeOf, When } from '../parts/facts.tsx'
import { Notes, ReviewLink, Tags } from '../parts/said.tsx'

function Row({ fact, names }: { fact: Statement; names: NamesFor }) {
  const { t } = useWords()
  const { speaker, evidence } = fact
  const [first] = evidence
  const published = first === undefined ? null : (names.documents[first.document]?.published ?? null)
  return (
    <li>
      <span className="date">
        <When date={fact.date ?? published} />
      </span>
      <span>
        {speaker.actor === null ? (
          <b>{speaker.name}</b>
        ) : (
          <Link href={`/people/${encodeURIComponent(speaker.actor)}`}>
            <b>{speaker.name}</b>
          </Link>
        )}{' '}
        <span className="quiet small">{speaker.affiliation ?? ''}</span>
        <br />
        <Link className="title said" href={first === undefined ? '/' : placeOf(first)}>
          {fact.text}
        </Link>{' '}
        <Tags id={fact.id} />
        <Notes id={fact.id} />
      </span>
      <span className="side">
        {t.kind[fact.kind]} · <Outlets evidence={evidence} names={names} /> <ReviewLink id={fact.id} />
      </span>
    </li>
  )
}

export default function Statements() {
  const { t } = useWords()
  return (
    <FactList<Statement>
      list="statements"
      title={t.statements.title}
      about={t.statements.about}
      facets={['actor', 'issue', 'states', 'affiliation', 'outlet', 'type', 'tag']}
      row={(fact, names) => <Row key={fact.id} fact={fact} names={names} />}
    />
  )
}
