/** What was said so far, to be taken back or away, and how often the rules were right. */
import { type ChangeEvent, useState } from 'react'
import { messageOf, send, useAsk } from '../../api.ts'
import { useWords } from '../../i18n/index.tsx'
import { ActText } from '../said.tsx'
import { Answer } from '../states.tsx'
import { Accuracy } from './accuracy.tsx'
import type { Corrections, Fate } from './types.ts'

const SHOWN = 100

/** Takes the corrections away, and brings others in. */
function Exchange({ taken }: { taken: () => void }) {
  const { t } = useWords()
  const [told, setTold] = useState('')
  const bringIn = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    event.target.value = ''
    if (file === undefined) return
    try {
      const answer = await send<{ taken: number }>('/api/corrections/import', JSON.parse(await file.text()))
      setTold(t.review.taken(answer.taken))
      taken()
    } catch (error) {
      setTold(messageOf(error))
    }
  }
  return (
    <div className="take">
      <span role="status">{told}</span>
      <a href="/api/corrections/export" download>
        {t.review.export}
      </a>
      <label className="button">
        {t.review.import}
        <input type="file" accept="application/json,.json" className="unseen" onChange={bringIn} />
      </label>
    </div>
  )
}

function Row({ fate: { correction, state }, undo }: { fate: Fate; undo: (id: string) => void }) {
  const { t } = useWords()
  const { id, fact, author, at, reason } = correction
  return (
    <li>
      <span>
        <ActText correction={correction} /> “{fact.line}”{' '}
        <span className="quiet small">
          {author}, <time dateTime={at}>{at.slice(0, 10)}</time>
          {reason === null ? '' : ` (${reason})`} {t.review.states[state]}
        </span>
      </span>
      {state === 'withdrawn' ? null : (
        <button type="button" className="button small" onClick={() => undo(id)}>
          {t.review.undo}
        </button>
      )}
    </li>
  )
}

export function Log({ undo, taken }: { undo: (id: string) => void; taken: () => void }) {
  const { t } = useWords()
  const asked = useAsk<Corrections>('/api/corrections')
  return (
    <section className="section">
      <div className="screen-head">
        <h2>{t.review.done}</h2>
        <Exchange taken={taken} />
      </div>
      <Answer of={asked}>
        {({ items, accuracy }) => (
          <div className="columns">
            {items.length === 0 ? <p className="quiet">{t.review.none}</p> : null}
            <ul className="log">
              {items
                .toReversed()
                .slice(0, SHOWN)
                .map(fate => (
                  <Row key={fate.correction.id} fate={fate} undo={undo} />
                ))}
            </ul>
            <Accuracy of={accuracy} />
          </div>
        )}
      </Answer>
    </section>
  )
}
