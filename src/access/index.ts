/** Who may enter a dossier, and what was done in it; kept beside the record, and never carried along with it. */
import { type Audit, auditIn } from './audit.ts'
import { linesIn } from './lines.ts'
import { type Tokens, tokensIn } from './tokens.ts'

export type { Audit } from './audit.ts'
export type { Token, Tokens } from './tokens.ts'

/** Bytes of an audit file, some fifty thousand changes, after which the next is begun. */
const FULL = 10_000_000

export interface Access {
  tokens: Tokens
  audit: Audit
}

/**
 * Of a dossier in a folder. Both are files of their own and not settings of the store: they are read and written
 * while a server has the store open for itself, and a backup does not carry one machine's keys to another.
 */
export function accessIn(folder: string, full = FULL): Access {
  return {
    tokens: tokensIn(linesIn(folder, 'tokens.ndjson')),
    audit: auditIn(linesIn(folder, 'audit.ndjson', full)),
  }
}
