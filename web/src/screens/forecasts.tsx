import type { ReactNode } from 'react'
import { Link } from 'wouter'
import {
  ask,
  type Event,
  type Forecast,
  type NamesFor,
  type Params,
  pathWith,
  useAsk,
  useMore,
} from '../api.ts'
import type { Messages } from '../i18n/en.ts'
import { useWords } from '../i18n/index.tsx'
import { Calibration } from '../parts/calibration.tsx'
import { outletOf, placeOf, When } from '../parts/facts.tsx'
import { Heading } from '../parts/heading.tsx'
import { type ScoresAnswer, ScoreTable } from '../parts/scores.tsx'
import { Answer, Failed, Loading, Nothing } from '../parts/states.tsx'
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

/** To a page; the rest is asked for. */
const FEW = 30

interface Counts {
  counts: { [outcome in Forecast['outcome']]?: number }
}

/** One part of the ledger, a page at a time. */
function Table({ asked, empty }: { asked: Params; empty: ReactNode }) {
  const { t } = useWords()
  const { asked: query, first, items, names, more } = useMore<Entry>('/api/ledger', asked)
  if (query.error !== null) return <Failed error={query.error} again={() => void query.refetch()} />
  if (first === undefined) return <Loading />
  if (items.length === 0) return empty
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
          {items.map(entry => (
            <Row key={entry.id} entry={entry} names={names} />
          ))}
        </tbody>
      </table>
      {more === null ? null : (
        <button type="button" className="button no-print" onClick={more}>
          {t.common.more} ({first.total - items.length})
        </button>
      )}
    </div>
  )
}

function Ledger({ counts }: Counts) {
  const { t } = useWords()
  const [view, change] = useView()
  const all = OUTCOMES.reduce((sum, it) => sum + (counts[it] ?? 0), 0)
  if (all === 0) return <Nothing />
  const outcome = OUTCOMES.find(it => it === view.outcome)
  return (
    <>
      <section className="section">
        <h2>{t.ledger.due}</h2>
        <Table asked={{ due: 'true', limit: FEW }} empty={<p className="quiet">{t.ledger.noneDue}</p>} />
      </section>
      <section className="section">
        <h2>{t.ledger.all}</h2>
        <p className="take choices">
          <button
            type="button"
            aria-pressed={outcome === undefined}
            onClick={() => change({ outcome: undefined }, true)}
          >
            {t.ledger.every} {all}
          </button>
          {OUTCOMES.map(it => (
            <button
              key={it}
              type="button"
              aria-pressed={outcome === it}
              onClick={() => change({ outcome: outcome === it ? undefined : it }, true)}
            >
              {t.status[it]} {counts[it] ?? 0}
            </button>
          ))}
        </p>
        <Table key={outcome ?? 'all'} asked={{ outcome, limit: FEW }} empty={<Nothing />} />
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

/** The forecasts that the list below shows, those of its later pages among them. */
function Taking() {
  const [view] = useView()
  const outcome = OUTCOMES.find(it => it === view.outcome)
  const take = async () => {
    const { answer, names } = await ask<{ answer: Entry[]; names: NamesFor }>(
      pathWith('/api/analyses/forecasts', { status: outcome }),
    )
    return {
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
      rows: answer.map(it => [
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
    }
  }
  return <TakeRows name="forecasts" take={take} />
}

export default function Forecasts() {
  const { t } = useWords()
  const asked = useAsk<Counts>('/api/ledger', { limit: 1 })
  return (
    <>
      <div className="screen-head">
        <Heading>{t.ledger.title}</Heading>
        {asked.data === undefined ? null : <Taking />}
      </div>
      <p className="quiet lead">{t.ledger.about}</p>
      <Scores />
      <Answer of={asked}>{({ counts }) => <Ledger counts={counts} />}</Answer>
    </>
  )
}
