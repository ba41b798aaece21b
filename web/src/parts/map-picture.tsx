/** The map of drivers as a picture; on paper each arrow has the number of its footnote. */
import { curveBasis, line } from 'd3-shape'
import { type ReactNode, useMemo } from 'react'
import type { DriverMap, Edge } from '../../../src/analyse/map/types.ts'
import { useWords } from '../i18n/index.tsx'
import { type LaidEdge, layOut } from './map-layout.ts'

/** The number of an arrow's footnote. */
export type NumberOf = (edge: string) => number | undefined

/** An edge without its claims, which are asked for when it is opened. */
export interface LightEdge extends Omit<Edge, 'support' | 'rivals' | 'denials'> {
  origins: number
  isContested: boolean
}
export interface LightMap {
  factors: DriverMap['factors']
  edges: LightEdge[]
}
const draw = line<{ x: number; y: number }>(
  point => point.x,
  point => point.y,
).curve(curveBasis)

/** Where the curve is halfway. */
function middleOf(points: LaidEdge<LightEdge>['points']): { x: number; y: number } | undefined {
  const at = points.length >> 1
  const [before, here, after] = [points[at - 1], points[at], points[at + 1]]
  if (before === undefined || here === undefined) return undefined
  if (points.length % 2 === 0 || after === undefined)
    return { x: (before.x + here.x) / 2, y: (before.y + here.y) / 2 }
  return { x: (before.x + 4 * here.x + after.x) / 6, y: (before.y + 4 * here.y + after.y) / 6 }
}

/** Solid where several articles say so, dashed for one; thicker where more is believed. */
function Arrow({ edge, isOpen, note }: { edge: LaidEdge<LightEdge>; isOpen: boolean; note: ReactNode }) {
  const colour = edge.sign > 0 ? 'var(--coop)' : 'var(--conf)'
  const middle = middleOf(edge.points)
  const drawn = draw(edge.points) ?? ''
  return (
    <>
      <path className="reach" d={drawn} />
      <path
        d={drawn}
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
          {note}
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

export function Picture({
  map,
  opened,
  open,
  numberOf,
}: {
  map: LightMap
  numberOf: NumberOf
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
            <Arrow
              edge={edge}
              isOpen={edge.id === opened}
              note={
                <tspan className="note-number" dy={-4}>
                  {numberOf(edge.id)}
                </tspan>
              }
            />
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
              <text
                key={text}
                className="factor"
                x={x}
                y={y + 4.5 + (i - (lines.length - 1) / 2) * 16}
                textAnchor="middle"
              >
                {text}
              </text>
            ))}
          </g>
        ))}
      </svg>
    </div>
  )
}
