import { LISTS, type RecordSource } from '../record/facts.ts'
import type { Exporter } from './exporter.ts'

async function* write(source: RecordSource): AsyncGenerator<string> {
  for await (const document of source.documents()) {
    yield `${JSON.stringify({ kind: 'document', ...document })}\n`
  }
  for (const kind of Object.keys(LISTS)) {
    if (!isKind(kind)) continue
    for await (const fact of source.facts(kind)) yield `${JSON.stringify({ ...named(kind, fact) })}\n`
  }
}

function isKind(name: string): name is keyof typeof LISTS {
  return name in LISTS
}

/** A statement has a `kind` of its own (direct, indirect, mixed), which then stands under `how`. */
function named(kind: string, fact: object): object {
  if (!('kind' in fact)) return { kind, ...fact }
  const { kind: how, ...rest } = fact
  return { kind, how, ...rest }
}

/** One document or fact a line, with its kind. */
export const ndjson: Exporter = { format: 'ndjson', write }
