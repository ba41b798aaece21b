import { sideBySide } from '../../analyse/accounts/index.ts'
import type { Detail, SideBySide, Teller } from '../../analyse/accounts/types.ts'
import { COLUMNS, type Names } from '../../export/columns.ts'
import { describe } from '../../record/describe.ts'
import type { Event } from '../../record/types.ts'
import { type Answer, type Asked, analysis } from '../analysis.ts'
import { SHORT_ID } from '../listing.ts'
import { safeLine } from '../print/safe.ts'
import { valueText } from '../print/value.ts'
import { wrap } from '../print/width.ts'
import type { Shown } from '../report.ts'
import type { Colours } from '../shell.ts'
import { eventNamed } from '../words/event.ts'

/** An event of the listing; of one event an article that tells it, or a thing that articles say of it. */
type Row = Event | (Teller & { kind: 'article' }) | (Detail & { kind: 'detail' })

const isEvent = (row: Row): row is Event => 'accounts' in row

function outletsOf(ids: readonly string[], names: Names): string {
  const outlets = ids.map(id => names.document(id)?.outlet ?? names.document(id)?.source ?? id)
  return [...new Set(outlets)].join(', ')
}

function plain({ event, tellers, details }: SideBySide): object {
  const { id, title, type, status, date, states, issues } = event
  return { event: { id, title, type, status, date, states, issues }, articles: tellers, details }
}

function answer({ chosen, view, knowledge, words }: Asked<object>, paint: Colours): Answer<Row> {
  const [id] = words
  if (id === undefined) {
    const events = chosen('event').filter(event => event.accounts.length > 0)
    return { rows: events, json: events, table: LIST, columns: LISTED, below: accountLines }
  }
  const found = sideBySide(view, eventNamed(id, view.facts('event')), knowledge)
  const rows: Row[] = [
    ...found.tellers.map((it): Row => ({ ...it, kind: 'article' })),
    ...found.details.map((it): Row => ({ ...it, kind: 'detail' })),
  ]
  const { event, tellers } = found
  const alone = tellers.length < 2 ? ['', 'One article tells it: there is nothing to set beside it.'] : []
  const above = [
    `${paint.bold(safeLine(event.title))}`,
    `${describe(event.date)}; ${event.status} ${event.type}; ${event.id}`,
    '',
  ]
  return { rows, json: plain(found), above, after: alone }
}

const LIST: readonly Shown<Row>[] = [
  {
    name: 'id',
    cell: (row, _, paint) => (isEvent(row) ? { text: row.id.slice(0, SHORT_ID), paint: paint.dim } : ''),
  },
  { name: 'date', most: 19, cell: row => (isEvent(row) ? describe(row.date) : '') },
  {
    name: 'event',
    flexible: true,
    cell: (row, _, paint) => (isEvent(row) ? { text: row.title, paint: paint.bold } : ''),
  },
]

const LISTED = [
  ...COLUMNS.event.slice(0, 10).map(({ name, of }) => ({
    name,
    of: (row: Row, names: Names) => (isEvent(row) ? of(row, names) : null),
  })),
  {
    name: 'accounts',
    of: (row: Row) =>
      isEvent(row)
        ? row.accounts.map(a => `${a.field}: ${a.values.map(v => valueText(v.value)).join(' / ')}`).join('; ')
        : null,
  },
]

/** Below an event of the listing each account with who gives it. */
function accountLines(row: Row, names: Names, paint: Colours): string[] {
  if (!isEvent(row)) return []
  return row.accounts.flatMap(({ field, values }) =>
    values.map(({ value, documents }) =>
      safeLine(`${paint.dim(`${field}:`)} ${valueText(value)} — ${outletsOf(documents, names)}`),
    ),
  )
}

/** Room below the widest first column. */
const LINE = 72

/** Below an article what it leaves out, and who carries it as well. */
function below(row: Row, names: Names, paint: Colours): string[] {
  if (isEvent(row) || row.kind === 'detail') return []
  const copies =
    row.copies.length === 0
      ? []
      : [
          `carried as well by ${outletsOf(
            row.copies.map(it => it.document),
            names,
          )}`,
        ]
  const lacks = row.leavesOut.length === 0 ? [] : [`leaves out: ${row.leavesOut.join(', ')}`]
  return [...lacks, ...copies].flatMap(text => wrap(safeLine(text), LINE)).map(text => paint.dim(text))
}

const said = (row: Teller): string => row.passages.map(it => `“${it.quote}”`).join(' … ')

const TABLE: readonly Shown<Row>[] = [
  {
    name: 'of',
    most: 24,
    cell: (row, _, paint) => {
      if (isEvent(row)) return ''
      return row.kind === 'article' ? { text: row.outlet ?? '', paint: paint.bold } : row.field
    },
  },
  {
    name: 'says',
    flexible: true,
    cell: row => (isEvent(row) ? '' : row.kind === 'article' ? said(row) : row.value),
  },
  {
    name: 'when, or told by',
    most: 30,
    cell: (row, names, paint) => {
      if (isEvent(row)) return ''
      if (row.kind === 'article') return describe(row.published)
      return { text: outletsOf(row.documents, names), ...(row.rival ? { paint: paint.yellow } : {}) }
    },
  },
]

function explain(row: Row): string[] {
  if (isEvent(row))
    return [`told by ${new Set(row.evidence.map(it => it.document)).size} documents, in their words`]
  if (row.kind === 'article')
    return [`document ${row.document}: ${row.passages.length} passages tell it; copies are put under it`]
  const where = row.field === 'term' ? 'the whole article' : 'the passages that tell it'
  return [`found in ${where}${row.rival ? '; another article gives another value' : ''}`]
}

/** Where documents differ on one event: shown side by side, never averaged away. */
export const accounts = analysis<object, Row>({
  command: 'accounts',
  words: '[event]',
  description:
    'events that documents tell differently; of one event what each says, leaves out, and in which words',
  examples: ['entente accounts --states KOR,JPN', 'entente accounts 3baf841e --sources'],
  kinds: ['event', 'issue'],
  answer,
  table: TABLE,
  columns: [
    { name: 'kind', of: row => (isEvent(row) ? 'event' : row.kind) },
    { name: 'of', of: row => (isEvent(row) ? row.id : row.kind === 'article' ? row.outlet : row.field) },
    { name: 'says', of: row => (isEvent(row) ? row.title : row.kind === 'article' ? said(row) : row.value) },
    {
      name: 'published',
      of: row => (!isEvent(row) && row.kind === 'article' ? describe(row.published) : null),
    },
    {
      name: 'leaves out',
      of: row => (!isEvent(row) && row.kind === 'article' ? row.leavesOut.join('; ') : null),
    },
    {
      name: 'rival',
      of: row => (!isEvent(row) && row.kind === 'detail' ? (row.rival ? 'yes' : 'no') : null),
    },
    {
      name: 'outlets',
      of: (row, names) => {
        if (isEvent(row))
          return outletsOf(
            row.evidence.map(it => it.document),
            names,
          )
        return outletsOf(
          row.kind === 'article' ? [row.document, ...row.copies.map(it => it.document)] : row.documents,
          names,
        )
      },
    },
  ],
  nothing: 'no event is told differently',
  below,
  passagesOf: row => (isEvent(row) ? row.evidence : row.kind === 'article' ? row.passages : row.evidence),
  explain,
})
