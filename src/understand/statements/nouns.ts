/** Nouns that attribute: "the firm's argument that …", "a warning from Hanoi that …". */
import type { CueClass } from '../../knowledge/cues.ts'
import type { Span } from '../../record/types.ts'
import type { NounGroup, Sentence } from '../../text/types.ts'
import type { Attribution, Complement } from './attribution.ts'
import { howOf, type Page, wholeOf } from './page.ts'
import { nounContent } from './ways/nouns.ts'

export function nounAttributions(sentence: Sentence, page: Page): Attribution[] {
  const found: Attribution[] = []
  for (const group of sentence.groups) {
    const cue = page.cues.nouns.get(group.lemma)
    if (cue === undefined || (page.quotes.at(group.span[0])?.words ?? 0) > 2) continue
    const speaker = group.possessor ?? speakerBehind(group)
    const source = sourceOf(sentence, group, speaker)
    const reported = nounContent(sentence, group, cue, page, null)
    if (reported === null || !tells(reported.complement, cue.class, source)) continue
    const head = sentence.tokens[group.head]
    // "Critics seized on the suggestion that …": whose it is, is not said; they are the nearest to it.
    const user = source === null ? userOf(sentence, group) : null
    found.push({
      class: cue.class,
      strength: cue.strength,
      how: howOf(reported.content, page.quotes),
      complement: reported.complement,
      source: user === null ? source : wholeOf(user),
      speaker: speaker ?? user,
      cue: head === undefined ? null : [head.start, head.end],
      content: reported.content,
      sentence,
      hypothetical: user !== null,
      ofThings: false,
      pattern: reported.pattern,
    })
  }
  return found
}

/** "fears that the dam will break" tell what is feared, whoever fears; "his view of NATO" tells nothing. */
function tells(complement: Complement, kind: CueClass, source: Span | null): boolean {
  if (source === null) return complement === 'clause'
  return complement !== 'phrase' || !/^(belief|intention)$/.test(kind)
}

/** "the ministry's" with its mark, "his", "the union" of "a demand by the union". */
function sourceOf(sentence: Sentence, group: NounGroup, speaker: NounGroup | null): Span | null {
  const first = sentence.tokens[group.first]
  if (speaker === null) {
    return first !== undefined && /^(his|her|their|its|my|our|your)$/.test(first.lower)
      ? [first.start, first.end]
      : null
  }
  const [start, end] = wholeOf(speaker)
  const mark = sentence.tokens[speaker.last + 1]
  return group.possessor !== null && mark?.pos === 'PART' ? [start, Math.max(end, mark.end)] : [start, end]
}

/** The subject of the clause in which the noun is an object, or stands behind a preposition. */
function userOf(sentence: Sentence, group: NounGroup): NounGroup | null {
  let best: NounGroup | null = null
  for (const { verb, subject, first, last } of sentence.clauses) {
    if (verb === null || subject === null || verb.voice === 'passive' || subject.sentence !== sentence.index)
      continue
    if (first <= group.first && verb.last < group.first && group.first <= last) best = subject
  }
  return best
}

/** "a demand by the union", "a warning from Hanoi". */
function speakerBehind(group: NounGroup): NounGroup | null {
  return group.phrases.find(phrase => /^(by|from)$/.test(phrase.preposition))?.object ?? null
}
