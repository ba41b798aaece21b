import { byCodePoint } from './ids.ts'
import type { Document } from './types.ts'

function order(a: Document, b: Document): number {
  if (a.source !== b.source) return byCodePoint(a.source, b.source)
  return byCodePoint(JSON.stringify({ ...a, alsoFrom: [] }), JSON.stringify({ ...b, alsoFrom: [] }))
}

/**
 * Two readings of one document (equal ids): that of the smallest source name stays, with all it says of itself, and
 * the other sources are listed. Taking the smallest does not depend on the order in which they came.
 */
export function mergeSame(a: Document, b: Document): Document {
  const kept = order(a, b) <= 0 ? a : b
  const sources = new Set([a.source, b.source, ...a.alsoFrom, ...b.alsoFrom])
  sources.delete(kept.source)
  return { ...kept, alsoFrom: [...sources].sort(byCodePoint) }
}
