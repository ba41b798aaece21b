/** What is known beforehand. Adding knowledge is one data file, one loader, one line here. */
export interface Knowledge {
  readonly version: 1
}

let loaded: Knowledge | null = null

/** Loads all tables once a process. */
export function loadKnowledge(): Knowledge {
  loaded ??= { version: 1 }
  return loaded
}
