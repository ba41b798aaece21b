/** "a seventy percent chance", "one in five": a probability that is given as a number. */
import type { Sentence } from '../../text/types.ts'

const NUMBERS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** The probability between two tokens; null where none is given. */
export function oddsIn(sentence: Sentence, first: number, last: number): number | null {
  for (let i = first; i <= last; i++) {
    const n = numberAt(sentence, i)
    if (n === null) continue
    const next = sentence.tokens[i + 1]?.lower ?? ''
    if (/^(percent|%|pc)$/.test(next) || (next === 'per' && sentence.tokens[i + 2]?.lower === 'cent'))
      return within(n / 100)
    const whole = next === 'in' ? numberAt(sentence, i + 2) : null
    if (whole !== null && whole > 0) return within(n / whole)
  }
  return null
}

function within(p: number): number | null {
  return p >= 0 && p <= 1 ? Math.round(p * 100) / 100 : null
}

function numberAt(sentence: Sentence, i: number): number | null {
  const word = sentence.tokens[i]?.lower ?? ''
  if (/^\d+(\.\d+)?$/.test(word)) return Number(word)
  const [ten = '', unit = ''] = word.split('-')
  const tens = TENS.indexOf(ten)
  if (tens >= 0) return 20 + 10 * tens + Math.max(0, NUMBERS.indexOf(unit))
  const n = NUMBERS.indexOf(word)
  return n < 0 ? null : n
}
