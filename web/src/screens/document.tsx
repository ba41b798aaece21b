import { useEffect, useRef, useState } from 'react'
import { Link, useParams } from 'wouter'
import { type AnyFact, type Document, type DocumentHead, type Kind, type NamesFor, useAsk } from '../api.ts'
import { useWords } from '../i18n/index.tsx'
import { factHref, factText } from '../parts/any-fact.ts'
import { type Paragraph, paragraphsOf } from '../parts/article.ts'
import { When } from '../parts/facts.tsx'
import { Answer } from '../parts/states.tsx'
import { useView } from '../url.ts'

interface Page {
  document: Document
  facts: AnyFact[]
  copies: DocumentHead[]
  revisions: DocumentHead[]
  names: NamesFor
}

const KINDS: readonly Kind[] = ['event', 'statement', 'position', 'forecast', 'driver']

/** `at=120-184` of the address: offsets into the text. */
function placeIn(at: string | undefined): [number, number] | null {
  const [, start, end] = /^(\d+)-(\d+)$/.exec(at ?? '') ?? []
  return start === undefined || end === undefined ? null : [Number(start), Number(end)]
}

function Text({ paragraphs, here }: { paragraphs: readonly Paragraph[]; here: [number, number] | null }) {
  const target = useRef<HTMLElement>(null)
  const at = here?.join('-')
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place is what it scrolls to
  useEffect(() => target.current?.scrollIntoView({ block: 'center' }), [at])
  let isFirst = true
  return paragraphs.map(({ start, stretches }) => (
    <p key={start}>
      {stretches.map(({ start: from, end, text, facts }) => {
        const isHere = here !== null && from >= here[0] && end <= here[1]
        if (facts.length === 0 && !isHere) return text
        const kinds = [...new Set(facts.map(({ kind }) => kind))]
        const ref = isHere && isFirst ? target : undefined
        if (isHere) isFirst = false
        return (
          <mark
            key={from}
            ref={ref}
            className={[...kinds, isHere ? 'here' : ''].join(' ')}
            data-facts={facts.map(({ fact }) => fact.id).join(' ')}
          >
            {text}
          </mark>
        )
      })}
    </p>
  ))
}

function Heads({ title, heads }: { title: string; heads: readonly DocumentHead[] }) {
  if (heads.length === 0) return null
  return (
    <>
      <dt>{title}</dt>
      <dd>
        {heads.map(it => (
          <div key={it.id}>
            <Link href={`/documents/${it.id}`}>{it.outlet ?? it.source}</Link> <When date={it.published} />
          </div>
        ))}
      </dd>
    </>
  )
}

function About({ document, copies, revisions }: Page) {
  const { t } = useWords()
  return (
    <dl className="terms">
      <dt>{t.document.published}</dt>
      <dd>
        <When date={document.published} />{' '}
        {document.published?.basis === 'inferred' ? <i>({t.document.inferred})</i> : null}
      </dd>
      {document.authors.length === 0 ? null : (
        <>
          <dt>{t.document.authors}</dt>
          <dd>{document.authors.join(', ')}</dd>
        </>
      )}
      <dt>{t.document.source}</dt>
      <dd>
        {document.url === null ? (
          document.source
        ) : (
          <a href={document.url} rel="noreferrer noopener">
            {document.url}
          </a>
        )}
      </dd>
      <Heads title={document.copyOf === null ? t.document.copies : t.document.copyOf} heads={copies} />
      <Heads title={t.document.revisions} heads={revisions} />
    </dl>
  )
}

export default function DocumentScreen() {
  const { t } = useWords()
  const { id = '' } = useParams()
  const [view] = useView()
  const [hidden, setHidden] = useState<ReadonlySet<Kind>>(new Set())
  const asked = useAsk<Page>(`/api/documents/${id}`)
  const here = placeIn(view.at)
  const toggle = (kind: Kind) =>
    setHidden(before => {
      const after = new Set(before)
      if (!after.delete(kind)) after.add(kind)
      return after
    })
  return (
    <Answer of={asked}>
      {page => {
        const { document, facts, names } = page
        const kinds = new Set(KINDS.filter(kind => !hidden.has(kind)))
        const shown = facts.filter(({ kind }) => kinds.has(kind))
        return (
          <article>
            <div className="screen-head">
              <span className="quiet">{document.outlet ?? document.source}</span>
            </div>
            <h1>{document.title ?? document.source}</h1>
            <div className="section article">
              <div className="article-text" lang={document.language ?? undefined}>
                {here !== null && here[1] > document.text.length ? (
                  <p className="quiet">{t.document.gone}</p>
                ) : null}
                <Text paragraphs={paragraphsOf(document, facts, kinds, here)} here={here} />
              </div>
              <aside className="margin">
                <About {...page} />
                <h3 className="section">{t.document.facts}</h3>
                <fieldset className="kinds no-print">
                  <legend className="quiet">{t.document.show}</legend>
                  {KINDS.map(kind => (
                    <label key={kind}>
                      <input type="checkbox" checked={!hidden.has(kind)} onChange={() => toggle(kind)} />{' '}
                      <span className="article-text inline">
                        <mark className={kind}>{t.kind[kind]}</mark>
                      </span>{' '}
                      <span className="number quiet">{facts.filter(it => it.kind === kind).length}</span>
                    </label>
                  ))}
                </fieldset>
                <ul className="margin-facts">
                  {shown.map(fact => (
                    <li key={fact.fact.id}>
                      <span className="quiet">{t.kind[fact.kind]}</span>{' '}
                      <Link href={factHref(fact)}>{factText(fact, names)}</Link>
                    </li>
                  ))}
                </ul>
              </aside>
            </div>
          </article>
        )
      }}
    </Answer>
  )
}
