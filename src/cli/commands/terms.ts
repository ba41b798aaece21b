import { issueTerms } from '../../analyse/terms/index.ts'
import { BEYOND_CHANCE, LEAST_USES, PRIOR } from '../../analyse/terms/log-odds.ts'
import { occurrences } from '../../analyse/terms/occurrences.ts'
import type { IssueTerms, OutletTerms, Usage } from '../../analyse/terms/types.ts'
import { describe } from '../../record/describe.ts'
import type { RecordSource } from '../../record/facts.ts'
import type { Passage } from '../../record/types.ts'
import { type Answer, type Asked, analysis } from '../analysis.ts'
import { safeLine } from '../print/safe.ts'
import { wrap } from '../print/width.ts'
import type { Shown } from '../report.ts'
import type { Colours } from '../shell.ts'
import { issueNamed } from '../words/issue.ts'

/** A term in one outlet; with `whole` the row stands for all terms of the matter. */
interface Row extends Usage {
  whole: IssueTerms | null
}

/** Passages of one row that `--sources` shows, one of each article. */
const MOST = 4

function rowsOf({ usages }: IssueTerms): Row[] {
  return usages.map(usage => ({ ...usage, whole: null }))
}

/** "former workers (2018–2021) → former requisitioned workers (2022–2023)". */
function phaseText({ outlet, phases }: OutletTerms): string {
  const parts = phases.map(({ term, from, to }) => `${term} (${from === to ? from : `${from}–${to}`})`)
  return `${outlet}: ${parts.join(' → ')}`
}

function changes({ outlets }: IssueTerms, paint: Colours): string[] {
  const told = outlets.filter(({ phases }) => phases.length > 0)
  if (told.length === 0) return []
  const lines = told.flatMap(it => wrap(safeLine(phaseText(it)), 98))
  return ['', paint.bold('The word that each used most, by year (→ a change)'), ...lines]
}

function answer(asked: Asked<object>, paint: Colours): Answer<Row> {
  const { view, knowledge, options, selection } = asked
  const issues = view.facts('issue')
  const all = issueTerms(view, issues, selection)
  const asking = asked.words.join(' ') || options.issue
  const id = asking === undefined ? null : issueNamed(asking, issues, knowledge.issues)
  const found = id === null ? all : all.filter(it => it.issue === id)
  const rows = found.flatMap(rowsOf)
  const json = { prior: PRIOR, beyondChance: BEYOND_CHANCE, issues: found }
  const [only] = found
  if (id !== null && only !== undefined) {
    const above = [
      `${paint.bold(only.name)}: ${only.documents} articles of ${only.outlets.length} outlets`,
      '',
    ]
    return { rows, json, above, after: changes(only, paint) }
  }
  const wholes = found.flatMap(it => {
    const [first] = rowsOf(it)
    return first === undefined ? [] : [{ ...first, whole: it }]
  })
  return { rows, tableRows: wholes, json, table: LIST }
}

const dayText = (day: string | null): string =>
  day === null ? 'undated' : describe({ start: day, end: day, precision: 'day', basis: 'stated' })

/** The terms of a matter by the number of articles that use them. */
function commonest({ usages }: IssueTerms): string {
  const counts = new Map<string, number>()
  for (const { term, documents } of usages) counts.set(term, (counts.get(term) ?? 0) + documents.length)
  const sorted = [...counts].sort(([, a], [, b]) => b - a)
  return sorted.map(([term, n]) => `${term} (${n})`).join(', ')
}

const LIST: readonly Shown<Row>[] = [
  {
    name: 'issue',
    most: 24,
    cell: ({ whole }, _, paint) => ({ text: whole?.name ?? '', paint: paint.bold }),
  },
  { name: 'articles', align: 'right', cell: ({ whole }) => String(whole?.documents ?? '') },
  { name: 'outlets', align: 'right', cell: ({ whole }) => String(whole?.outlets.length ?? '') },
  {
    name: 'terms, with articles that use them',
    flexible: true,
    cell: ({ whole }) => (whole === null ? '' : commonest(whole)),
  },
]

const TABLE: readonly Shown<Row>[] = [
  { name: 'outlet', most: 26, cell: ({ outlet }) => outlet },
  {
    name: 'term',
    flexible: true,
    cell: ({ term, distinguishing }, _, paint) => ({
      text: distinguishing ? `${term} ★` : term,
      ...(distinguishing ? { paint: paint.bold } : {}),
    }),
  },
  { name: 'articles', align: 'right', cell: ({ documents, of }) => `${documents.length} of ${of}` },
  { name: 'times', align: 'right', cell: ({ count }) => String(count) },
  { name: 'first', cell: ({ first }) => dayText(first) },
  { name: 'last', cell: ({ last }) => dayText(last) },
]

function explain({ term, outlet, documents, of, own, years, distinguishing }: Row): string[] {
  const share = `${documents.length} of ${of} articles of ${outlet} that name the matter use “${term}”`
  const odds =
    own === null
      ? `whose word it is cannot be said: fewer than ${LEAST_USES} uses on one side`
      : `log-odds against all other outlets (prior ${PRIOR} uses): ${Math.abs(own).toFixed(1)} deviations ${own < 0 ? 'below' : 'above'}${distinguishing ? ', beyond chance: ★' : ''}`
  return [
    share,
    odds,
    `by year: ${years.map(it => `${it.year} ${it.documents}`).join(', ') || 'undated'}`,
  ].flatMap(text => wrap(safeLine(text), 68))
}

/** Reads the articles that the rows name, and finds the terms in them. */
async function passagesIn(rows: readonly Row[], source: RecordSource): Promise<(row: Row) => Passage[]> {
  const wanted = new Set(rows.flatMap(({ documents }) => documents))
  const texts = new Map<string, string>()
  for await (const { id, text } of source.documents()) if (wanted.has(id)) texts.set(id, text)
  return ({ documents, term }) =>
    documents.flatMap(id => occurrences(id, texts.get(id) ?? '', term, 1)).slice(0, MOST)
}

/** Which words each outlet has for a matter. */
export const terms = analysis<object, Row>({
  command: 'terms',
  words: '[issue...]',
  description: 'the terms that outlets use for each issue, whose own they are (★), and how they changed',
  examples: [
    'entente terms',
    'entente terms forced-labour --sources',
    'entente terms export controls --explain',
  ],
  kinds: ['issue'],
  answer,
  table: TABLE,
  columns: [
    { name: 'issue', of: row => row.issue },
    { name: 'outlet', of: row => row.outlet },
    { name: 'term', of: row => row.term },
    { name: 'articles', of: row => row.documents.length },
    { name: 'of articles', of: row => row.of },
    { name: 'times', of: row => row.count },
    { name: 'first', of: row => row.first },
    { name: 'last', of: row => row.last },
    { name: 'log-odds', of: row => row.own },
    { name: 'distinguishing', of: row => (row.distinguishing ? 'yes' : 'no') },
    { name: 'by year', of: row => row.years.map(it => `${it.year}: ${it.documents}`).join('; ') },
    { name: 'documents', of: row => row.documents.join('; ') },
  ],
  nothing: 'no article names an issue',
  passagesOf: () => [],
  passagesIn,
  explain,
})
