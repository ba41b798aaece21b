/** Verbs taken for nouns or adjectives. */
import type { Knowledge } from '../../knowledge/index.ts'
import type { VerbReading } from '../../knowledge/verb-forms.ts'
import type { Token } from '../types.ts'
import type { Place } from './place.ts'
import { reportsThat } from './reports.ts'

/** "The rebels overthrew him", "police shot three": past forms that are tagged as nouns or adjectives. */
export function pastTaggedAsOther({ token, before, after, knowledge }: Place): void {
  if (
    !/^(NOUN|ADJ|ADV)$/.test(token.pos) ||
    token.text !== token.lower ||
    before === undefined ||
    after === undefined
  )
    return
  const reading = knowledge.verbForms
    .readingsOf(token.lower)
    .find(r => r.form === 'past' || r.form === 'past-or-participle')
  if (reading === undefined) return
  // "as one put it"
  if (token.lower === 'put' && after.lower === 'it' && before.pos !== 'DET') {
    token.pos = 'VERB'
    return
  }
  const subjectBefore =
    /^(NOUN|PROPN|PRON)$/.test(before.pos) ||
    (/^(who|which|that|,|and)$/.test(before.lower) && reading.form === 'past')
  const objectAfter =
    /^(DET|PROPN|PRON|NUM|PART|SCONJ)$/.test(after.pos) ||
    (after.pos === 'ADP' && reading.lemma !== token.lower) ||
    // "the premier accused judges of"
    (/^(NOUN|ADJ)$/.test(after.pos) && knowledge.cues.verbs.has(reading.lemma) && !/ADJ|ADV/.test(token.pos))
  if (subjectBefore && objectAfter && reading.lemma !== token.lower) {
    token.pos = 'VERB'
    token.lemma = reading.lemma
  }
}

/** "agreed to halt": after the particle stands a verb, unless a noun phrase follows "to" as a preposition. */
export function verbAfterTo({ tokens, i, token, before, after, titleCase, knowledge }: Place): void {
  if (
    before?.pos === 'PUNCT' &&
    token.pos === 'NOUN' &&
    /^(will|would|should|must|could|can|may)$/.test(tokens[i - 2]?.lower ?? '') &&
    (knowledge.verbForms.isVerb(token.lower) || after?.lower === 'the')
  ) {
    token.pos = 'VERB'
    token.lemma = token.lower
  }
  if (before === undefined || before.lower !== 'to') return
  // "opened the region *to aid agencies*"
  if (
    token.lower === 'aid' &&
    /^(?:agenc|worker|group|convoy|official|organi[sz]ation)/.test(after?.lower ?? '')
  ) {
    before.pos = 'ADP'
    token.pos = 'NOUN'
    return
  }
  // "Norland Threatens to Close Strait"
  if (titleCase && token.pos === 'PROPN' && before.pos === 'ADP' && isHeadlineVerb(tokens, i, knowledge)) {
    token.pos = 'VERB'
    token.lemma = token.lower
    before.pos = 'PART'
  }
  if (token.text !== token.lower) return
  // "to first mend their ties"
  if (token.lower === 'first' && after?.pos === 'VERB') {
    token.pos = 'ADV'
    before.pos = 'PART'
    return
  }
  if (
    /^(date|power|court|war|office|parliament|prison|jail|trial|peace|task|heel|justice|pressure)$/.test(
      token.lower,
    ) &&
    after?.pos !== 'DET'
  ) {
    before.pos = 'ADP'
    token.pos = 'NOUN'
    return
  }
  const object = after !== undefined && /^(DET|PROPN|PRON)$/.test(after.pos)
  if (
    before.pos === 'PART' &&
    (token.pos === 'NOUN' || (token.pos === 'ADJ' && object)) &&
    knowledge.verbForms.isVerb(token.lower)
  ) {
    token.pos = 'VERB'
    token.lemma = token.lower
  } else if (before.pos === 'ADP' && token.pos === 'VERB' && knowledge.verbForms.isVerb(token.lower))
    before.pos = 'PART'
}

function isHeadlineVerb(tokens: readonly Token[], i: number, knowledge: Knowledge): boolean {
  const governor = tokens[i - 2]
  if (governor?.pos !== 'VERB' || tokens[i + 1] === undefined) return false
  return knowledge.verbForms.readingsOf(tokens[i]?.lower ?? '').some(reading => reading.form === 'base')
}

/** "by visiting Japan", ", opening a new front": a gerund with an object of its own is a verb; "by bombing" is none. */
export function gerundAfterPreposition({ token, before, after, knowledge }: Place): void {
  if (token.pos !== 'NOUN' || !token.lower.endsWith('ing') || token.text !== token.lower) return
  if (before === undefined || after === undefined) return
  // "with forecasters warning that the smoke will spread"
  const reports = before.pos === 'NOUN' && after.lower === 'that' && before.lower.endsWith('s')
  if (before.pos !== 'ADP' && before.text !== ',' && !reports) return
  // "responded by *filing* complaints": no noun stands before a bare plural there.
  const plural = before.lower === 'by' && after.pos === 'NOUN' && /[^su]s$/.test(after.lower)
  if (!plural && !/^(DET|PROPN|PRON)$/.test(after.pos) && !/^(its|his|their)$/.test(after.lower)) return
  if (after.lower === 'that' && before.pos !== 'ADP' && before.text !== ',' && !reportsThat(token, knowledge))
    return
  const reading = knowledge.verbForms.readingsOf(token.lower).find(r => r.form === 'gerund')
  if (reading === undefined) return
  token.pos = 'VERB'
  token.lemma = reading.lemma
}

/** "If Moscow cuts the gas", "two firms share an owner": no noun stands between a noun that agrees and a determiner. */
export function thirdBeforeDeterminer({ tokens, i, token, before, after, knowledge }: Place): void {
  if (token.pos !== 'NOUN' || token.text !== token.lower || before === undefined) return
  const opens = /^(until|because|if|when|while|although|once|unless)$/.test(tokens[i - 2]?.lower ?? '')
  if (opens && after !== undefined && /^(ADJ|NOUN|PROPN)$/.test(after.pos))
    clauseVerb(token, before, knowledge)
  if (!/^(DET|NUM)$/.test(after?.pos ?? '') && !/^(her|him|them|us|me)$/.test(after?.lower ?? '')) return
  // "The woman disputes the idea": behind the first noun of a sentence without a verb so far.
  const first = before.pos === 'NOUN' && !before.lower.endsWith('s') && nounsSinceSeam(tokens, i)
  const singular = first || before.pos === 'PROPN' || /^(it|he|she|who|which)$/.test(before.lower)
  const plural =
    (before.pos === 'NOUN' && /[^su]s$/.test(before.lower)) ||
    /^(they|we|who|both)$/.test(before.lower) ||
    // "Polls show her ahead": at the start a capital makes no name.
    (i === 1 && before.pos === 'PROPN' && /[^su]s$/.test(before.lower))
  if (!singular && !plural) return
  const reading = knowledge.verbForms
    .readingsOf(token.lower)
    .find(r => (singular && r.form === 'third') || (plural && r.form === 'base'))
  if (reading === undefined) return
  token.pos = 'VERB'
  token.lemma = reading.lemma
}

/** Nothing but one noun phrase since the clause began. */
function nounsSinceSeam(tokens: readonly Token[], i: number): boolean {
  for (let k = i - 1; k >= 0; k--) {
    const pos = tokens[k]?.pos
    if (pos === 'SCONJ' || pos === 'PUNCT') return true
    if (pos === 'VERB' || pos === 'AUX' || pos === 'ADP' || pos === 'CCONJ') return false
  }
  return true
}

/** "Iran *strikes* Kurdish camps", "the army *trains* Iraqi pilots": a people or a state behind a singular is what is acted on. */
export function thirdBeforeDemonym({ tokens, i, token, before, after, knowledge }: Place): void {
  if (token.text !== token.lower || !token.lower.endsWith('s') || before === undefined || after === undefined)
    return
  // "the Danish *military* trains …"
  const forces = before.lower === 'military' && /^(?:PROPN|DET)$/.test(tokens[i - 2]?.pos ?? '')
  const named = before.pos === 'PROPN' || (before.pos === 'NOUN' && !/[^su]s$/.test(before.lower))
  if (!named && !forces) return
  const people = knowledge.states.byDemonym(after.text) !== undefined && tokens[i + 2]?.pos === 'NOUN'
  // "Lima *backs* Quito's bid"
  const owner = knowledge.states.find(after.text) !== undefined && tokens[i + 2]?.lower === "'s"
  if (!people && !owner) return
  if (tokens.slice(0, i).some(it => it.pos === 'VERB' || it.pos === 'AUX')) return
  const reading = knowledge.verbForms.readingsOf(token.lower).find(r => r.form === 'third')
  if (reading === undefined || knowledge.frames.of(reading.lemma).length === 0) return
  if (forces) before.pos = 'NOUN'
  token.pos = 'VERB'
  token.lemma = reading.lemma
}

/** "workers in Brazil *call off* a strike": a particle with an object behind it makes a verb of what agrees with a plural. */
export function verbBeforeParticle({ tokens, i, token, before, after, knowledge }: Place): void {
  if (
    token.text !== token.lower ||
    before === undefined ||
    !/^(?:off|up|out|down|back)$/.test(after?.lower ?? '')
  )
    return
  if (tokens[i + 2]?.pos !== 'DET') return
  const placed = before.pos === 'PROPN' && /^(?:in|from|at|of)$/.test(tokens[i - 2]?.lower ?? '')
  const subject = tokens[placed ? i - 3 : i - 1]
  if (subject?.pos !== 'NOUN' || !/[^su]s$/.test(subject.lower)) return
  const reading = knowledge.verbForms.readingsOf(token.lower).find(r => r.form === 'base')
  if (reading === undefined || tokens.slice(0, i).some(it => it.pos === 'VERB' || it.pos === 'AUX')) return
  token.pos = 'VERB'
  token.lemma = reading.lemma
}

/** "until Washington demands cooperation": behind a name that opens a clause stands its verb. */
function clauseVerb(token: Token, before: Token, knowledge: Knowledge): void {
  const reading = knowledge.verbForms.readingsOf(token.lower).find(r => r.form === 'third')
  if (before.pos !== 'PROPN' || reading === undefined || !knowledge.verbClasses.known(reading.lemma)) return
  token.pos = 'VERB'
  token.lemma = reading.lemma
}

const GOES_ON = /^(stop|begin|start|keep|continue|resume|halt|cease|deny|suspend|quit|avoid|consider|finish)$/

/** "denied firing first", "keeps testing missiles", "stopped *sharing* data". */
export function gerundAfterVerb({ token, before, after, knowledge }: Place): void {
  if (token.pos !== 'NOUN' && token.pos !== 'ADJ') return
  if (!token.lower.endsWith('ing') || before?.pos !== 'VERB' || after === undefined) return
  if (token.pos === 'ADJ' && !GOES_ON.test(before.lemma)) return
  if (!/^(DET|PROPN|PRON|NOUN|ADV|ADJ|NUM)$/.test(after.pos)) return
  const reading = knowledge.verbForms.readingsOf(token.lower).find(r => r.form === 'gerund')
  if (reading === undefined) return
  token.pos = 'VERB'
  token.lemma = reading.lemma
}

/** "Frequent summits lower the cost", "urged that the mine close the shaft": an adjective between subject and determiner is a verb. */
export function verbAfterPlural({ tokens, i, token, before, after, knowledge }: Place): void {
  if (token.pos !== 'ADJ' || before?.pos !== 'NOUN' || after?.pos !== 'DET') return
  const asked = tokens.slice(Math.max(0, i - 4), i - 1).some(it => it.lower === 'that') && i > 3
  if (asked && knowledge.verbForms.readingsOf(token.lower).some(reading => reading.form === 'base')) {
    token.pos = 'VERB'
    token.lemma = token.lower
    return
  }
  if (!before.lower.endsWith('s')) return
  if (/^(clear|open|equal)$/.test(token.lower) || tokens.slice(0, i).some(it => it.pos === 'VERB')) return
  if (!knowledge.verbForms.readingsOf(token.lower).some(reading => reading.form === 'base')) return
  token.pos = 'VERB'
  token.lemma = token.lower
}

/** "would also slow the sharing", "will free two officers": between a modal and an object stands a verb. */
export function verbAfterModal({ tokens, i, token, after, knowledge }: Place): void {
  // "would *back* Quito's bid"
  const particle = token.pos === 'ADV' && /^(?:back|forward|further|down)$/.test(token.lower)
  if (!/^(ADJ|NOUN)$/.test(token.pos) && !particle) return
  if (token.text !== token.lower || after === undefined) return
  // "the truce will *last*": behind a modal that word is no adjective.
  const lasts = token.lower === 'last' && !/^(NOUN|PROPN)$/.test(after.pos)
  if (!lasts && (!/^(DET|PRON|PROPN|NUM)$/.test(after.pos) || /^(who|that|which)$/.test(after.lower))) return
  let j = i - 1
  while (tokens[j]?.pos === 'ADV' || tokens[j]?.lower === 'first') j--
  const modal = tokens[j]
  if (modal?.pos !== 'AUX' || !/^(will|would|can|could|may|might|must|shall|should)$/.test(modal.lower))
    return
  if (!knowledge.verbForms.readingsOf(token.lower).some(reading => reading.form === 'base')) return
  token.pos = 'VERB'
  token.lemma = token.lower
}

/** What somebody has, and is described by: "has *limited* powers". */
const QUALITIES = new Set(
  'limited armed mixed divided united advanced detailed experienced vested varied skilled talented educated'.split(
    ' ',
  ),
)

/** "has *relaxed* censorship", "had *blockaded* the port": behind "has" stands what was done. */
export function perfectTaggedAsAdjective(place: Place): void {
  const { token, after } = place
  if (token.pos !== 'ADJ' || after === undefined || QUALITIES.has(token.lower)) return
  if (/^(DET|PROPN|PRON|NOUN|NUM|ADJ)$/.test(after.pos)) doneBehind(place, /^(has|have|had|'ve)$/)
}

/** "have long been *strained by* the row": what somebody did to it, and not how it is. */
export function passiveTaggedAsAdjective(place: Place): void {
  const { after } = place
  if (after?.lower === 'by' && after.pos === 'ADP') doneBehind(place, /^(?:is|are|was|were|been|be|being)$/)
}

/** The "-ed" form is a verb where such an auxiliary stands before it, adverbs left out. */
function doneBehind({ tokens, i, token, knowledge }: Place, auxiliary: RegExp): void {
  if (!token.lower.endsWith('ed')) return
  let k = i - 1
  while (tokens[k]?.pos === 'ADV') k--
  const before = tokens[k]
  const reading = knowledge.verbForms.readingsOf(token.lower).find(isPast)
  if (before === undefined || !auxiliary.test(before.lower) || reading === undefined) return
  before.pos = 'AUX'
  token.pos = 'VERB'
  token.lemma = reading.lemma
}

/** "is currently *striking* the depots": behind "is", with an object of its own. */
export function progressiveTaggedAsAdjective({ tokens, i, token, after, knowledge }: Place): void {
  if (token.pos !== 'ADJ' || !token.lower.endsWith('ing') || after === undefined) return
  if (!/^(DET|PROPN)$/.test(after.pos)) return
  let k = i - 1
  while (tokens[k]?.pos === 'ADV') k--
  if (!/^(is|are|was|were|been|be|'s|'re)$/.test(tokens[k]?.lower ?? '') || tokens[k]?.pos !== 'AUX') return
  const reading = knowledge.verbForms.readingsOf(token.lower).find(r => r.form === 'gerund')
  if (reading === undefined) return
  token.pos = 'VERB'
  token.lemma = reading.lemma
}

function isPast(reading: VerbReading): boolean {
  return reading.form === 'past' || reading.form === 'past-or-participle'
}
