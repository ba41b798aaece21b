/** What if: factors are held at a level, and two such scenarios set beside each other. */
import { useId, useState } from 'react'
import { useAsk } from '../api.ts'
import { useWords } from '../i18n/index.tsx'
import { useView } from '../url.ts'
import type { NumberOf } from './map-picture.tsx'
import { Answer } from './states.tsx'
import { Keeping } from './what-if-file.tsx'
import { FIRST, type Held, heldIn, LEVELS, type Level, settingsOf, textOf } from './what-if-held.ts'
import { Result, type ScenarioAnswer, SIDES } from './what-if-table.tsx'

interface Factor {
  id: string
  name: string
}

function Slider({
  name,
  level,
  move,
  remove,
}: {
  name: string
  level: Level
  move: (level: Level) => void
  remove: () => void
}) {
  const { t } = useWords()
  const id = useId()
  return (
    <li>
      <label htmlFor={id}>{name}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={LEVELS.length - 1}
        step={1}
        value={LEVELS.indexOf(level)}
        aria-valuetext={t.whatIf.levels[level]}
        onChange={event => move(LEVELS[Number(event.target.value)] ?? FIRST)}
      />
      <output htmlFor={id}>{t.whatIf.levels[level]}</output>
      <button
        type="button"
        className="quiet small no-print"
        onClick={remove}
        aria-label={`${t.whatIf.remove}: ${name}`}
      >
        {t.whatIf.remove}
      </button>
    </li>
  )
}

/** The factors that one scenario holds, and one more to be chosen. */
export function Side({
  title,
  factors,
  held,
  hold,
}: {
  title: string | null
  factors: readonly Factor[]
  held: readonly Held[]
  hold: (next: readonly Held[]) => void
}) {
  const { t } = useWords()
  const left = factors.filter(({ id }) => !held.some(({ factor }) => factor === id))
  return (
    <fieldset className="what-if-side">
      <legend>{title}</legend>
      <ul className="sliders">
        {held.map(({ factor, level }) => (
          <Slider
            key={factor}
            name={factors.find(({ id }) => id === factor)?.name ?? factor}
            level={level}
            move={next => hold(held.map(it => (it.factor === factor ? { factor, level: next } : it)))}
            remove={() => hold(held.filter(it => it.factor !== factor))}
          />
        ))}
      </ul>
      <select
        className="what-if-add no-print"
        aria-label={[title, t.whatIf.add].filter(Boolean).join(': ')}
        value=""
        onChange={event => hold([...held, { factor: event.target.value, level: FIRST }])}
      >
        <option value="">{t.whatIf.add}</option>
        {[...left]
          .sort((a, b) => (a.name < b.name ? -1 : 1))
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </select>
    </fieldset>
  )
}

/** What the scenario brings, against another one or against today. */
function useScenario(set: readonly Held[], against: readonly Held[]) {
  const [view] = useView()
  const query = new URLSearchParams([
    ...settingsOf(set).map(it => ['set', it]),
    ...settingsOf(against).map(it => ['against', it]),
  ])
  if (view.by !== undefined) query.set('by', view.by)
  if (view.asOf !== undefined) query.set('as-of', view.asOf)
  return useAsk<ScenarioAnswer>(set.length === 0 ? null : `/api/analyses/scenario?${query}`)
}

export function WhatIf({ factors, numberOf }: { factors: readonly Factor[]; numberOf: NumberOf }) {
  const { t } = useWords()
  const [view, change] = useView()
  const [isOpened, setOpened] = useState(false)
  const [set, against] = [heldIn(view.set), heldIn(view.against)]
  const isCompared = isOpened || against.length > 0
  const asked = useScenario(set, against)
  const first = useScenario(against.length === 0 ? [] : set, [])
  const second = useScenario(against, [])
  const alone = [first.data, second.data].flatMap(it => it ?? [])
  return (
    <section className={set.length === 0 ? 'section no-print' : 'section'}>
      <h2>{t.whatIf.title}</h2>
      <p className="quiet small">{t.whatIf.about}</p>
      <Keeping
        scenario={{ set, against, by: view.by, asOf: view.asOf }}
        load={({ set, against, by, asOf }) =>
          change({ set: textOf(set), against: textOf(against), by, asOf })
        }
      />
      <div className={isCompared ? 'columns' : ''}>
        <Side
          title={isCompared ? SIDES[0] : null}
          factors={factors}
          held={set}
          hold={next => change({ set: textOf(next) }, true)}
        />
        {isCompared ? (
          <Side
            title={SIDES[1]}
            factors={factors}
            held={against}
            hold={next => change({ against: textOf(next) }, true)}
          />
        ) : null}
      </div>
      {set.length === 0 ? null : (
        <p className="no-print">
          <button
            type="button"
            className="button"
            onClick={() => {
              setOpened(!isCompared)
              if (isCompared) change({ against: undefined })
            }}
          >
            {isCompared ? t.whatIf.endCompare : t.whatIf.compare}
          </button>
        </p>
      )}
      {set.length === 0 ? null : (
        <Answer of={asked}>
          {data => (
            <Result
              data={data}
              alone={against.length > 0 && alone.length === 2 ? alone : []}
              numberOf={numberOf}
            />
          )}
        </Answer>
      )}
    </section>
  )
}
