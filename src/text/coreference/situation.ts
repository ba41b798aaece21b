/** What the whole document tells before it is read group by group. */
import type { Entity } from '../types.ts'
import type { Registry } from './registry.ts'
import type { Scene } from './scene.ts'

export interface Situation {
  scene: Scene
  registry: Registry
  /** Where the title of a person stands that is named behind its office. */
  titleStarts: ReadonlyMap<number, Entity>
  /** States by how often the document names them. */
  ranked: readonly string[]
  /** How often the document names a state. */
  weight(state: string): number
  dominant: string | null
  /** The state of the outlet or the dateline: of "the Foreign Ministry" without more. */
  home: string | null
  date: string | null
}

const PRONOUN =
  /^(?:he|him|his|himself|she|her|hers|herself|it|its|itself|they|them|their|theirs|themselves|i|me|my|we|us|our|ours)$/

export function isPronoun(word: string): boolean {
  return PRONOUN.test(word)
}
