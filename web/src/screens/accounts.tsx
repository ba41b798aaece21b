import { Link } from 'wouter'
import type {
  OutletTerms,
  IssueTerms as Whole,
  Usage as WholeUsage,
} from '../../../src/analyse/terms/types.ts'
import { type Event, type NamesFor, useAsk } from '../api.ts'
import { useWords } from '../i18n/index.tsx'
import { Differing } from '../parts/differing.tsx'
import { outletOf, When } from '../parts/facts.tsx'
import { Heading } from '../parts/heading.tsx'
import { Answer, Nothing } from '../parts/states.tsx'
import { dayCell, TakeRows } from '../parts/take-rows.tsx'
import { useView } from '../url.ts'

interface DifferingAnswer {
  answer: Event[]
  names: NamesFor
}
/** `documents`: how many articles of the outlet use it. */
type Usage = Pick<WholeUsage, 'term' | 'outlet' | 'of' | 'years' | 'distinguishing'> & { documents: number }
interface IssueTerms extends Omit<Whole, 'usages'> {
  usages: Usage[]
}
interface Terms {
  items: IssueTerms[]
}

function Differs({ event, names }: { event: Event; names: NamesFor }) {
  const { t } = useWords()
  return (
    <li>
      <h3>
        <Link href={`/accounts/${event.id}`}>{event.title}</Link>
      </h3>
      <p className="quiet small">
        <When date={event.date} />
      </p>
      <Differing accounts={event.accounts} names={names} />
      <Link className="small" href={`/accounts/${event.id}`}>
        {t.tellings.sideBySide}
      </Link>
    </li>
  )
}

function Used({ usage }: { usage: Usage | undefined }) {
  const { t } = useWords()
  if (usage === undefined || usage.documents === 0) return <td />
  const share = usage.of === 0 ? 0 : usage.documents / usage.of
  return (
    <td className="used">
      <Link
        href={`/search?q=${encodeURIComponent(`"${usage.term}"`)}&outlet=${encodeURIComponent(usage.outlet)}`}
        title={`${t.tellings.articles(usage.documents, usage.of)}${usage.distinguishing ? `; ${t.tellings.own}` : ''}`}
      >
        <meter min={0} max={1} value={share} aria-hidden="true" /> {usage.documents}/{usage.of}
        {usage.distinguishing ? ' ●' : ''}
      </Link>
    </td>
  )
}

/** Terms by outlets: first the term and the outlet that have most. */
function Matrix({ terms: { name, usages } }: { terms: IssueTerms }) {
  const { t } = useWords()
  const most = (key: 'term' | 'outlet', value: string) =>
    usages.filter(it => it[key] === value).reduce((sum, it) => sum + it.documents, 0)
  const keys = (key: 'term' | 'outlet') =>
    [...new Set(usages.map(it => it[key]))].sort((a, b) => most(key, b) - most(key, a))
  const outlets = keys('outlet')
  return (
    <div className="scroll">
      <table className="matrix">
        <caption className="quiet small">
          {name}. {t.tellings.byOutletHow}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t.tellings.term}</th>
            {outlets.map(outlet => (
              <th key={outlet} scope="col">
                {outlet}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keys('term').map(term => (
            <tr key={term}>
              <th scope="row" className="said">
                {term}
              </th>
              {outlets.map(outlet => (
                <Used key={outlet} usage={usages.find(it => it.term === term && it.outlet === outlet)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Phases with the years between them in which the outlet has no word. */
function cellsOf(phases: OutletTerms['phases'], years: readonly string[]) {
  const cells: { key: string; term: string | null; span: number }[] = []
  let at = 0
  const skipTo = (next: number) => {
    if (next > at) cells.push({ key: `before ${next}`, term: null, span: next - at })
    at = Math.max(at, next)
  }
  for (const { term, from, to } of phases) {
    skipTo(years.indexOf(from))
    const span = Math.max(1, years.indexOf(to) - at + 1)
    cells.push({ key: from, term, span })
    at += span
  }
  skipTo(years.length)
  return cells
}

function OverTime({ terms: { outlets, usages } }: { terms: IssueTerms }) {
  const { t } = useWords()
  const named = usages.flatMap(it => it.years.map(({ year }) => Number(year)))
  const first = Math.min(...named)
  const years = Array.from({ length: Math.max(0, Math.max(...named) - first + 1) }, (_, i) =>
    String(first + i),
  )
  if (named.length === 0 || years.length < 2) return null
  return (
    <div className="scroll">
      <table className="matrix">
        <caption className="quiet small">{t.tellings.overTimeHow}</caption>
        <thead>
          <tr>
            <td />
            {years.map(year => (
              <th key={year} scope="col">
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {outlets.map(({ outlet, phases }) => (
            <tr key={outlet}>
              <th scope="row">{outlet}</th>
              {cellsOf(phases, years).map(({ key, term, span }) => (
                <td key={key} colSpan={span} className={term === null ? '' : 'phase said'}>
                  {term === null ? null : <span>{term}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function TermsOf({ all }: { all: readonly IssueTerms[] }) {
  const { t } = useWords()
  const [view, change] = useView()
  const chosen = all.find(({ issue }) => issue === view.issue) ?? all[0]
  if (chosen === undefined) return <p className="quiet">{t.tellings.noTerms}</p>
  return (
    <>
      <label className="small quiet">
        {t.tellings.termsFor}{' '}
        <select value={chosen.issue} onChange={event => change({ issue: event.target.value }, true)}>
          {all.map(({ issue, name, documents }) => (
            <option key={issue} value={issue}>
              {name} ({documents})
            </option>
          ))}
        </select>
      </label>
      <Matrix terms={chosen} />
      <h3 className="part">{t.tellings.overTime}</h3>
      <OverTime terms={chosen} />
    </>
  )
}

/** Both parts of the screen in one table: what is told of an event, and what an issue is called. */
function Taking({
  differing,
  terms,
  issue,
}: {
  differing: DifferingAnswer | undefined
  terms: Terms | undefined
  issue: string | undefined
}) {
  if (differing === undefined || terms === undefined) return null
  const { answer, names } = differing
  const chosen = terms.items.find(it => it.issue === issue) ?? terms.items[0]
  const take = () => ({
    columns: ['kind', 'about', 'date', 'field', 'value', 'outlets', 'articles', 'of'],
    rows: [
      ...answer.flatMap(event =>
        event.accounts.flatMap(({ field, values }) =>
          values.map(({ value, documents }) => [
            'account',
            event.title,
            dayCell(event.date),
            field,
            String(value),
            [...new Set(documents.map(id => outletOf(names, id)))].join('; '),
            documents.length,
            null,
          ]),
        ),
      ),
      ...(chosen?.usages ?? []).map(({ term, outlet, documents, of }) => [
        'term',
        chosen?.name ?? '',
        null,
        'term',
        term,
        outlet,
        documents,
        of,
      ]),
    ],
  })
  return <TakeRows name="accounts" take={take} />
}

/** So many come with each look further down. */
const STEP = 30

/** In steps: over an archive there are thousands. All of them can be taken away. */
function AllDiffering({ of: { answer, names } }: { of: DifferingAnswer }) {
  const { t } = useWords()
  const [view, change] = useView()
  const most = Number(view.most) || STEP
  if (answer.length === 0) return <p className="quiet">{t.tellings.none}</p>
  return (
    <>
      <ol className="differing">
        {answer.slice(0, most).map(event => (
          <Differs key={event.id} event={event} names={names} />
        ))}
      </ol>
      {answer.length > most ? (
        <p className="small">
          <button
            type="button"
            className="button no-print"
            onClick={() => change({ most: String(most + STEP) }, true)}
          >
            {t.common.more}
          </button>{' '}
          <span className="quiet number">{t.common.total(answer.length)}</span>
        </p>
      ) : null}
    </>
  )
}

export default function Accounts() {
  const { t } = useWords()
  const differing = useAsk<DifferingAnswer>('/api/analyses/accounts')
  const terms = useAsk<Terms>('/api/terms')
  const [view] = useView()
  return (
    <>
      <div className="screen-head">
        <Heading>{t.tellings.title}</Heading>
        <Taking differing={differing.data} terms={terms.data} issue={view.issue} />
      </div>
      <p className="quiet lead">{t.tellings.about}</p>
      <section className="section">
        <h2>{t.tellings.differ}</h2>
        <Answer of={differing}>{it => <AllDiffering of={it} />}</Answer>
      </section>
      <section className="section">
        <h2>{t.tellings.terms}</h2>
        <Answer of={terms}>
          {({ items }) => (items.length === 0 ? <Nothing /> : <TermsOf all={items} />)}
        </Answer>
      </section>
    </>
  )
}
