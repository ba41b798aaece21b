import { Link, useParams } from 'wouter'
import type { Detail, Teller } from '../../../src/analyse/accounts/types.ts'
import { type Event, type NamesFor, useAsk } from '../api.ts'
import { useWords } from '../i18n/index.tsx'
import { outletOf, placeOf, When } from '../parts/facts.tsx'
import { fieldName, valueWord } from '../parts/field-name.ts'
import { Heading } from '../parts/heading.tsx'
import { Answer } from '../parts/states.tsx'
import { TakeRows } from '../parts/take-rows.tsx'

interface Telling {
  answer: {
    event: Pick<Event, 'id' | 'title' | 'type' | 'status' | 'date' | 'states' | 'issues'>
    articles: Teller[]
    details: Detail[]
  }
  names: NamesFor
}

function Article({ teller, names }: { teller: Teller; names: NamesFor }) {
  const { t } = useWords()
  const { document, passages, leavesOut, copies } = teller
  return (
    <div className="standing">
      <h2>
        <Link href={`/documents/${document}`}>{outletOf(names, document)}</Link>
      </h2>
      <p className="quiet small">
        <When date={teller.published} />
        {names.documents[document]?.title ? `, “${names.documents[document]?.title}”` : ''}
      </p>
      <ul className="passages">
        {passages.map(passage => (
          <li key={passage.start}>
            <blockquote>
              <Link href={placeOf(passage)}>{passage.quote}</Link>
            </blockquote>
          </li>
        ))}
      </ul>
      <p className="quiet small">
        {leavesOut.length === 0
          ? t.tellings.leavesNothing
          : `${t.tellings.leavesOut}: ${leavesOut.map(it => fieldName(t, it)).join(', ')}`}
      </p>
      {copies.length === 0 ? null : (
        <p className="quiet small">
          {t.tellings.copies}{' '}
          {copies.map((copy, i) => (
            <span key={copy.document}>
              {i > 0 ? ', ' : ''}
              <Link href={`/documents/${copy.document}`}>{copy.outlet ?? copy.document}</Link>
            </span>
          ))}
        </p>
      )}
    </div>
  )
}

/** A row for each kind of detail, a column for each article. */
function Details({ answer, names }: { answer: Telling['answer']; names: NamesFor }) {
  const { t } = useWords()
  const { articles, details } = answer
  if (details.length === 0 || articles.length < 2) return null
  const fields = [...new Set(details.map(({ field }) => field))]
  return (
    <section className="section">
      <h2>{t.tellings.details}</h2>
      <div className="scroll">
        <table className="matrix">
          <caption className="quiet small">{t.tellings.rivalMark}</caption>
          <thead>
            <tr>
              <th scope="col">{t.tellings.detail}</th>
              {articles.map(({ document }) => (
                <th key={document} scope="col">
                  {outletOf(names, document)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fields.map(field => (
              <tr key={field}>
                <th scope="row">{fieldName(t, field)}</th>
                {articles.map(({ document }) => (
                  <td key={document}>
                    {details
                      .filter(it => it.field === field && it.documents.includes(document))
                      .map(({ value, evidence, rival }) => {
                        const passage = evidence.find(it => it.document === document)
                        const text = `${rival ? '≠ ' : ''}${valueWord(t, field, value) ?? value}`
                        return (
                          <span
                            key={value}
                            className={rival ? 'rival' : ''}
                            title={rival ? t.tellings.rival : ''}
                          >
                            {passage === undefined ? text : <Link href={placeOf(passage)}>{text}</Link>}
                            <br />
                          </span>
                        )
                      })}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** Each article's passages, then each detail with who gives it. */
function rowsOf({ articles, details }: Telling['answer'], names: NamesFor) {
  return {
    columns: ['field', 'value', 'outlets', 'contested', 'quotes'],
    rows: [
      ...articles.map(({ document, passages }) => [
        'passage',
        null,
        outletOf(names, document),
        null,
        passages.map(({ quote }) => quote).join(' … '),
      ]),
      ...details.map(({ field, value, documents, rival, evidence }) => [
        field,
        value,
        documents.map(id => outletOf(names, id)).join('; '),
        rival ? 'yes' : 'no',
        evidence.map(({ quote }) => quote).join(' … '),
      ]),
    ],
  }
}

export default function AccountScreen() {
  const { t } = useWords()
  const { id = '' } = useParams()
  const asked = useAsk<Telling>('/api/analyses/accounts', { words: id })
  return (
    <Answer of={asked}>
      {({ answer, names }) => (
        <article>
          <div className="screen-head">
            <Heading>{answer.event.title}</Heading>
            <span className="take">
              <Link href={`/events/${answer.event.id}`}>{t.tellings.event}</Link>
            </span>
            <TakeRows name={`account-${answer.event.id}`} take={() => rowsOf(answer, names)} />
          </div>
          <p className="quiet small">
            <When date={answer.event.date} />, {t.status[answer.event.status]}. {t.tellings.beside}.
          </p>
          {answer.articles.length < 2 ? <p>{t.tellings.one}</p> : null}
          <div className="columns tellers">
            {answer.articles.map(teller => (
              <Article key={teller.document} teller={teller} names={names} />
            ))}
          </div>
          <Details answer={answer} names={names} />
        </article>
      )}
    </Answer>
  )
}
