/** What tells of a span whether it is a name, and of what: named features for a linear model. */
import type { Knowledge } from '../../../knowledge/index.ts'
import { NEAR } from '../../../knowledge/name-words.ts'
import type { Token } from '../../types.ts'
import type { Stretch } from '../chunks.ts'
import type { Lexicon } from '../lexicon.ts'
import { opens } from '../openings.ts'
import { innerFeatures, type Phrase, phraseOf } from './inner.ts'
import { wordOf } from './words.ts'

/** What the rules say of a stretch. */
export interface Ruled extends Stretch {
  type: string
  sure: number
}

export interface Ground {
  text: string
  tokens: readonly Token[]
  ruled: readonly Ruled[]
  lexicon: Lexicon
  knowledge: Knowledge
  /** The name before the run that is being cut: what stands in a list with it is of its kind. */
  before: { last: number; label: string } | null
  /** "he", "her": the sentence speaks of somebody. */
  pronoun: boolean
  /** What the sentence is about: `topicOf`. */
  topic: string
  /** The class of each word beside a name, and what tells before it: looked up once. */
  memo: { classes: string[]; told: string[] }
}

/** Small words between a name and the word that tells of it: "a former British *singer* X". */
const LIGHT = /^(?:a|an|the|his|her|its|their|of|and|'s|\u2019s|")$/

/** All features of a span: its own words', those of what stands before and behind, and those of both together. */
export function featuresOf(span: Stretch, ground: Ground): string[] {
  const phrase = phraseOf(span, ground.tokens, ground.knowledge)
  return [
    ...innerFeatures(phrase, ground.knowledge),
    ...beforeFeatures(span.first, ground),
    ...afterFeatures(span.last, ground),
    ...jointFeatures(phrase, ground),
  ]
}

/** Of which listed name the span is the whole or a part. */
function listedAs(span: Stretch, ground: Ground): string {
  const listed = ground.lexicon.matchAt(ground.text, ground.tokens[span.first]?.start ?? 0)
  if (listed === null) return ''
  const end = ground.tokens[span.last]?.end ?? 0
  if (listed.end === end) return `X ${listed.entry.kind}`
  return listed.end > end ? 'X part' : `X begins ${listed.entry.kind}`
}

function ruledAs(span: Stretch, ruled: readonly Ruled[]): string {
  let touched = ''
  for (const each of ruled) {
    if (each.first === span.first && each.last === span.last) return `R ${each.type} ${each.sure}`
    if (each.first > span.last || each.last < span.first) continue
    if (each.first <= span.first && each.last >= span.last) touched = `R in ${each.type}`
    else if (touched === '')
      touched = each.first >= span.first && each.last <= span.last ? `R around ${each.type}` : 'R across'
  }
  return touched === '' ? 'R none' : touched
}

/** The words before a name that begins at `first`, and their classes. */
export function beforeFeatures(first: number, ground: Ground): string[] {
  const { tokens, knowledge } = ground
  const before = tokens[first - 1]
  const word = before === undefined ? '^' : before.lower
  const features = [
    `p ${word}`,
    `pc ${classAt(first - 1, ground)}`,
    `pp ${tokens[first - 2]?.lower ?? '^'} ${word}`,
  ]
  const told = toldBefore(first, ground)
  if (told !== '') features.push(`v ${told}`, `vc ${contextOf(undefined, knowledge, told)}`)
  const listed = inList(first, ground)
  if (listed !== '') features.push(listed)
  return features
}

/** The words behind a name that ends with `last`, and their classes. */
export function afterFeatures(last: number, ground: Ground): string[] {
  const { tokens, knowledge } = ground
  const after = tokens[last + 1]
  const word = after === undefined ? '$' : after.lower
  const one = classAt(last + 1, ground)
  const features = [
    `q ${word}`,
    `qc ${one}`,
    `qq ${word} ${tokens[last + 2]?.lower ?? '$'}`,
    `q2 ${one} ${classAt(last + 2, ground)}`,
  ]
  const verb = verbAfter(tokens, last)
  if (verb !== '') features.push(`vb ${verb}`)
  const noun = appositionOf(tokens, last)
  if (noun !== '') features.push(`A ${noun}`, `Ac ${contextOf(undefined, knowledge, noun)} ${noun.slice(-2)}`)
  return features
}

/** What the span and its surroundings tell together, and what the rules say. */
export function jointFeatures(phrase: Phrase, ground: Ground): string[] {
  const { tokens, knowledge } = ground
  const { first, last, words, tail } = phrase
  const count = words.length
  const one = classAt(first - 1, ground)
  const two = classAt(last + 1, ground)
  const list = listedAs(phrase, ground)
  const ruled = ruledAs(phrase, ground.ruled)
  const features = [ruled, `${ruled} ${Math.min(count, 4)}`, `pq ${one} ${two}`]
  features.push(`pt ${one} ${tail}`, `qt ${two} ${tail}`)
  if (list !== '') features.push(list, `ql ${two} ${list}`, `pl ${one} ${list}`)
  const told = toldBefore(first, ground)
  if (told !== '') features.push(`vt ${contextOf(undefined, knowledge, told)} ${tail}${Math.min(count, 3)}`)
  const listed = inList(first, ground)
  if (listed !== '') features.push(`${listed} ${tail}`)
  const [head] = words
  features.push(`T ${ground.topic} ${tail}${Math.min(count, 3)}`)
  if (list !== '') features.push(`T ${ground.topic} ${list}`)
  if (last === first) features.push(`Tp ${ground.topic} ${one} ${head?.main}`)
  if (last === first)
    features.push(`he ${ground.pronoun} ${head?.main}`, `hs ${ground.pronoun} ${head?.sound}`)
  if (opens(tokens, first)) {
    features.push(`o ${head?.main}${Math.min(count, 3)}`, `o ${tokens[first]?.pos} ${Math.min(count, 2)}`)
    const verb = verbAfter(tokens, last)
    if (verb !== '') features.push(`vo ${verb}`)
  } else if (first === last) features.push(`m ${tokens[first]?.pos} ${head?.main}`)
  return features
}

/** "Riga, Tartu and *Narva*": what joins the span to the name before, and what that was. */
function inList(first: number, { before, tokens }: Ground): string {
  if (before === null || first - before.last > 3) return ''
  let between = ''
  for (let i = before.last + 1; i < first; i++) between += `${tokens[i]?.lower} `
  return /^(?:, |and |, and |or |& |\( |; |, or |in |of |at |for |- |\/ |'s )$/.test(between)
    ? `B ${between}${before.label}`
    : ''
}

/** The nearest word before the name that tells something: "the rock band", "played for". */
function telling(tokens: readonly Token[], first: number): string {
  for (let i = first - 1; i >= Math.max(0, first - 4); i--) {
    const token = tokens[i]
    if (token === undefined || token.pos === 'PUNCT') break
    if (LIGHT.test(token.lower)) continue
    if (token.pos === 'ADP' || token.pos === 'SCONJ') {
      const verb = tokens[i - 1]
      // "flew from Porto to *Lund*"
      if (token.lower === 'to' && verb?.pos === 'PROPN' && tokens[i - 2]?.lower === 'from')
        return `${tokens[i - 3]?.lemma ?? ''} from`
      return verb === undefined ? token.lower : `${verb.lemma} ${token.lower}`
    }
    return token.lemma
  }
  return ''
}

/** "he", "her": somebody is spoken of. */
export function hasPronoun(tokens: readonly Token[]): boolean {
  return tokens.some(
    token => token.pos === 'PRON' && /^(?:he|she|his|her|him|himself|herself)$/.test(token.lower),
  )
}

/** The verb of which the name may be the subject: "X had also *founded*". */
function verbAfter(tokens: readonly Token[], last: number): string {
  for (let i = last + 1; i < Math.min(tokens.length, last + 5); i++) {
    const token = tokens[i]
    if (token === undefined) return ''
    if (token.pos === 'VERB') return token.lemma
    if (token.pos !== 'AUX' && token.pos !== 'ADV' && token.pos !== 'PART') return ''
  }
  return ''
}

/** "X, a *band* from", "X is a *village* in": the noun that says what it is. */
function appositionOf(tokens: readonly Token[], last: number): string {
  const opening = tokens[last + 1]?.lower ?? ''
  if (!/^(?:,|is|was|are|were|\()$/.test(opening)) return ''
  if (!/^(?:a|an|the|one)$/.test(tokens[last + 2]?.lower ?? '')) return ''
  let noun = ''
  for (let i = last + 3; i < Math.min(tokens.length, last + 10); i++) {
    const token = tokens[i]
    if (
      token === undefined ||
      token.pos === 'PUNCT' ||
      token.pos === 'ADP' ||
      token.pos === 'VERB' ||
      token.pos === 'SCONJ'
    )
      break
    if (token.pos === 'NOUN') noun = token.lemma
    else if (noun !== '' && token.pos !== 'PROPN') break
  }
  return noun
}

function classAt(at: number, { tokens, knowledge, memo }: Ground): string {
  memo.classes[at + 1] ??= contextOf(tokens[at], knowledge)
  return memo.classes[at + 1] ?? ''
}

function toldBefore(first: number, { tokens, memo }: Ground): string {
  memo.told[first] ??= telling(tokens, first)
  return memo.told[first] ?? ''
}

const classes = new WeakMap<Knowledge, Map<string, string>>()

/** The class of a word beside a name: a title, a preposition of place, a verb of persons, a capital … */
function contextOf(token: Token | undefined, knowledge: Knowledge, word = token?.text): string {
  if (word === undefined) return '^'
  let known = classes.get(knowledge)
  if (known === undefined) {
    known = new Map()
    classes.set(knowledge, known)
  }
  let found = known.get(word)
  if (found === undefined) {
    if (known.size > 20_000) known.clear()
    found = contextClass(word, knowledge)
    known.set(word, found)
  }
  return found === '' ? (token?.pos ?? '') : found
}

function contextClass(word: string, knowledge: Knowledge): string {
  const lower = word.toLowerCase()
  if (lower !== word) return `Cap ${wordOf(word, knowledge).main}`
  if (!/\p{L}/u.test(word)) return /\d/.test(word) ? (word.length === 4 ? 'year' : 'number') : word
  const words = knowledge.nameWords
  if (words.is(word, 'place-preposition')) return 'in'
  if (words.is(word, 'person-verb')) return 'says'
  const near = NEAR.find(kind => words.is(word, `near-${kind}`))
  if (near !== undefined) return near
  const title =
    knowledge.titles.get(word) ?? knowledge.titles.get(word.endsWith('s') ? word.slice(0, -1) : word)
  if (title !== undefined) return `title ${title.kind}`
  if (words.is(word, 'never')) return word
  return ''
}
