import type { RecordSource } from '../record/facts.ts'
import { csvLine } from './cells.ts'
import { COLUMNS, type Column, DOCUMENT_COLUMNS, type Names } from './columns.ts'
import type { Exporter, ExportOptions } from './exporter.ts'
import { namesOf } from './names.ts'

export async function* csvTable<T>(
  items: AsyncIterable<T>,
  columns: readonly Column<T>[],
  names: Names,
): AsyncGenerator<string> {
  yield csvLine(columns.map(column => column.name))
  for await (const item of items) yield csvLine(columns.map(column => column.of(item, names)))
}

async function* write(source: RecordSource, { kind }: ExportOptions): AsyncGenerator<string> {
  const names = await namesOf(source)
  switch (kind) {
    case 'document':
      return yield* csvTable(source.documents(), DOCUMENT_COLUMNS, names)
    case 'actor':
      return yield* csvTable(source.facts(kind), COLUMNS.actor, names)
    case 'issue':
      return yield* csvTable(source.facts(kind), COLUMNS.issue, names)
    case 'event':
      return yield* csvTable(source.facts(kind), COLUMNS.event, names)
    case 'statement':
      return yield* csvTable(source.facts(kind), COLUMNS.statement, names)
    case 'position':
      return yield* csvTable(source.facts(kind), COLUMNS.position, names)
    case 'forecast':
      return yield* csvTable(source.facts(kind), COLUMNS.forecast, names)
    case 'driver':
      return yield* csvTable(source.facts(kind), COLUMNS.driver, names)
    case 'factor':
      return yield* csvTable(source.facts(kind), COLUMNS.factor, names)
  }
}

/** One kind of fact as a table (RFC 4180); events where none is named. */
export const csv: Exporter = { format: 'csv', write }
