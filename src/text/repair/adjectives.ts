/** Adjectives taken for verbs or nouns, and nouns taken for adjectives. */
import type { Token } from '../types.ts'
import type { Place } from './place.ts'

/** "The premier expressed hope", "the general's threat": offices whose names are adjectives too. */
export function officeTaggedAsAdjective({ token, before, after, knowledge }: Place): void {
  if (token.pos !== 'ADJ' || before === undefined || after === undefined) return
  // "the army *chief* expressed"
  if (token.lower === 'chief' && /^(NOUN|PROPN)$/.test(before.pos) && !/^(NOUN|PROPN)$/.test(after.pos))
    token.pos = 'NOUN'
  const possessive = after.lower === "'s" && after.start === token.end
  const office =
    /^(premier|general|executive|representative|official|deputy|chief|regular|elder|rival)$/.test(token.lower)
  // "the premier accused judges": a past tense taken for a noun.
  const past =
    /^(NOUN|ADJ)$/.test(after.pos) &&
    /(ed|said|told)$/.test(after.lower) &&
    knowledge.verbForms.readingsOf(after.lower).some(reading => reading.form?.startsWith('past') === true)
  const acts = /^(VERB|AUX)$/.test(after.pos) || past
  if (possessive || (office && /^(DET|ADJ|PRON|PART)$/.test(before.pos) && acts)) token.pos = 'NOUN'
  // "received the Spanish *premier*.", "met the *premier* in Oslo": no noun follows that it could modify.
  const closes = /^(PUNCT|ADP|CCONJ|SCONJ)$/.test(after.pos)
  if (office && /^(DET|PROPN|PART)$/.test(before.pos) && closes) token.pos = 'NOUN'
  // "the *prosecutor general* charged"
  if (token.lower === 'general' && before.pos === 'NOUN' && acts) token.pos = 'NOUN'
  // "retired Air Force general Lloyd Oakes": a rank between two names.
  if (token.lower === 'general' && before.pos === 'PROPN' && after.pos === 'PROPN') token.pos = 'NOUN'
}

/** "the seized ships", "two wounded soldiers": a participle between determiner and noun modifies it. */
export function participleBeforeNoun({ tokens, i, token, before, after }: Place): void {
  if (token.pos !== 'VERB' || before === undefined || after === undefined) return
  // "dozens of *injured* Somalis"
  const people =
    after.pos === 'PROPN' && before.pos === 'ADP' && token.lower.endsWith('ed') && /[^s]s$/.test(after.lower)
  if (people && before.lower !== 'by') token.pos = 'ADJ'
  if (!/(ed|ing)$/.test(token.lower)) return
  // "an estimated $3 million"
  if (after.pos !== 'NOUN' && !(before.lower === 'an' && /^(NUM|SYM)$/.test(after.pos))) return
  // "A crowd of several hundred shouted slogans": it is all the verb there is.
  if (before.pos === 'NUM' && token.lower.endsWith('ed') && !hasOtherVerb(tokens, i)) return
  if (/^(ADJ|NUM|ADP)$/.test(before.pos) || (before.pos === 'DET' && before.lower !== 'that')) {
    if (before.pos !== 'ADP' || token.lower.endsWith('ed')) token.pos = 'ADJ'
  }
}

function hasOtherVerb(tokens: readonly Token[], i: number): boolean {
  return tokens.some(
    (it, k) => k !== i && (it.pos === 'VERB' || it.pos === 'AUX') && tokens[k - 1]?.lower !== 'to',
  )
}

/** What people and places are by what was done to them: "escorted *displaced* villagers". */
const STATES_OF_PEOPLE = new Set(
  'displaced wounded injured armed detained jailed stranded kidnapped captured exiled arrested besieged ousted deposed elected disputed occupied banned seized suspected convicted accused alleged retired masked hooded hijacked abducted imprisoned trapped uniformed unarmed persecuted evicted'.split(
    ' ',
  ),
)

/**
 * "will not accept *returned* migrants", "said *captured* former ministers had …", "*Jailed* editors were freed": right
 * before its noun, where the verb of the clause stands already or is still to come.
 */
export function participleAfterVerb({ tokens, i, token, before, after, knowledge }: Place): void {
  if (token.pos !== 'VERB' || !token.lower.endsWith('ed') || after === undefined) return
  let noun = after.pos === 'ADJ' ? tokens[i + 2] : after
  if (noun?.pos === 'NOUN' && tokens[i + 2]?.pos === 'NOUN') noun = tokens[i + 2]
  if (noun === undefined || !/^(NOUN|PROPN)$/.test(noun.pos)) return
  if (after.pos === 'PROPN' || isNominalTime(after.lower)) return
  if (before === undefined) {
    const next = tokens.slice(i + 1).find(it => /^(VERB|AUX|PUNCT)$/.test(it.pos))
    if (next !== undefined && next.pos !== 'PUNCT') token.pos = 'ADJ'
    return
  }
  if (before.pos !== 'VERB' || !noun.lower.endsWith('s')) return
  if (STATES_OF_PEOPLE.has(token.lower)) {
    token.pos = 'ADJ'
    return
  }
  const forms = knowledge.verbForms.readingsOf(before.lower)
  const past = forms.some(reading => reading.form !== 'base' && reading.form !== 'third')
  if (forms.length > 0 && (!past || /^(said|told|added|announced)$/.test(before.lower))) token.pos = 'ADJ'
}

/** "staged a *sit-in* outside", "the *secretary-general* praised": no noun follows that it could describe. */
export function hyphenatedNoun({ token, before, after }: Place): void {
  if (token.pos !== 'ADJ' || before === undefined || after === undefined || !token.lower.includes('-')) return
  if (!/^(DET|ADJ|PROPN|NOUN)$/.test(before.pos) && !/^(its|his|her|their)$/.test(before.lower)) return
  if (/^(VERB|ADP|AUX)$/.test(after.pos) || after.text === '.' || after.lower === "'s") token.pos = 'NOUN'
}

function isNominalTime(word: string): boolean {
  return /^(last|this|next|late|early|earlier|later|yesterday|today|tomorrow)$/.test(word)
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
  // "a United Nations *peacekeeping* mission"
  if (token.lower === 'peacekeeping' && after?.pos === 'NOUN') token.pos = 'NOUN'
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
