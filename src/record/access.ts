/** Who may do what: read the record, correct it as well, or change what the dossier holds. Each may what those before it may. */
export const MAYS = ['read', 'review', 'admin'] as const
export type May = (typeof MAYS)[number]

export const allows = (has: May, wanted: May): boolean => MAYS.indexOf(has) >= MAYS.indexOf(wanted)

/** Whose request it is, as the audit log and the page name it. */
export interface Bearer {
  /** Of the token, 8 hexadecimal digits; it stands in the token itself and is no secret. */
  readonly id: string
  readonly name: string
  readonly may: May
}

/** One change, or one failed login, as the audit log keeps it. No secret is ever in it. */
export interface Deed {
  /** ISO 8601, UTC. */
  at: string
  /** `TOKEN-ID NAME`; `local` for whoever sits at the machine, `unknown` for a login that failed. */
  who: string
  /** Of the client; null on the command line. */
  address: string | null
  /** As in HTTP, or `CLI`. */
  method: string
  /** The path as asked, or the command. */
  route: string
  /** Ids of what it was done to, and names of what was added. */
  ids: readonly string[]
  /** HTTP status, or exit code. */
  outcome: number
}
