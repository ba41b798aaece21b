import { Option } from 'commander'
import { answersTo, type Found, type Query, queryOf } from '../../analyse/ask/index.ts'
import { dateText, type Names } from '../../export/columns.ts'
import { describe } from '../../record/describe.ts'
import { EntenteError } from '../../record/errors.ts'
import { dateOf } from '../../record/facts.ts'
import type { Interval } from '../../record/types.ts'
import { type Answer, type Asked, analysis } from '../analysis.ts'
import { SHORT_ID } from '../listing.ts'
import { wholeNumber } from '../options.ts'

interface Own {
  limit: number
}

interface Row {
  found: Found
  text: string
  who: string
  date: Interval | null
  toJSON(): object
}

function textOf({ fact }: Found): string {
  if ('title' in fact) return fact.title
  if ('summary' in fact) return fact.summary
  return 'text' in fact
    ? fact.text
    : `${fact.cause.text} ${fact.sign > 0 ? 'brings more' : 'brings less'}: ${fact.effect.text}`
}

function whoOf({ fact }: Found): string | null {
  if ('source' in fact) return fact.claimedBy.length > 0 ? `alleged by ${fact.claimedBy.join(', ')}` : null
  if ('speaker' in fact) return fact.speaker.name
  if ('stance' in fact) return fact.actor
  return 'by' in fact ? fact.by : fact.claimedBy
}

/** The question as it was understood, one line. */
function understood({ verb, doers, others, issues, content, from, to, kinds }: Query): string {
  const parts = [
    `looked among ${kinds.map(kind => `${kind}s`).join(', ')}`,
    ...(verb === null ? [] : [`verb ${verb}`]),
    ...(doers.length > 0 ? [`by ${doers.map(({ text }) => text).join(' and ')}`] : []),
    ...(others.length > 0 ? [`with ${others.map(({ text }) => text).join(', ')}`] : []),
    ...(issues.length > 0 ? [`about ${issues.map(({ issue }) => issue).join(', ')}`] : []),
    ...(content.length > 0 ? [`words ${content.join(', ')}`] : []),
    ...(from !== null || to !== null ? [`from ${from ?? '…'} to ${to ?? '…'}`] : []),
  ]
  return parts.join('; ')
}

function plainQuery(query: Query): object {
  const names = (parties: Query['doers']) =>
    parties.map(({ text, state, actors }) => ({ text, state, actors: [...actors] }))
  const { types, stances, deeds, heads, doers, others, ...rest } = query
  return {
    ...rest,
    types: [...types],
    stances: [...stances],
    deeds: [...deeds],
    heads: [...heads],
    doers: names(doers),
    others: names(others),
  }
}

function answer(asked: Asked<Own>): Answer<Row> {
  const { view, knowledge, options, parsed } = asked
  if (parsed === null)
    throw new EntenteError('E_USAGE', 'ask a question, such as: entente ask "who met whom in 2022?"')
  const query = queryOf(parsed, view, knowledge)
  // A question may be about others than the states under watch.
  const { watched: _, ...selection } = asked.selection
  const found = answersTo(query, {
    view: { ...view, facts: kind => asked.chosen(kind, selection) },
    knowledge,
  })
  const rows = found.slice(0, options.limit).map((it): Row => {
    const { kind, fact, why } = it
    const id = whoOf(it)
    const who = id === null ? '' : (view.actors.get(id)?.name ?? id)
    return { found: it, text: textOf(it), who, date: dateOf(fact), toJSON: () => ({ kind, ...fact, why }) }
  })
  const more = found.length - rows.length
  const after = [
    ...(rows.length === 0 ? ['the record has nothing on this'] : []),
    ...(more > 0 ? [`and ${more} more; --limit ${found.length} shows them`] : []),
    ...(options.explain ? [understood(query)] : []),
  ]
  return { rows, json: { question: parsed.text, understood: plainQuery(query), answers: rows }, after }
}

/** When; of what is said without a day, by when it came out. */
const dayOf = ({ found: { fact }, date }: Row, names: Names): string =>
  'date' in fact ? dateText(fact, names) : describe(date)

/** A question, answered by facts with their passages. */
export const ask = analysis<Own, Row>({
  command: 'ask',
  words: '<question...>',
  description: 'a question in plain words, answered by facts of the record, or by saying that it has none',
  examples: [
    'entente ask "who wants Japan to apologise for the radar incident?" --sources',
    'entente ask "when did Yoon and Kishida meet in 2023?" --explain',
  ],
  options: [new Option('--limit <number>', 'answers at most').argParser(wholeNumber).default(10)],
  kinds: ['event', 'statement', 'position', 'forecast', 'driver'],
  parses: true,
  answer,
  nothing: '',
  table: [
    {
      name: 'id',
      cell: (row, _, paint) => ({ text: row.found.fact.id.slice(0, SHORT_ID), paint: paint.dim }),
    },
    { name: 'fact', cell: row => row.found.kind },
    { name: 'date', most: 17, cell: (row, names) => dayOf(row, names) },
    {
      name: 'answer',
      flexible: true,
      cell: (row, _, paint) => ({
        text: row.who === '' ? row.text : `${row.who}: ${row.text}`,
        paint: paint.bold,
      }),
    },
  ],
  columns: [
    { name: 'id', of: row => row.found.fact.id },
    { name: 'kind', of: row => row.found.kind },
    { name: 'date', of: dayOf },
    { name: 'who', of: row => row.who },
    { name: 'answer', of: row => row.text },
    { name: 'why', of: row => row.found.why.join('; ') },
  ],
  passagesOf: row => row.found.fact.evidence,
  explain: row => row.found.why,
})
