/** Nouns taken for verbs. */
import type { Place } from './place.ts'

/** "the attack", "its visit": no finite verb stands right behind a determiner. */
export function verbAfterDeterminer({ tokens, i, token, before, after }: Place): void {
  if (token.pos !== 'VERB' || before === undefined) return
  // "the very need for judges", "the islanders' only ally"
  const opening = tokens[i - 2]
  const very =
    /^(very|only|main|chief|top|own|same|first|last|latest)$/.test(before.lower) &&
    opening !== undefined &&
    (opening.pos === 'DET' ||
      opening.pos === 'PART' ||
      /^(its|his|their|her|our|my|your|')$/.test(opening.lower))
  const determined =
    very ||
    (before.pos === 'DET' && !/^(that|this|these|those|all|some|both|each|no)$/.test(before.lower)) ||
    /^(its|his|their|our|my|your)$/.test(before.lower) ||
    (before.pos === 'PART' && before.lower.startsWith("'"))
  if (!determined) return
  const nounNext = after !== undefined && /^(NOUN|PROPN|ADJ|NUM)$/.test(after.pos)
  if (/(ed|ing|en)$/.test(token.lower) && nounNext) token.pos = 'ADJ'
  else if (!/(ed|en)$/.test(token.lower)) token.pos = 'NOUN'
}

/** "rejected that account and summoned the envoy": "that" points at the noun; a clause would have an article there. */
export function thatBeforeNoun({ tokens, i, token, before, after }: Place): void {
  if (token.lower !== 'that' || token.pos !== 'SCONJ' || before?.pos !== 'VERB' || after?.pos !== 'NOUN')
    return
  if (tokens[i + 2]?.pos === 'CCONJ' && tokens[i + 3]?.pos === 'VERB') token.pos = 'DET'
}

/** "pay redress", "have questions": a bare verb does not follow another, but for "help mend" and "let go". */
export function nounAfterVerb({ tokens, i, token, before: previous, knowledge }: Place): void {
  if (token.pos !== 'VERB' || previous === undefined || token.text !== token.lower) return
  let k = i - 1
  while (tokens[k]?.pos === 'ADV') k--
  const before = tokens[k] ?? previous
  const comparative = /(ly|er|more|less)$/.test(previous.lower)
  const main =
    (before.pos === 'VERB' && (before === previous || comparative)) ||
    /^(have|has|had|is|are|was|were|be|been)$/.test(before.lower)
  if (
    !main ||
    knowledge.verbClasses.has(before.lemma, 'bare') ||
    /^(go|come|dare)$/.test(before.lemma) ||
    before.lower === 'need'
  )
    return
  const readings = knowledge.verbForms.readingsOf(token.lower)
  if (readings.length > 0 && readings.every(r => r.form === 'base' || r.form === 'third')) token.pos = 'NOUN'
}

/** "where fighting had broken out": a gerund right before an auxiliary is its subject. */
export function gerundAsSubject({ token, before, after }: Place): void {
  if (token.pos !== 'VERB' || !token.lower.endsWith('ing') || after?.pos !== 'AUX' || after.lower === 'being')
    return
  if (
    before === undefined ||
    /^(PUNCT|SCONJ|ADV|CCONJ|ADJ)$/.test(before.pos) ||
    /^(where|which|that)$/.test(before.lower)
  )
    token.pos = 'NOUN'
}

/** "after a three year break,": a bare verb does not agree with the singular before it, nor end the phrase. */
export function nounInGroup({ tokens, i, token, before, after, knowledge }: Place): void {
  if (token.pos !== 'VERB' && token.pos !== 'ADJ') return
  const readingsNow = knowledge.verbForms.readingsOf(token.lower)
  if (token.pos === 'VERB' && readingsNow.length === 0 && before?.pos === 'ADJ') token.pos = 'NOUN'
  // "a Turkish drill ship"
  if (
    token.pos === 'VERB' &&
    token.form !== 'gerund' &&
    before !== undefined &&
    /^(PROPN|ADJ)$/.test(before.pos) &&
    /^(a|an)$/i.test(tokens[i - 2]?.lower ?? '') &&
    after?.pos === 'NOUN' &&
    knowledge.states.byDemonym(before.text) !== undefined
  )
    token.pos = 'NOUN'
  if (
    token.pos === 'ADJ' &&
    (before?.pos === 'PROPN' || before?.pos === 'ADJ') &&
    tokens[i - 2]?.pos === 'DET' &&
    after !== undefined &&
    /^(VERB|AUX)$/.test(after.pos) &&
    after.form !== 'gerund'
  )
    token.pos = 'NOUN'
  if (token.pos !== 'VERB' || before?.pos !== 'NOUN' || after === undefined) return
  if (/[^su]s$|^(people|police)$/.test(before.lower) || !readingsNow.every(r => r.form === 'base')) return
  const ends = after.pos === 'PUNCT' || after.pos === 'CCONJ'
  // "improving teacher pay,": a singular without an article before it is no subject of a bare verb.
  const opener = tokens[i - 2]
  const compound = ends && opener !== undefined && /^(VERB|ADP)$/.test(opener.pos)
  const counted = compound || (/^(NUM|ADJ)$/.test(opener?.pos ?? '') && ends)
  // "a missile launch by Iran": behind a singular with an article no bare verb stands.
  const article =
    /^(a|an|the|its|his|her|their|another|this|that)$/.test(tokens[i - 2]?.lower ?? '') && after.pos === 'ADP'
  if (readingsNow.length > 0 && (counted || article)) token.pos = 'NOUN'
}

/** "opposed to sanctions", "any statement or act that": no verb has that form there. */
export function verbWhereNounStands({ tokens, i, token, before, after, knowledge }: Place): void {
  if (token.pos !== 'VERB' || before === undefined) return
  const readings = knowledge.verbForms.readingsOf(token.lower)
  if (before.lower === 'to' && readings.length > 0 && readings.every(r => r.form === 'third')) {
    token.pos = 'NOUN'
    before.pos = 'ADP'
  }
  const joined = /^(or|and)$/.test(before.lower) && tokens[i - 2]?.pos === 'NOUN' && after?.lower === 'that'
  if (joined && readings.every(r => r.form === 'base')) token.pos = 'NOUN'
}

/** "asked Brussels for help": a bare verb does not follow a preposition. */
export function nounAfterPreposition({ token, before, after, knowledge }: Place): void {
  if (
    token.pos !== 'VERB' ||
    before === undefined ||
    (before.pos !== 'ADP' && before.lower !== 'for') ||
    before.lower === 'to' ||
    after?.pos === 'DET'
  )
    return
  const readings = knowledge.verbForms.readingsOf(token.lower)
  if (readings.length > 0 && readings.every(r => r.form === 'base')) token.pos = 'NOUN'
}

/** "political will", "the May vote": a modal that no verb follows. */
export function modalTaggedNoun({ token, before, after }: Place): void {
  if (token.pos !== 'AUX' || !/^(will|might|can|must)$/.test(token.lower) || before === undefined) return
  if (/^(ADJ|DET)$/.test(before.pos) && !(after !== undefined && /^(VERB|AUX)$/.test(after.pos)))
    token.pos = 'NOUN'
}
