/** Who may enter a dossier, and what was done in it; kept beside the record, and never carried along with it. */
import { type Audit, auditIn } from './audit.ts'
import { type Lines, linesIn } from './lines.ts'
import { type Tokens, tokensIn } from './tokens.ts'

export type { Audit } from './audit.ts'
export type { Lines } from './lines.ts'
export type { Token, Tokens } from './tokens.ts'

/** Bytes of an audit file, some fifty thousand changes, after which the next is begun. */
const FULL = 10_000_000

export interface Access {
  tokens: Tokens
  audit: Audit
}

/** Wherever the lines of both are kept. */
export function accessOf(lines: { tokens: Lines; audit: Lines }): Access {
  return { tokens: tokensIn(lines.tokens), audit: auditIn(lines.audit) }
}

/**
 * Of a dossier in a folder. Both are files of their own and not settings of the store: they are read and written
 * while a server has the store open for itself, and a backup does not carry one machine's keys to another.
 */
export function accessIn(folder: string, full = FULL): Access {
  return accessOf({ tokens: linesIn(folder, 'tokens.ndjson'), audit: linesIn(folder, 'audit.ndjson', full) })
}
