import { describe } from '../../record/describe.ts'
import { COLUMNS, listing, SHORT_ID } from '../listing.ts'

/** Who expects what, and whether it came true. */
export const forecasts = listing({
  command: 'forecasts',
  kind: 'forecast',
  description: 'who expects what, until when, and whether it came true',
  example: 'entente forecasts --status open --sources',
  columns: COLUMNS.forecast,
  nothing: 'no forecast answers to this',
  table: [
    { name: 'id', cell: (it, _, paint) => ({ text: it.id.slice(0, SHORT_ID), paint: paint.dim }) },
    { name: 'horizon', most: 20, cell: it => describe(it.horizon) },
    {
      name: 'by',
      most: 20,
      cell: (it, names, paint) => ({ text: names.actor(it.by) || 'the document', paint: paint.bold }),
    },
    {
      name: 'likely',
      align: 'right',
      cell: it => (it.probability === null ? '' : `${Math.round(it.probability * 100)} %`),
    },
    { name: 'outcome', cell: it => it.outcome },
    { name: 'forecast', flexible: true, cell: it => it.text },
  ],
})
