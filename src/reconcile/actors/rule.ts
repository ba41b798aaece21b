import type { LocalActor } from '../../record/mentions.ts'

/** An actor as one document knows it. */
export interface Node {
  readonly document: string
  readonly actor: LocalActor
}

/** Two nodes with the same key are one actor, unless they belong to different states. */
export interface IdentityRule {
  readonly name: string
  readonly reason: string
  keyOf(node: Node): string | null
}
