import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { type AnyFact, type Dossier, type NamesFor, type Passage, pathWith, useAsk } from '../api.ts'
import { intervalText } from '../i18n/dates.ts'
import { useWords } from '../i18n/index.tsx'
import { factHref, factText } from '../parts/any-fact.ts'
import { placeOf } from '../parts/facts.tsx'
import { Heading } from '../parts/heading.tsx'
import { SavedSearches } from '../parts/saved-searches.tsx'
import { useIsWide } from '../parts/size.ts'
import { Answer, Nothing } from '../parts/states.tsx'
import { dayCell, TakeRows } from '../parts/take-rows.tsx'
import { useView } from '../url.ts'

interface Found {
  items: { document: string; passages: (Passage & { words: [number, number][] })[]; facts: AnyFact[] }[]
  names: NamesFor
}

const SHOWN = 3
/** How long one types before it is asked, in milliseconds. */
const PAUSE = 200

function Marked({ passage }: { passage: Found['items'][number]['passages'][number] }) {
  const { quote, start, words } = passage
  let at = 0
  const parts = words.flatMap(([from, to]) => {
    const before = quote.slice(at, from - start)
    at = to - start
    return [before, <mark key={from}>{quote.slice(from - start, to - start)}</mark>]
  })
  return (
    <blockquote>
      <Link className="title" href={placeOf(passage)}>
        {parts}
        {quote.slice(at)}
      </Link>
    </blockquote>
  )
}

function Results({ found }: { found: Found }) {
  const { t, language } = useWords()
  const isWide = useIsWide()
  if (found.items.length === 0) return <Nothing />
  return (
    <ol className="found">
      {found.items.map(({ document, passages, facts }) => {
        const head = found.names.documents[document]
        return (
          <li key={document} className="section">
            <h2>
              <Link href={`/documents/${document}`}>{head?.title ?? document}</Link>
            </h2>
            <p className="quiet small">
              {head?.outlet}, {intervalText(head?.published ?? null, language, t)}
            </p>
            <ul className="passages rows-free">
              {passages.slice(0, SHOWN).map(passage => (
                <li key={passage.start}>
                  <Marked passage={passage} />
                </li>
              ))}
            </ul>
            {facts.length === 0 ? null : (
              <details className="small" open={isWide}>
                <summary className="quiet">
                  {t.search.facts} ({facts.length})
                </summary>
                <ul>
                  {facts.map(fact => (
                    <li key={fact.fact.id}>
                      <span className="quiet">{t.kind[fact.kind]}</span>{' '}
                      <Link href={factHref(fact)}>{factText(fact, found.names)}</Link>
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        )
      })}
    </ol>
  )
}

/** Where nobody has asked yet: what the dossier is about, each a search away. */
function Begin() {
  const { t } = useWords()
  const { data } = useAsk<Dossier>('/api/dossier')
  if (data === undefined || data.issues.length === 0) return null
  return (
    <div className="begin">
      <p className="quiet small">{t.search.begin}</p>
      <ul>
        {data.issues.map(({ id, name }) => (
          <li key={id}>
            <Link href={pathWith('/search', { q: name })}>{name}</Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A row a sentence. */
function rowsOf({ items, names }: Found) {
  return {
    columns: ['document', 'outlet', 'published', 'title', 'start', 'end', 'quote'],
    rows: items.flatMap(({ document, passages }) => {
      const head = names.documents[document]
      return passages.map(({ start, end, quote }) => [
        document,
        head?.outlet ?? null,
        dayCell(head?.published ?? null),
        head?.title ?? null,
        start,
        end,
        quote,
      ])
    }),
  }
}

export default function Search() {
  const { t } = useWords()
  const [view, change] = useView()
  const [typed, setTyped] = useState(view.q ?? '')
  useEffect(() => {
    if (typed === (view.q ?? '')) return undefined
    const timer = setTimeout(() => change({ q: typed || undefined }, true), PAUSE)
    return () => clearTimeout(timer)
  }, [typed, view.q, change])
  // Back, forward and a saved search change the question from outside.
  useEffect(() => setTyped(view.q ?? ''), [view.q])
  const field = useRef<HTMLInputElement>(null)
  const isBlank = view.q === undefined
  // After the frame, which gives every new screen the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where one arrives without a question
  useEffect(() => {
    const frame = requestAnimationFrame(() => isBlank && field.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])
  const asked = useAsk<Found>(view.q === undefined ? null : '/api/search', {
    q: view.q,
    outlet: view.outlet,
    limit: 30,
  })
  return (
    <>
      <div className="screen-head">
        <Heading>{t.search.title}</Heading>
        {view.q === undefined || asked.data === undefined ? null : (
          <TakeRows name="search" take={() => rowsOf(asked.data)} />
        )}
      </div>
      <input
        ref={field}
        type="search"
        className="field"
        aria-label={t.search.title}
        placeholder={t.search.hint}
        value={typed}
        onChange={event => setTyped(event.target.value)}
      />
      {view.outlet === undefined ? null : (
        <p className="small only">
          {t.overview.only(view.outlet)}{' '}
          <button type="button" className="button no-print" onClick={() => change({ outlet: undefined })}>
            {t.overview.allOutlets}
          </button>
        </p>
      )}
      <SavedSearches q={view.q} />
      {view.q === undefined ? <Begin /> : <Answer of={asked}>{found => <Results found={found} />}</Answer>}
    </>
  )
}
