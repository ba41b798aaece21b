/** Where each issue stands, and which way it went last. */
import { useState } from 'react'
import { Link } from 'wouter'
import type { IssueHead, IssueStep } from '../answers.ts'
import { useAsk } from '../api.ts'
import type { Messages } from '../i18n/en.ts'
import { useWords } from '../i18n/index.tsx'
import { When } from './facts.tsx'
import { Answer, Nothing } from './states.tsx'

type Direction = keyof Messages['directions']

/** How near to an end; what is dormant or has no step yet stands nowhere on it. */
const NEARNESS: { readonly [A in IssueStep['from']]?: number } = {
  contested: 0,
  reopened: 0,
  opened: 1,
  negotiating: 2,
  'settled-by-one': 3,
  settled: 4,
}
/** A year without a step, in days, is no movement any more. */
const STALLED = 365

function directionOf({ state, from, since }: IssueHead, latest: string): Direction {
  if (state === 'dormant') return 'dormant'
  const [after, before] = [NEARNESS[state] ?? 0, NEARNESS[from ?? 'none']]
  const day = since.start ?? since.end ?? latest
  if (after < 4 && (Date.parse(latest) - Date.parse(day)) / 86_400_000 > STALLED) return 'stalled'
  // The first step of all is told against an open matter.
  if (before === undefined) return after > 1 ? 'improving' : after < 1 ? 'worsening' : 'opened'
  return after > before ? 'improving' : after < before ? 'worsening' : 'stalled'
}

/** Shown before one asks for more. */
const FEW = 8

const ARROWS: { readonly [D in Direction]: string } = {
  improving: '▲',
  worsening: '▼',
  stalled: '=',
  dormant: '·',
  opened: '○',
}

export function Issues({ latest }: { latest: string }) {
  const { t } = useWords()
  const [isWhole, setWhole] = useState(false)
  const asked = useAsk<{ items: IssueHead[] }>('/api/issues')
  return (
    <section className="section">
      <h2>
        <Link href="/issues">{t.overview.issues}</Link>
      </h2>
      <Answer of={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing />
          ) : (
            <ul className="issues">
              {items.slice(0, isWhole ? items.length : FEW).map(history => {
                const direction = directionOf(history, latest)
                const { moved } = history
                return (
                  <li key={history.issue}>
                    <Link href={`/issues/${encodeURIComponent(history.issue)}`}>
                      <b>{history.name}</b>
                    </Link>{' '}
                    <span className={`direction ${direction}`}>
                      {ARROWS[direction]} {t.directions[direction]}
                    </span>
                    <br />
                    <span className="quiet small">
                      {t.affairs[history.state]}, <When date={history.since} />
                      {moved === null ? null : (
                        <>
                          : <Link href={`/events/${moved.id}`}>{moved.title}</Link>
                        </>
                      )}
                    </span>
                  </li>
                )
              })}
            </ul>
          )
        }
      </Answer>
      {(asked.data?.items.length ?? 0) > FEW ? (
        <button type="button" className="quiet small" onClick={() => setWhole(!isWhole)}>
          {isWhole ? t.common.less : t.common.more}
        </button>
      ) : null}
    </section>
  )
}
