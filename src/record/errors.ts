/** One shape for every error a user can meet: a code, and a sentence with the offending value and what to do. */
export class EntenteError extends Error {
  readonly code: string

  constructor(code: string, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'EntenteError'
    this.code = code
  }
}
