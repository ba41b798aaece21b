/** Verbs of saying and meaning taken for nouns: "critics note that", "the ministry plans to". */
import type { Knowledge } from '../../knowledge/index.ts'
import type { Token } from '../types.ts'
import type { Place } from './place.ts'

/** "Tran claims that he", "the ministry plans to reopen", "scholars dispute that": verbs taken for nouns. */
export function reportTaggedAsNoun({ tokens, i, token, before, after, knowledge }: Place): void {
  if (token.pos !== 'NOUN' || before === undefined || after === undefined || token.text !== token.lower)
    return
  const plural =
    (before.pos === 'NOUN' && before.lower.endsWith('s')) ||
    /^(some|many|others|few|most|several|both|all)$/.test(before.lower)
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
    (after.lower === 'it' && tokens[i + 2]?.pos === 'AUX') ||
    (after.lower === 'that' && tokens[i + 2]?.pos !== 'VERB')
  const reports = (name || plural) && clause && (cue.takes.has('that') || cue.takes.has('wh'))
  // ", the authors estimate,"
  const aside =
    plural &&
    after.text === ',' &&
    tokens[i - 2]?.pos === 'DET' &&
    tokens[i - 3]?.text === ',' &&
    cue.class === 'saying'
  const plans =
    (name || before.pos === 'NOUN') &&
    after.lower === 'to' &&
    tokens[i + 2]?.pos === 'VERB' &&
    cue.takes.has('to')
  if (!reports && !plans && !aside) return
  token.pos = 'VERB'
  token.lemma = verb.lemma
}

/**
 * "Data from a survey show that", "a paper on its website states that": the subject stands further left, and no
 * verb that could be the sentence's has come yet.
 */
export function reportBehindSubject({ tokens, i, token, before, after, knowledge }: Place): void {
  if (token.pos !== 'NOUN' || i < 2 || before === undefined || after === undefined) return
  // "critics on the left note that"
  const nominal = before.pos === 'ADJ' && tokens[i - 2]?.pos === 'DET' && tokens[i - 3]?.pos === 'ADP'
  if (token.text !== token.lower || !(nominal || /^(NOUN|PROPN|NUM)$/.test(before.pos))) return
  const opens =
    /^(he|she|they|how|why|whether|where)$/.test(after.lower) ||
    (after.lower === 'that' && !/^(VERB|AUX)$/.test(tokens[i + 2]?.pos ?? 'VERB')) ||
    // "Many in the valley fear the dam will break"
    (after.pos === 'DET' && tokens.slice(i + 2, i + 7).some(it => it.pos === 'AUX'))
  if (!opens) return
  const reading = knowledge.verbForms
    .readingsOf(token.lower)
    .find(one => one.form === 'base' || one.form === 'third')
  if (reading === undefined || !takesClause(knowledge, reading.lemma) || verbBefore(tokens, i, knowledge))
    return
  token.pos = 'VERB'
  token.lemma = reading.lemma
}

/** "criticize the merger and *call on* parliament": with its particle the word behind "and" is a verb. */
export function cueBehindAnd({ tokens, i, token, before, after, knowledge }: Place): void {
  if (token.pos !== 'NOUN' || before?.pos !== 'CCONJ' || after?.pos !== 'ADP') return
  const particle = knowledge.cues.verbs.get(token.lower)?.some(cue => cue.particle[0] === after.lower)
  if (particle !== true || tokens[i + 2]?.pos === 'PUNCT') return
  if (!tokens.slice(0, i).some(it => it.pos === 'VERB' && !it.lower.endsWith('ing'))) return
  const plural = knowledge.verbForms.readingsOf(token.lower).some(reading => reading.form === 'base')
  if (plural) token.pos = 'VERB'
}

/** "where polls suggest that": of the two words the first was taken for the verb. */
export function pluralBeforeReport({ tokens, i, token, before, after, knowledge }: Place): void {
  if (
    token.pos !== 'VERB' ||
    !/^(NOUN|VERB)$/.test(after?.pos ?? '') ||
    after === undefined ||
    !/[^su]s$/.test(token.lower)
  )
    return
  if (before !== undefined && !/^(ADV|SCONJ|PUNCT|CCONJ|ADJ|DET)$/.test(before.pos)) return
  if (!/^(that|he|she|they|it|how|why|whether)$/.test(tokens[i + 2]?.lower ?? '')) return
  const reading = knowledge.verbForms.readingsOf(after.lower).find(one => one.form === 'base')
  if (reading === undefined || !takesClause(knowledge, reading.lemma)) return
  token.pos = 'NOUN'
  after.pos = 'VERB'
  after.lemma = reading.lemma
}

function takesClause(knowledge: Knowledge, lemma: string): boolean {
  return knowledge.cues.verbs.get(lemma)?.some(cue => cue.takes.has('that')) === true
}

/** A verb that can be the main one: not "released last year", "led by Oslo". */
function verbBefore(tokens: readonly Token[], i: number, knowledge: Knowledge): boolean {
  return tokens.slice(0, i).some((token, k) => {
    if (token.pos === 'AUX') return true
    if (token.pos !== 'VERB' || token.lower.endsWith('ing')) return false
    const participle = knowledge.verbForms
      .readingsOf(token.lower)
      .some(reading => reading.form === 'participle' || reading.form === 'past-or-participle')
    const next = tokens[k + 1]
    return !participle || (k > 0 && next?.pos !== 'ADP' && !/^(last|this|on)$/.test(next?.lower ?? ''))
  })
}

/** "Her running mate, Gov. Mike Dale, plans to release", "doubts that …": behind the apposition stands the verb. */
export function planBehindApposition({ tokens, i, token, before, after, knowledge }: Place): void {
  if (token.pos !== 'NOUN' || before?.text !== ',' || i < 4) return
  const clause = after?.lower === 'that' && /^(DET|PRON|PROPN|NOUN|ADJ)$/.test(tokens[i + 2]?.pos ?? '')
  if (!clause && (after?.lower !== 'to' || tokens[i + 2]?.pos !== 'VERB')) return
  if (!/^(PROPN|NOUN)$/.test(tokens[i - 2]?.pos ?? '')) return
  const reading = knowledge.verbForms.readingsOf(token.lower).find(one => one.form === 'third')
  const cue = reading === undefined ? undefined : knowledge.cues.verbs.get(reading.lemma)
  if (reading === undefined || cue?.some(one => one.takes.has(clause ? 'that' : 'to')) !== true) return
  if (verbBefore(tokens, i, knowledge)) return
  token.pos = 'VERB'
  token.lemma = reading.lemma
}

/** "a lawyer who studies labour issues", "the union, which mediated several rounds": the pronoun wants a verb behind it. */
export function verbBehindWho({ tokens, i, token, before, after, knowledge }: Place): void {
  if (!/^(NOUN|ADV|ADJ|ADP)$/.test(token.pos) || token.text !== token.lower || after === undefined) return
  if (!/^(DET|PROPN|PRON|ADJ|NOUN|NUM|ADP)$/.test(after.pos)) return
  if (before?.lower === 'which' && /ed$/.test(token.lower) && !/^(NOUN|PROPN)$/.test(after.pos)) {
    const past = knowledge.verbForms
      .readingsOf(token.lower)
      .find(one => one.form?.startsWith('past') === true)
    // "in which *wounded* several men": behind a preposition no subject is wanted.
    if (past === undefined || tokens[i - 2]?.pos === 'ADP') return
    token.pos = 'VERB'
    token.lemma = past.lemma
    return
  }
  if (before?.lower !== 'who') return
  const plural = /[^su]s$|^(people|those|many|some)$/.test(tokens[i - 2]?.lower ?? '')
  const reading = knowledge.verbForms
    .readingsOf(token.lower)
    .find(one => one.form === 'third' || (plural && one.form === 'base' && token.pos !== 'ADP'))
  if (reading === undefined) return
  token.pos = 'VERB'
  token.lemma = reading.lemma
}

export function reportsThat(token: Token, knowledge: Knowledge): boolean {
  const reading = knowledge.verbForms.readingsOf(token.lower).find(r => r.form === 'gerund')
  return reading !== undefined && takesClause(knowledge, reading.lemma)
}
