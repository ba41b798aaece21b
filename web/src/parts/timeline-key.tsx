/** What the marks of the timeline mean, drawn as they are drawn there. */
import type { ReactNode } from 'react'
import { useWords } from '../i18n/index.tsx'

const point = <circle cx={8} cy={6} r={4.5} />
const stretch = <rect x={1} y={2} width={20} height={8} rx={2} />

/** By the classes that a mark has. */
const MARKS = [
  ['word', 'firm reported word coop', point],
  ['deed', 'firm reported deed coop', point],
  ['stretch', 'firm reported word coop', stretch],
  ['vague', 'vague reported word coop', stretch],
  ['unreal', 'firm planned word coop', point],
] as const

function Entry({ drawn, children }: { drawn: ReactNode; children: string }) {
  return (
    <li>
      <svg viewBox="0 0 22 12" width={22} height={12} aria-hidden="true">
        {drawn}
      </svg>{' '}
      {children}
    </li>
  )
}

export function TimelineKey({ isHeaped }: { isHeaped: boolean }) {
  const { t } = useWords()
  return (
    <ul className="key">
      <Entry drawn={<rect x={3} y={1} width={10} height={10} fill="var(--coop)" />}>
        {t.overview.cooperation}
      </Entry>
      <Entry drawn={<rect x={3} y={1} width={10} height={10} fill="var(--conf)" />}>
        {t.overview.conflict}
      </Entry>
      {MARKS.map(([name, classes, drawn]) => (
        <Entry key={name} drawn={<g className={`mark ${classes}`}>{drawn}</g>}>
          {t.timeline.key[name]}
        </Entry>
      ))}
      <Entry
        drawn={
          <g className="mark firm denied word coop">
            {point}
            <path d="M2 12 L14 0" />
          </g>
        }
      >
        {t.status.denied}
      </Entry>
      {isHeaped ? (
        <Entry
          drawn={
            <g fill="var(--coop)">
              <rect x={2} y={5} width={5} height={7} />
              <rect x={8} y={1} width={5} height={11} />
            </g>
          }
        >
          {t.timeline.key.many}
        </Entry>
      ) : null}
    </ul>
  )
}
