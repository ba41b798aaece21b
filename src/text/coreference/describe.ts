/** Common nouns that stand for actors: "the Moon administration", "Korean courts", "a Japanese official". */
import type { ActorNoun } from '../../knowledge/actor-nouns.ts'
import type { Knowledge } from '../../knowledge/index.ts'
import type { Title } from '../../knowledge/titles.ts'
import type { NounGroup, Token } from '../types.ts'

export type Description =
  | { kind: 'noun'; noun: ActorNoun; plural: boolean }
  | { kind: 'title'; title: Title; words: string; plural: boolean }

/** Head nouns longest first: "defense ministry official" is an official, "foreign minister" a title. */
export function describe(
  group: NounGroup,
  tokens: readonly Token[],
  knowledge: Knowledge,
): Description | null {
  const head = tokens[group.head]
  if (head === undefined || (head.pos !== 'NOUN' && head.pos !== 'PROPN' && head.pos !== 'ADJ')) return null
  const longest = Math.max(
    knowledge.actorNouns.endingWith(head.lower),
    knowledge.titles.endingWith(head.lower),
    knowledge.titles.endingWith(singular(head.lower)),
  )
  if (longest === 0) return null
  const plural = head.lower !== singular(head.lower) && head.lower.endsWith('s')
  for (let length = Math.min(3, longest); length >= 1; length--) {
    const from = group.head - length + 1
    if (from < group.first) continue
    const words = tokens
      .slice(from, group.head + 1)
      .map(token => token.lower)
      .join(' ')
      .replaceAll('\u2019', "'")
    const noun = knowledge.actorNouns.get(words)
    if (noun !== undefined && (length > 1 || noun.class !== 'set')) return { kind: 'noun', noun, plural }
    const title = knowledge.titles.get(words) ?? knowledge.titles.get(singular(words))
    if (
      title !== undefined &&
      /^(?:political|military|religious|academic|business|media)$/.test(title.kind)
    ) {
      return {
        kind: 'title',
        title,
        words: modified(from, group, tokens, knowledge, singular(words)),
        plural,
      }
    }
  }
  return null
}

/** With the modifiers in front: "first vice-foreign minister". */
function modified(
  from: number,
  group: NounGroup,
  tokens: readonly Token[],
  knowledge: Knowledge,
  words: string,
): string {
  const before: string[] = []
  for (let i = from - 1; i >= group.first; i--) {
    const token = tokens[i]
    if (token === undefined || !token.lower.split('-').every(part => knowledge.titles.isModifier(part))) break
    before.unshift(token.lower)
  }
  return [...before, words].join(' ')
}

function singular(word: string): string {
  return word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}
