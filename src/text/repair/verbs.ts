/** Verbs taken for nouns or adjectives. */
import type { Knowledge } from '../../knowledge/index.ts'
import type { Token } from '../types.ts'
import type { Place } from './place.ts'

/** "Tran claims that he", "the ministry plans to reopen", "scholars dispute that": verbs taken for nouns. */
export function reportTaggedAsNoun({ tokens, i, token, before, after, knowledge }: Place): void {
  if (token.pos !== 'NOUN' || before === undefined || after === undefined || token.text !== token.lower)
    return
  const plural = before.pos === 'NOUN' && before.lower.endsWith('s')
  const verb = knowledge.verbForms
    .readingsOf(token.lower)
    .find(reading => reading.form === (plural ? 'base' : 'third'))
  const cue =
    verb === undefined
      ? undefined
      : knowledge.cues.verbs.get(verb.lemma)?.find(one => one.particle.length === 0)
  if (verb === undefined || cue === undefined) return
  const name = before.pos === 'PROPN' || /^(he|she|it)$/.test(before.lower)
  const clause =
    /^(he|she|they|we|how|why|whether)$/.test(after.lower) ||
    (after.lower === 'that' && tokens[i + 2]?.pos !== 'VERB')
  const reports = (name || plural) && clause && (cue.takes.has('that') || cue.takes.has('wh'))
  const plans =
    (name || before.pos === 'NOUN') &&
    after.lower === 'to' &&
    tokens[i + 2]?.pos === 'VERB' &&
    cue.takes.has('to')
  if (!reports && !plans) return
  token.pos = 'VERB'
  token.lemma = verb.lemma
}

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
  const subjectBefore =
    /^(NOUN|PROPN|PRON)$/.test(before.pos) ||
    (/^(who|which|that|,|and)$/.test(before.lower) && reading.form === 'past')
  const objectAfter =
    /^(DET|PROPN|PRON|NUM|PART|SCONJ)$/.test(after.pos) ||
    (after.pos === 'ADP' && reading.lemma !== token.lower)
  if (subjectBefore && objectAfter && reading.lemma !== token.lower) {
    token.pos = 'VERB'
    token.lemma = reading.lemma
  }
}

/** "agreed to halt": after the particle stands a verb, unless a noun phrase follows "to" as a preposition. */
export function verbAfterTo({ tokens, i, token, before, after, knowledge }: Place): void {
  if (
    before?.pos === 'PUNCT' &&
    token.pos === 'NOUN' &&
    /^(will|would|should|must|could|can|may)$/.test(tokens[i - 2]?.lower ?? '') &&
    knowledge.verbForms.isVerb(token.lower)
  ) {
    token.pos = 'VERB'
    token.lemma = token.lower
  }
  if (before === undefined || before.lower !== 'to' || token.text !== token.lower) return
  // "to first mend their ties"
  if (token.lower === 'first' && after?.pos === 'VERB') {
    token.pos = 'ADV'
    before.pos = 'PART'
    return
  }
  if (
    /^(date|power|court|war|office|parliament|prison|jail|trial|peace)$/.test(token.lower) &&
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
    (knowledge.verbForms.isVerb(token.lower) || after?.lower === 'the')
  ) {
    token.pos = 'VERB'
    token.lemma = token.lower
  } else if (before.pos === 'ADP' && token.pos === 'VERB' && knowledge.verbForms.isVerb(token.lower))
    before.pos = 'PART'
}

/** "by visiting Japan", ", opening a new front": a gerund with an object of its own is a verb; "by bombing" is none. */
export function gerundAfterPreposition({ token, before, after, knowledge }: Place): void {
  if (token.pos !== 'NOUN' || !token.lower.endsWith('ing') || token.text !== token.lower) return
  if (before === undefined || (before.pos !== 'ADP' && before.text !== ',') || after === undefined) return
  if (!/^(DET|PROPN|PRON)$/.test(after.pos) && !/^(its|his|their)$/.test(after.lower)) return
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
  if (after?.pos !== 'DET') return
  const singular = before.pos === 'PROPN' || /^(it|he|she|who|which)$/.test(before.lower)
  const plural =
    (before.pos === 'NOUN' && /[^su]s$/.test(before.lower)) || /^(they|we|who|both)$/.test(before.lower)
  if (!singular && !plural) return
  const reading = knowledge.verbForms
    .readingsOf(token.lower)
    .find(r => (singular && r.form === 'third') || (plural && r.form === 'base'))
  if (reading === undefined) return
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

/** "denied firing first", "keeps testing missiles". */
export function gerundAfterVerb({ token, before, after, knowledge }: Place): void {
  if (token.pos !== 'NOUN' || !token.lower.endsWith('ing') || before?.pos !== 'VERB' || after === undefined)
    return
  if (!/^(DET|PROPN|PRON|NOUN|ADV|ADJ|NUM)$/.test(after.pos)) return
  const reading = knowledge.verbForms.readingsOf(token.lower).find(r => r.form === 'gerund')
  if (reading === undefined) return
  token.pos = 'VERB'
  token.lemma = reading.lemma
}

/** "Frequent summits lower the cost", "visits warm the mood": an adjective between a plural and a determiner is a verb. */
export function verbAfterPlural({ tokens, i, token, before, after, knowledge }: Place): void {
  if (token.pos !== 'ADJ' || before?.pos !== 'NOUN' || after?.pos !== 'DET' || !before.lower.endsWith('s'))
    return
  if (/^(clear|open|equal)$/.test(token.lower) || tokens.slice(0, i).some(it => it.pos === 'VERB')) return
  if (!knowledge.verbForms.readingsOf(token.lower).some(reading => reading.form === 'base')) return
  token.pos = 'VERB'
  token.lemma = token.lower
}

/** "would also slow the sharing", "must first correct its claim": between a modal and an object stands a verb. */
export function verbAfterModal({ tokens, i, token, after, knowledge }: Place): void {
  if (!/^(ADJ|NOUN)$/.test(token.pos) || token.text !== token.lower || after === undefined) return
  if (!/^(DET|PRON|PROPN)$/.test(after.pos) || /^(who|that|which)$/.test(after.lower)) return
  let j = i - 1
  while (tokens[j]?.pos === 'ADV' || tokens[j]?.lower === 'first') j--
  const modal = tokens[j]
  if (modal?.pos !== 'AUX' || !/^(will|would|can|could|may|might|must|shall|should)$/.test(modal.lower))
    return
  if (!knowledge.verbForms.readingsOf(token.lower).some(reading => reading.form === 'base')) return
  token.pos = 'VERB'
  token.lemma = token.lower
}

/** "a law that targets exporters", "whom both camps respect,": behind a relative a noun that agrees is the verb. */
export function verbOfRelative({ tokens, i, token, before, after, knowledge }: Place): void {
  if (token.text !== token.lower || before === undefined) return
  const subject = /^(that|who|which)$/.test(before.lower)
  const reading = knowledge.verbForms
    .readingsOf(token.lower)
    .find(r => r.form === 'third' || (r.form === 'base' && !(subject && before.lower === 'which')))
  if (reading === undefined) return
  const holds = subject
    ? (before.lower === 'who' && after !== undefined && !/^(VERB|AUX|ADV)$/.test(after.pos)) ||
      (isSingular(tokens[i - 2]) && opensObject(after) && reading.form === 'third')
    : endsRelative(tokens, i, reading.form === 'third')
  if (!holds) return
  token.pos = 'VERB'
  token.lemma = reading.lemma
}

function isSingular(token: Token | undefined): boolean {
  return token !== undefined && /^(NOUN|PROPN)$/.test(token.pos) && !/[^su]s$/.test(token.lower)
}

function opensObject(token: Token | undefined): boolean {
  return token !== undefined && /^(DET|PROPN|PRON|NUM|ADJ|NOUN)$/.test(token.pos)
}

/** "whom both camps respect,", "which the court rejects." */
function endsRelative(tokens: readonly Token[], i: number, singular: boolean): boolean {
  const after = tokens[i + 1]
  const before = tokens[i - 1]
  if (after !== undefined && after.pos !== 'PUNCT' && after.pos !== 'AUX') return false
  if (before === undefined || !/^(NOUN|PROPN)$/.test(before.pos)) return false
  if (/[^su]s$/.test(before.lower) === singular) return false
  for (let k = i - 2; k >= Math.max(0, i - 5); k--) {
    const word = tokens[k]
    if (word === undefined || word.pos === 'PUNCT' || word.pos === 'VERB') return false
    if (/^(whom|which)$/.test(word.lower)) return true
  }
  return false
}

/** "does not account for it", "did n't harm anyone": what is denied with "do" is a verb. */
export function verbAfterDenial({ tokens, i, token, before, knowledge }: Place): void {
  if (before?.lower !== 'not' && before?.lower !== "n't") return
  if (!/^(do|does|did|ca|wo|could|would|should)$/.test(tokens[i - 2]?.lower ?? '')) return
  if (!knowledge.verbForms.readingsOf(token.lower).some(reading => reading.form === 'base')) return
  token.pos = 'VERB'
  token.lemma = token.lower
}

/** "Peace talks drag on", "The trade talks drag the index down": of two verbs side by side the first is the noun. */
export function secondOfTwo({ tokens, i, token, before, after, knowledge }: Place): void {
  const later = tokens[i + 2]
  if (
    before === undefined ||
    !/^(NOUN|PROPN)$/.test(before.pos) ||
    later === undefined ||
    (after?.pos !== 'NOUN' && after?.pos !== 'VERB')
  )
    return
  if (!knowledge.verbForms.readingsOf(token.lower).some(reading => reading.form === 'third')) return
  const follows = later.pos === 'DET' || /^(on|up|off|out|down|back|over|away|in)$/.test(later.lower)
  const base = knowledge.verbForms.readingsOf(after.lower).find(reading => reading.form === 'base')
  if (!follows || base === undefined) return
  token.pos = 'NOUN'
  after.pos = 'VERB'
  after.lemma = base.lemma
}

/** "…, aid agencies fear.": the report behind the comma, with a plural before it. */
export function reportAtEnd({ tokens, i, token, before, after, knowledge }: Place): void {
  if (
    before?.pos !== 'NOUN' ||
    !/[^su]s$/.test(before.lower) ||
    (after !== undefined && after.pos !== 'PUNCT')
  )
    return
  const reading = knowledge.verbForms.readingsOf(token.lower).find(r => r.form === 'base')
  if (reading === undefined) return
  const { verbClasses } = knowledge
  if (!verbClasses.has(reading.lemma, 'reporting') && !verbClasses.has(reading.lemma, 'cognition')) return
  for (let k = i - 2; k >= Math.max(0, i - 5); k--) {
    if (tokens[k]?.lower === ',') {
      token.pos = 'VERB'
      token.lemma = reading.lemma
      return
    }
    if (!/^(NOUN|ADJ|PROPN|DET)$/.test(tokens[k]?.pos ?? '')) return
  }
}

/** "helped end the war", "help them transition to": what "help" is followed by is a verb where it can be. */
export function verbAfterHelp({ tokens, i, token, before, after, knowledge }: Place): void {
  const helper = before?.pos === 'PRON' ? tokens[i - 2] : before
  if (helper?.pos !== 'VERB' || !/^help(s|ed|ing)?$/.test(helper.lower) || after === undefined) return
  const object = /^(DET|PROPN|PRON)$/.test(after.pos) || (before?.pos === 'PRON' && after.pos === 'ADP')
  if (!object || token.text !== token.lower) return
  if (!knowledge.verbForms.readingsOf(token.lower).some(reading => reading.form === 'base')) return
  token.pos = 'VERB'
  token.lemma = token.lower
}
