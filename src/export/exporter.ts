import type { FactKind, RecordSource } from '../record/facts.ts'

export interface ExportOptions {
  /** Of a format that holds one table at a time: which. */
  kind: FactKind | 'document'
}

/** One format of export; it yields its text in pieces, so that no record needs to fit into memory. */
export interface Exporter {
  readonly format: string
  write(source: RecordSource, options: ExportOptions): AsyncIterable<string>
}
