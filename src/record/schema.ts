import { readFileSync } from 'node:fs'

/** The JSON Schema (draft 2020-12) of what `entente export --format json` writes. */
export function recordSchema(): object {
  return JSON.parse(readFileSync(new URL('./record.schema.json', import.meta.url), 'utf8'))
}
