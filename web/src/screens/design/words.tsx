/** Colours, type, dates, and the states that a screen can be in. */
import { useWords } from '../../i18n/index.tsx'
import { KINDS } from '../../parts/any-fact.ts'
import { When } from '../../parts/facts.tsx'
import { Failed, Loading, Nothing, NotThere } from '../../parts/states.tsx'
import { Part } from './part.tsx'
import { DATES } from './sample.ts'

const COLOURS = [
  'paper',
  'raised',
  'ink',
  'quiet',
  'hair',
  'edge',
  'accent',
  'coop',
  'coop-soft',
  'conf',
  'conf-soft',
  'mark',
]

/** One word that never breaks, and a title as long as a paragraph: nothing may leave its column. */
const HUGE = `${'Unbreakable'.repeat(20)} ${'and a title that goes on and on '.repeat(12)}`

export function Words() {
  const { t } = useWords()
  return (
    <>
      <Part name="colours">
        <ul className="colours">
          {COLOURS.map(name => (
            <li key={name}>
              <span style={{ background: `var(--${name})` }} /> {name}
            </li>
          ))}
        </ul>
      </Part>
      <Part name="type: sizes and faces">
        <h2>Heading of a section</h2>
        <h3>Heading within it</h3>
        <p>
          Text, <a href="#design-words">a link to its words</a>, <span className="quiet">quiet</span>,{' '}
          <span className="small">small</span>, <kbd>g</kbd> <kbd>t</kbd>,{' '}
          <button type="button" className="button">
            a button
          </button>
          ,{' '}
          <button type="button" className="button" disabled>
            one that waits
          </button>
        </p>
        <p className="lead quiet">What a screen is for, in a sentence or two of this measure.</p>
        <input type="search" className="field" aria-label={t.search.title} placeholder={t.search.hint} />
      </Part>
      <Part name="an article, its marks, and the passage that is opened">
        <div className="article-text">
          <p>
            {KINDS.map(kind => (
              <span key={kind}>
                <mark className={kind}>{t.kind[kind]}</mark>{' '}
              </span>
            ))}
            <mark className="event here">The two ministers met in Bergen.</mark>
          </p>
        </div>
      </Part>
      <Part name="dates, by what is known of them">
        <ul>
          {DATES.map(date => (
            <li key={`${date?.start} ${date?.end} ${date?.precision}`}>
              <When date={date} /> <span className="quiet small">{date?.precision}</span>
            </li>
          ))}
        </ul>
      </Part>
    </>
  )
}

export function States() {
  const { t } = useWords()
  return (
    <>
      <Part name="states: loading, nothing, failed, not there">
        <Loading />
        <Nothing />
        <Failed error={new Error('The server does not answer.')} again={() => {}} />
        <NotThere />
      </Part>
      <Part name="words that are too long">
        <ol className="rows">
          <li>
            <span className="date">
              <When date={DATES[0] ?? null} />
            </span>
            <span className="title">{HUGE}</span>
          </li>
        </ol>
        <Failed error={new Error(HUGE)} />
      </Part>
      <Part name="the program does not answer">
        <p className="lost">{t.common.lost}</p>
      </Part>
    </>
  )
}
