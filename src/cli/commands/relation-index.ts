import { Option } from 'commander'
import { GROUPINGS, type Grouping, groupsOf } from '../../analyse/relation-index/groups.ts'
import {
  GRAINS,
  type Grain,
  gradesOf,
  type IndexOptions,
  type Point,
  type RelationIndex,
  relationIndex,
  USUAL,
  weightIn,
} from '../../analyse/relation-index/index.ts'
import { startOf } from '../../analyse/relation-index/periods.ts'
import { EntenteError } from '../../record/errors.ts'
import { type Answer, type Asked, analysis } from '../analysis.ts'
import { wholeNumber } from '../options.ts'
import { bar, periodName, points } from '../print/index-bar.ts'
import { notes, working } from '../print/index-lines.ts'
import type { Shown } from '../report.ts'
import type { Colours } from '../shell.ts'

interface Own {
  by: Grain
  per?: Grouping
  only?: string
  without?: string
  halfLife: number
  least: number
  draws: number
  seed: number
}

interface Row extends Point {
  /** The issue, outlet or kind of outlet that the series is of; '' for all. */
  group: string
  grain: Grain
  halfLife: number
}

const words = (value: string | undefined): string[] =>
  (value ?? '')
    .split(',')
    .map(word => word.trim())
    .filter(Boolean)

function optionsOf({ view, options, dossier, today }: Asked<Own>): IndexOptions {
  const states = options.states ?? dossier.states
  if (states.length < 2) {
    throw new EntenteError(
      'E_USAGE',
      'an index is of two states or more; name them, such as --states KOR,JPN',
    )
  }
  const { by, from = null, to = null, halfLife, least, draws, seed } = options
  const grades = gradesOf(view, { only: words(options.only), without: words(options.without) })
  return { grain: by, states, from, to, today, halfLife, least, draws, seed, grades }
}

/** A point as `--format json` prints it: its events by id and weight instead of whole. */
function plainPoint({ placed, ...point }: Point): object {
  const evidence = placed.map(it => ({
    event: it.weighed.event.id,
    weight: Math.round(weightIn(it) * 1000) / 1000,
  }))
  return { ...point, evidence }
}

function plainIndex({ points: all, turns, unplaced }: RelationIndex): object {
  return {
    series: all.map(plainPoint),
    turningPoints: turns.map(({ events, ...turn }) => ({ ...turn, events: events.map(({ id }) => id) })),
    unplaced,
  }
}

/** For a table: neighbouring periods without a number are one line. */
function joined(rows: readonly Row[]): Row[] {
  const lines: Row[] = []
  for (const row of rows) {
    const last = lines.at(-1)
    if (last?.group !== row.group || last.net !== null || row.net !== null) lines.push(row)
    else {
      const { start, events, documents, origins } = last
      const both = {
        events: events + row.events,
        documents: documents + row.documents,
        origins: origins + row.origins,
      }
      lines[lines.length - 1] = { ...row, ...both, start }
    }
  }
  return lines
}

function nameOf({ start, end, grain }: Row): string {
  const [first, last] = [periodName(start, grain), periodName(startOf(end, grain), grain)]
  return first === last ? first : `${first}–${last}`
}

function answer(asked: Asked<Own>, paint: Colours): Answer<Row> {
  const { view, options, knowledge } = asked
  const how = optionsOf(asked)
  // Days and states are the index's own affair: what came before still bears on a period, and any two states count.
  const { from: _, to: __, states: ___, watched: ____, ...rest } = asked.selection
  const groups = groupsOf(options.per ?? null, asked.chosen('event', rest), view, how.grades)
  const drawn = groups.map(({ name, events, grades }) => ({
    group: name,
    index: relationIndex(events, view, knowledge.contactLevels, { ...how, grades }),
  }))
  const rows = drawn.flatMap(({ group, index }) =>
    index.points.map(point => ({ ...point, group, grain: how.grain, halfLife: how.halfLife })),
  )
  const [first] = drawn
  if (options.per !== undefined || first === undefined) {
    const json = {
      per: options.per,
      groups: drawn.map(({ group, index }) => ({ group, ...plainIndex(index) })),
    }
    return { rows, tableRows: joined(rows), json, table: [GROUP, ...TABLE] }
  }
  return {
    rows,
    tableRows: joined(rows),
    json: plainIndex(first.index),
    after: rows.length === 0 ? [] : notes(first.index, how.grain, paint),
  }
}

const number = (value: number | null): string => (value === null ? '' : points(value))

const GROUP: Shown<Row> = { name: 'of', most: 22, cell: row => row.group }

const TABLE: readonly Shown<Row>[] = [
  { name: 'period', cell: nameOf },
  {
    name: 'conflict  │  cooperation',
    most: 21,
    cell: (row, _, paint) => ({
      text: bar(row.net),
      drawn: true,
      paint: row.net === null ? paint.dim : row.net < 0 ? paint.red : paint.green,
    }),
  },
  {
    name: 'net',
    align: 'right',
    cell: (row, _, paint) =>
      row.net === null ? { text: '—', paint: paint.dim } : { text: points(row.net), paint: paint.bold },
  },
  {
    name: 'band',
    cell: row => (row.band === null ? '' : `${points(row.band[0])} to ${points(row.band[1])}`),
  },
  { name: 'coop.', align: 'right', cell: row => number(row.cooperation) },
  { name: 'confl.', align: 'right', cell: row => number(row.conflict) },
  { name: 'events', align: 'right', cell: row => String(row.events) },
  { name: 'by', align: 'right', cell: row => String(row.origins) },
  { name: 'docs', align: 'right', cell: row => String(row.documents) },
]

function explain(row: Row): string[] {
  if (row.net === null) return [`no number: ${row.events} events lie in it, too few`]
  const formula = `net = Σ weight × score ÷ Σ weight, over these and all before, faded by half in ${row.halfLife} days`
  return [formula, ...[...row.placed].sort((a, b) => weightIn(b) - weightIn(a)).map(working)]
}

/** Where a relationship stands over time. */
export const showIndex = analysis<Own, Row>({
  command: 'index',
  description:
    'the relationship over time, from −10 (conflict) to +10 (cooperation), with bands and turning points',
  examples: [
    'entente index --states KOR,JPN --by year',
    'entente index --by quarter --per issue',
    'entente index --by month --from 2023 --explain',
  ],
  options: [
    new Option('--by <period>', 'length of a period').choices(GRAINS).default('quarter'),
    new Option('--per <group>', 'one series each').choices(GROUPINGS),
    new Option(
      '--only <outlets>',
      'names, kinds or states of outlets, such as wire,JPN: from their documents alone',
    ),
    new Option('--without <outlets>', 'the same: without their documents'),
    new Option('--half-life <days>', 'days in which what happened loses half of its weight')
      .argParser(positive)
      .default(USUAL.halfLife),
    new Option('--least <events>', 'a period with fewer has no number')
      .argParser(wholeNumber)
      .default(USUAL.least),
    new Option('--draws <number>', 'of the bootstrap, for the band')
      .argParser(wholeNumber)
      .default(USUAL.draws),
    new Option('--seed <number>', 'of the bootstrap').argParser(wholeNumber).default(USUAL.seed),
  ],
  kinds: ['event'],
  answer,
  table: TABLE,
  columns: [
    { name: 'of', of: row => row.group },
    { name: 'start', of: row => row.start },
    { name: 'end', of: row => row.end },
    { name: 'net', of: row => row.net },
    { name: 'low', of: row => row.band?.[0] ?? null },
    { name: 'high', of: row => row.band?.[1] ?? null },
    { name: 'cooperation', of: row => row.cooperation },
    { name: 'conflict', of: row => row.conflict },
    { name: 'verbal', of: row => row.verbal },
    { name: 'material', of: row => row.material },
    { name: 'events', of: row => row.events },
    { name: 'told by', of: row => row.origins },
    { name: 'articles', of: row => row.documents },
  ],
  nothing: 'no period has events enough for a number; --least 1 asks for less',
  passagesOf: row => row.placed.flatMap(({ weighed }) => weighed.event.evidence),
  explain,
})

function positive(value: string): number {
  const days = wholeNumber(value)
  if (days === 0) throw new EntenteError('E_USAGE', '--half-life 0: days are counted from 1')
  return days
}
