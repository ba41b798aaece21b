import { describe } from '../../record/describe.ts'
import type { Interval } from '../../record/types.ts'
import { COLUMNS, listing, SHORT_ID } from '../listing.ts'
import { safeLine } from '../print/safe.ts'

function isInterval(value: object): value is Interval {
  return 'start' in value && 'end' in value && 'precision' in value
}

/** A value of any field, as one reads it. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.map(valueText).join(', ')
  if (typeof value === 'object') return isInterval(value) ? describe(value) : JSON.stringify(value)
  return String(value)
}

/** Where documents differ on one event: shown side by side, never averaged away. */
export const accounts = listing({
  command: 'accounts',
  kind: 'event',
  description: 'events that documents tell differently: each account with who gives it',
  example: 'entente accounts --states KOR,JPN',
  columns: [
    ...COLUMNS.event.slice(0, 10),
    {
      name: 'accounts',
      of: event =>
        event.accounts
          .map(a => `${a.field}: ${a.values.map(v => valueText(v.value)).join(' / ')}`)
          .join('; '),
    },
  ],
  nothing: 'no event is told differently',
  where: event => event.accounts.length > 0,
  table: [
    { name: 'id', cell: (event, _, paint) => ({ text: event.id.slice(0, SHORT_ID), paint: paint.dim }) },
    { name: 'date', most: 19, cell: event => describe(event.date) },
    { name: 'event', flexible: true, cell: (event, _, paint) => ({ text: event.title, paint: paint.bold }) },
  ],
  below: (event, names, paint) =>
    event.accounts.flatMap(({ field, values }) =>
      values.map(({ value, documents }) => {
        const outlets = documents.map(id => names.document(id)?.outlet ?? names.document(id)?.source ?? id)
        return safeLine(`${paint.dim(`${field}:`)} ${valueText(value)} — ${[...new Set(outlets)].join(', ')}`)
      }),
    ),
})
