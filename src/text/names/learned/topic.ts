/** What a sentence is about, by its common words: in sport a town is its club, in music an unknown word a band. */
import type { Knowledge } from '../../../knowledge/index.ts'
import type { Token } from '../../types.ts'

/** The topic that most words speak for, the earlier of equals; '' where none does. */
export function topicOf(tokens: readonly Token[], { nameWords }: Knowledge): string {
  let topic = ''
  let most = 0
  const counts: { [topic: string]: number } = {}
  for (const { text, lower } of tokens) {
    if (text !== lower) continue
    for (const each of nameWords.topicsOf(lower)) {
      const count = (counts[each] ?? 0) + 1
      counts[each] = count
      if (count <= most) continue
      most = count
      topic = each
    }
  }
  return topic
}
