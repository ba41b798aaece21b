/** Words that have a capital only because they stand at the start: what of them is a name all the same. */
import type { Knowledge } from '../../knowledge/index.ts'
import type { Token } from '../types.ts'
import type { Scene } from './segments.ts'

/** At the sentence's start a small or common word has a capital too: "Despite Seoul's", "Talks between". */
export function withoutOpener(first: number, last: number, scene: Scene): number {
  const { sentence, knowledge, lexicon, text } = scene
  const { tokens } = sentence
  let at = first
  while (at <= last) {
    const token = tokens[at]
    if (token === undefined) break
    const never =
      knowledge.nameWords.is(token.lower, 'never') || knowledge.nameWords.is(token.lower, 'calendar')
    const listed = lexicon.matchAt(text, token.start)
    if (listed !== null && (listed.end > token.end || /^(?:US|UN|UK|AU)$/.test(token.text))) break
    if (listed !== null && !never) break
    if (never) {
      if (partOfName(tokens, at, last, knowledge)) break
      at++
      continue
    }
    if (
      at === first &&
      last > at &&
      opens(tokens, at) &&
      isCommon(token, knowledge) &&
      scene.titles.get(at) === undefined
    ) {
      if (!bindsNext(at, last, scene)) {
        at++
        continue
      }
    }
    break
  }
  return at
}

/** "The Hague", "A Beautiful Day" in mid-sentence, "Will Smith" anywhere: the small word belongs to the name. */
function partOfName(tokens: readonly Token[], at: number, last: number, knowledge: Knowledge): boolean {
  const token = tokens[at]
  if (token === undefined || last === at) return false
  // "In May Ruiz left", "since April Ortiz has ruled": behind a preposition a month is a month.
  if (
    /^(?:March|April|May|June|August)$/.test(token.text) &&
    /^(?:in|since|until|by|last|next|early|late|of)$/.test(tokens[at - 1]?.lower ?? '')
  )
    return false
  if (isInitialName(token, tokens[at + 1], tokens[at + 2], knowledge)) return true
  return !opens(tokens, at) && /^(?:The|A|An|Some|Our|All|Other|Under|From|My)$/.test(token.text)
}

/** "May Lee", "Will Smith": a small word that is a given name before a family name. */
function isInitialName(
  token: Token,
  next: Token | undefined,
  verb: Token | undefined,
  knowledge: Knowledge,
): boolean {
  if (next === undefined || !knowledge.givenNames.isGiven(token.text)) return false
  if (knowledge.givenNames.familyOf(next.text).length > 0) return true
  return (
    /^(?:past|third|past-or-participle)$/.test(verb?.form ?? '') &&
    knowledge.states.find(next.text) === undefined
  )
}

/** "National Assembly", "Foreign Ministry": an opening common word that belongs to what follows. */
function bindsNext(at: number, last: number, scene: Scene): boolean {
  const end = scene.sentence.tokens[last]
  if (end === undefined) return false
  const { nameWords, organizations } = scene.knowledge
  return (
    organizations.typeOfWord(end.text) !== undefined ||
    nameWords.is(end.text, 'place-after') ||
    nameWords.is(end.text, 'event') ||
    scene.sentence.tokens[at]?.pos === 'ADJ'
  )
}

/** "Cowley finished", "Ben now helps": a verb right after, as after a subject. */
export function actsNext(tokens: readonly Token[], last: number, anyWord = false): boolean {
  const next = tokens[last + 1]
  const verb = next?.pos === 'ADV' ? tokens[last + 2] : next
  const acts = verb?.pos === 'VERB' || verb?.pos === 'AUX' || verb?.lower === "'s"
  return acts && (anyWord || tokens[last]?.pos === 'PROPN')
}

/** First word of the sentence, or right behind an opening mark. */
export function opens(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= 0; i--) {
    const token = tokens[i]
    if (token === undefined) return true
    if (/^(?:["'\u2018\u201c\u2014\u2013:\u2022([]|--+)$/.test(token.text)) return true
    if (token.pos !== 'PUNCT') return false
    if (/^[,;)]$/.test(token.text)) return false
  }
  return true
}

export function isCommon(token: Token | undefined, knowledge: Knowledge): boolean {
  if (token === undefined) return true
  const { nameWords, givenNames } = knowledge
  if (nameWords.is(token.lower, 'opener') || nameWords.is(token.lower, 'never')) return true
  if (givenNames.isGiven(token.text) || givenNames.familyOf(token.text).length > 0) return false
  if (
    /(?:ness|ies|tions?|ity|ments?|ences?|ances?|ings?|isms?|ships?|ers|ists|ials|ages|ics|site|ness)$/.test(
      token.lower,
    )
  )
    return true
  return token.pos !== 'PROPN' && token.pos !== 'X'
}
