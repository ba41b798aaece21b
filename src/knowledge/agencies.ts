import { list, readTable } from './tsv.ts'

let names: Set<string> | null = null

/** Photo and news agencies by lower-case name: what signs pictures and wire copy, and is no author. */
export function agencies(): ReadonlySet<string> {
  if (names !== null) return names
  names = new Set()
  for (const row of readTable('agencies')) {
    for (const name of [row.name ?? '', ...list(row.aliases)]) names.add(name.toLowerCase())
  }
  return names
}
