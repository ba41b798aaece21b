/** The form of a verb: base, third person, past, participle, gerund. */
import type { Knowledge } from '../../knowledge/index.ts'
import type { Token, VerbForm } from '../types.ts'

/** The auxiliary, modal or "to" in front of a verb, adverbs left out; null for none. */
export function governorOf(tokens: readonly Token[], i: number): string | null {
  let k = i - 1
  while (tokens[k]?.pos === 'ADV' || tokens[k]?.lower === 'not' || tokens[k]?.lower === "n't") k--
  const before = tokens[k]
  if (before === undefined) return null
  if (before.lower === 'to' && before.pos === 'PART') return 'to'
  if (before.pos !== 'AUX' && !/^(has|have|had|having)$/.test(before.lower)) return null
  return before.lemma
}

function wantedForm(governor: string | null, after: Token | undefined): RegExp | null {
  // "the program, run by Oslo"
  if (governor === null) return after?.lower === 'by' ? /participle/ : null
  return /^(be|have|'s|'ve|'re)$/.test(governor) ? /participle/ : /^base$/
}

/** Of several readings the one that the auxiliary before asks for: "to overcome", "has overcome". */
export function setForm(
  token: Token,
  governor: string | null,
  after: Token | undefined,
  knowledge: Knowledge,
): void {
  const readings = knowledge.verbForms.readingsOf(token.lower)
  // "a claim based on a petition": without an object it is no verb of its own.
  if (token.lower === 'based' && governor === null && /^(?:on|upon|in|at)$/.test(after?.lower ?? '')) {
    token.lemma = 'base'
    token.form = 'participle'
    return
  }
  const wanted = wantedForm(governor, after)
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
