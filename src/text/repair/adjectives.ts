/** Adjectives taken for verbs or nouns, and nouns taken for adjectives. */
import type { Place } from './place.ts'

/** "The premier expressed hope", "the general's threat": offices whose names are adjectives too. */
export function officeTaggedAsAdjective({ token, before, after }: Place): void {
  if (token.pos !== 'ADJ' || before === undefined || after === undefined) return
  const possessive = after.lower === "'s" && after.start === token.end
  const office = /^(premier|general|executive|representative|official|deputy|chief|regular|elder)$/.test(
    token.lower,
  )
  if (possessive || (office && /^(DET|ADJ|PRON|PART)$/.test(before.pos) && after.pos === 'VERB'))
    token.pos = 'NOUN'
  // "retired Air Force general Lloyd Oakes": a rank between two names.
  if (token.lower === 'general' && before.pos === 'PROPN' && after.pos === 'PROPN') token.pos = 'NOUN'
}

/** "the seized ships", "two wounded soldiers": a participle between determiner and noun modifies it. */
export function participleBeforeNoun({ token, before, after }: Place): void {
  if (token.pos !== 'VERB' || before === undefined || after === undefined) return
  if (!/(ed|ing)$/.test(token.lower) || after.pos !== 'NOUN') return
  if (/^(ADJ|NUM|ADP)$/.test(before.pos) || (before.pos === 'DET' && before.lower !== 'that')) {
    if (before.pos !== 'ADP' || token.lower.endsWith('ed')) token.pos = 'ADJ'
  }
}

/** "expectations that improved ties could help": a verb of its own follows the noun. */
export function adjectiveAfterThat({ tokens, i, token, before, after }: Place): void {
  if (
    token.pos !== 'VERB' ||
    !token.lower.endsWith('ed') ||
    before?.lower !== 'that' ||
    after?.pos !== 'NOUN'
  )
    return
  for (let k = i + 2; k < Math.min(tokens.length, i + 10); k++) {
    const later = tokens[k]
    if (later === undefined || later.pos === 'PUNCT' || later.pos === 'SCONJ') return
    if (later.pos === 'AUX') {
      token.pos = 'ADJ'
      return
    }
  }
}

/** "of growing concerns": what these do, the noun behind them does. */
const INTRANSITIVE_PARTICIPLE =
  /^(growing|rising|increasing|mounting|existing|remaining|continuing|looming|lingering|simmering|deepening|worsening|declining|falling|emerging|leading|ruling|governing|outgoing|incoming|neighbouring|neighboring|visiting|warring|opposing|competing|promising|pressing|escalating|soaring|dwindling|shrinking|thriving|striking|overwhelming)$/

/** "the colonial era forced labour issue": a fixed pair, whatever stands before it. */
export function labourTerms({ token, before, after }: Place): void {
  if (
    token.pos === 'VERB' &&
    INTRANSITIVE_PARTICIPLE.test(token.lower) &&
    after !== undefined &&
    /^(NOUN|ADJ)$/.test(after.pos) &&
    before?.pos !== 'AUX'
  )
    token.pos = 'ADJ'
  if (
    token.lower === 'past' &&
    before?.pos === 'VERB' &&
    after !== undefined &&
    /^(DET|PROPN|PRON)$/.test(after.pos)
  )
    token.pos = 'ADP'
  if (token.lower === 'forced' && /^labou?r/.test(after?.lower ?? '') && before?.lower !== 'who')
    token.pos = 'ADJ'
  if (
    token.lower === 'armed' &&
    /^(forces?|groups?|conflicts?|men|attacks?|drones?)$/.test(after?.lower ?? '')
  )
    token.pos = 'ADJ'
}

/** "made it clear that it would not pay". */
export function clearBeforeThat({ token, before, after }: Place): void {
  if (token.lower === 'clear' && token.pos === 'VERB' && after?.lower === 'that' && before?.pos !== 'PART')
    token.pos = 'ADJ'
}

/** "appears cool toward the plan": words that say how an actor stands are adjectives behind such verbs. */
export function adjectiveAfterCopula({ token, before, knowledge }: Place): void {
  if (token.pos !== 'NOUN' || before === undefined) return
  const copula = before.lemma === 'be' || knowledge.verbClasses.has(before.lemma, 'copula')
  if (copula && knowledge.stances.of('adjective', token.lower).length > 0) token.pos = 'ADJ'
}
