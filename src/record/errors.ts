/** Of a page that is a list, a form or empty: in a crawl nothing is wrong with it, it is only no article. */
export const NO_ARTICLE: ReadonlySet<string> = new Set(['E_NO_TEXT', 'E_EMPTY'])

/** One shape for every error a user can meet: a code, and a sentence with the offending value and what to do. */
export class EntenteError extends Error {
  readonly code: string

  constructor(code: string, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'EntenteError'
    this.code = code
  }
}

/** Not a fault: what is to be done needs a process with a larger heap. `bytes` is what it needs. */
export class NeedsMemory extends EntenteError {
  readonly bytes: number

  /** `what`: "making a record of 20000 documents". */
  constructor(what: string, bytes: number) {
    super(
      'E_MEMORY',
      `${what} takes some ${(bytes / 1e9).toFixed(1)} GB of memory; what was added is safe; ` +
        `run the same with NODE_OPTIONS=--max-old-space-size=${Math.ceil(bytes / 1e6)}`,
    )
    this.bytes = bytes
  }
}
