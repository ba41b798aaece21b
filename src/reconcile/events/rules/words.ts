import { sharesAny } from '../../lists.ts'
import type { Profile } from '../profile.ts'
import { LANDMARKS, type Telling } from '../telling.ts'
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

function hash(word: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193)
  return h >>> 0
}

/** What the clause says beside small words and names: its lower-case words. */
function makeStems(telling: Telling): readonly number[] {
  const { mention, source } = telling
  const clause = source.document.text.slice(mention.span[0], mention.span[1])
  const words = clause.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}-]{2,}/gu) ?? []
  const stems = new Set(words.filter(word => !SMALL.has(word)).map(word => hash(stem(word))))
  telling.stems = [...stems].sort((a, b) => a - b)
  return telling.stems
}

function stemsOf(telling: Telling): readonly number[] {
  return telling.stems ?? makeStems(telling)
}

/** Twice what both have over what each has; both rise. */
function dice(a: readonly number[], b: readonly number[]): number {
  let shared = 0
  let k = 0
  for (const stem of a) {
    while (k < b.length && (b[k] ?? 0) < stem) k++
    if (b[k] === stem) shared++
  }
  return a.length + b.length === 0 ? 0 : (2 * shared) / (a.length + b.length)
}

/** A cluster of hundreds says no more by its words than its first tellings do. */
const ENOUGH = 4

/** Clauses of a single content word say too little to be compared. */
function firstStems(profile: Profile): (readonly number[])[] {
  const found: (readonly number[])[] = []
  for (let i = 0; i < ENOUGH && i < profile.tellings.length; i++) {
    const telling = profile.tellings[i]
    const stems = telling === undefined ? [] : stemsOf(telling)
    if (stems.length > 1) found.push(stems)
  }
  return found
}

function likeness(a: Profile, b: Profile): number | null {
  let best: number | null = null
  for (const own of firstStems(a)) {
    for (const other of firstStems(b)) best = Math.max(best ?? 0, dice(own, other))
  }
  return best
}

/** Whatever else is said of a treaty or a ruling of some year may differ. */
function isLandmark(profile: Profile): boolean {
  return sharesAny(LANDMARKS, profile.classes)
}

/** One side does many things to another in a day, and more in a year. */
function unlike(like: number, fine: boolean): number {
  return like < 0.12 ? (fine ? -0.8 : -0.4) : fine ? -0.4 : -0.2
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
    if (like >= 0.25) return like >= 0.5 ? 0.5 : 0.25
    if (a.grip === 'weak' || b.grip === 'weak') return 0
    const fine = a.grip === 'fine' && b.grip === 'fine'
    return !fine && (isLandmark(a) || isLandmark(b)) ? 0 : unlike(like, fine)
  },
  say: (a, b) => `${Math.round((likeness(a, b) ?? 0) * 100)} % of their words are shared`,
}

/** Wire copy within articles that are otherwise their own: the same sentence. */
export const sameSentence: MergeRule = {
  name: 'event/same-sentence',
  reason: 'the very same words in two documents',
  most: 1,
  weigh: (a, b, { within }) => (!within && sharesAny(b.sentences, a.sentences) ? 1 : 0),
  say: (a, b) =>
    sharesAny(b.sentences, a.sentences) ? values(b.tellings.map(it => it.mention.title)) : 'none',
}
