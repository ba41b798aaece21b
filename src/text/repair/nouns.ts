/** Nouns taken for verbs. */
import type { Knowledge } from '../../knowledge/index.ts'
import type { Token } from '../types.ts'
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

/** "warned, however, *that* it would": behind what is thrown in the clause of the report follows. */
export function thatBehindAside({ tokens, i, token, before, knowledge }: Place): void {
  if (token.lower !== 'that' || token.pos !== 'DET' || before?.text !== ',') return
  const report = tokens[i - 4]
  if (tokens[i - 2]?.pos !== 'ADV' || tokens[i - 3]?.text !== ',' || report?.pos !== 'VERB') return
  if (knowledge.verbClasses.has(report.lemma, 'reporting')) token.pos = 'SCONJ'
}

/** "rejected that account and summoned the envoy": "that" points at the noun; a clause would have an article there. */
export function thatBeforeNoun({ tokens, i, token, before, after, knowledge }: Place): void {
  if (token.lower !== 'that' || token.pos === 'DET' || after === undefined) return
  // "spoke later *that day*": no clause begins with a day.
  if (
    /^(?:day|week|month|year|evening|morning|night|summer|autumn|winter|spring)$/.test(after.lower) ||
    (after.pos === 'PROPN' && knowledge.nameWords.is(after.lower, 'calendar'))
  ) {
    const next = tokens[i + 2]
    if (next === undefined || /^(?:PUNCT|CCONJ|ADP)$/.test(next.pos)) token.pos = 'DET'
    return
  }
  if (before?.pos !== 'VERB') return
  // "blocked *that road*", "settled *that quarrel* on Friday": what says nothing takes no clause.
  if (
    !knowledge.verbClasses.has(before.lemma, 'reporting') &&
    (after.pos === 'NOUN' || (after.pos === 'VERB' && after.text === after.lemma)) &&
    isClosed(tokens[i + 2]) &&
    TAKES_THING.test(before.lemma)
  ) {
    token.pos = 'DET'
    after.pos = 'NOUN'
    return
  }
  if (token.pos !== 'SCONJ' || after.pos !== 'NOUN') return
  if (tokens[i + 2]?.pos === 'CCONJ' && tokens[i + 3]?.pos === 'VERB') token.pos = 'DET'
}

const TAKES_THING =
  /^(?:block|settle|close|open|cross|sign|break|end|lift|impose|sever|restore|resume|suspend|halt|cancel|join|leave|enter|attack|bomb|raid|seize|take|hold|host|attend|visit|build|cut|drop|withdraw|abandon|violate|use|make|raise|send|shut|win|lose|keep|pass|approve|ratify|adopt|give|start|stop|begin)$/

function isClosed(token: Token | undefined): boolean {
  return token === undefined || token.pos === 'ADP' || token.pos === 'CCONJ' || /^[.;,]$/.test(token.text)
}

/** "pay redress", "have questions": a bare verb does not follow another, but for "help mend" and "let go". */
export function nounAfterVerb({ tokens, i, token, before: previous, after, knowledge }: Place): void {
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
    // "made mention of"
    (knowledge.verbClasses.has(before.lemma, 'bare') && after?.lower !== 'of') ||
    /^(go|come|dare)$/.test(before.lemma) ||
    before.lower === 'need'
  )
    return
  const readings = knowledge.verbForms.readingsOf(token.lower)
  // "is dog whistles": nor is a word that is no known verb one there.
  if (readings.length === 0 && (before.pos !== 'AUX' || /(ed|ing|en)$/.test(token.lower))) return
  if (readings.every(r => r.form === 'base' || r.form === 'third')) token.pos = 'NOUN'
}

/** Gerunds that name what goes on: "a night of shelling,", "as fighting spreads". */
const ACTIVITY = new Set(
  (
    'fighting shelling bombing trading voting counting polling shooting killing looting hearing meeting ruling ' +
    'building funding spending smuggling trafficking rioting flooding training logging fishing mining drilling ' +
    'shipping farming banking policing rationing bargaining lobbying filming testing ageing housing planning ' +
    'crossing opening sitting gathering uprising briefing warning'
  ).split(' '),
)

/** "a night of shelling,", "as fighting spreads in the east": without an object of its own it is a noun. */
export function activity({ tokens, i, token, before, after, knowledge }: Place): void {
  if (!ACTIVITY.has(token.lower) || before === undefined || after === undefined) return
  const third = () => knowledge.verbForms.readingsOf(after.lower).find(reading => reading.form === 'third')
  const opens = /^(as|while|if|because|when|,|although|though|until)$/.test(before.lower)
  if (opens && /^(NOUN|VERB)$/.test(after.pos) && /^(ADP|ADV|PUNCT)$/.test(tokens[i + 2]?.pos ?? '')) {
    const reading = third()
    if (reading === undefined) return
    token.pos = 'NOUN'
    after.pos = 'VERB'
    after.lemma = reading.lemma
  } else if (/^(of|between|after|amid|despite)$/.test(before.lower) && /^(PUNCT|ADP|CCONJ)$/.test(after.pos))
    token.pos = 'NOUN'
}

/** "where fighting had broken out": a gerund right before an auxiliary is its subject. */
export function gerundAsSubject({ token, before, after, knowledge }: Place): void {
  if (!/(?<!hav|be)ing$/.test(token.lower) || after === undefined || after.lower === 'being') return
  // "Fighting flared": the past tense behind it can't be its object.
  const past = () => knowledge.verbForms.readingsOf(after.lower).some(r => r.form === 'past-or-participle')
  if (after.pos !== 'AUX' && !(after.pos === 'VERB' && before === undefined && past())) return
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
  if (token.pos !== 'VERB' || after === undefined) return
  if (before?.pos !== 'NOUN' && !(before?.pos === 'PROPN' && /^(a|an)$/.test(tokens[i - 2]?.lower ?? '')))
    return
  if (/[^su]s$|^(people|police)$/.test(before.lower) || !readingsNow.every(r => r.form === 'base')) return
  const ends = after.pos === 'PUNCT' || after.pos === 'CCONJ'
  // "improving teacher pay,": a singular without an article before it is no subject of a bare verb.
  const opener = tokens[i - 2]
  const compound = ends && opener !== undefined && /^(VERB|ADP)$/.test(opener.pos)
  const counted = compound || (/^(NUM|ADJ)$/.test(opener?.pos ?? '') && ends)
  // "a missile launch by Iran": behind a singular with an article no bare verb stands.
  const article =
    articleBefore(tokens, i - 2) &&
    !governsBare(tokens, i, knowledge, after.pos !== 'ADP') &&
    (/^(ADP|VERB|AUX|PUNCT)$/.test(after.pos) || after.lower === 'for')
  if (readingsNow.length > 0 && (counted || article)) token.pos = 'NOUN'
}

/** "a presidential campaign stop": an article before the nouns and adjectives that end at `from`. */
function articleBefore(tokens: readonly Token[], from: number): boolean {
  let k = from
  while (k > from - 4 && /^(NOUN|ADJ|PROPN)$/.test(tokens[k]?.pos ?? '')) k--
  return /^(a|an|the|its|his|her|their|another|this|that)$/.test(tokens[k]?.lower ?? '')
}

/** "demanded that the cabinet resign.", "let the forest burn.": there the bare form is a verb. */
function governsBare(tokens: readonly Token[], i: number, knowledge: Knowledge, that: boolean): boolean {
  for (let k = i - 2; k >= Math.max(0, i - 5); k--) {
    const token = tokens[k]
    if (
      (that && token?.lower === 'that') ||
      (token?.pos === 'VERB' && knowledge.verbClasses.has(token.lemma, 'bare'))
    )
      return true
  }
  return false
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

/** "the far bank said", "a faster shift to", "its only issue": between a determiner's modifier and a verb stands a noun. */
export function verbAfterModifier({ tokens, i, token, before, after, knowledge }: Place): void {
  if (before === undefined || !(before.pos === 'ADJ' || MODIFYING.test(before.lower))) return
  const opening = tokens[i - 2]
  const owned = opening?.pos === 'PART' && opening.lower === "'s"
  if (!owned && !/^(a|an|the|this|its|his|her|their|our|no)$/.test(opening?.lower ?? '')) return
  if (STANDS_ALONE.has(before.lower) || (after !== undefined && /^(DET|PRON|PROPN)$/.test(after.pos))) return
  const readings = knowledge.verbForms.readingsOf(token.lower)
  const known = readings.length > 0 || !/(ed|ing|en|s)$/.test(token.lower)
  if (known && readings.every(r => r.form === 'base')) token.pos = 'NOUN'
}

const MODIFYING = /^(far|near|only|very|later|earlier|faster|closer|lower|higher|further|harder|longer)$/

/** "the poor pay": these adjectives name a whole class of people, and their verb is bare. */
const STANDS_ALONE = new Set(
  'poor rich wealthy young old elderly sick dead wounded unemployed powerful weak strong same latter former other others few many military'.split(
    ' ',
  ),
)

/** "Garland is", "Help was late": what stands at the start before a finite auxiliary is its subject. */
export function subjectAtStart({ i, token, after, knowledge }: Place): void {
  if (i > 0 || after?.pos !== 'AUX' || !/^(is|was|has|had|will|would|can|could|may|might)$/.test(after.lower))
    return
  if (!/^\p{Lu}\p{Ll}/u.test(token.text) || /ing$/.test(token.lower)) return
  token.pos = knowledge.verbForms.isVerb(token.lower) ? 'NOUN' : 'PROPN'
}

/** "losses and injuries to many": no verb is known that has the form. */
export function noVerbHasForm({ token, before, knowledge }: Place): void {
  if (!/[^s]s$/.test(token.lower) || token.text !== token.lower || before === undefined) return
  if (!/^(CCONJ|ADP|DET|ADJ|VERB|AUX)$/.test(before.pos) || /(ize|ise|ifie|ate|she)s$/.test(token.lower))
    return
  if (knowledge.verbForms.readingsOf(token.lower).length === 0) token.pos = 'NOUN'
}

/** "closed the Lars *crossing*", "visited the Doha *meeting*": behind the article's name stands a thing known by such a word. */
export function gerundOfName({ tokens, i, token, before, knowledge }: Place): void {
  if (!token.lower.endsWith('ing') || token.text !== token.lower || before?.pos !== 'PROPN') return
  let k = i - 1
  while (tokens[k]?.pos === 'PROPN') k--
  if (tokens[k]?.pos === 'DET' && knowledge.nounClasses.classesOf(token.lower).size > 0) token.pos = 'NOUN'
}

/** "turned away *aid* workers", "dissolved the Future Forward *party*.": no bare verb stands where the object goes on. */
export function bareInObject({ tokens, i, token, before, after, knowledge }: Place): void {
  if (before === undefined || after === undefined || token.text !== token.lower) return
  const readings = knowledge.verbForms.readingsOf(token.lower)
  const behind = PARTICLE.test(before.lower) && tokens[i - 2]?.pos === 'VERB'
  // "brushed off *calls* for a truce"
  const third = readings.length > 0 && readings.every(reading => reading.form === 'third')
  if (behind && third) token.pos = 'NOUN'
  if (!readings.every(reading => reading.form === 'base') || /(ed|ing|s)$/.test(token.lower)) return
  const particle = behind && after.pos === 'NOUN'
  let k = i - 1
  while (tokens[k]?.pos === 'PROPN') k--
  const named = k < i - 1 && tokens[k]?.pos === 'DET' && tokens[k - 1]?.pos === 'VERB'
  const ends = /^(ADP|PUNCT)$/.test(after.pos) || after.lower === 'for'
  if (particle || (named && ends && !governsBare(tokens, i, knowledge, true))) token.pos = 'NOUN'
}

const PARTICLE = /^(up|off|out|down|back|away)$/

/** "rounded up rebel suspects in": right behind a verb and its object's name no second one stands. */
export function secondFinite({ tokens, i, token, before, after, knowledge }: Place): void {
  if (before === undefined || !/^(PROPN|NOUN|ADJ)$/.test(before.pos) || after === undefined) return
  if (!/^(ADP|PUNCT)$/.test(after.pos)) return
  const particle = tokens[i - 2]?.pos === 'ADP' && PARTICLE.test(tokens[i - 2]?.lower ?? '')
  const verb = tokens[particle ? i - 3 : i - 2]
  if (verb?.pos !== 'VERB' || /ing$/.test(verb.lower)) return
  const { verbClasses, verbForms } = knowledge
  const readings = verbForms.readingsOf(token.lower)
  if (readings.length === 0 || !readings.every(reading => reading.form === 'third')) return
  const telling = verbForms
    .readingsOf(verb.lower)
    .some(({ lemma }) => verbClasses.has(lemma, 'reporting') || verbClasses.has(lemma, 'cognition'))
  if (!telling) token.pos = 'NOUN'
}
