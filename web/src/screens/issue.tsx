import { useState } from 'react'
import { Link } from 'wouter'
import type { Closeness, Standing } from '../../../src/analyse/issues/types.ts'
import { stepsToDraw } from '../../../src/serve/strips.ts'
import type { IssueHistory, IssueStep, IssuesAnswer } from '../answers.ts'
import { type NamesFor, useAsk } from '../api.ts'
import { useWords } from '../i18n/index.tsx'
import { ClosenessBar } from '../parts/closeness.tsx'
import { outletOf, Passages, When } from '../parts/facts.tsx'
import { Footnotes } from '../parts/footnotes.tsx'
import { Heading } from '../parts/heading.tsx'
import { reachOf, Strip, StripAxis } from '../parts/issue-strip.tsx'
import { Answer, NotThere } from '../parts/states.tsx'
import { dayCell, TakeRows } from '../parts/take-rows.tsx'
import { useId, useView } from '../url.ts'

function Opened({ step, names }: { step: IssueStep; names: NamesFor }) {
  const { t } = useWords()
  return (
    <div className="opened-step">
      <p className="quiet small">
        {t.matters.rule}: {step.rule}
        {step.sides.length === 0 ? '' : ` (${step.sides.map(id => names.actors[id]?.name ?? id).join(', ')})`}
      </p>
      <Passages passages={step.evidence} names={names} />
      {step.events.length === 0 ? null : (
        <>
          <h3>{t.matters.here}</h3>
          <ol className="rows">
            {step.events.map(({ id, type, title, date }) => (
              <li key={id}>
                <span className="date">
                  <When date={date} />
                </span>
                <Link className="title" href={`/events/${id}`}>
                  {title}
                </Link>
                <span className="side type">{type}</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  )
}

/** The last steps, before one asks for all; an opened one is always among them. */
const FEW = 60

function Steps({ matter, names, opened }: { matter: IssueHistory; names: NamesFor; opened: number }) {
  const { t } = useWords()
  const [, change] = useView()
  const [isAll, setAll] = useState(false)
  const last = Math.max(0, matter.steps.length - FEW)
  const first = isAll ? 0 : opened >= 0 ? Math.min(last, opened) : last
  const shown = matter.steps.slice(first).map((step, i) => ({ step, at: first + i }))
  return (
    <section className="section">
      <h2>{t.matters.steps}</h2>
      {matter.steps.length === 0 ? <p className="quiet">{t.matters.noSteps}</p> : null}
      {first === 0 ? null : (
        <button type="button" className="button no-print" onClick={() => setAll(true)}>
          {t.common.more} ({first})
        </button>
      )}
      <ol className="steps noted">
        {shown.map(({ step, at }) => (
          <li key={at}>
            <button
              type="button"
              aria-expanded={at === opened}
              onClick={() => change({ step: at === opened ? 'none' : String(at) }, true)}
            >
              <span className="date quiet small number">
                <When date={step.date} />
              </span>{' '}
              <b>{t.affairs[step.step]}</b>{' '}
              <span className="quiet small">
                {step.events.length === 0 ? '' : t.common.events(step.events.length)}
              </span>
            </button>
            {at === opened ? <Opened step={step} names={names} /> : null}
          </li>
        ))}
      </ol>
      <Footnotes
        facts={shown.map(({ step, at }) => ({ id: String(at), evidence: step.evidence }))}
        names={names}
      />
    </section>
  )
}

/** The latest stance of each, with its words; what it was before, one below. */
function Standings({
  issue,
  standings,
  names,
}: {
  issue: string
  standings: readonly Standing[]
  names: NamesFor
}) {
  const { t } = useWords()
  return (
    <section className="section">
      <h2>{t.matters.stands}</h2>
      {standings.length === 0 ? <p className="quiet">{t.matters.noStands}</p> : null}
      <div className="columns">
        {standings.map(({ actor, held }) => {
          const [last, ...before] = held.toReversed()
          if (last === undefined) return null
          return (
            <div key={actor} className="standing">
              <h3>{names.actors[actor]?.name ?? actor}</h3>
              <p className={`stance ${last.stance}`}>
                <span>
                  <b>{t.stance[last.stance]}</b>{' '}
                  <span className="quiet small">
                    <When date={last.date} />, {last.by.map(id => names.actors[id]?.name ?? id).join(', ')}
                  </span>
                </span>
              </p>
              <Passages passages={last.evidence.slice(0, 2)} names={names} />
              {before.length === 0 ? null : (
                <details open={before.length < 3}>
                  <summary className="quiet small">
                    {t.matters.before} ({before.length})
                  </summary>
                  {before.slice(0, FEW).map(it => (
                    <div key={it.ids.join()}>
                      <p className={`stance ${it.stance}`}>
                        <span>
                          {t.stance[it.stance]}{' '}
                          <span className="quiet small">
                            <When date={it.date} />
                          </span>
                        </span>
                      </p>
                      <Passages passages={it.evidence.slice(0, 1)} names={names} />
                    </div>
                  ))}
                  {before.length <= FEW ? null : (
                    <Link
                      href={`/positions?issue=${encodeURIComponent(issue)}&actor=${encodeURIComponent(actor)}`}
                    >
                      {t.common.more} ({before.length - FEW})
                    </Link>
                  )}
                </details>
              )}
            </div>
          )
        })}
      </div>
    </section>
  )
}

function Close({ closeness, names }: { closeness: readonly Closeness[]; names: NamesFor }) {
  const { t } = useWords()
  if (closeness.length === 0) return null
  return (
    <section className="section">
      <h2>{t.matters.closer}</h2>
      <p className="quiet small">{t.matters.closerHow}</p>
      <table>
        <tbody>
          {closeness.map(it => (
            <tr key={`${it.a} ${it.b}`}>
              <td>
                <ClosenessBar of={it} names={names} />
              </td>
              <td className="quiet small">{t.matters.compared(it.compared, it.quarters)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function stepsOf(matter: IssueHistory, names: NamesFor) {
  return {
    columns: ['step', 'from', 'date', 'acts', 'documents', 'quotes'],
    rows: matter.steps.map(({ step, from, date, events, evidence }) => [
      step,
      from,
      dayCell(date),
      events.map(({ title }) => title).join('; '),
      [...new Set(evidence.map(({ document }) => outletOf(names, document)))].join('; '),
      evidence.map(({ quote }) => quote).join(' … '),
    ]),
  }
}

function Whole({ matter, names }: { matter: IssueHistory; names: NamesFor }) {
  const { t } = useWords()
  const [view] = useView()
  const id = encodeURIComponent(matter.issue)
  // Where none is chosen, the step that brought it here is open.
  const opened = view.step === undefined ? matter.steps.length - 1 : Number(view.step)
  const strip = { ...matter, steps: stepsToDraw(matter.steps) }
  const [from, to] = reachOf([strip])
  return (
    <article>
      <div className="screen-head">
        <Heading>{matter.name}</Heading>
        <span className="take">
          <Link href={`/timeline?issue=${id}`}>{t.matters.all}</Link>
          <Link href={`/positions?issue=${id}`}>{t.matters.positions}</Link>
          <Link href={`/accounts?issue=${id}`}>{t.matters.terms}</Link>
        </span>
        <TakeRows name={`issue-${matter.issue}`} take={() => stepsOf(matter, names)} />
      </div>
      <p>
        <b>{t.affairs[matter.state]}</b>, <When date={matter.since} />{' '}
        <span className="quiet small">
          {t.common.documents(matter.origins)}, {t.matters.lastHeard}{' '}
          <When
            date={{ start: matter.lastHeard, end: matter.lastHeard, precision: 'day', basis: 'stated' }}
          />
        </span>
      </p>
      <Strip matter={strip} reach={[from, to]} opened={opened} />
      <StripAxis reach={[from, to]} />
      <Steps matter={matter} names={names} opened={opened} />
      <Standings issue={matter.issue} standings={matter.standings} names={names} />
      <Close closeness={matter.closeness} names={names} />
    </article>
  )
}

export default function IssueScreen() {
  const id = useId()
  const asked = useAsk<IssuesAnswer>('/api/analyses/issues', { words: id })
  return (
    <Answer of={asked}>
      {({ answer, names }) => {
        const [matter] = answer.issues
        return matter === undefined ? (
          <NotThere />
        ) : (
          <Whole key={matter.issue} matter={matter} names={names} />
        )
      }}
    </Answer>
  )
}
