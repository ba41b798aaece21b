/** What a scenario brings: which way each factor goes, how surely, and through which claims. */
import type { EdgeRow, FactorRow } from '../../../src/analyse/scenario/rows.ts'
import type { NamesFor } from '../api.ts'
import { useWords } from '../i18n/index.tsx'
import { Passages } from './facts.tsx'
import type { NumberOf } from './map-picture.tsx'

export interface ScenarioAnswer {
  answer: { factors: FactorRow[]; unmoved: string[] }
  names: NamesFor
}

/** The names of the two that are compared. */
export const SIDES = ['A', 'B'] as const

/** "summits +→ relations"; opening it shows the sentences of each of its arrows. */
function Path({
  edges,
  names,
  numberOf,
}: {
  edges: readonly EdgeRow[]
  names: NamesFor
  numberOf: NumberOf
}) {
  const { t } = useWords()
  return (
    <details className="path">
      <summary>
        {edges[0]?.causeName}
        {edges.map(edge => (
          <span key={edge.edge}>
            {' '}
            <b className={edge.sign === '+' ? 'goes up' : 'goes down'}>{edge.sign === '+' ? '+→' : '−→'}</b>
            <sup className="note-number">{numberOf(edge.edge)}</sup> {edge.effectName}
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

function Goes({ row }: { row: FactorRow | undefined }) {
  const { t } = useWords()
  if (row === undefined) return <td className="quiet">–</td>
  const { direction, leaning } = row
  return (
    <td className={`goes ${direction}`}>
      {ARROWS[direction]} {t.whatIf.directions[direction]}
      {direction === 'unclear' ? (
        <span className="quiet small"> ({t.whatIf.leaning(t.whatIf.directions[leaning])})</span>
      ) : null}
    </td>
  )
}

interface RowProps {
  row: FactorRow
  names: NamesFor
  nameOf: (edge: string) => string
  numberOf: NumberOf
  /** The same factor in each scenario by itself, against today. */
  alone: readonly (FactorRow | undefined)[]
}

function Row({ row, names, nameOf, numberOf, alone }: RowProps) {
  const { t } = useWords()
  return (
    <tr>
      <th scope="row">{row.name}</th>
      {alone.map((it, i) => (
        <Goes key={SIDES[i]} row={it} />
      ))}
      <Goes row={row} />
      <td className="number">
        <meter min={0} max={100} value={row.stability} aria-hidden="true" /> {row.stability} %
      </td>
      <td>
        {row.paths.map(path => (
          <Path
            key={path.edges.map(it => it.edge).join()}
            edges={path.edges}
            names={names}
            numberOf={numberOf}
          />
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

/** `alone`: where two are compared, what each brings by itself. */
export function Result({
  data: { answer, names },
  alone = [],
  numberOf = () => undefined,
}: {
  data: ScenarioAnswer
  alone?: readonly ScenarioAnswer[]
  numberOf?: NumberOf
}) {
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
              {alone.map((_, i) => (
                <th key={SIDES[i]} scope="col">
                  {SIDES[i]}
                </th>
              ))}
              <th scope="col">{alone.length === 0 ? t.whatIf.direction : t.whatIf.difference}</th>
              <th scope="col" className="number">
                {t.whatIf.stability}
              </th>
              <th scope="col">{t.whatIf.because}</th>
            </tr>
          </thead>
          <tbody>
            {answer.factors.map(row => (
              <Row
                key={row.factor}
                row={row}
                names={names}
                nameOf={id => edges.get(id) ?? id}
                numberOf={numberOf}
                alone={alone.map(it => it.answer.factors.find(({ factor }) => factor === row.factor))}
              />
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
