/** What each article says of one event, and what only some of them say. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { type Interval, type NamesFor, type Passage, useAsk } from '../api.ts'
import { useWords } from '../i18n/index.tsx'
import { outletOf, When } from './facts.tsx'
import { fieldName, valueWord } from './field-name.ts'
import { placeOf } from './place.ts'

interface Accounts {
  articles: {
    document: string
    outlet: string | null
    published: Interval | null
    copies: { document: string }[]
    passages: Passage[]
    leavesOut: string[]
  }[]
  details: { field: string; value: string; documents: string[]; evidence: Passage[]; rival: boolean }[]
}

/** One row a thing that is said, one column an article: a dot where it says it. */
function Details({ accounts, names }: { accounts: Accounts; names: NamesFor }) {
  const { t } = useWords()
  const { articles, details } = accounts
  let before = ''
  return details.map(({ field, value, documents, evidence, rival }, at) => {
    const others = details.slice(at).findIndex(it => it.field !== field)
    const rows = field === before ? 0 : others < 0 ? details.length - at : others
    before = field
    const tells = (article: Accounts['articles'][number]) =>
      [article.document, ...article.copies.map(it => it.document)].find(id => documents.includes(id))
    return (
      <tr key={`${field} ${value}`} className={rival ? 'rival' : undefined}>
        {rows === 0 ? null : (
          <th scope="rowgroup" rowSpan={rows} className="field-name">
            {fieldName(t, field)}
          </th>
        )}
        <th scope="row">
          {valueWord(t, field, value) ?? value} {rival ? <i className="quiet">{t.event.rival}</i> : null}
        </th>
        {articles.map(article => {
          const teller = tells(article)
          const passage = evidence.find(it => it.document === teller)
          return (
            <td key={article.document}>
              {teller === undefined ? (
                <span className="quiet">—</span>
              ) : passage === undefined ? (
                '●'
              ) : (
                <Link href={placeOf(passage)} aria-label={`${outletOf(names, teller)}: ${value}`}>
                  ●
                </Link>
              )}
            </td>
          )
        })}
      </tr>
    )
  })
}

/** `otherwise`: what stands there where one article alone tells it. */
export function SideBySide({ id, otherwise }: { id: string; otherwise: ReactNode }) {
  const { t } = useWords()
  const asked = useAsk<{ answer: Accounts; names: NamesFor }>('/api/analyses/accounts', { words: id })
  const { data } = asked
  if (data === undefined || data.answer.articles.length < 2) return otherwise
  const { articles } = data.answer
  return (
    <section className="section">
      <h2>{t.event.sideBySide}</h2>
      <div className="scroll">
        <table className="side-by-side">
          <thead>
            <tr>
              <td colSpan={2} />
              {articles.map(({ document, published, copies }) => (
                <th key={document} scope="col">
                  <Link href={`/documents/${document}`}>{outletOf(data.names, document)}</Link>
                  <br />
                  <When date={published} />
                  {copies.length === 0 ? null : (
                    <>
                      <br />
                      {t.event.carried} {copies.map(it => outletOf(data.names, it.document)).join(', ')}
                    </>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row" colSpan={2}>
                {t.event.inItsWords}
              </th>
              {articles.map(({ document, passages }) => (
                <td key={document}>
                  {passages.map(passage => (
                    <p key={passage.start} className="said">
                      <Link className="title" href={placeOf(passage)}>
                        {passage.quote}
                      </Link>
                    </p>
                  ))}
                </td>
              ))}
            </tr>
            <Details accounts={data.answer} names={data.names} />
          </tbody>
        </table>
      </div>
    </section>
  )
}
