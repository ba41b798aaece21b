import { outletsOf } from '../../export/columns.ts'
import { describe } from '../../record/describe.ts'
import type { Event } from '../../record/types.ts'
import { COLUMNS, listing, SHORT_ID } from '../listing.ts'
import type { Paint } from '../print/table.ts'
import type { Colours } from '../shell.ts'

const MARKS = {
  reported: '',
  planned: ' (planned)',
  hypothetical: ' (hypothetical)',
  denied: ' (denied)',
} as const

/** Cooperation green, conflict red; deeds bold. */
function paintOf(event: Event, paint: Colours): Paint {
  const colour = event.quad.endsWith('cooperation') ? paint.green : paint.red
  return event.quad.startsWith('material') ? text => paint.bold(colour(text)) : colour
}

/** What happened, when, between whom: the first thing that one asks. */
export const timeline = listing({
  command: 'timeline',
  kind: 'event',
  description: 'what happened, when, between whom',
  example: 'entente timeline --from 2022 --to 2023-03 --states KOR,JPN --sources',
  columns: COLUMNS.event,
  nothing: 'no event answers to this',
  table: [
    { name: 'id', cell: (event, _, paint) => ({ text: event.id.slice(0, SHORT_ID), paint: paint.dim }) },
    { name: 'date', most: 19, cell: event => describe(event.date) },
    { name: 'type', cell: (event, _, paint) => ({ text: event.type, paint: paintOf(event, paint) }) },
    { name: 'event', flexible: true, cell: event => event.title + MARKS[event.status] },
    { name: 'outlets', align: 'right', cell: (event, names) => String(outletsOf(event, names).length) },
  ],
})
