import { useState } from 'react'
import { type FactPage, type NamesFor, type Position, useAsk } from '../api.ts'
import { useWords } from '../i18n/index.tsx'
import { Facets } from '../parts/facets.tsx'
import { Passages, When } from '../parts/facts.tsx'
import { Answer, Nothing } from '../parts/states.tsx'
import { Take } from '../parts/take.tsx'
import { filtersOf, useView } from '../url.ts'

type Cells = Map<string, Map<string, Position[]>>

/** By actor, then by issue; in each cell the latest first. */
function cellsOf(positions: readonly Position[], dayOf: (position: Position) => string): Cells {
  const cells: Cells = new Map()
  for (const position of positions) {
    const row = cells.get(position.actor) ?? new Map<string, Position[]>()
    cells.set(position.actor, row)
    row.set(position.issue, [...(row.get(position.issue) ?? []), position])
  }
  for (const row of cells.values())
    for (const list of row.values()) list.sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1))
  return cells
}

function Cell({ positions, open }: { positions: readonly Position[] | undefined; open: () => void }) {
  const { t } = useWords()
  const [latest] = positions ?? []
  if (latest === undefined || positions === undefined) return <td />
  const hasChanged = new Set(positions.map(({ stance }) => stance)).size > 1
  return (
    <td className={`stance ${latest.stance}`}>
      <button type="button" onClick={open} title={latest.summary}>
        {t.stance[latest.stance]}
        {hasChanged ? ' ↺' : ''}
      </button>
    </td>
  )
}

function History({ positions, names }: { positions: readonly Position[]; names: NamesFor }) {
  const { t } = useWords()
  const [first] = positions
  if (first === undefined) return null
  return (
    <section className="section" aria-live="polite">
      <h2>
        {names.actors[first.actor]?.name ?? first.actor}: {names.issues[first.issue] ?? first.issue}
      </h2>
      {positions.map(position => (
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
    </section>
  )
}

function Matrix({ page }: { page: FactPage<Position> }) {
  const { t } = useWords()
  const [opened, setOpened] = useState<readonly Position[]>([])
  const { names, items } = page
  const dayOf = (position: Position) =>
    position.date?.end ?? names.documents[position.evidence[0]?.document ?? '']?.published?.end ?? ''
  const cells = cellsOf(items, dayOf)
  const count = (issue: string) => items.filter(it => it.issue === issue).length
  const issues = [...new Set(items.map(({ issue }) => issue))].sort((a, b) => count(b) - count(a))
  const actors = [...cells.keys()].sort((a, b) => (cells.get(b)?.size ?? 0) - (cells.get(a)?.size ?? 0))
  return (
    <>
      <div className="scroll">
        <table className="matrix">
          <caption className="quiet small">{t.positions.latest}</caption>
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
                {issues.map(issue => {
                  const positions = cells.get(id)?.get(issue)
                  return <Cell key={issue} positions={positions} open={() => setOpened(positions ?? [])} />
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <History positions={opened} names={names} />
    </>
  )
}

export default function Positions() {
  const { t } = useWords()
  const [view] = useView()
  const asked = useAsk<FactPage<Position>>('/api/positions', { ...filtersOf(view), limit: 1000 })
  return (
    <>
      <div className="screen-head">
        <h1>{t.positions.title}</h1>
        <Take list="positions" />
      </div>
      <Answer of={asked}>
        {page => (
          <div className="with-facets">
            <Facets facets={page.facets} names={['issue', 'states', 'actor', 'type', 'outlet']} />
            {page.items.length === 0 ? (
              <Nothing />
            ) : (
              <div>
                <Matrix page={page} />
              </div>
            )}
          </div>
        )}
      </Answer>
    </>
  )
}
