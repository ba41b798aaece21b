import { COLUMNS, listing, SHORT_ID } from '../listing.ts'

/** What pushes the relationship and what holds it back. */
export const drivers = listing({
  command: 'drivers',
  kind: 'driver',
  description: 'what brings more (+) or less (−) of what, and who says so',
  example: 'entente drivers --min-confidence 0.5 --sources',
  columns: COLUMNS.driver,
  nothing: 'no driver answers to this',
  table: [
    { name: 'id', cell: (it, _, paint) => ({ text: it.id.slice(0, SHORT_ID), paint: paint.dim }) },
    { name: 'cause', most: 30, cell: (it, names) => names.factor(it.cause.factor) },
    {
      name: '±',
      cell: (it, _, paint) =>
        it.sign > 0 ? { text: '+', paint: paint.green } : { text: '−', paint: paint.red },
    },
    { name: 'effect', flexible: true, cell: (it, names) => names.factor(it.effect.factor) },
    { name: 'by', most: 22, cell: (it, names) => names.actor(it.claimedBy) + (it.hedged ? ' (hedged)' : '') },
  ],
})
