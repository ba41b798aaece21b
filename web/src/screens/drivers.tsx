import { curveBasis, line } from 'd3-shape'
import { useMemo, useState } from 'react'
import type { DriverMap, Edge, Support } from '../../../src/analyse/map/types.ts'
import { ask, type NamesFor, type Params, pathWith, useAsk } from '../api.ts'
import { useWords } from '../i18n/index.tsx'
import { outletOf, Passages } from '../parts/facts.tsx'
import { type LaidEdge, layOut } from '../parts/map-layout.ts'
import { Answer, Nothing } from '../parts/states.tsx'
import { TakeRows } from '../parts/take-rows.tsx'
import { WhatIf } from '../parts/what-if.tsx'
import { useView } from '../url.ts'

/** An edge without its claims, which are asked for when it is opened. */
interface LightEdge extends Omit<Edge, 'support' | 'rivals' | 'denials'> {
  origins: number
  isContested: boolean
}
interface LightMap {
  factors: DriverMap['factors']
  edges: LightEdge[]
}
interface MapAnswer {
  map: LightMap & {
    loops: { kind: 'reinforcing' | 'balancing'; edges: string[]; belief: number; weakest: string }[]
  }
}
interface EdgeAnswer {
  edge: Edge
  claims: number
  rivals: number
  names: NamesFor
}

const draw = line<{ x: number; y: number }>(
  point => point.x,
  point => point.y,
).curve(curveBasis)

/** Solid where several articles say so, dashed for one; thicker where more is believed. */
function Arrow({ edge, isOpen }: { edge: LaidEdge<LightEdge>; isOpen: boolean }) {
  const colour = edge.sign > 0 ? 'var(--coop)' : 'var(--conf)'
  const middle = edge.points[Math.floor(edge.points.length / 2)]
  return (
    <>
      <path
        d={draw(edge.points) ?? ''}
        fill="none"
        stroke={isOpen ? 'var(--accent)' : colour}
        strokeWidth={0.75 + edge.belief * 2.25}
        strokeDasharray={edge.origins > 1 ? undefined : '5 3'}
        markerEnd={`url(#${edge.sign > 0 ? 'more' : 'less'})`}
      />
      {middle === undefined ? null : (
        <text
          className={edge.sign > 0 ? 'label-coop' : 'label-conf'}
          x={middle.x}
          y={middle.y - 4}
          textAnchor="middle"
        >
          {edge.sign > 0 ? '+' : '−'}
          {edge.isContested ? '?' : ''}
        </text>
      )}
    </>
  )
}

function Head({ id, colour }: { id: string; colour: string }) {
  return (
    <marker
      id={id}
      viewBox="0 0 8 8"
      refX={7}
      refY={4}
      markerWidth={9}
      markerHeight={9}
      markerUnits="userSpaceOnUse"
      orient="auto"
    >
      <path d="M0 0 L8 4 L0 8 Z" fill={colour} />
    </marker>
  )
}

function Picture({
  map,
  opened,
  open,
}: {
  map: LightMap
  opened: string | undefined
  open: (id: string) => void
}) {
  const { t } = useWords()
  const laid = useMemo(() => layOut(map), [map])
  return (
    <div className="scroll">
      <svg
        className="map"
        viewBox={`0 0 ${laid.width} ${laid.height}`}
        width={laid.width}
        height={laid.height}
      >
        <title>{t.drivers.title}</title>
        <defs>
          <Head id="more" colour="var(--coop)" />
          <Head id="less" colour="var(--conf)" />
        </defs>
        {laid.edges.map(edge => (
          <a
            key={edge.id}
            href={`?edge=${encodeURIComponent(edge.id)}`}
            aria-label={edge.id}
            onClick={event => {
              event.preventDefault()
              open(edge.id)
            }}
          >
            <Arrow edge={edge} isOpen={edge.id === opened} />
          </a>
        ))}
        {laid.factors.map(({ id, x, y, width, height, lines, grounded }) => (
          <g key={id}>
            <rect
              x={x - width / 2}
              y={y - height / 2}
              width={width}
              height={height}
              rx={3}
              fill="var(--paper)"
              stroke="var(--quiet)"
              strokeDasharray={grounded ? undefined : '3 3'}
            />
            {lines.map((text, i) => (
              <text key={text} className="factor" x={x} y={y - height / 2 + 18 + i * 16} textAnchor="middle">
                {text}
              </text>
            ))}
          </g>
        ))}
      </svg>
    </div>
  )
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
          <section className="section" aria-live="polite">
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
          </section>
        )
      }}
    </Answer>
  )
}

function Table({ map, open }: { map: LightMap; open: (id: string) => void }) {
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
          {[...map.edges]
            .sort((a, b) => b.belief - a.belief)
            .map(edge => (
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

function Drawn({ data }: { data: MapAnswer }) {
  const { t } = useWords()
  const [view, change] = useView()
  const { map } = data
  if (map.edges.length === 0) return <Nothing />
  const edge = map.edges.find(({ id }) => id === view.edge)
  const open = (id: string) => change({ edge: id })
  return (
    <>
      <figure>
        <Picture map={map} opened={view.edge} open={open} />
        <figcaption>{t.drivers.caption}</figcaption>
        <Table map={map} open={open} />
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
      <WhatIf factors={map.factors} />
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
        <h1>{t.drivers.title}</h1>
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
      <Answer of={asked}>{data => <Drawn data={data} />}</Answer>
    </>
  )
}
