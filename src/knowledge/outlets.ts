import { EntenteError } from '../record/errors.ts'
import { list, type Row, readTable } from './tsv.ts'

export type OutletKind =
  | 'wire'
  | 'newspaper'
  | 'broadcaster'
  | 'magazine'
  | 'think-tank'
  | 'government'
  | 'site'

export interface Outlet {
  name: string
  /** Other names it is known by, abbreviations among them. */
  aliases: readonly string[]
  domains: readonly string[]
  /** Columns and sections that carry their own name: "Banyan" is The Economist's. */
  columns: readonly string[]
  kind: OutletKind
  /** ISO 3166-1 alpha-3, null for an outlet of no one state. */
  state: string | null
  /** How much a document of it weighs in the index, 0 to 1. */
  grade: number
}

const KINDS: readonly OutletKind[] = [
  'wire',
  'newspaper',
  'broadcaster',
  'magazine',
  'think-tank',
  'government',
  'site',
]

let table: Outlet[] | null = null
let byName: Map<string, Outlet[]> | null = null
let byDomain: Map<string, Outlet> | null = null
let byColumn: Map<string, Outlet[]> | null = null

/** All of `outlets.tsv`. A row without domains and aliases is no outlet of its own: its cells override those of its name. */
export function outlets(): readonly Outlet[] {
  if (table !== null) return table
  const rows: Row[] = []
  for (const row of readTable('outlets')) {
    const named = row.domains || row.aliases ? -1 : rows.findIndex(({ name }) => name === row.name)
    if (named < 0) rows.push(row)
    else rows[named] = { ...rows[named], ...given(row) }
  }
  table = rows.map(outletOf)
  return table
}

function given(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== ''))
}

function outletOf(row: Row): Outlet {
  return {
    name: row.name ?? '',
    aliases: list(row.aliases),
    domains: list(row.domains),
    columns: list(row.columns),
    kind: KINDS.find(kind => kind === row.kind) ?? 'site',
    state: row.state || null,
    grade: gradeOf(row),
  }
}

function gradeOf({ name, grade }: Row): number {
  if (grade === undefined || grade === '') return 1
  const value = Number(grade)
  if (value >= 0 && value <= 1) return value
  throw new EntenteError(
    'E_KNOWLEDGE',
    `outlets: the grade of ${name} is "${grade}"; it is a number from 0 to 1`,
  )
}

/** Outlets by lower-case name or alias; a name that several share has them all. */
export function outletNames(): ReadonlyMap<string, readonly Outlet[]> {
  if (byName !== null) return byName
  byName = new Map()
  for (const outlet of outlets())
    for (const name of [outlet.name, ...outlet.aliases]) insert(byName, name, outlet)
  return byName
}

/** Outlets by the lower-case name of a column of theirs. */
export function outletColumns(): ReadonlyMap<string, readonly Outlet[]> {
  if (byColumn !== null) return byColumn
  byColumn = new Map()
  for (const outlet of outlets()) for (const column of outlet.columns) insert(byColumn, column, outlet)
  return byColumn
}

function insert(map: Map<string, Outlet[]>, name: string, outlet: Outlet): void {
  const key = name.toLowerCase()
  const known = map.get(key)
  if (known === undefined) map.set(key, [outlet])
  else if (!known.includes(outlet)) known.push(outlet)
}

/** The outlet at a host: `asia.example.com` is looked up whole, then as `example.com`. */
export function outletAt(host: string): Outlet | null {
  if (byDomain === null) {
    byDomain = new Map()
    for (const outlet of outlets()) for (const domain of outlet.domains) byDomain.set(domain, outlet)
  }
  let rest = host.toLowerCase().replace(/^www\d?\./, '')
  while (rest.includes('.')) {
    const found = byDomain.get(rest)
    if (found !== undefined) return found
    rest = rest.slice(rest.indexOf('.') + 1)
  }
  return null
}
