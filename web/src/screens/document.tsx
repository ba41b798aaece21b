import { useEffect, useMemo, useRef } from 'react'
import { Link, useParams } from 'wouter'
import { type AnyFact, type Document, type DocumentHead, type Kind, type NamesFor, useAsk } from '../api.ts'
import { useWords } from '../i18n/index.tsx'
import { KINDS } from '../parts/any-fact.ts'
import { type Paragraph, paragraphsOf, partsOf } from '../parts/article.ts'
import { When } from '../parts/facts.tsx'
import { Heading } from '../parts/heading.tsx'
import { MarginNotes } from '../parts/margin-notes.tsx'
import { findPassage, type Here } from '../parts/place.ts'
import { Answer } from '../parts/states.tsx'
import { Print } from '../parts/take-rows.tsx'
import { wordDiff } from '../parts/word-diff.ts'
import { useView } from '../url.ts'

interface Page {
  document: Document
  facts: AnyFact[]
  copies: DocumentHead[]
  revisions: DocumentHead[]
  names: NamesFor
}

function Text({ paragraphs, here }: { paragraphs: readonly Paragraph[]; here: [number, number] | null }) {
  const target = useRef<HTMLElement>(null)
  const at = here?.join('-')
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place is what it scrolls to
  useEffect(() => {
    // Newer browsers give a promise, which an effect must not.
    target.current?.scrollIntoView({ block: 'center' })
  }, [at])
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

/** Copies or versions, each with a way to see what it has that this one has not. */
function Heads({ title, heads }: { title: string; heads: readonly DocumentHead[] }) {
  const { t } = useWords()
  const [view, change] = useView()
  if (heads.length === 0) return null
  return (
    <>
      <dt>{title}</dt>
      <dd>
        {heads.map(it => (
          <div key={it.id}>
            <Link href={`/documents/${it.id}`}>{it.outlet ?? it.source}</Link> <When date={it.published} />{' '}
            <button
              type="button"
              className="button small no-print"
              aria-pressed={view.with === it.id}
              onClick={() => change({ with: view.with === it.id ? undefined : it.id })}
            >
              {view.with === it.id ? t.document.whole : t.document.compare}
            </button>
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
      <dd className="source">
        {document.url === null || !/^https?:/i.test(document.url) ? (
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

/** The text beside that of another version or copy: what is struck out stands there alone. */
function Compared({ document, other }: { document: Document; other: string }) {
  const { t } = useWords()
  const asked = useAsk<Page>(`/api/documents/${other}`)
  return (
    <Answer of={asked}>
      {({ document: before }) => {
        const pieces = wordDiff(before.text, document.text)
        const isSame = pieces.every(({ side }) => side === 'both')
        return (
          <>
            <p className="quiet small">
              {isSame ? t.document.same : t.document.diff(before.outlet ?? before.source)}
            </p>
            <div className="article-text diff" lang={document.language ?? undefined}>
              {pieces.map(({ side, text }, i) => {
                // Pieces have no name of their own, and do not move.
                const key = `${i} ${side}`
                if (side === 'old') return <del key={key}>{text}</del>
                return side === 'new' ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>
              })}
            </div>
          </>
        )
      }}
    </Answer>
  )
}

/** What the reader left out: only captions are kept; the rest is told by reading the source again. */
function Cut({ document }: { document: Document }) {
  const { t } = useWords()
  return (
    <details className="small section">
      <summary>{t.document.cut}</summary>
      <p>{t.document.cutHow}</p>
      <p>
        <code>entente read --explain {document.source}</code>
      </p>
      {document.captions.length === 0 ? null : (
        <>
          <h3>{t.document.captions}</h3>
          <ul>
            {document.captions.map(caption => (
              <li key={caption}>{caption}</li>
            ))}
          </ul>
        </>
      )}
    </details>
  )
}

/** A text that is too long for one page is turned over in parts. */
function Turning({ at, of }: { at: number; of: number }) {
  const { t } = useWords()
  const [, change] = useView()
  const turn = (part: number) => {
    change({ part: String(part + 1), at: undefined, says: undefined })
    window.scrollTo(0, 0)
  }
  return (
    <p className="take choices">
      <span>{t.document.part(at + 1, of)}</span>
      <button type="button" disabled={at === 0} onClick={() => turn(at - 1)}>
        {t.document.earlier}
      </button>
      <button type="button" disabled={at >= of - 1} onClick={() => turn(at + 1)}>
        {t.document.later}
      </button>
    </p>
  )
}

function Marking({ page, here }: { page: Page; here: Here | null }) {
  const { t } = useWords()
  const { document, facts, names } = page
  const text = useRef<HTMLDivElement>(null)
  const [view, change] = useView()
  const hidden = useMemo(() => new Set(view.hide?.split(',')), [view.hide])
  const toggle = (kind: Kind) => {
    const next = KINDS.filter(it => (it === kind ? !hidden.has(it) : hidden.has(it)))
    change({ hide: next.length === 0 ? undefined : next.join(',') }, true)
  }
  const parts = useMemo(() => partsOf(document.text), [document.text])
  // Where a passage is opened, the part that holds it; else the first, or the one that was turned to.
  const opened = parts.findIndex(
    ([from, to]) => (here?.place?.[0] ?? -1) >= from && (here?.place?.[0] ?? -1) < to,
  )
  const at = Math.min(
    parts.length - 1,
    view.part === undefined ? Math.max(0, opened) : Number(view.part) - 1 || 0,
  )
  const within = parts[Math.max(0, at)] ?? [0, document.text.length]
  const [first, last] = within
  const shown = useMemo(() => {
    const firstOf = ({ fact }: AnyFact) =>
      Math.min(...fact.evidence.filter(it => it.document === document.id).map(({ start }) => start))
    const inside = ({ fact }: AnyFact) =>
      fact.evidence.some(it => it.document === document.id && it.start < last && it.end > first)
    return facts.filter(it => !hidden.has(it.kind) && inside(it)).sort((a, b) => firstOf(a) - firstOf(b))
  }, [facts, hidden, document.id, first, last])
  const kinds = new Set(KINDS.filter(kind => !hidden.has(kind)))
  return (
    <>
      <fieldset className="kinds across no-print">
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
      {parts.length < 2 ? null : <Turning at={at} of={parts.length} />}
      <div className="article">
        <div className="article-text" lang={document.language ?? undefined} ref={text}>
          {here?.found === false ? <p className="notice">{t.document.gone}</p> : null}
          {here?.moved ? <p className="notice">{t.document.moved}</p> : null}
          <Text
            paragraphs={paragraphsOf(document, facts, kinds, here?.place ?? null, within)}
            here={here?.place ?? null}
          />
        </div>
        <aside className="margin" aria-label={t.document.facts}>
          <MarginNotes text={text} facts={shown} names={names} />
        </aside>
      </div>
    </>
  )
}

export default function DocumentScreen() {
  const { id = '' } = useParams()
  const [view] = useView()
  const asked = useAsk<Page>(`/api/documents/${id}`)
  return (
    <Answer of={asked}>
      {page => {
        const { document } = page
        return (
          <article>
            <div className="screen-head">
              <span className="quiet">{document.outlet ?? document.source}</span>
              <span className="take">
                <Print />
              </span>
            </div>
            <Heading>{document.title ?? document.source}</Heading>
            <div className="section">
              <About {...page} />
            </div>
            <div className="section">
              {view.with === undefined ? (
                <Marking page={page} here={findPassage(document.text, view.at, view.says)} />
              ) : (
                <Compared document={document} other={view.with} />
              )}
            </div>
            <Cut document={document} />
          </article>
        )
      }}
    </Answer>
  )
}
