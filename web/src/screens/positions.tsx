import { useState } from 'react'
import { type FactPage, type NamesFor, type Position, useAsk, useMore } from '../api.ts'
import { useWords } from '../i18n/index.tsx'
import { Facets } from '../parts/facets.tsx'
import { Passages, When } from '../parts/facts.tsx'
import { Heading } from '../parts/heading.tsx'
import { Opened } from '../parts/opened.tsx'
import { Answer, Nothing } from '../parts/states.tsx'
import { Take } from '../parts/take.tsx'
import { filtersOf, useView } from '../url.ts'

interface Stance extends Pick<Position, 'actor' | 'issue' | 'stance' | 'summary'> {
  count: number
  hasChanged: boolean
}
interface Stances {
  items: Stance[]
  total: number
  facets: FactPage<Position>['facets']
  names: NamesFor
}

function Cell({ cell, open }: { cell: Stance | undefined; open: (cell: Stance) => void }) {
  const { t } = useWords()
  if (cell === undefined) return <td />
  return (
    <td className={`stance ${cell.stance}`}>
      <button type="button" onClick={() => open(cell)} title={cell.summary}>
        {t.stance[cell.stance]}
        {cell.hasChanged ? ' ↺' : ''}
      </button>
    </td>
  )
}

/** How it came to the stance of one cell, the latest first. */
function History({ cell: { actor, issue, count } }: { cell: Stance }) {
  const { t } = useWords()
  const [view] = useView()
  const { items, names, more } = useMore<Position>('/api/positions', {
    ...filtersOf(view),
    actor,
    issue,
    order: 'newest',
    limit: 30,
  })
  if (items.length === 0) return null
  return (
    <Opened>
      <h2>
        {names.actors[actor]?.name ?? actor}: {names.issues[issue] ?? issue}
      </h2>
      {items.map(position => (
        <div key={position.id}>
          <p>
            <b>{t.stance[position.stance]}</b>{' '}
            <span className="quiet">
              <When date={position.date} />
            </span>
          </p>
          <Passages passages={position.evidence} names={names} />
        </div>
      ))}
      {more === null ? null : (
        <button type="button" className="button no-print" onClick={more}>
          {t.common.more} ({count - items.length})
        </button>
      )}
    </Opened>
  )
}

/** The keys that most cells have come first. */
function keysOf(items: readonly Stance[], key: 'actor' | 'issue', weigh: (cell: Stance) => number): string[] {
  const counts = new Map<string, number>()
  for (const cell of items) counts.set(cell[key], (counts.get(cell[key]) ?? 0) + weigh(cell))
  return [...counts].sort(([, a], [, b]) => b - a).map(([id]) => id)
}

function Matrix({ page: { items, names } }: { page: Stances }) {
  const { t } = useWords()
  const [opened, setOpened] = useState<Stance | null>(null)
  const cells = new Map(items.map(cell => [`${cell.actor} ${cell.issue}`, cell]))
  const issues = keysOf(items, 'issue', ({ count }) => count)
  const actors = keysOf(items, 'actor', () => 1)
  return (
    <>
      <div className="scroll">
        <table className="matrix">
          <caption className="quiet small">
            {t.positions.latest}; {t.positions.changed}. {t.positions.opens}
          </caption>
          <thead>
            <tr>
              <td />
              {issues.map(id => (
                <th key={id} scope="col">
                  {names.issues[id] ?? id}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {actors.map(id => (
              <tr key={id}>
                <th scope="row">{names.actors[id]?.name ?? id}</th>
                {issues.map(issue => (
                  <Cell key={issue} cell={cells.get(`${id} ${issue}`)} open={setOpened} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {opened === null ? null : <History key={`${opened.actor} ${opened.issue}`} cell={opened} />}
    </>
  )
}

export default function Positions() {
  const { t } = useWords()
  const [view] = useView()
  const asked = useAsk<Stances>('/api/stances', filtersOf(view))
  return (
    <>
      <div className="screen-head">
        <Heading>{t.positions.title}</Heading>
        <Take list="positions" />
      </div>
      <Answer of={asked}>
        {page => (
          <div className="with-facets">
            <Facets facets={page.facets} names={['issue', 'states', 'actor', 'type', 'outlet']} />
            {page.items.length === 0 ? (
              <Nothing />
            ) : (
              <div className="bleeds">
                <Matrix page={page} />
              </div>
            )}
          </div>
        )}
      </Answer>
    </>
  )
}
