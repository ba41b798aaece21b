import { type FactKind, LISTS, type RecordSource } from '../record/facts.ts'
import type { Exporter } from './exporter.ts'

/** The lists in the order of the schema. */
const ORDER: readonly FactKind[] = [
  'actor',
  'issue',
  'event',
  'statement',
  'position',
  'forecast',
  'driver',
  'factor',
]

async function* list(name: string, items: AsyncIterable<unknown>): AsyncGenerator<string> {
  yield `,\n"${name}": [`
  let separator = '\n'
  for await (const item of items) {
    yield `${separator}${JSON.stringify(item)}`
    separator = ',\n'
  }
  yield separator === '\n' ? ']' : '\n]'
}

async function* write(source: RecordSource): AsyncGenerator<string> {
  yield '{"entente": "1"'
  yield* list('documents', source.documents())
  for (const kind of ORDER) yield* list(LISTS[kind], source.facts(kind))
  yield '\n}\n'
}

/** The record as its schema has it, one document or fact a line, so that two exports can be compared by `diff`. */
export const json: Exporter = { format: 'json', write }
