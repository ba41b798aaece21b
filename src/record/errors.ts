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
