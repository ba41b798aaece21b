import { useMemo, useState } from 'react'
import type { DriverMap, Edge, Support } from '../../../src/analyse/map/types.ts'
import { ask, type NamesFor, type Params, type Passage, pathWith, useAsk } from '../api.ts'
import { useWords } from '../i18n/index.tsx'
import { outletOf, Passages } from '../parts/facts.tsx'
import { Footnotes } from '../parts/footnotes.tsx'
import { Heading } from '../parts/heading.tsx'
import { type LightEdge, type LightMap, type NumberOf, Picture } from '../parts/map-picture.tsx'
import { Opened } from '../parts/opened.tsx'
import { Answer, Nothing } from '../parts/states.tsx'
import { TakeRows } from '../parts/take-rows.tsx'
import { WhatIf } from '../parts/what-if.tsx'
import { useView } from '../url.ts'

interface MapAnswer {
  map: LightMap & {
    loops: { kind: 'reinforcing' | 'balancing'; edges: string[]; belief: number; weakest: string }[]
  }
}
/** The same with the first sentences of each edge. */
interface Sourced {
  map: { edges: { id: string; evidence: Passage[]; evidenceAgainst: Passage[] }[] }
  names: NamesFor
}
interface EdgeAnswer {
  edge: Edge
  claims: number
  rivals: number
  names: NamesFor
}

function Claims({ title, claims, names }: { title: string; claims: readonly Support[]; names: NamesFor }) {
  const { t } = useWords()
  if (claims.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      {claims.map(claim => (
        <div key={claim.driver}>
          <p className="quiet small">
            {t.drivers.says}{' '}
            {claim.claimedBy === null
              ? t.drivers.document
              : (names.actors[claim.claimedBy]?.name ?? claim.claimedBy)}
            {claim.hedged ? ` (${t.drivers.hedged})` : ''}
          </p>
          <Passages passages={claim.evidence} names={names} />
        </div>
      ))}
    </>
  )
}

/** Claims of each side, before one asks for all. */
const FEW = 30
const ALL = 1000

function EdgeCard({ id, map }: { id: string; map: LightMap }) {
  const { t } = useWords()
  const [view] = useView()
  const [limit, setLimit] = useState(FEW)
  const asked = useAsk<EdgeAnswer>('/api/map/edge', { by: view.by, 'as-of': view.asOf, id, limit })
  const nameOf = (factor: string) => map.factors.find(it => it.id === factor)?.name ?? factor
  return (
    <Answer of={asked}>
      {({ edge, claims, rivals, names }) => {
        const left = claims + rivals - edge.support.length - edge.rivals.length
        return (
          <Opened>
            <h2>
              {nameOf(edge.cause)} {edge.sign > 0 ? '→ +' : '→ −'} {nameOf(edge.effect)}
            </h2>
            <p className="quiet">
              {t.drivers.belief}: {Math.round(edge.belief * 100)} %
              {edge.rivalBelief > 0 ? `; ${t.drivers.rival}: ${Math.round(edge.rivalBelief * 100)} %` : ''}
            </p>
            <Claims
              title={edge.sign > 0 ? t.drivers.more : t.drivers.less}
              claims={edge.support}
              names={names}
            />
            <Claims
              title={edge.sign > 0 ? t.drivers.less : t.drivers.more}
              claims={edge.rivals}
              names={names}
            />
            {left <= 0 ? null : (
              <button type="button" className="button no-print" onClick={() => setLimit(ALL)}>
                {t.common.more} ({left})
              </button>
            )}
          </Opened>
        )
      }}
    </Answer>
  )
}

function Table({
  map,
  edges,
  open,
}: {
  map: LightMap
  /** What is believed most stands first. */
  edges: readonly LightEdge[]
  open: (id: string) => void
}) {
  const { t } = useWords()
  const nameOf = (id: string) => map.factors.find(it => it.id === id)?.name ?? id
  return (
    <details>
      <summary className="quiet small">{t.common.table}</summary>
      <table>
        <thead>
          <tr>
            <th>{t.facets.cause}</th>
            <th>±</th>
            <th>{t.facets.effect}</th>
            <th className="number">{t.drivers.belief}</th>
          </tr>
        </thead>
        <tbody>
          {edges.map(edge => (
            <tr key={edge.id}>
              <td>{nameOf(edge.cause)}</td>
              <td>{edge.sign > 0 ? '+' : '−'}</td>
              <td>
                <button type="button" onClick={() => open(edge.id)}>
                  {nameOf(edge.effect)}
                </button>
              </td>
              <td className="number">{Math.round(edge.belief * 100)} %</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** To an edge on paper: one says it, another repeats or denies it. */
const SENTENCES = 2

/** The sentences of each arrow, under its number. */
function Sentences({ edges, map, asked }: { edges: readonly LightEdge[]; map: LightMap; asked: Params }) {
  const { data } = useAsk<Sourced>('/api/map', { ...asked, sentences: SENTENCES })
  if (data === undefined) return null
  const sourced = new Map(data.map.edges.map(it => [it.id, it]))
  const nameOf = (id: string) => map.factors.find(it => it.id === id)?.name ?? id
  const facts = edges.map(({ id, cause, effect, sign }) => {
    const { evidence = [], evidenceAgainst = [] } = sourced.get(id) ?? {}
    return {
      id,
      label: `${nameOf(cause)} ${sign > 0 ? '+→' : '−→'} ${nameOf(effect)}`,
      evidence: [...evidence, ...evidenceAgainst],
    }
  })
  return <Footnotes facts={facts} names={data.names} />
}

function Drawn({ data, asked }: { data: MapAnswer; asked: Params }) {
  const { t } = useWords()
  const [view, change] = useView()
  const { map } = data
  const edges = useMemo(() => [...map.edges].sort((a, b) => b.belief - a.belief), [map])
  const numbers = useMemo(() => new Map(edges.map(({ id }, i) => [id, i + 1])), [edges])
  const numberOf: NumberOf = id => numbers.get(id)
  if (map.edges.length === 0) return <Nothing />
  const edge = map.edges.find(({ id }) => id === view.edge)
  const open = (id: string) => change({ edge: id })
  return (
    <>
      <figure>
        <Picture map={map} opened={view.edge} open={open} numberOf={numberOf} />
        <figcaption>{t.drivers.caption}</figcaption>
        <Table map={map} edges={edges} open={open} />
        {map.loops.length === 0 ? null : (
          <section className="section">
            <h2>{t.drivers.loops}</h2>
            <ul>
              {map.loops.map(loop => (
                <li key={loop.edges.join()}>
                  <b>{loop.kind === 'reinforcing' ? t.drivers.reinforcing : t.drivers.balancing}</b>{' '}
                  {loop.edges.map(id => id.split('>')[0]).join(' → ')}{' '}
                  <span className="quiet number">{Math.round(loop.belief * 100)} %</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {edge === undefined ? null : <EdgeCard key={edge.id} id={edge.id} map={map} />}
      </figure>
      <WhatIf factors={map.factors} numberOf={numberOf} />
      <Sentences edges={edges} map={map} asked={asked} />
    </>
  )
}

/** With all claims, which are asked for when they are taken. */
function Taking({ asked }: { asked: Params }) {
  const take = async () => {
    const { answer, names } = await ask<{ answer: DriverMap; names: NamesFor }>(
      pathWith('/api/analyses/map', asked),
    )
    const nameOf = (id: string) => answer.factors.find(it => it.id === id)?.name ?? id
    const claimed = (claims: readonly Support[]) =>
      [
        ...new Set(
          claims.map(it => (it.claimedBy === null ? '' : (names.actors[it.claimedBy]?.name ?? it.claimedBy))),
        ),
      ]
        .filter(it => it !== '')
        .join('; ')
    return {
      columns: ['cause', 'sign', 'effect', 'belief', 'opposite', 'claimed by', 'outlets', 'quotes'],
      rows: answer.edges.map(({ cause, sign, effect, belief, rivalBelief, support }) => {
        const evidence = support.flatMap(it => it.evidence)
        return [
          nameOf(cause),
          sign > 0 ? '+' : '-',
          nameOf(effect),
          belief,
          rivalBelief,
          claimed(support),
          [...new Set(evidence.map(({ document }) => outletOf(names, document)))].join('; '),
          evidence.map(({ quote }) => quote).join(' … '),
        ]
      }),
    }
  }
  return <TakeRows name="drivers" take={take} />
}

export default function Drivers() {
  const { t } = useWords()
  const [view, change] = useView()
  const chosen = { by: view.by, 'as-of': view.asOf }
  const asked = useAsk<MapAnswer>('/api/map', chosen)
  return (
    <>
      <div className="screen-head">
        <Heading>{t.drivers.title}</Heading>
        <label className="small quiet">
          {t.drivers.by}{' '}
          <input
            value={view.by ?? ''}
            onChange={event => change({ by: event.target.value || undefined }, true)}
          />
        </label>
        <label className="small quiet">
          {t.drivers.asOf}{' '}
          <input
            type="date"
            value={view.asOf ?? ''}
            onChange={event => change({ asOf: event.target.value || undefined }, true)}
          />
        </label>
        {asked.data === undefined ? null : <Taking asked={chosen} />}
      </div>
      <Answer of={asked}>{data => <Drawn data={data} asked={chosen} />}</Answer>
    </>
  )
}
