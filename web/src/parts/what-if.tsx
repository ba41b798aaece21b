/** What if: some factors of the map are held at a level, and the others are seen to go some way. */
import { useId } from 'react'
import type { EdgeRow, FactorRow } from '../../../src/analyse/scenario/rows.ts'
import { type NamesFor, useAsk } from '../api.ts'
import type { Messages } from '../i18n/en.ts'
import { useWords } from '../i18n/index.tsx'
import { useView } from '../url.ts'
import { Passages } from './facts.tsx'
import { Answer } from './states.tsx'

const LEVELS = ['very-low', 'low', 'normal', 'high', 'very-high'] as const
type Level = keyof Messages['whatIf']['levels']
/** A factor without a level of its own begins here. */
const FIRST: Level = 'high'

interface Held {
  factor: string
  level: Level
}

interface ScenarioAnswer {
  answer: { factors: FactorRow[]; unmoved: string[] }
  names: NamesFor
}

/** `set=trade=low|trust=high`: both parts are ids, which have no such signs. */
function heldIn(text: string | undefined): Held[] {
  return (text ?? '').split('|').flatMap(part => {
    const [factor = '', name] = part.split('=')
    const level = LEVELS.find(it => it === name)
    return factor === '' || level === undefined ? [] : [{ factor, level }]
  })
}

const textOf = (held: readonly Held[]): string | undefined =>
  held.length === 0 ? undefined : held.map(({ factor, level }) => `${factor}=${level}`).join('|')

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
        className="quiet small"
        onClick={remove}
        aria-label={`${t.whatIf.remove}: ${name}`}
      >
        {t.whatIf.remove}
      </button>
    </li>
  )
}

/** "summits +→ relations"; opening it shows the sentences of each of its arrows. */
function Path({ edges, names }: { edges: readonly EdgeRow[]; names: NamesFor }) {
  const { t } = useWords()
  return (
    <details>
      <summary>
        {edges[0]?.causeName}
        {edges.map(edge => (
          <span key={edge.edge}>
            {' '}
            <b className={edge.sign === '+' ? 'goes up' : 'goes down'}>{edge.sign === '+' ? '+→' : '−→'}</b>{' '}
            {edge.effectName}
          </span>
        ))}
      </summary>
      {edges.map(edge => (
        <div key={edge.edge}>
          <p className="quiet small">
            {edge.causeName} {edge.sign === '+' ? '→ +' : '→ −'} {edge.effectName}: {t.drivers.belief}{' '}
            {edge.belief} %
          </p>
          <Passages passages={edge.evidence} names={names} />
          {edge.evidenceAgainst.length === 0 ? null : (
            <>
              <p className="quiet small">{t.whatIf.but}</p>
              <Passages passages={edge.evidenceAgainst} names={names} />
            </>
          )}
        </div>
      ))}
    </details>
  )
}

const ARROWS = { up: '▲', down: '▼', unclear: '?' } as const

function Row({ row, names, nameOf }: { row: FactorRow; names: NamesFor; nameOf: (edge: string) => string }) {
  const { t } = useWords()
  const { direction, leaning } = row
  return (
    <tr>
      <th scope="row">{row.name}</th>
      <td className={`goes ${direction}`}>
        {ARROWS[direction]} {t.whatIf.directions[direction]}
        {direction === 'unclear' ? (
          <span className="quiet small"> ({t.whatIf.leaning(t.whatIf.directions[leaning])})</span>
        ) : null}
      </td>
      <td className="number">
        <meter min={0} max={100} value={row.stability} aria-hidden="true" /> {row.stability} %
      </td>
      <td>
        {row.paths.map(path => (
          <Path key={path.edges.map(it => it.edge).join()} edges={path.edges} names={names} />
        ))}
        {row.flips.length === 0 ? null : (
          <p className="quiet small">
            {t.whatIf.hangs}:{' '}
            {row.flips
              .slice(0, 2)
              .map(flip => {
                const what =
                  flip.edge !== null
                    ? nameOf(flip.edge)
                    : (names.documents[flip.origin ?? '']?.title ?? flip.origin)
                const to = flip.to === 'none' ? t.whatIf.vanishes : t.whatIf.directions[flip.to]
                return `${what} (${t.whatIf.to}: ${to})`
              })
              .join('; ')}
          </p>
        )}
      </td>
    </tr>
  )
}

function Result({ data: { answer, names } }: { data: ScenarioAnswer }) {
  const { t } = useWords()
  if (answer.factors.length === 0) return <p className="quiet">{t.whatIf.nothing}</p>
  const edges = new Map(
    answer.factors
      .flatMap(row => row.paths.flatMap(path => path.edges))
      .map(edge => [edge.edge, `${edge.causeName} → ${edge.effectName}`]),
  )
  return (
    <>
      <div className="scroll">
        <table className="what-if" aria-live="polite">
          <thead>
            <tr>
              <th scope="col">{t.facets.effect}</th>
              <th scope="col">{t.whatIf.direction}</th>
              <th scope="col" className="number">
                {t.whatIf.stability}
              </th>
              <th scope="col">{t.whatIf.because}</th>
            </tr>
          </thead>
          <tbody>
            {answer.factors.map(row => (
              <Row key={row.factor} row={row} names={names} nameOf={id => edges.get(id) ?? id} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet small">
        {t.whatIf.stabilityHow} {answer.unmoved.length === 0 ? '' : t.whatIf.unmoved(answer.unmoved.length)}
      </p>
    </>
  )
}

export function WhatIf({ factors }: { factors: readonly { id: string; name: string }[] }) {
  const { t } = useWords()
  const [view, change] = useView()
  const held = heldIn(view.set)
  const query = new URLSearchParams(held.map(({ factor, level }) => ['set', `${factor}=${level}`]))
  if (view.by !== undefined) query.set('by', view.by)
  if (view.asOf !== undefined) query.set('as-of', view.asOf)
  const asked = useAsk<ScenarioAnswer>(held.length === 0 ? null : `/api/analyses/scenario?${query}`)
  const hold = (next: readonly Held[]) => change({ set: textOf(next) }, true)
  const left = factors.filter(({ id }) => !held.some(({ factor }) => factor === id))
  return (
    <section className="section">
      <h2>{t.whatIf.title}</h2>
      <p className="quiet small">{t.whatIf.about}</p>
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
        className="what-if-add"
        aria-label={t.whatIf.add}
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
      {held.length === 0 ? null : <Answer of={asked}>{data => <Result data={data} />}</Answer>}
    </section>
  )
}
