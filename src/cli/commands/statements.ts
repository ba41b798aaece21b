import { dateText } from '../../export/columns.ts'
import { COLUMNS, listing, SHORT_ID } from '../listing.ts'

/** Who said what. */
export const statements = listing({
  command: 'statements',
  kind: 'statement',
  description: 'who said what, in their words or another’s',
  example: 'entente statements --actor Kishida --sources',
  columns: COLUMNS.statement,
  nothing: 'no statement answers to this',
  table: [
    { name: 'id', cell: (it, _, paint) => ({ text: it.id.slice(0, SHORT_ID), paint: paint.dim }) },
    { name: 'date', most: 20, cell: (it, names) => dateText(it, names) },
    { name: 'speaker', most: 24, cell: (it, _, paint) => ({ text: it.speaker.name, paint: paint.bold }) },
    { name: 'kind', cell: it => it.kind },
    { name: 'words', flexible: true, cell: it => it.text },
  ],
})
