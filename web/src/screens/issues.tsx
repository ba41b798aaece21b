import { Link } from 'wouter'
import type { IssueStrip, IssuesAnswer, StripsAnswer } from '../answers.ts'
import { ask, type NamesFor, type Params, pathWith, useAsk } from '../api.ts'
import { useWords } from '../i18n/index.tsx'
import { ClosenessBar } from '../parts/closeness.tsx'
import { When } from '../parts/facts.tsx'
import { Heading } from '../parts/heading.tsx'
import { reachOf, Strip, StripAxis } from '../parts/issue-strip.tsx'
import { Answer, Nothing } from '../parts/states.tsx'
import { dayCell, TakeRows } from '../parts/take-rows.tsx'
import { useView } from '../url.ts'

/** The stance that each state took last. */
function Stands({ matter, names }: { matter: IssueStrip; names: NamesFor }) {
  const { t } = useWords()
  return (
    <ul className="small stands">
      {matter.standings.map(({ actor, held }) => {
        const last = held.at(-1)
        if (last === undefined) return null
        return (
          <li key={actor} className={`stance ${last.stance}`}>
            <span>
              {names.actors[actor]?.name ?? actor}: {t.stance[last.stance]}
              {last.changed ? ` ↺` : ''}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function Row({ matter, names, reach }: { matter: IssueStrip; names: NamesFor; reach: [string, string] }) {
  const { t } = useWords()
  return (
    <li className="matter">
      <div className="matter-head">
        <h2>
          <Link href={`/issues/${encodeURIComponent(matter.issue)}`}>{matter.name}</Link>
        </h2>
        <p className="small quiet">
          <b>{t.affairs[matter.state]}</b> <When date={matter.since} /> · {t.common.documents(matter.origins)}
        </p>
      </div>
      <Strip matter={matter} reach={reach} />
      <div className="matter-sides">
        <Stands matter={matter} names={names} />
        {matter.closeness.slice(0, 1).map(it => (
          <ClosenessBar key={`${it.a} ${it.b}`} of={it} names={names} />
        ))}
      </div>
    </li>
  )
}

/** All steps, which are asked for when they are taken: the picture has fewer. */
function Taking({ asked }: { asked: Params }) {
  const take = async () => {
    const { answer, names } = await ask<IssuesAnswer>(pathWith('/api/analyses/issues', asked))
    const actor = (id: string) => names.actors[id]?.name ?? id
    return {
      columns: ['id', 'issue', 'state', 'since', 'last heard', 'documents', 'steps', 'positions'],
      rows: answer.issues.map(it => [
        it.issue,
        it.name,
        it.state,
        dayCell(it.since),
        it.lastHeard,
        it.origins,
        it.steps.map(({ step, date }) => `${dayCell(date)} ${step}`).join('; '),
        it.standings
          .flatMap(({ actor: id, held }) => held.slice(-1).map(({ stance }) => `${actor(id)}: ${stance}`))
          .join('; '),
      ]),
    }
  }
  return <TakeRows name="issues" take={take} />
}

export default function Issues() {
  const { t } = useWords()
  const [view] = useView()
  const chosen = { states: view.states, outlet: view.outlet }
  const asked = useAsk<StripsAnswer>('/api/issues/strips', chosen)
  return (
    <>
      <div className="screen-head">
        <Heading>{t.matters.title}</Heading>
        <Taking asked={chosen} />
      </div>
      <Answer of={asked}>
        {({ items, names }) =>
          items.length === 0 ? (
            <Nothing />
          ) : (
            <>
              <p className="quiet lead">
                {t.matters.about} <span className="small">{t.positions.changed}</span>
              </p>
              <StripAxis reach={reachOf(items)} />
              <ol className="matters">
                {items.map(matter => (
                  <Row key={matter.issue} matter={matter} names={names} reach={reachOf(items)} />
                ))}
              </ol>
            </>
          )
        }
      </Answer>
    </>
  )
}
