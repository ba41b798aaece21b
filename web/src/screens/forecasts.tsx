import { useState } from 'react'
import { Link } from 'wouter'
import type { Forecast, NamesFor } from '../api.ts'
import { type Event, useAsk } from '../api.ts'
import type { Messages } from '../i18n/en.ts'
import { useWords } from '../i18n/index.tsx'
import { Calibration } from '../parts/calibration.tsx'
import { outletOf, placeOf, When } from '../parts/facts.tsx'
import { type ScoresAnswer, ScoreTable } from '../parts/scores.tsx'
import { Answer, Nothing } from '../parts/states.tsx'
import { dayCell, TakeRows } from '../parts/take-rows.tsx'
import { useView } from '../url.ts'

interface Entry extends Forecast {
  settledBy: 'record' | 'hand' | null
  reason: string | null
  hedge: string | null
  author: string
  outlets: string[]
  kind: string
  /** First day on which it was published. */
  made: string | null
}

const OUTCOMES = ['open', 'overdue', 'happened', 'did-not-happen', 'unresolvable'] as const
const GROUPS = ['none', 'author', 'outlet', 'kind', 'actor'] as const

/** The event that answers a forecast. */
function Answering({ id }: { id: string }) {
  const asked = useAsk<{ fact: Event }>(`/api/facts/${id}`)
  return (
    <Link href={`/events/${id}`}>
      {asked.data === undefined ? '…' : asked.data.fact.title}
      {asked.data === undefined ? null : (
        <>
          , <When date={asked.data.fact.date} />
        </>
      )}
    </Link>
  )
}

function Outcome({ entry: { outcome, resolvedBy, settledBy, reason } }: { entry: Entry }) {
  const { t } = useWords()
  return (
    <>
      <b className={`outcome ${outcome}`}>{t.status[outcome]}</b>
      {settledBy === null ? null : (
        <span className="small quiet">
          <br />
          {settledBy === 'hand' ? `${t.ledger.byHand}: ${reason ?? ''}` : null}
          {settledBy === 'hand' && resolvedBy !== null ? '; ' : null}
          {resolvedBy !== null ? (
            <Answering id={resolvedBy} />
          ) : settledBy === 'record' ? (
            t.ledger.nothingCame
          ) : null}
        </span>
      )}
    </>
  )
}

function Row({ entry, names }: { entry: Entry; names: NamesFor }) {
  const { t } = useWords()
  const [first] = entry.evidence
  return (
    <tr>
      <td>
        {first === undefined ? (
          <span className="said">{entry.text}</span>
        ) : (
          <Link className="said" href={placeOf(first)}>
            {entry.text}
          </Link>
        )}
        <span className="quiet small">
          <br />
          {entry.made === null ? null : (
            <>
              {t.ledger.said}{' '}
              <When date={{ start: entry.made, end: entry.made, precision: 'day', basis: 'stated' }} />
              {', '}
            </>
          )}
          {first === undefined ? entry.outlets.join(', ') : outletOf(names, first.document)}
        </span>
      </td>
      <td>{entry.by === null ? entry.author : (names.actors[entry.by]?.name ?? entry.author)}</td>
      <td className="number" title={entry.hedge === null ? undefined : t.ledger.hedge(entry.hedge)}>
        {entry.probability === null ? '' : `${Math.round(entry.probability * 100)} %`}
      </td>
      <td>
        {entry.horizon === null ? (
          <span className="quiet">{t.ledger.noDay}</span>
        ) : (
          <When date={entry.horizon} />
        )}
      </td>
      <td>
        <Outcome entry={entry} />
      </td>
    </tr>
  )
}

/** Shown before one asks for more. */
const FEW = 30

function Table({ entries, names }: { entries: readonly Entry[]; names: NamesFor }) {
  const { t } = useWords()
  const [shown, setShown] = useState(FEW)
  return (
    <div className="scroll">
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{t.ledger.question}</th>
            <th scope="col">{t.forecasts.by}</th>
            <th scope="col" className="number">
              {t.forecasts.likely}
            </th>
            <th scope="col">{t.forecasts.until}</th>
            <th scope="col">{t.forecasts.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {entries.slice(0, shown).map(entry => (
            <Row key={entry.id} entry={entry} names={names} />
          ))}
        </tbody>
      </table>
      {entries.length > shown ? (
        <button type="button" className="button no-print" onClick={() => setShown(entries.length)}>
          {t.common.more} ({entries.length - shown})
        </button>
      ) : null}
    </div>
  )
}

function Ledger({ all, names }: { all: readonly Entry[]; names: NamesFor }) {
  const { t } = useWords()
  const [view, change] = useView()
  if (all.length === 0) return <Nothing />
  const outcome = OUTCOMES.find(it => it === view.outcome)
  const shown = outcome === undefined ? all : all.filter(it => it.outcome === outcome)
  const due = all.filter(it => it.outcome === 'open' && it.horizon?.end != null)
  return (
    <>
      <section className="section">
        <h2>{t.ledger.due}</h2>
        {due.length === 0 ? (
          <p className="quiet">{t.ledger.noneDue}</p>
        ) : (
          <Table entries={due} names={names} />
        )}
      </section>
      <section className="section">
        <h2>{t.ledger.all}</h2>
        <p className="take choices">
          <button
            type="button"
            aria-pressed={outcome === undefined}
            onClick={() => change({ outcome: undefined }, true)}
          >
            {t.ledger.every} {all.length}
          </button>
          {OUTCOMES.map(it => (
            <button
              key={it}
              type="button"
              aria-pressed={outcome === it}
              onClick={() => change({ outcome: outcome === it ? undefined : it }, true)}
            >
              {t.status[it]} {all.filter(entry => entry.outcome === it).length}
            </button>
          ))}
        </p>
        <Table key={outcome ?? 'all'} entries={shown} names={names} />
      </section>
    </>
  )
}

function Scores() {
  const { t } = useWords()
  const [view, change] = useView()
  const group: keyof Messages['ledger']['groups'] = GROUPS.find(it => it === view.by) ?? 'none'
  const all = useAsk<ScoresAnswer>('/api/analyses/forecasts', { scores: 'true' })
  const grouped = useAsk<ScoresAnswer>(group === 'none' ? null : '/api/analyses/forecasts', { by: group })
  return (
    <section className="section">
      <h2>{t.ledger.scores}</h2>
      <Answer of={all}>
        {({ answer }) => {
          const [together] = answer.scores
          if (together === undefined || together.n === 0)
            return <p className="quiet">{t.ledger.noneSettled}</p>
          return (
            <div className="columns">
              <Calibration bins={together.calibration} />
              <div>
                <p className="take choices">
                  {t.ledger.group}:
                  {GROUPS.map(it => (
                    <button
                      key={it}
                      type="button"
                      aria-pressed={group === it}
                      onClick={() => change({ by: it === 'none' ? undefined : it }, true)}
                    >
                      {t.ledger.groups[it]}
                    </button>
                  ))}
                </p>
                {group === 'none' ? (
                  <ScoreTable scores={answer.scores} />
                ) : (
                  <Answer of={grouped}>{({ answer }) => <ScoreTable scores={answer.scores} />}</Answer>
                )}
                <p className="quiet small">
                  {t.ledger.scoresHow} {together.n < 10 ? t.ledger.few : ''}
                </p>
              </div>
            </div>
          )
        }}
      </Answer>
    </section>
  )
}

/** The forecasts that the list below shows. */
function Taking({ all, names }: { all: readonly Entry[]; names: NamesFor }) {
  const [view] = useView()
  const shown = all.filter(it => !OUTCOMES.some(one => one === view.outcome) || it.outcome === view.outcome)
  const take = () => ({
    columns: [
      'id',
      'forecast',
      'made',
      'by',
      'probability',
      'horizon',
      'outcome',
      'settled by',
      'outlets',
      'quotes',
    ],
    rows: shown.map(it => [
      it.id,
      it.text,
      it.made,
      it.by === null ? it.author : (names.actors[it.by]?.name ?? it.author),
      it.probability,
      dayCell(it.horizon),
      it.outcome,
      it.settledBy === null ? '' : (it.resolvedBy ?? it.reason ?? it.settledBy),
      it.outlets.join('; '),
      it.evidence.map(({ quote }) => quote).join(' … '),
    ]),
  })
  return <TakeRows name="forecasts" take={take} />
}

export default function Forecasts() {
  const { t } = useWords()
  const asked = useAsk<{ answer: Entry[]; names: NamesFor }>('/api/analyses/forecasts')
  return (
    <>
      <div className="screen-head">
        <h1>{t.ledger.title}</h1>
        {asked.data === undefined ? null : <Taking all={asked.data.answer} names={asked.data.names} />}
      </div>
      <Scores />
      <Answer of={asked}>{({ answer, names }) => <Ledger all={answer} names={names} />}</Answer>
    </>
  )
}
