/** Review: the fact in hand, the queue beside it, every form, and what was said so far. */
import { useWords } from '../../i18n/index.tsx'
import { Accuracy } from '../../parts/review/accuracy.tsx'
import { Detail } from '../../parts/review/detail.tsx'
import { OpenForm } from '../../parts/review/forms.tsx'
import { Log } from '../../parts/review/log.tsx'
import { Waiting } from '../../parts/review/queue.tsx'
import type { Field, Item } from '../../parts/review/types.ts'
import { Said } from '../../parts/said.tsx'
import { CORRECTIONS } from './corrections.ts'
import { Answered, nothing, Part } from './part.tsx'
import { EVENT, EVENTS, EVIDENCE, NAMES } from './sample.ts'

const ITEMS: readonly Item[] = EVENTS.map((fact, i) => ({
  kind: 'event',
  fact: { ...fact, confidence: 0.2 + i * 0.2 },
  weight: 1,
  settings: EVIDENCE.map(it => ({
    ...it,
    sentence: `${it.quote} They will meet again.`,
    words: [0, it.quote.length],
  })),
}))

const FIELDS: readonly Field[] = [
  { name: 'date', written: '2018-10-30, 2018-10, 2018-10-01..2018-10-31', choices: null },
  { name: 'status', written: '', choices: ['reported', 'planned', 'hypothetical', 'denied'] },
]

const FORMS = ['correct', 'merge', 'split', 'tag', 'note'] as const

/** The events about that time, as the form to merge asks for them. */
const NEAR = '/api/events?from=2021-04-08&to=2021-06-09&states=NOR&limit=100'

export function Reviewing() {
  const { t } = useWords()
  const [item] = ITEMS
  if (item === undefined) return null
  return (
    <Answered
      by={{
        '/api/corrections': CORRECTIONS,
        [NEAR]: { items: EVENTS, total: EVENTS.length, next: null, facets: {}, names: NAMES },
      }}
    >
      <Part name="review: the fact in hand, and what waits">
        <div className="review">
          <section className="review-fact">
            <Detail item={item} names={NAMES} />
            <Said id={EVENT.id} undo={nothing} />
          </section>
          <Waiting items={ITEMS} at={item} names={NAMES} select={nothing} />
        </div>
      </Part>
      {FORMS.map(name => (
        <Part key={name} name={`review: ${t.review[name]}`}>
          <OpenForm
            name={name}
            item={item}
            names={NAMES}
            fields={FIELDS}
            tags={['for Friday']}
            act={nothing}
            close={nothing}
          />
        </Part>
      ))}
      <Part name="review: how often the rules were right">
        <Accuracy of={CORRECTIONS.accuracy} />
      </Part>
      <Part name="review: what was said, each act and each fate of one">
        <Log undo={nothing} taken={nothing} />
      </Part>
    </Answered>
  )
}
