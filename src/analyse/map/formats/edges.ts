/** One row an edge, for spreadsheets and for graph programs (Gephi and others take the columns source, target, weight). */
import type { DriverMap, Edge, MapFactor } from '../types.ts'
import { type Arrow, assemble, weightOf } from './assemble.ts'
import { claimsIn, claimsText } from './claims.ts'
import { type MapFormat, noMap } from './format.ts'
import { numberOf } from './guards.ts'
import { tableLine, tableRows } from './table.ts'

interface Line {
  edge: Edge
  factor(id: string): MapFactor | undefined
}

/** In this order; `names`: what other programs call the same. */
const COLUMNS: readonly { name: string; names: readonly string[]; of(line: Line): string | number }[] = [
  { name: 'source', names: ['cause', 'from'], of: ({ edge }) => edge.cause },
  { name: 'target', names: ['effect', 'to'], of: ({ edge }) => edge.effect },
  { name: 'weight', names: ['influence', 'strength'], of: ({ edge }) => weightOf(edge) },
  { name: 'sign', names: ['polarity'], of: ({ edge }) => edge.sign },
  { name: 'belief', names: ['confidence'], of: ({ edge }) => edge.belief },
  { name: 'rival_belief', names: [], of: ({ edge }) => edge.rivalBelief },
  { name: 'source_name', names: ['cause_name'], of: ({ edge, factor }) => factor(edge.cause)?.name ?? '' },
  { name: 'target_name', names: ['effect_name'], of: ({ edge, factor }) => factor(edge.effect)?.name ?? '' },
  { name: 'source_grounded', names: [], of: ({ edge, factor }) => yes(factor(edge.cause)?.grounded) },
  { name: 'target_grounded', names: [], of: ({ edge, factor }) => yes(factor(edge.effect)?.grounded) },
  { name: 'claims', names: [], of: ({ edge }) => claimsText(edge) },
]

export const edgeTable: MapFormat = {
  name: 'edges',
  endings: ['.csv', '.tsv', '.edges'],
  looksLike: text => /^[^\n]*[,;\t]/.test(text),
  write,
  read,
}

function yes(grounded: boolean | undefined): string {
  return grounded === false ? 'no' : 'yes'
}

function write({ factors, edges }: DriverMap): string {
  const byId = new Map(factors.map(factor => [factor.id, factor]))
  const factor = (id: string) => byId.get(id)
  const lines = edges.map(edge => tableLine(COLUMNS.map(column => column.of({ edge, factor }))))
  return tableLine(COLUMNS.map(({ name }) => name)) + lines.join('')
}

function read(text: string, name: string): DriverMap {
  const [head, ...rows] = tableRows(text)
  const heading = (head ?? []).map(cell => cell.trim().toLowerCase())
  const places = new Map(
    COLUMNS.map(column => [
      column.name,
      heading.findIndex(it => it === column.name || column.names.includes(it)),
    ]),
  )
  if ((places.get('source') ?? -1) < 0 || (places.get('target') ?? -1) < 0)
    throw noMap(name, 'the first line names no columns source and target (or cause and effect, from and to)')
  const cells = (row: readonly string[]) => (column: string) => row[places.get(column) ?? -1] ?? ''
  const factors = new Map<string, MapFactor>()
  const arrows = rows.map((row, i): Arrow => {
    const cell = cells(row)
    for (const end of ['source', 'target'])
      addFactor(factors, cell(end), cell(`${end}_name`), cell(`${end}_grounded`) !== 'no')
    const weight = weightIn(cell)
    if (weight === null)
      throw noMap(
        name,
        `row ${i + 2}: no weight from −1 to 1, and no sign of +, −, 1 or −1 with a belief from 0 to 1`,
      )
    const rivalBelief = numberOf(cell('rival_belief')) ?? 0
    return { cause: cell('source'), effect: cell('target'), weight, rivalBelief, ...claimsIn(cell('claims')) }
  })
  return assemble(name, [...factors.values()], arrows)
}

function addFactor(factors: Map<string, MapFactor>, id: string, name: string, grounded: boolean): void {
  if (!factors.has(id)) factors.set(id, { id, name: name === '' ? id : name, grounded })
}

/** The weight; else the sign with the belief, which is whole where nothing is said of it. */
function weightIn(cell: (column: string) => string): number | null {
  if (cell('weight') !== '') return numberOf(cell('weight'))
  const word = cell('sign').trim()
  const sign = word === '+' ? 1 : word === '-' || word === '\u2212' ? -1 : numberOf(word)
  const belief = cell('belief') === '' ? 1 : numberOf(cell('belief'))
  return sign === null || belief === null ? null : Math.sign(sign) * belief
}
