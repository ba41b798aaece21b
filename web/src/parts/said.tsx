/** What people said of a fact: tags, notes, and what was changed by hand; each can be taken back. */
import { useQueryClient } from '@tanstack/react-query'
import { Link, useLocation } from 'wouter'
import { useAsk } from '../api.ts'
import { useWords } from '../i18n/index.tsx'
import { fieldName } from './field-name.ts'
import { useSending } from './review/sending.ts'
import type { Corrections, Fate } from './review/types.ts'

/** What holds of each fact, by the id that it has today. */
function useSaid(id: string): Fate[] {
  const { data } = useAsk<Corrections>('/api/corrections')
  return data?.items.filter(({ fact, state }) => fact === id && state === 'applied') ?? []
}

/** An act in words; what it speaks of is a link. */
export function ActText({ correction: { act } }: { correction: Fate['correction'] }) {
  const { t } = useWords()
  const word = t.review.acts[act.do]
  switch (act.do) {
    case 'correct':
      return `${word}: ${fieldName(t, act.field)} → ${act.value}`
    case 'note':
      return `${word}: ${act.text}`
    case 'tag':
      return `${word}: ${act.tag}`
    case 'merge':
      return `${word} ${t.review.with} “${act.with.line}”`
    case 'split':
      return (
        <>
          {word}: <Link href={`/events/${act.into}`}>{t.review.into}</Link>
        </>
      )
    default:
      return word
  }
}

/** In a row of a list: the tags alone. */
export function Tags({ id }: { id: string }) {
  const tags = useSaid(id).flatMap(({ correction: { act } }) => (act.do === 'tag' ? [act.tag] : []))
  return [...new Set(tags)].map(tag => (
    <span key={tag} className="tag">
      {tag}
    </span>
  ))
}

/** What was noted of it, below its row. */
export function Notes({ id }: { id: string }) {
  return useSaid(id).map(({ correction: { id: own, act, author } }) =>
    act.do === 'note' ? (
      <p key={own} className="remark small">
        {act.text} <span className="quiet">{author}</span>
      </p>
    ) : null,
  )
}

/** Opens it where one speaks on it. */
export function ReviewLink({ id }: { id: string }) {
  const { t } = useWords()
  return (
    <Link className="quiet small no-print review-link" href={`/review?on=${encodeURIComponent(id)}`}>
      {t.review.look}
    </Link>
  )
}

/** On the page of an event: the same, and the event that it was split off from. */
export function ByHand({ id }: { id: string }) {
  const { t } = useWords()
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const { error, sending } = useSending('', () => client.invalidateQueries())
  const { data } = useAsk<Corrections>('/api/corrections')
  const origin = data?.items.find(
    ({ correction: { act }, state }) => state === 'applied' && act.do === 'split' && act.into === id,
  )
  const undo = (correction: string) => sending('/api/corrections/undo', { id: correction })
  return (
    <div className="by-hand">
      {error === '' ? null : <p role="alert">{error}</p>}
      {origin === undefined ? null : (
        <p className="small">
          {t.review.from} <Link href={`/events/${origin.fact}`}>{origin.correction.fact.line}</Link>{' '}
          <span className="quiet">
            {origin.correction.author}, {origin.correction.at.slice(0, 10)}
          </span>{' '}
          <button
            type="button"
            className="button small no-print"
            onClick={() => {
              undo(origin.correction.id)
              // This event ends with the split that made it.
              navigate(`/events/${origin.fact}`)
            }}
          >
            {t.review.undo}
          </button>
        </p>
      )}
      <Said id={id} undo={undo} />
      <ReviewLink id={id} />
    </div>
  )
}

/** All of it, newest last, with who said so and when. */
export function Said({ id, undo }: { id: string; undo: (correction: string) => void }) {
  const { t } = useWords()
  const said = useSaid(id)
  if (said.length === 0) return null
  return (
    <ul className="said-of" aria-label={t.review.byHand}>
      {said.map(({ correction }) => {
        const { id: own, act, author, at, reason } = correction
        const isTag = act.do === 'tag'
        return (
          <li key={own}>
            {isTag ? <span className="tag">{act.tag}</span> : <ActText correction={correction} />}{' '}
            <span className="quiet small">
              {author}, <time dateTime={at}>{at.slice(0, 10)}</time>
              {reason === null ? '' : ` (${reason})`}
            </span>{' '}
            <button
              type="button"
              className="button small no-print"
              aria-label={isTag ? t.review.remove(act.tag) : undefined}
              onClick={() => undo(own)}
            >
              {isTag ? '×' : t.review.undo}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
