/** Verbs taken for nouns that the build of their clause tells: behind relatives, denials, "help", at the end. */
import type { Token } from '../types.ts'
import type { Place } from './place.ts'

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
      (isSingular(tokens[before.lower === 'which' && tokens[i - 2]?.lower === ',' ? i - 3 : i - 2]) &&
        opensObject(after) &&
        reading.form === 'third')
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

const MANDATIVE =
  /^(?:demand|insist|ask|request|propose|suggest|recommend|urge|require|order|plead|stipulate)(?:s|ed|ing)?$|^(?:proposed|proposing|required|requiring|urged|urging|stipulated)$/

/** "demanded that Oslo *show* the files", "recommends that Lima *link* aid to reform": of two nouns the second is the verb. */
export function subjunctiveBehindThat({ tokens, i, token, before, after, knowledge }: Place): void {
  if (token.text !== token.lower || !opensObject(after) || !/^(PROPN|NOUN)$/.test(before?.pos ?? '')) return
  let that = i - 1
  while (
    that > i - 6 &&
    /^(PROPN|NOUN|DET|ADJ|PRON)$/.test(tokens[that]?.pos ?? '') &&
    tokens[that]?.lower !== 'that'
  )
    that--
  if (tokens[that]?.lower !== 'that' || that === i - 1 || !MANDATIVE.test(tokens[that - 1]?.lower ?? ''))
    return
  if (!knowledge.verbForms.readingsOf(token.lower).some(({ form }) => form === 'base')) return
  for (let k = i + 1; k < tokens.length && tokens[k]?.pos !== 'PUNCT'; k++)
    if (tokens[k]?.pos === 'AUX' || tokens[k]?.pos === 'VERB') return
  token.pos = 'VERB'
  token.lemma = token.lower
}

/** "does not account for it", "did n't harm anyone": what is denied with "do" is a verb. */
export function verbAfterDenial({ tokens, i, token, before, knowledge }: Place): void {
  if (before?.lower !== 'not' && before?.lower !== "n't") return
  if (!/^(do|does|did|ca|wo|could|would|should)$/.test(tokens[i - 2]?.lower ?? '')) return
  if (!knowledge.verbForms.readingsOf(token.lower).some(reading => reading.form === 'base')) return
  token.pos = 'VERB'
  token.lemma = token.lower
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
