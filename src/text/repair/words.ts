/** Little words: possessive marks, and prepositions taken for verbs. */
import type { Token } from '../types.ts'
import type { Place } from './place.ts'

/** "’s" is PART after a noun, AUX where it stands for "is" or "has"; a bare "’" after s is a possessive too. */
export function possessives({ token, before, after }: Place): void {
  if (token.lower !== "'s" && token.lower !== "'") return
  if (token.lower === "'" && !(before?.lower.endsWith('s') ?? false)) return
  if (before === undefined || before.end !== token.start) return
  if (token.lower === "'") {
    if (!token.quoted && after !== undefined && /^(NOUN|PROPN|ADJ|NUM|VERB)$/.test(after.pos))
      token.pos = 'PART'
    return
  }
  if (/^(it|he|she|that|there|what|who|here|where|let)$/.test(before.lower)) return
  if (after !== undefined && /^(NOUN|PROPN|ADJ|NUM)$/.test(after.pos)) token.pos = 'PART'
}

/** "About 80 percent of them": at the start of a sentence or clause it belongs to the number. */
export function aboutBeforeNumber({ token, before, after }: Place): void {
  if (token.pos !== 'ADP' || !/^(about|around|over|under)$/.test(token.lower) || after?.pos !== 'NUM') return
  const told =
    before !== undefined && /^(say|claim|estimate|report|find|show|believe|think)$/.test(before.lemma)
  if (before === undefined || before.pos === 'PUNCT' || before.pos === 'CCONJ' || told) token.pos = 'ADV'
}

/** "will likely resume": between a modal and its verb it is an adverb. */
export function likelyBeforeVerb({ token, before, after, knowledge }: Place): void {
  if (token.lower !== 'likely' || token.pos !== 'ADJ' || after === undefined) return
  const modal = before !== undefined && /^(will|would|could|may|might|should)$/.test(before.lower)
  if (modal && after.pos === 'NOUN' && knowledge.verbForms.isVerb(after.lower)) {
    after.pos = 'VERB'
    after.lemma = after.lower
  }
  if (before?.pos === 'AUX' && after.pos === 'VERB') token.pos = 'ADV'
}

/** "has *long* accused": between "have" and its participle it is an adverb. */
export function longBeforeParticiple({ token, before, after }: Place): void {
  if (token.lower !== 'long' || before?.lemma !== 'have' || after === undefined) return
  if (!/(?:ed|en|ought|own|eld|said)$/.test(after.lower)) return
  token.pos = 'ADV'
  after.pos = 'VERB'
  before.pos = 'AUX'
}

const PREPOSITIONS = new Set([
  'including',
  'excluding',
  'regarding',
  'concerning',
  'pending',
  'barring',
  'amid',
  'versus',
  'despite',
  'notwithstanding',
  'per',
])

/** "including Japan", "amid tensions": no clause begins there. */
export function prepositionTaggedAsVerb({ token, after }: Place): void {
  if (!PREPOSITIONS.has(token.lower)) return
  if (after !== undefined && after.pos !== 'PUNCT') token.pos = 'ADP'
}

const LITTLE = new Set(['people', 'said', 'right', 'while'])

/** "has since deployed tanks": between the auxiliary and its verb. */
export function sinceInVerb({ token, before, after, knowledge }: Place): void {
  if (token.lower !== 'since' || after === undefined || before?.pos !== 'AUX' || before.lemma !== 'have')
    return
  const done = knowledge.verbForms
    .readingsOf(after.lower)
    .some(({ form }) => form === 'participle' || form === 'past-or-participle')
  if (done || after.lower === 'been') token.pos = 'ADV'
}

/** "while leaving", "That's right", "these people": words that are hardly ever what the tagger calls them. */
export function littleWords({ token, before, after }: Place): void {
  if (!LITTLE.has(token.lower) && !(token.pos === 'VERB' && before?.lower === 'such')) return
  if (token.pos === 'VERB' && (token.lower === 'people' || before?.lower === 'such')) token.pos = 'NOUN'
  else if (token.lower === 'said' && token.pos === 'ADJ' && before !== undefined && before.pos !== 'DET')
    token.pos = 'VERB'
  else if (token.lower === 'right' && token.pos === 'VERB' && !/^(to|not|and)$/.test(before?.lower ?? ''))
    token.pos = 'ADJ'
  else if (
    token.lower === 'while' &&
    token.pos === 'NOUN' &&
    !/^(a|the|little|short|long|some|all)$/.test(before?.lower ?? '') &&
    after?.pos !== 'PUNCT'
  )
    token.pos = 'SCONJ'
}

/** "flew to Oslo *the following* March": what comes next, and no noun. */
export function followingBeforeTime({ token, before, after, knowledge }: Place): void {
  if (token.lower !== 'following' || before?.lower !== 'the' || after === undefined) return
  if (/^\p{Lu}/u.test(after.text) && knowledge.nameWords.is(after.lower, 'calendar')) token.pos = 'ADJ'
}

/** "is *no longer* sending arms": an adverb of two words, and no determiner. */
export function noLonger({ token, after }: Place): void {
  if (token.lower !== 'no' || after?.lower !== 'longer') return
  token.pos = 'ADV'
  after.pos = 'ADV'
}

/** "to further strengthen it": the adverb between "to" and its verb. */
export function furtherBeforeVerb({ token, before, after, knowledge }: Place): void {
  if (token.lower !== 'further' || after === undefined || before === undefined) return
  if (before.lower !== 'to' && before.pos !== 'AUX') return
  if (!knowledge.verbForms.readingsOf(after.lower).some(reading => reading.form === 'base')) return
  token.pos = 'ADV'
  after.pos = 'VERB'
  after.lemma = after.lower
  if (before.lower === 'to') before.pos = 'PART'
}

/** "That ship had never sailed": at the start, before one thing that can be counted, it points to it. */
export function thatAtStart({ tokens, token, i, before, after }: Place): void {
  if (token.lower !== 'that' || after?.pos !== 'NOUN' || /[^su]s$|^people$/.test(after.lower)) return
  // "rejected *that agreement* as illegal": no verb follows that a clause could have.
  const points = before?.pos === 'VERB' && token.pos === 'SCONJ' && !hasVerb(tokens, i + 2)
  if (i === 0 || points) token.pos = 'DET'
}

function hasVerb(tokens: readonly Token[], from: number): boolean {
  for (let k = from; k < tokens.length && tokens[k]?.pos !== 'PUNCT'; k++)
    if (/^(VERB|AUX)$/.test(tokens[k]?.pos ?? '')) return true
  return false
}

const COMPASS = /^(north|south|east|west)(east|west)?(ern)?$/

/** "in northwest Syria", "worth 40 million", "too shrill". */
export function smallModifiers({ token, before, after }: Place): void {
  if (token.pos === 'ADV') {
    if (after?.pos === 'PROPN' && COMPASS.test(token.lower)) token.pos = 'ADJ'
  } else if (token.lower === 'opposite' && after?.pos === 'PROPN') {
    if (before?.pos !== 'DET') token.pos = 'ADP'
  } else if (token.lower === 'worth' && after !== undefined && /^(NUM|SYM|DET|ADV)$/.test(after.pos)) {
    if (token.pos !== 'ADP' && before?.pos !== 'DET' && before?.pos !== 'AUX') token.pos = 'ADP'
  } else if (token.pos === 'VERB' && before?.pos === 'ADV' && after?.pos !== 'DET') {
    if (/^(too|so|very)$/.test(before.lower) && !/(ed|en|ing)$/.test(token.lower)) token.pos = 'ADJ'
  }
}

/** "had been *right*": how it is with somebody is no verb. */
export function rightTaggedAsVerb({ token, before, after }: Place): void {
  if (!/^(right|wrong|ready|clear|open|present|absent)$/.test(token.lower)) return
  if (before?.lemma === 'be' && (after === undefined || after.pos === 'PUNCT' || after.pos === 'ADP'))
    token.pos = 'ADJ'
}

/** "put on high *alert*", "on *alert*". */
export function alertTaggedAsAdjective({ token, before }: Place): void {
  if (token.lower !== 'alert' || before === undefined) return
  if (/^(high|full|red|maximum|combat|heightened|highest|on|nuclear)$/.test(before.lower)) token.pos = 'NOUN'
}
