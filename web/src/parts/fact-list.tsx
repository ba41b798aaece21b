/** A screen that is a list of facts of one kind: facets beside it, a page at a time. */
import type { ReactNode } from 'react'
import { type FactPage, type NamesFor, type Passage, useAsk } from '../api.ts'
import type { Messages } from '../i18n/en.ts'
import { useWords } from '../i18n/index.tsx'
import { filtersOf, useView } from '../url.ts'
import { Facets } from './facets.tsx'
import { Footnotes } from './footnotes.tsx'
import { Answer, Nothing } from './states.tsx'
import { Take } from './take.tsx'

export function FactList<Fact extends { id: string; evidence: Passage[] }>({
  list,
  title,
  facets,
  row,
  above,
}: {
  /** The plural that the API has for it: `statements`. */
  list: string
  title: string
  facets: readonly (keyof Messages['facets'])[]
  row: (fact: Fact, names: NamesFor) => ReactNode
  above?: ReactNode
}) {
  const { t } = useWords()
  const [view, change] = useView()
  const asked = useAsk<FactPage<Fact>>(`/api/${list}`, {
    ...filtersOf(view),
    cursor: view.cursor,
    limit: 100,
  })
  return (
    <>
      <div className="screen-head">
        <h1>{title}</h1>
        <Take list={list} />
      </div>
      {above}
      <Answer of={asked}>
        {page => (
          <div className="with-facets">
            <Facets facets={page.facets} names={facets} />
            <div>
              <p className="quiet small">{t.common.total(page.total)}</p>
              {page.items.length === 0 ? <Nothing /> : null}
              <ol className="rows noted">{page.items.map(fact => row(fact, page.names))}</ol>
              <Footnotes facts={page.items} names={page.names} />
              {page.next === null ? null : (
                <button
                  type="button"
                  className="button"
                  onClick={() => change({ cursor: page.next ?? undefined })}
                >
                  {t.common.more}
                </button>
              )}
            </div>
          </div>
        )}
      </Answer>
    </>
  )
}
