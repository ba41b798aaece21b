import { useQueryClient } from '@tanstack/react-query'
import { useAsk } from '../api.ts'
import { useWords } from '../i18n/index.tsx'
import { KINDS } from '../parts/any-fact.ts'
import { Heading } from '../parts/heading.tsx'
import { Desk } from '../parts/review/desk.tsx'
import type { Queue } from '../parts/review/types.ts'
import { Answer } from '../parts/states.tsx'
import { useView } from '../url.ts'

/** The facts that most need a look, one after the other. */
export default function Review() {
  const { t } = useWords()
  const [view, change] = useView()
  const client = useQueryClient()
  const asked = useAsk<Queue>('/api/review', {
    limit: 60,
    kind: view.kind,
    tag: view.tag,
    on: view.on,
  })
  const refresh = () => client.invalidateQueries()
  return (
    <>
      <div className="screen-head">
        <Heading>{t.review.title}</Heading>
        <span className="quiet number">
          {asked.data === undefined ? '' : t.review.waiting(asked.data.total)}
        </span>
        {asked.data === undefined || asked.data.tags.length === 0 ? null : (
          <label className="small quiet">
            {t.facets.tag}{' '}
            <select
              value={view.tag ?? ''}
              onChange={event => change({ tag: event.target.value || undefined, fact: undefined })}
            >
              <option value="">{t.review.every}</option>
              {asked.data.tags.map(tag => (
                <option key={tag}>{tag}</option>
              ))}
            </select>
          </label>
        )}
        <div className="take">
          {[undefined, ...KINDS].map(kind => (
            <button
              key={kind ?? 'all'}
              type="button"
              aria-pressed={view.kind === kind}
              onClick={() => change({ kind, fact: undefined, on: undefined })}
            >
              {kind === undefined ? t.common.all : t.kind[kind]}
            </button>
          ))}
        </div>
      </div>
      <p className="quiet lead">{t.review.lead}</p>
      <Answer of={asked}>{queue => <Desk queue={queue} refresh={refresh} />}</Answer>
    </>
  )
}
