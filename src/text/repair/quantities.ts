/** Words before a number that say about how much, and points of the compass behind a noun. */
import type { Place } from './place.ts'

const COMPARATIVES = new Set(['more', 'fewer', 'less', 'greater', 'larger', 'higher'])
const ROUNDING = new Set(['over', 'around', 'nearly', 'almost', 'roughly', 'some', 'approximately'])
const COMPASS = new Set('north south east west northeast northwest southeast southwest'.split(' '))

/** "killed *more than* 20 people": the number belongs to the object, no phrase begins there. */
export function comparedNumber({ tokens, i, token, before, after }: Place): void {
  const number = tokens[i + 2]
  const some =
    number?.pos === 'NUM' || (/^(a|half)$/.test(number?.lower ?? '') && tokens[i + 3]?.pos === 'NUM')
  if (COMPARATIVES.has(token.lower) && after?.lower === 'than' && some) {
    token.pos = 'ADV'
    after.pos = 'ADV'
  }
  // "as many as 40 rebels", "up to 40 rebels" behind a verb
  if (token.lower === 'as' && /^(many|much|few)$/.test(after?.lower ?? '') && number?.lower === 'as') {
    if (tokens[i + 3]?.pos !== 'NUM' || after === undefined) return
    for (const word of [token, after, number]) word.pos = 'ADV'
  }
  if (before?.pos !== 'VERB') return
  if (token.lower === 'up' && after?.lower === 'to' && number?.pos === 'NUM') {
    token.pos = 'ADV'
    after.pos = 'ADV'
  }
  if (token.pos === 'ADP' && ROUNDING.has(token.lower) && after?.pos === 'NUM' && number?.pos === 'NOUN')
    token.pos = 'ADV'
}

/** "three cities west of the capital", "its soldiers home from Chad": the way that it lies or goes is no noun. */
export function compassBehindNoun({ token, before, after }: Place): void {
  const homeward = token.lower === 'home' && after?.lower === 'from' && before?.pos === 'NOUN'
  if (homeward && token.pos === 'NOUN') token.pos = 'ADV'
  if (!COMPASS.has(token.lower)) return
  if (token.pos === 'NOUN' && after?.lower === 'of' && /^(NOUN|PROPN)$/.test(before?.pos ?? ''))
    token.pos = 'ADV'
}
