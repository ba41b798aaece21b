/** The words that a person hung on facts. */
import type { ReviewDesk } from './desk.ts'

export type Tags = ReadonlyMap<string, readonly string[]>

/** By the id that the fact has today, in the order in which they were given; each once. */
export async function tagsOf(review: ReviewDesk): Promise<Tags> {
  const tags = new Map<string, string[]>()
  for (const { correction, fact, state } of await review.fates()) {
    const { act } = correction
    if (act.do !== 'tag' || state !== 'applied' || fact === null) continue
    const own = tags.get(fact) ?? []
    if (!own.includes(act.tag)) tags.set(fact, [...own, act.tag])
  }
  return tags
}
