import { dateText } from '../../export/columns.ts'
import { COLUMNS, listing, SHORT_ID } from '../listing.ts'

/** Who stands where on which issue. */
export const positions = listing({
  command: 'positions',
  kind: 'position',
  description: 'who stands where on which issue',
  example: 'entente positions --issue export-controls',
  columns: COLUMNS.position,
  nothing: 'no position answers to this',
  table: [
    { name: 'id', cell: (it, _, paint) => ({ text: it.id.slice(0, SHORT_ID), paint: paint.dim }) },
    { name: 'date', most: 20, cell: (it, names) => dateText(it, names) },
    {
      name: 'actor',
      most: 22,
      cell: (it, names, paint) => ({ text: names.actor(it.actor), paint: paint.bold }),
    },
    { name: 'stance', cell: it => it.stance },
    { name: 'issue', most: 18, cell: it => it.issue },
    { name: 'position', flexible: true, cell: it => it.summary },
  ],
})
