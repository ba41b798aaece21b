/** "Seoul called the step insufficient", "Athens described the treaty as null and void": what words for a thing say. */
import type { Stance } from '../../record/types.ts'
import type { Clause, Sentence } from '../../text/types.ts'
import type { Context } from '../context.ts'
import type { Taken } from './taken.ts'

const CALLING =
  /^(call|deem|consider|describe|brand|label|find|regard|view|see|term|denounce|dismiss|hail|declare)$/

export function judgment(context: Context, sentence: Sentence, clause: Clause): Taken | null {
  const { verb, objects } = clause
  if (verb === null || !CALLING.test(verb.lemma) || verb.voice === 'passive' || verb.negated) return null
  const from = objects[0]?.head ?? verb.last
  for (let i = from + 1; i <= clause.last; i++) {
    const token = sentence.tokens[i]
    if (token === undefined || /^(who|which|that|because|after)$/.test(token.lower)) break
    const stance = stanceOfWord(context, token.lower, sentence.tokens[i - 1]?.lower ?? '')
    if (stance === null) continue
    return {
      stance,
      holder: clause.subject,
      speakerMayHold: false,
      pattern: `judgment:${token.lower}`,
      confidence: 0.7,
      clause: null,
    }
  }
  return null
}

function stanceOfWord(context: Context, word: string, before: string): Stance | null {
  const stance = context.knowledge.stances.of('judgment', word)[0]?.stance ?? null
  if (before !== 'not' && before !== 'no') return stance
  return stance === 'supports' ? 'opposes' : null
}
