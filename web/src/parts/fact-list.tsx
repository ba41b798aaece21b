/** A list of facts of one kind: facets beside it, a page at a time. */
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type FactPage, type NamesFor, type Passage, useAsk } from '../api.ts'
import type { Messages } from '../i18n/en.ts'
import { filtersOf, useView } from '../url.ts'
import { Facets } from './facets.tsx'
import { Footnotes } from './footnotes.tsx'
import { Heading } from './heading.tsx'
import { More, Total } from './more.tsx'
import { Answer, Nothing } from './states.tsx'
import { Take } from './take.tsx'

interface Listed {
  id: string
  evidence: Passage[]
}

interface PagesProps<Fact> {
  facets: readonly (keyof Messages['facets'])[]
  row: (fact: Fact, names: NamesFor) => ReactNode
  /** Facts that stand last, under a title of their own. */
  last?: { are: (fact: Fact) => boolean; title: string } | undefined
  /** Shown instead of rows where there are none. */
  empty?: ReactNode
}

export function FactPages<Fact extends Listed>({
  of: asked,
  facets,
  row,
  last,
  empty,
}: PagesProps<Fact> & { of: UseQueryResult<FactPage<Fact>> }) {
  return (
    <Answer of={asked}>
      {({ items, names, total, next, facets: counted }) => {
        const behind = last === undefined ? [] : items.filter(last.are)
        const before = last === undefined ? items : items.filter(it => !last.are(it))
        return (
          <div className="with-facets">
            <Facets facets={counted} names={facets} />
            <div>
              <Total of={total} />
              {items.length === 0 ? empty : null}
              <ol className="rows noted">
                {before.map(fact => row(fact, names))}
                {behind.length === 0 ? null : <li className="divider">{last?.title}</li>}
                {behind.map(fact => row(fact, names))}
              </ol>
              <Footnotes facts={[...before, ...behind]} names={names} />
              <More next={next} />
            </div>
          </div>
        )
      }}
    </Answer>
  )
}

/** A screen that is such a list. */
export function FactList<Fact extends Listed>({
  list,
  title,
  about,
  above,
  ...pages
}: Omit<PagesProps<Fact>, 'empty'> & {
  /** The plural that the API has for it: `statements`. */
  list: string
  title: string
  /** What stands there, in a sentence. */
  about: string
  above?: ReactNode
}) {
  const [view] = useView()
  const asked = useAsk<FactPage<Fact>>(`/api/${list}`, {
    ...filtersOf(view),
    order: 'newest',
    cursor: view.cursor,
    limit: 100,
  })
  return (
    <>
      <div className="screen-head">
        <Heading>{title}</Heading>
        <Take list={list} />
      </div>
      <p className="quiet lead">{about}</p>
      {above}
      <FactPages of={asked} empty={<Nothing />} {...pages} />
    </>
  )
}
