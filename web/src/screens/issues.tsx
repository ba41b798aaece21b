import { Link } from 'wouter'
import type { IssueHistory, IssuesAnswer } from '../answers.ts'
import { type NamesFor, useAsk } from '../api.ts'
import { useWords } from '../i18n/index.tsx'
import { ClosenessBar } from '../parts/closeness.tsx'
import { When } from '../parts/facts.tsx'
import { reachOf, Strip, StripAxis } from '../parts/issue-strip.tsx'
import { Answer, Nothing } from '../parts/states.tsx'
import { dayCell, TakeRows } from '../parts/take-rows.tsx'
import { useView } from '../url.ts'

/** The stance that each state took last. */
function Stands({ matter, names }: { matter: IssueHistory; names: NamesFor }) {
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

function Row({ matter, names, reach }: { matter: IssueHistory; names: NamesFor; reach: [string, string] }) {
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

function Taking({ data: { answer, names } }: { data: IssuesAnswer }) {
  const actor = (id: string) => names.actors[id]?.name ?? id
  const take = () => ({
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
  })
  return <TakeRows name="issues" take={take} />
}

export default function Issues() {
  const { t } = useWords()
  const [view] = useView()
  const asked = useAsk<IssuesAnswer>('/api/analyses/issues', { states: view.states, outlet: view.outlet })
  return (
    <>
      <div className="screen-head">
        <h1>{t.matters.title}</h1>
        {asked.data === undefined ? null : <Taking data={asked.data} />}
      </div>
      <Answer of={asked}>
        {({ answer, names }) =>
          answer.issues.length === 0 ? (
            <Nothing />
          ) : (
            <>
              <p className="quiet small">{t.matters.about}</p>
              <StripAxis reach={reachOf(answer.issues)} />
              <ol className="matters">
                {answer.issues.map(matter => (
                  <Row key={matter.issue} matter={matter} names={names} reach={reachOf(answer.issues)} />
                ))}
              </ol>
            </>
          )
        }
      </Answer>
    </>
  )
}
