/** Inputs that mean no good, each under a name that says how: those of a kind in one file. */
import { ARCHIVED } from './archives.ts'
import { BYTES } from './bytes.ts'
import { MARKUP } from './markup.ts'
import { STRUCTURED } from './structured.ts'
import { WORDS } from './words.ts'

/** Made when they are asked for, as some are large. */
export type Hostile = { readonly [name: string]: () => Uint8Array | string }

export const CORPUS: Hostile = { ...BYTES, ...MARKUP, ...STRUCTURED, ...WORDS, ...ARCHIVED }
