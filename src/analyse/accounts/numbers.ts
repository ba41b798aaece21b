/** Numbers that a passage gives, with what they count: "some 300 people" → people: 300. */
import type { VerbTable } from '../../knowledge/verb-forms.ts'
import type { Said } from './types.ts'

const AMOUNT =
  /(?<![\p{L}\p{N}.,:-])(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands)(?: (million|billion|trillion|percent|per cent))?/gu
const WORD = /[\p{L}-]+/gu
/** What follows the thing that is counted. */
const STOP = new Set(
  'also more most other others such both of the a an and or but in on at to for from by with into onto over under off during since until between against near that which who whose were was is are has have had will would could may as than after before ago each'.split(
    ' ',
  ),
)
const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i
const MOST_WORDS = 3

/** "people" of " people came to the hearing", "minutes" of "-minute talks"; null where nothing is counted. */
function countedIn(after: string, verbs: VerbTable): string | null {
  const words: string[] = []
  for (const [word] of after.slice(0, 60).matchAll(WORD)) {
    if (STOP.has(word) || words.length === MOST_WORDS || /^\p{Lu}/u.test(word)) break
    // "300 people *came*"; but the won of "100 million won" is counted.
    if (words.length > 0 && verbs.readingsOf(word).some(({ form }) => form.startsWith('past'))) break
    words.push(word)
  }
  return words.length === 0 ? null : words.join(' ')
}

/** Each with what it counts; years and days of a month are dates, and no counts. */
export function numbersIn(quote: string, verbs: VerbTable): Said[] {
  return [...quote.matchAll(AMOUNT)].flatMap(match => {
    const [whole, amount = '', scale] = match
    const after = quote.slice(match.index + whole.length)
    const before = /(\p{L}+)\.? $/u.exec(quote.slice(0, match.index))?.[1] ?? ''
    const isYear = scale === undefined && /^(?:1[89]|20)\d\d$/.test(amount)
    if (isYear || MONTH.test(before) || MONTH.test(after.trim())) return []
    const joined = /^-(\p{Ll}+)/u.exec(after)?.[1]
    // "a 45-minute meeting" counts minutes.
    if (joined !== undefined) return [{ field: `number of ${joined}s`, value: `${whole} ${joined}s` }]
    const counted = countedIn(after, verbs)
    if (counted === null && scale === undefined) return []
    const [thing = ''] = (counted ?? scale ?? '').split(' ').slice(-1)
    return [{ field: `number of ${thing}`, value: `${whole}${counted === null ? '' : ` ${counted}`}` }]
  })
}
