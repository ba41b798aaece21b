export interface StoreOptions {
  /** Make the dossier where there is none; else that is an error. */
  create?: boolean
  /** How long to wait for another process, in milliseconds. */
  patience?: number
  /** How long to wait for a server, in milliseconds. */
  serverPatience?: number
  /** Start from an empty database, whatever is there; the journal stays. For one that no longer opens. */
  fresh?: boolean
}
