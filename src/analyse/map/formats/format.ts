import { EntenteError } from '../../../record/errors.ts'
import type { DriverMap } from '../types.ts'

/** One way to write a map down and to read it again. */
export interface MapFormat {
  /** What `--format` calls it. */
  name: string
  /** Endings of files that are it. */
  endings: readonly string[]
  /** For a file with another ending: does the text begin like one? */
  looksLike(text: string): boolean
  write(map: DriverMap): string
  /** `name` is the file's, for messages. */
  read(text: string, name: string): DriverMap
}

/** The one error of a file that is no map: what is wrong where, and what would be right. */
export function noMap(name: string, what: string): EntenteError {
  return new EntenteError('E_MAP', `${name}: ${what}`)
}
