import { normalise } from '../../../record/ids.ts'
import type { Profile } from '../profile.ts'
import type { Telling } from '../telling.ts'
import { type MergeRule, values } from './rule.ts'

const SMALL = new Set(
  `the a an and or but of in on at to for from by with about as into over after before between during under
   that this these those which who whom whose it its he his she her they their them we our you your i
   is are was were be been being has have had do does did will would can could may might must shall should
   not no nor so than then there here also both each other another some any all more most such only own same
   said says say told according new two three first last year years month months week weeks day days
   monday tuesday wednesday thursday friday saturday sunday january february march april june july august
   september october november december president prime minister government leader leaders country countries
   nation nations official officials side sides mr ms mrs dr`
    .split(/\s+/)
    .filter(word => word !== ''),
)

function stem(word: string): string {
  return word.replace(/(?:ations?|ments?|ings?|ers?|ed|es|s|e)$/, '')
}

const known = new WeakMap<Telling, ReadonlySet<string>>()

function clause({ mention, source }: Telling): string {
  return source.document.text.slice(mention.span[0], mention.span[1])
}

/** What the clause says beside small words and names: stems of its lower-case words. */
function contentOf(telling: Telling): ReadonlySet<string> {
  const before = known.get(telling)
  if (before !== undefined) return before
  const words = clause(telling).match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}-]{2,}/gu) ?? []
  const content = new Set(words.filter(word => !SMALL.has(word)).map(stem))
  known.set(telling, content)
  return content
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size)
}

/** A cluster of hundreds says no more by its words than its first tellings do. */
const ENOUGH = 4

function likeness(a: Profile, b: Profile): number | null {
  let best: number | null = null
  for (const x of a.tellings.slice(0, ENOUGH)) {
    for (const y of b.tellings.slice(0, ENOUGH)) {
      const [own, other] = [contentOf(x), contentOf(y)]
      if (own.size < 2 || other.size < 2) continue
      best = Math.max(best ?? 0, dice(own, other))
    }
  }
  return best
}

/** Two agreements of one day are told apart by what was agreed; a meeting is not told by its words. */
export const words: MergeRule = {
  name: 'event/words',
  reason: 'the words that say what was done',
  most: 0.5,
  weigh(a, b) {
    if (a.toldBy !== 'what' && b.toldBy !== 'what') return 0
    const like = likeness(a, b)
    if (like === null) return 0
    return like >= 0.5 ? 0.5 : like >= 0.25 ? 0.25 : like < 0.12 ? -0.3 : 0
  },
  say: (a, b) => `${Math.round((likeness(a, b) ?? 0) * 100)} % of their words are shared`,
}

const SHORT = 30
const plain = new WeakMap<Telling, string>()

function plainOf(telling: Telling): string {
  const before = plain.get(telling)
  if (before !== undefined) return before
  const text = normalise(clause(telling)).toLowerCase()
  plain.set(telling, text)
  return text
}

/** Sentences long enough that the same words are no accident, which both have among their first. */
function shared(a: Profile, b: Profile): string[] {
  const own = a.tellings.slice(0, ENOUGH).map(plainOf)
  const other = b.tellings.slice(0, ENOUGH).map(plainOf)
  return own.filter(text => text.length >= SHORT && other.includes(text))
}

/** Wire copy within articles that are otherwise their own: the same sentence. */
export const sameSentence: MergeRule = {
  name: 'event/same-sentence',
  reason: 'the very same words in two documents',
  most: 1,
  weigh: (a, b, { within }) => (!within && shared(a, b).length > 0 ? 1 : 0),
  say: (a, b) => values(shared(a, b)),
}
