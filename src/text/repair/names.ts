/** Names taken for common words, and common words taken for names. */
import type { Knowledge } from '../../knowledge/index.ts'
import type { Token } from '../types.ts'
import type { Place } from './place.ts'

/** "Officials said": at the start a capital makes no name; these endings are those of common nouns for people. */
export function commonNounAtStart({ token, i, before, after, knowledge }: Place): void {
  if (token.pos !== 'PROPN' || (i > 0 && before?.pos !== 'PUNCT') || i > 1 || after?.pos === 'PROPN') return
  if (
    !(token.lower.endsWith('s') && knowledge.actorNouns.get(token.lower) !== undefined) &&
    !isThings(token, after, knowledge) &&
    !/^\p{Lu}\p{Ll}+(ers|ors|ours|ists|ials|ents|ants|ees|men|mats|ves|orities|ysts|ices|ents|ences|ics|lks|ions)$/u.test(
      token.text,
    )
  )
    return
  token.pos = 'NOUN'
  token.lemma = token.lower.endsWith('men')
    ? token.lower.replace(/men$/, 'man')
    : token.lower.endsWith('ies')
      ? token.lower.replace(/ies$/, 'y')
      : token.lower.replace(/s$/, '')
}

/** "*Flights* between the two", "*Missiles* hit the port": a plural that the tables know, with a phrase or a verb behind it. */
function isThings(
  { lower, text }: Token,
  after: Token | undefined,
  { nounClasses, eventNouns, givenNames, verbClasses }: Knowledge,
): boolean {
  if (after === undefined || !/[^su]s$/.test(lower)) return false
  // "Banks said", "Waters and Fields left": persons.
  const name = givenNames.familyOf(text).length > 0
  const acts = after.pos === 'AUX' || (after.pos === 'VERB' && !verbClasses.has(after.lemma, 'reporting'))
  if (!(after.pos === 'ADP' && after.lower !== 'of') && (name || !(acts || after.pos === 'CCONJ')))
    return false
  const one = lower.slice(0, -1)
  return nounClasses.classesOf(one).size > 0 || eventNouns.find(one) !== undefined
}

/** "Mr Pledge said", "Hunt arrived": a capitalised word in mid-sentence beside another name or before a verb. */
export function nameTaggedAsWord({ token, i, before, after, titleCase }: Place): void {
  if (titleCase || i === 0 || !/^\p{Lu}\p{Ll}/u.test(token.text)) return
  if (!/^(NOUN|VERB|ADJ|X|INTJ|ADV)$/.test(token.pos)) return
  const opensQuote = before?.pos === 'PUNCT' && !/^[,;)]$/.test(before.text)
  if (opensQuote && !(after?.pos === 'PROPN')) return
  if (
    token.pos === 'ADJ' &&
    (after?.pos === 'NOUN' || /-(\p{Ll}+ed|led|born|made|held|run|style|era|wide)$/u.test(token.text))
  )
    return
  token.pos = 'PROPN'
}

/** "said Will Moy", "Will Moy, a lawyer, said": no auxiliary, but a given name. */
export function nameTaggedAsAuxiliary({ tokens, i, token, before, after, titleCase }: Place): void {
  if (!/^(Will|May)$/.test(token.text) || titleCase || after?.pos !== 'PROPN') return
  const opens = before === undefined || (before.pos === 'PUNCT' && before.text !== ',')
  let next = i + 1
  while (tokens[next]?.pos === 'PROPN') next++
  // "Will Oslo act?"
  if (opens && tokens[next]?.text !== ',' && !/^(said|says|told)$/.test(tokens[next]?.lower ?? '')) return
  token.pos = 'PROPN'
  token.lemma = token.lower
}

/** "Lynch said", "“…,” Hunt told them": no base form of a verb stands right before a past tense. */
export function nameBeforeReport({ token, after, titleCase, knowledge }: Place): void {
  if (titleCase || token.pos !== 'VERB' || after === undefined || !/^\p{Lu}\p{Ll}/u.test(token.text)) return
  // "Lynch said work": taken for an adjective of the noun behind it.
  if (/^(said|told|noted|added)$/.test(after.lower) && after.pos === 'ADJ') after.pos = 'VERB'
  const base = knowledge.verbForms.readingsOf(token.lower).some(reading => reading.form === 'base')
  const report = knowledge.cues.verbs.has(after.lemma) && after.pos === 'VERB'
  const past = knowledge.verbForms
    .readingsOf(after.lower)
    .some(reading => reading.form?.startsWith('past') === true)
  if ((base || token.lemma === token.lower) && report && past) token.pos = 'PROPN'
}

/** Headlines with Capitals on Every Word: capitals say nothing there. */
export function isTitleCase(tokens: Token[]): boolean {
  let words = 0
  let capitals = 0
  for (const { text } of tokens) {
    if (text.length <= 3 || !/^\p{L}/u.test(text)) continue
    words++
    if (/^\p{Lu}/u.test(text)) capitals++
  }
  return words >= 4 && capitals / words > 0.7
}
