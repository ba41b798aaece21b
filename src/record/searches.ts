/** A search that is kept with the dossier. */
export interface SavedSearch {
  id: string
  /** As a person calls it; the words, where nobody named it. */
  name: string
  q: string
  /** When it was last named: ISO 8601, UTC. */
  at: string
  /** Taken off the list; it stays in the journal. */
  isForgotten: boolean
}
