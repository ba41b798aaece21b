/** Adjectives taken for verbs or nouns, and nouns taken for adjectives. */
import type { Place } from './place.ts'

/** "The premier expressed hope", "the general's threat": offices whose names are adjectives too. */
export function officeTaggedAsAdjective({ token, before, after }: Place): void {
  if (token.pos !== 'ADJ' || before === undefined || after === undefined) return
  const possessive = after.lower === "'s" && after.start === token.end
  const office = /^(premier|general|executive|representative|official|deputy|chief|regular|elder)$/.test(
    token.lower,
  )
  const titled = token.lower === 'chief' && before.pos === 'NOUN'
  if (possessive || titled || (office && /^(DET|ADJ|PRON|PART)$/.test(before.pos) && after.pos === 'VERB'))
    token.pos = 'NOUN'
}

/** "the seized ships", "two wounded soldiers": a participle between determiner and noun modifies it. */
export function participleBeforeNoun({ token, before, after }: Place): void {
  if (token.pos !== 'VERB' || before === undefined || after === undefined) return
  if (!/(ed|ing)$/.test(token.lower)) return
  // "an estimated $3 million"
  if (after.pos !== 'NOUN' && !(before.lower === 'an' && /^(NUM|SYM)$/.test(after.pos))) return
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

/** Adjectives that as often name whom they describe: "a Chadian militant", "three separatists". */
const PERSON_ADJECTIVE = new Set(
  (
    'militant dissident separatist loyalist extremist moderate conservative radical rival general official ' +
    'national veteran civilian fundamentalist nationalist communist socialist liberal islamist jihadist leftist ' +
    'rightist reformist secessionist unionist pacifist royalist criminal suspect minor native local individual ' +
    'military executive intellectual progressive centrist professional'
  ).split(' '),
)

/** "convicted a Somali militant of plotting", "The Kenyan military sent": no noun follows, so it is one itself. */
export function personAdjective({ tokens, i, token, before, after }: Place): void {
  if (!PERSON_ADJECTIVE.has(token.lower) || token.text !== token.lower || before === undefined) return
  const modified =
    before.pos === 'PROPN' ||
    before.lower === "'s" ||
    (before.pos === 'NOUN' && after?.pos === 'PROPN') ||
    (before.pos === 'ADJ' && before.lower !== 'more' && before.lower !== 'most') ||
    (before.pos === 'DET' && /^(a|an|the|this|that|its|his|her|their|another|every|each)$/.test(before.lower))
  if (!modified) return
  if (after?.lower === ',' && tokens[i + 2]?.pos === 'ADJ') return
  const last =
    after === undefined ||
    (/^(VERB|AUX|ADP|PUNCT|SCONJ|PART)$/.test(after.pos) && !after.lower.endsWith('ing'))
  const titled = after?.pos === 'PROPN' && (before.pos === 'NOUN' || before.lower === 'former')
  const misread = after?.pos === 'NOUN' && /^(sent|led|won|lost|shot|struck|began)$/.test(after.lower)
  if (last || titled || misread) token.pos = 'NOUN'
}
