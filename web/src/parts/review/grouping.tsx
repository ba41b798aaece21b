/** Two events that are one, and one that is two. */
import { useEffect, useRef, useState } from 'react'
import { type Event, type FactPage, type NamesFor, useAsk } from '../../api.ts'
import { useWords } from '../../i18n/index.tsx'
import { Outlets, outletOf, When } from '../facts.tsx'
import { Answer } from '../states.tsx'
import { ActForm, type FormProps, textIn } from './act-form.tsx'

/** What may be told twice is mostly within a month of itself. */
const DAYS = 31
const SHOWN = 12
const LOOKED_AT = 100

const near = (day: string | null, by: number): string | undefined =>
  day === null
    ? undefined
    : new Date(Date.parse(`${day}T12:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)

const middle = ({ date: { start, end } }: Event): number =>
  (Date.parse(start ?? end ?? '') + Date.parse(end ?? start ?? '')) / 2

/** Those of its type first, then those nearest in time. */
function likely(event: Event, all: readonly Event[]): Event[] {
  const far = (it: Event): number => Math.abs(middle(it) - middle(event)) || 0
  const unlike = (it: Event): number => (it.type === event.type ? 0 : 1)
  return all
    .filter(({ id }) => id !== event.id)
    .sort((a, b) => unlike(a) - unlike(b) || far(a) - far(b))
    .slice(0, SHOWN)
}

/** The events that it may be: of about that time, or those that hold the words. */
export function MergeForm({ event, ...form }: FormProps & { event: Event }) {
  const { t } = useWords()
  const [q, setQ] = useState('')
  const { start, end } = event.date
  const query =
    q.trim() === ''
      ? { from: near(start ?? end, -DAYS), to: near(end ?? start, DAYS), states: event.states[0] }
      : { q: q.trim() }
  const asked = useAsk<FactPage<Event>>('/api/events', { ...query, limit: LOOKED_AT })
  return (
    <ActForm make={data => (textIn(data) === '' ? null : { do: 'merge', with: textIn(data) })} {...form}>
      <p className="quiet small">{t.review.mergeHow}</p>
      <label>
        {t.review.find}
        {/* biome-ignore lint/a11y/noAutofocus: the key that opened the form leads into it */}
        <input className="field" autoFocus value={q} onChange={it => setQ(it.target.value)} />
      </label>
      <Answer of={asked}>
        {({ items, names }) => {
          const others = likely(event, items)
          if (others.length === 0) return <p className="quiet">{t.review.noOther}</p>
          return (
            <fieldset className="choose">
              <legend className="unseen">{t.review.merge}</legend>
              {others.map((it, i) => (
                <label key={it.id}>
                  <input type="radio" name="value" value={it.id} defaultChecked={i === 0} />
                  <span>
                    <When date={it.date} /> {it.title}{' '}
                    <span className="quiet small">
                      {it.type}, <Outlets evidence={it.evidence} names={names} />
                    </span>
                  </span>
                </label>
              ))}
            </fieldset>
          )
        }}
      </Answer>
    </ActForm>
  )
}

export function SplitForm({ event, names, ...form }: FormProps & { event: Event; names: NamesFor }) {
  const { t } = useWords()
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <ActForm
      make={data => {
        const passages = data.getAll('passage').map(String)
        return passages.length === 0 ? null : { do: 'split', passages }
      }}
      {...form}
    >
      <p className="quiet small">{t.review.splitHow}</p>
      <fieldset className="choose">
        <legend className="unseen">{t.review.split}</legend>
        {event.evidence.map(({ document, start, quote }, i) => (
          <label key={`${document} ${start}`}>
            <input
              ref={i === 0 ? first : undefined}
              type="checkbox"
              name="passage"
              value={`${document}:${start}`}
            />
            <span>
              <q className="said">{quote}</q>{' '}
              <span className="quiet small">
                {outletOf(names, document)}, <When date={names.documents[document]?.published ?? null} />
              </span>
            </span>
          </label>
        ))}
      </fieldset>
    </ActForm>
  )
}
