/**
 * Mends what the tagger is known to get wrong, in place, and gives verbs their form. Each rule stands for a
 * kind of fault, with its example.
 */
import type { Knowledge } from '../knowledge/index.ts'
import type { Token, VerbForm } from './types.ts'

interface Place {
  tokens: Token[]
  i: number
  token: Token
  before: Token | undefined
  after: Token | undefined
  titleCase: boolean
  knowledge: Knowledge
}

/** In order: later rules see what earlier ones mended. */
const RULES: readonly ((place: Place) => void)[] = [
  possessives,
  commonNounAtStart,
  nameBeforeReport,
  nameTaggedAsWord,
  reportTaggedAsNoun,
  officeTaggedAsAdjective,
  pastTaggedAsOther,
  verbAfterDeterminer,
  verbAfterTo,
  gerundAfterPreposition,
  participleBeforeNoun,
  prepositionTaggedAsVerb,
  nounAfterVerb,
  modalTaggedNoun,
  verbAfterModal,
  verbAfterPlural,
  thirdBeforeDeterminer,
  gerundAfterVerb,
  gerundAsSubject,
  nounInGroup,
  adjectiveAfterThat,
  labourTerms,
  nounAfterPreposition,
  verbWhereNounStands,
  clearBeforeThat,
  adjectiveAfterCopula,
]

export function repair(tokens: Token[], knowledge: Knowledge): void {
  const titleCase = isTitleCase(tokens)
  for (const rule of RULES) {
    tokens.forEach((token, i) => {
      rule({ tokens, i, token, before: tokens[i - 1], after: tokens[i + 1], titleCase, knowledge })
    })
  }
  tokens.forEach((token, i) => {
    if (token.pos === 'VERB' || token.pos === 'AUX') setForm(token, governorOf(tokens, i), knowledge)
  })
  if (!tokens.some(token => mayBeFinite(token))) headlineVerb(tokens, knowledge)
}

/** "’s" is PART after a noun, AUX where it stands for "is" or "has"; a bare "’" after s is a possessive too. */
function possessives({ token, before, after }: Place): void {
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

/** "Officials said": at the start a capital makes no name; these endings are those of common nouns for people. */
function commonNounAtStart({ token, i, before, after }: Place): void {
  if (token.pos !== 'PROPN' || (i > 0 && before?.pos !== 'PUNCT') || i > 1 || after?.pos === 'PROPN') return
  if (
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

/** "Mr Pledge said", "Hunt arrived": a capitalised word in mid-sentence beside another name or before a verb. */
function nameTaggedAsWord({ token, i, before, after, titleCase }: Place): void {
  if (titleCase || i === 0 || !/^\p{Lu}\p{Ll}/u.test(token.text)) return
  if (!/^(NOUN|VERB|ADJ|X|INTJ|ADV)$/.test(token.pos)) return
  const opensQuote = before?.pos === 'PUNCT' && !/^[,;)]$/.test(before.text)
  if (opensQuote && !(after?.pos === 'PROPN')) return
  if (token.pos === 'ADJ' && after?.pos === 'NOUN') return
  token.pos = 'PROPN'
}

/** "Lynch said", "“…,” Hunt told them": no base form of a verb stands right before a past tense. */
function nameBeforeReport({ token, after, titleCase, knowledge }: Place): void {
  if (titleCase || token.pos !== 'VERB' || after === undefined || !/^\p{Lu}\p{Ll}/u.test(token.text)) return
  const base = knowledge.verbForms.readingsOf(token.lower).some(reading => reading.form === 'base')
  const report = knowledge.cues.verbs.has(after.lemma) && after.pos === 'VERB'
  const past = knowledge.verbForms
    .readingsOf(after.lower)
    .some(reading => reading.form?.startsWith('past') === true)
  if ((base || token.lemma === token.lower) && report && past) token.pos = 'PROPN'
}

/** "Tran claims that he", "the ministry plans to reopen", "scholars dispute that": verbs taken for nouns. */
function reportTaggedAsNoun({ tokens, i, token, before, after, knowledge }: Place): void {
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

/** "The premier expressed hope", "the general's threat": offices whose names are adjectives too. */
function officeTaggedAsAdjective({ token, before, after }: Place): void {
  if (token.pos !== 'ADJ' || before === undefined || after === undefined) return
  const possessive = after.lower === "'s" && after.start === token.end
  const office = /^(premier|general|executive|representative|official|deputy|chief|regular|elder)$/.test(
    token.lower,
  )
  if (possessive || (office && /^(DET|ADJ|PRON|PART)$/.test(before.pos) && after.pos === 'VERB'))
    token.pos = 'NOUN'
}

/** "The rebels overthrew him", "police shot three": past forms that are tagged as nouns or adjectives. */
function pastTaggedAsOther({ token, before, after, knowledge }: Place): void {
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

/** "the attack", "its visit": no finite verb stands right behind a determiner. */
function verbAfterDeterminer({ token, before, after }: Place): void {
  if (token.pos !== 'VERB' || before === undefined) return
  const determined =
    (before.pos === 'DET' && !/^(that|this|these|those|all|some|both|each|no)$/.test(before.lower)) ||
    /^(its|his|their|our|my|your)$/.test(before.lower) ||
    (before.pos === 'PART' && before.lower.startsWith("'"))
  if (!determined) return
  const nounNext = after !== undefined && /^(NOUN|PROPN|ADJ|NUM)$/.test(after.pos)
  if (/(ed|ing|en)$/.test(token.lower) && nounNext) token.pos = 'ADJ'
  else if (!/(ed|en)$/.test(token.lower)) token.pos = 'NOUN'
}

/** "agreed to halt": after the particle stands a verb, unless a noun phrase follows "to" as a preposition. */
function verbAfterTo({ tokens, i, token, before, after, knowledge }: Place): void {
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
    knowledge.verbForms.isVerb(token.lower)
  ) {
    token.pos = 'VERB'
    token.lemma = token.lower
  } else if (before.pos === 'ADP' && token.pos === 'VERB' && knowledge.verbForms.isVerb(token.lower))
    before.pos = 'PART'
}

/** "by visiting Japan" against "by bombing": a gerund with an object of its own is a verb. */
function gerundAfterPreposition({ token, before, after, knowledge }: Place): void {
  if (token.pos !== 'NOUN' || !token.lower.endsWith('ing') || token.text !== token.lower) return
  if (before === undefined || before.pos !== 'ADP' || after === undefined) return
  if (!/^(DET|PROPN|PRON)$/.test(after.pos) && !/^(its|his|their)$/.test(after.lower)) return
  const reading = knowledge.verbForms.readingsOf(token.lower).find(r => r.form === 'gerund')
  if (reading === undefined) return
  token.pos = 'VERB'
  token.lemma = reading.lemma
}

/** "the seized ships", "two wounded soldiers": a participle between determiner and noun modifies it. */
function participleBeforeNoun({ token, before, after }: Place): void {
  if (token.pos !== 'VERB' || before === undefined || after === undefined) return
  if (!/(ed|ing)$/.test(token.lower) || after.pos !== 'NOUN') return
  if (/^(ADJ|NUM|ADP)$/.test(before.pos) || (before.pos === 'DET' && before.lower !== 'that')) {
    if (before.pos !== 'ADP' || token.lower.endsWith('ed')) token.pos = 'ADJ'
  }
}

/** "including Japan", "amid tensions": no clause begins there. */
function prepositionTaggedAsVerb({ token, after }: Place): void {
  if (
    !/^(including|excluding|regarding|concerning|pending|barring|amid|versus|despite|notwithstanding|per)$/.test(
      token.lower,
    )
  )
    return
  if (after !== undefined && after.pos !== 'PUNCT') token.pos = 'ADP'
}

/** "pay redress", "have questions": a bare verb does not follow another, but for "help mend" and "let go". */
function nounAfterVerb({ tokens, i, token, before: previous, knowledge }: Place): void {
  if (token.pos !== 'VERB' || previous === undefined || token.text !== token.lower) return
  let k = i - 1
  while (tokens[k]?.pos === 'ADV') k--
  const before = tokens[k] ?? previous
  const comparative = /(ly|er|more|less)$/.test(previous.lower)
  const main =
    (before.pos === 'VERB' && (before === previous || comparative)) ||
    /^(have|has|had|is|are|was|were|be|been)$/.test(before.lower)
  if (!main || knowledge.verbClasses.has(before.lemma, 'bare') || /^(go|come|dare|need)$/.test(before.lemma))
    return
  const readings = knowledge.verbForms.readingsOf(token.lower)
  if (readings.length > 0 && readings.every(r => r.form === 'base' || r.form === 'third')) token.pos = 'NOUN'
}

/** "If Moscow cuts the gas", "two firms share an owner": no noun stands between a noun that agrees and a determiner. */
function thirdBeforeDeterminer({ tokens, i, token, before, after, knowledge }: Place): void {
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
function gerundAfterVerb({ token, before, after, knowledge }: Place): void {
  if (token.pos !== 'NOUN' || !token.lower.endsWith('ing') || before?.pos !== 'VERB' || after === undefined)
    return
  if (!/^(DET|PROPN|PRON|NOUN|ADV|ADJ|NUM)$/.test(after.pos)) return
  const reading = knowledge.verbForms.readingsOf(token.lower).find(r => r.form === 'gerund')
  if (reading === undefined) return
  token.pos = 'VERB'
  token.lemma = reading.lemma
}

/** "where fighting had broken out": a gerund right before an auxiliary is its subject. */
function gerundAsSubject({ token, before, after }: Place): void {
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
function nounInGroup({ tokens, i, token, before, after, knowledge }: Place): void {
  const readingsNow = knowledge.verbForms.readingsOf(token.lower)
  if (token.pos === 'VERB' && readingsNow.length === 0 && before?.pos === 'ADJ') token.pos = 'NOUN'
  if (
    token.pos === 'ADJ' &&
    (before?.pos === 'PROPN' || before?.pos === 'ADJ') &&
    tokens[i - 2]?.pos === 'DET' &&
    after !== undefined &&
    /^(VERB|AUX)$/.test(after.pos) &&
    after.form !== 'gerund'
  )
    token.pos = 'NOUN'
  if (!/^(NUM|ADJ)$/.test(tokens[i - 2]?.pos ?? '')) return
  if (
    token.pos !== 'VERB' ||
    before?.pos !== 'NOUN' ||
    /[^su]s$/.test(before.lower) ||
    after?.pos !== 'PUNCT'
  )
    return
  if (
    readingsNow.length > 0 &&
    readingsNow.every(r => r.form === 'base') &&
    !/^(people|police)$/.test(before.lower)
  )
    token.pos = 'NOUN'
}

/** "expectations that improved ties could help": a verb of its own follows the noun. */
function adjectiveAfterThat({ tokens, i, token, before, after }: Place): void {
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
function labourTerms({ token, before, after }: Place): void {
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

/** "opposed to sanctions", "any statement or act that": no verb has that form there. */
function verbWhereNounStands({ tokens, i, token, before, after, knowledge }: Place): void {
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
function nounAfterPreposition({ token, before, after, knowledge }: Place): void {
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

/** "made it clear that it would not pay". */
function clearBeforeThat({ token, before, after }: Place): void {
  if (token.lower === 'clear' && token.pos === 'VERB' && after?.lower === 'that' && before?.pos !== 'PART')
    token.pos = 'ADJ'
}

/** "appears cool toward the plan": words that say how an actor stands are adjectives behind such verbs. */
function adjectiveAfterCopula({ token, before, knowledge }: Place): void {
  if (token.pos !== 'NOUN' || before === undefined) return
  const copula = before.lemma === 'be' || knowledge.verbClasses.has(before.lemma, 'copula')
  if (copula && knowledge.stances.of('adjective', token.lower).length > 0) token.pos = 'ADJ'
}

/** "political will", "the May vote": a modal that no verb follows. */
function modalTaggedNoun({ token, before, after }: Place): void {
  if (token.pos !== 'AUX' || !/^(will|might|can|must)$/.test(token.lower) || before === undefined) return
  if (/^(ADJ|DET)$/.test(before.pos) && !(after !== undefined && /^(VERB|AUX)$/.test(after.pos)))
    token.pos = 'NOUN'
}

/** "Frequent summits lower the cost", "visits warm the mood": an adjective between a plural and a determiner is a verb. */
function verbAfterPlural({ tokens, i, token, before, after, knowledge }: Place): void {
  if (token.pos !== 'ADJ' || before?.pos !== 'NOUN' || after?.pos !== 'DET' || !before.lower.endsWith('s'))
    return
  if (/^(clear|open|equal)$/.test(token.lower) || tokens.slice(0, i).some(it => it.pos === 'VERB')) return
  if (!knowledge.verbForms.readingsOf(token.lower).some(reading => reading.form === 'base')) return
  token.pos = 'VERB'
  token.lemma = token.lower
}

/** "would also slow the sharing", "must first correct its claim": between a modal and an object stands a verb. */
function verbAfterModal({ tokens, i, token, after, knowledge }: Place): void {
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

/** The auxiliary, modal or "to" in front of a verb, adverbs left out; null for none. */
function governorOf(tokens: readonly Token[], i: number): string | null {
  let k = i - 1
  while (tokens[k]?.pos === 'ADV' || tokens[k]?.lower === 'not' || tokens[k]?.lower === "n't") k--
  const before = tokens[k]
  if (before === undefined) return null
  if (before.lower === 'to' && before.pos === 'PART') return 'to'
  if (before.pos !== 'AUX' && !/^(has|have|had|having)$/.test(before.lower)) return null
  return before.lemma
}

/** Of several readings the one that the auxiliary before asks for: "to overcome", "has overcome". */
function setForm(token: Token, governor: string | null, knowledge: Knowledge): void {
  const readings = knowledge.verbForms.readingsOf(token.lower)
  const wanted = governor === null ? null : /^(be|have|'s|'ve|'re)$/.test(governor) ? /participle/ : /^base$/
  const reading =
    (wanted === null ? undefined : readings.find(r => wanted.test(r.form))) ??
    readings.find(r => r.lemma === token.lemma) ??
    readings[0]
  if (reading !== undefined) {
    token.lemma = reading.lemma
    token.form = reading.form
  } else token.form = formBySpelling(token.lower)
}

function formBySpelling(word: string): VerbForm {
  if (word.endsWith('ing')) return 'gerund'
  if (word.endsWith('ed')) return 'past-or-participle'
  return /[^s]s$/.test(word) ? 'third' : 'base'
}

function mayBeFinite(token: Token): boolean {
  return (
    token.pos === 'AUX' || (token.pos === 'VERB' && token.form !== 'gerund' && token.form !== 'participle')
  )
}

/** "Russia slams U.N. plans": a sentence without a verb has one that looks like a noun. */
function headlineVerb(tokens: Token[], knowledge: Knowledge): void {
  for (let i = 1; i < tokens.length - 1; i++) {
    const token = tokens[i]
    const before = tokens[i - 1]
    const after = tokens[i + 1]
    if (token === undefined || before === undefined || after === undefined) continue
    if (token.pos !== 'NOUN' && token.pos !== 'PROPN' && token.pos !== 'ADJ') continue
    const reading = knowledge.verbForms
      .readingsOf(token.lower)
      .find(
        r =>
          r.form === 'third' ||
          r.form === 'past' ||
          r.form === 'past-or-participle' ||
          (r.form === 'base' && pluralBefore(tokens, i)),
      )
    if (reading === undefined || !/^(NOUN|PROPN|NUM)$/.test(before.pos)) continue
    if (!/^(DET|PROPN|ADJ|NOUN|NUM|ADP|PART|PRON|ADV)$/.test(after.pos)) continue
    if ((reading.form === 'third' || reading.form === 'base') && !knowledge.verbClasses.known(reading.lemma))
      continue
    token.pos = 'VERB'
    token.lemma = reading.lemma
    token.form = reading.form
    return
  }
}

/** "South Korea and Japan share many …": the subject before is a plural or two names. */
function pluralBefore(tokens: readonly Token[], i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 4); k--) if (tokens[k]?.lower === 'and') return true
  return /[^su]s$/.test(tokens[i - 1]?.lower ?? '') && tokens[i - 1]?.pos === 'NOUN'
}

/** Headlines with Capitals on Every Word: capitals say nothing there. */
function isTitleCase(tokens: Token[]): boolean {
  const words = tokens.filter(token => token.text.length > 3 && /^\p{L}/u.test(token.text))
  if (words.length < 4) return false
  return words.filter(token => /^\p{Lu}/u.test(token.text)).length / words.length > 0.7
}
