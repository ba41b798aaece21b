/** Facts as a page shows them, in a row each. */
import { Link } from 'wouter'
import type { Event, Interval, NamesFor, Passage } from '../api.ts'
import { intervalText } from '../i18n/dates.ts'
import { useWords } from '../i18n/index.tsx'
import { placeOf } from './place.ts'
import { Tags } from './said.tsx'

export { placeOf }

export function When({ date }: { date: Interval | null }) {
  const { t, language } = useWords()
  const basis = date === null ? undefined : `${t.precision[date.precision]}, ${t.basis[date.basis]}`
  return (
    <time dateTime={date?.start ?? undefined} title={basis}>
      {intervalText(date, language, t)}
    </time>
  )
}

export const outletOf = (names: NamesFor, document: string): string =>
  names.documents[document]?.outlet ?? names.documents[document]?.source ?? document

/** "6 outlets, 2 independent": copies count once. */
export function Outlets({ evidence, names }: { evidence: readonly Passage[]; names: NamesFor }) {
  const { t } = useWords()
  const documents = [...new Set(evidence.map(({ document }) => document))]
  const outlets = new Set(documents.map(id => outletOf(names, id)))
  const origins = new Set(documents.map(id => names.documents[id]?.copyOf ?? id))
  const text =
    outlets.size === 1
      ? [...outlets][0]
      : origins.size < outlets.size
        ? t.common.origins(outlets.size, origins.size)
        : t.common.outlets(outlets.size)
  return <span title={[...outlets].join(', ')}>{text}</span>
}

export function EventRow({ event, names }: { event: Event; names: NamesFor }) {
  const { t } = useWords()
  return (
    <li>
      <span className="date">
        <When date={event.date} />
      </span>
      <span>
        <Link className="title" href={`/events/${event.id}`}>
          {event.title}
        </Link>{' '}
        {event.status === 'reported' ? null : <span className="status">{t.status[event.status]}</span>}{' '}
        <Tags id={event.id} />
      </span>
      <span className="side">
        <span className={`type ${event.quad}`}>{event.type}</span>{' '}
        <Outlets evidence={event.evidence} names={names} />
      </span>
    </li>
  )
}

export function Passages({ passages, names }: { passages: readonly Passage[]; names: NamesFor }) {
  const { t, language } = useWords()
  return (
    <ul className="passages">
      {passages.map(passage => {
        const document = names.documents[passage.document]
        return (
          <li key={`${passage.document} ${passage.start}`}>
            <blockquote>{passage.quote}</blockquote>
            <cite>
              <Link href={placeOf(passage)}>
                {outletOf(names, passage.document)}, {intervalText(document?.published ?? null, language, t)}
                {document?.title ? `, “${document.title}”` : ''}
              </Link>
            </cite>
          </li>
        )
      })}
    </ul>
  )
}
