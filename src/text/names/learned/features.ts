/** What tells of a span whether it is a name, and of what: named features for a linear model. */
import type { Knowledge } from '../../../knowledge/index.ts'
import { NEAR } from '../../../knowledge/name-words.ts'
import type { Token } from '../../types.ts'
import type { Stretch } from '../chunks.ts'
import type { Lexicon } from '../lexicon.ts'
import { opens } from '../openings.ts'
import { type Word, wordOf } from './words.ts'

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
}

/** Small words between a name and the word that tells of it: "a former British *singer* X". */
const LIGHT = /^(?:a|an|the|his|her|its|their|of|and|'s|\u2019s|")$/

/** Features of the span, after those of its surroundings, which all spans with the same ends share. */
export function featuresOf(span: Stretch, ground: Ground): string[] {
  const { tokens, knowledge } = ground
  const { first, last } = span
  const words: Word[] = []
  let text = ''
  for (let i = first; i <= last; i++) {
    const word = tokens[i]?.text ?? ''
    words.push(wordOf(word, knowledge))
    text += i > first && tokens[i]?.start !== tokens[i - 1]?.end ? ` ${word}` : word
  }
  // "4FM" is one word, although the tagger has cut it.
  if (words.length > 1 && !text.includes(' ') && /^\d+\p{L}+$/u.test(text))
    words.splice(0, words.length, wordOf(text, knowledge))
  const features: string[] = []
  inner(features, span, text, words, ground)
  const lists = listsOf(text, span, ground)
  for (const list of lists) features.push(list)
  const ruled = ruledAs(span, ground.ruled)
  features.push(ruled, `${ruled} ${Math.min(words.length, 4)}`)
  around(features, span, words, lists[0] ?? '', ground)
  const listed = inList(span, ground)
  if (listed !== '') features.push(listed, `${listed} ${words[words.length - 1]?.main}`)
  return features
}

/** The words of the span itself. */
function inner(
  features: string[],
  span: Stretch,
  text: string,
  words: readonly Word[],
  ground: Ground,
): void {
  const count = words.length
  const [head] = words
  const tail = words[count - 1]
  if (head === undefined || tail === undefined) return
  const size = Math.min(count, 6)
  features.push(`n${size}`)
  if (count <= 3) features.push(`W ${text}`)
  let classes = ''
  let shapes = ''
  let has = ''
  for (const { main, shape } of words) {
    classes += main
    shapes += `${shape} `
    if (!has.includes(main)) has += main
  }
  features.push(count <= 5 ? `C ${classes}` : `C ${classes.slice(0, 2)}*${classes.slice(-2)}`)
  if (count <= 5) features.push(`S ${shapes}`)
  if (count > 1 && !text.includes(' ')) features.push('glued')
  for (const main of has) features.push(`h${main}`)
  features.push(`t ${tail.suffix}`, `t${size} ${tail.flags}`)
  features.push(`y${size} ${tail.sound} ${tail.main}`)
  if (count === 1) return
  features.push(`yf ${head.sound} ${head.main}`)
  const first = ground.tokens[span.first]
  const last = ground.tokens[span.last]
  features.push(`F ${first?.text}`, `L ${last?.text}`, `f ${head.flags}`, `fl ${head.main}${tail.main}`)
  for (let i = 0; i < count; i++) {
    const word = ground.tokens[span.first + i]?.text ?? ''
    if (i > 0 && i < count - 1) features.push(`M ${word}`)
    // "Ministry *of*", "Battle *of*"
    if (word === 'of' || word === 'for') features.push(`H ${ground.tokens[span.first + i - 1]?.text} ${word}`)
  }
}

/** In which lists the whole span stands, or of which listed name it is a part. */
function listsOf(text: string, span: Stretch, ground: Ground): string[] {
  const { gazetteer, people } = ground.knowledge
  const lists: string[] = []
  const start = ground.tokens[span.first]?.start ?? 0
  const end = ground.tokens[span.last]?.end ?? 0
  const listed = ground.lexicon.matchAt(ground.text, start)
  if (listed !== null) {
    if (listed.end === end) lists.push(`X ${listed.entry.kind}`)
    else lists.push(listed.end > end ? 'X part' : `X begins ${listed.entry.kind}`)
  }
  const body = gazetteer.bodyKind(text)
  if (body !== null) lists.push(`B ${body}`)
  const place = gazetteer.placeKind(text)
  if (place !== null) lists.push(`Z ${place}`)
  if (span.first === span.last && people.byFamily(text).length > 0) lists.push('leader')
  return lists
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

/** "Riga, Tartu and *Narva*": what joins the span to the name before, and what that was. */
function inList({ first }: Stretch, { before, tokens }: Ground): string {
  if (before === null || first - before.last > 3) return ''
  let between = ''
  for (let i = before.last + 1; i < first; i++) between += `${tokens[i]?.lower} `
  return /^(?:, |and |, and |or |& |\( |; |, or |in |of |at |for |- |\/ |'s )$/.test(between)
    ? `B ${between}${before.label}`
    : ''
}

/** The words before and behind, and their classes. */
function around(
  features: string[],
  { first, last }: Stretch,
  words: readonly Word[],
  list: string,
  ground: Ground,
): void {
  const { tokens, knowledge } = ground
  const before = tokens[first - 1]
  const after = tokens[last + 1]
  const tail = words[words.length - 1]?.main ?? ''
  const one = contextOf(before, knowledge)
  const two = contextOf(after, knowledge)
  const wordBefore = before === undefined ? '^' : before.lower
  const wordAfter = after === undefined ? '$' : after.lower
  features.push(`p ${wordBefore}`, `q ${wordAfter}`, `pc ${one}`, `qc ${two}`, `pq ${one} ${two}`)
  features.push(
    `pp ${tokens[first - 2]?.lower ?? '^'} ${wordBefore}`,
    `qq ${wordAfter} ${tokens[last + 2]?.lower ?? '$'}`,
  )
  features.push(`pt ${one} ${tail}`, `qt ${two} ${tail}`, `ql ${two} ${list}`, `pl ${one} ${list}`)
  features.push(`q2 ${two} ${contextOf(tokens[last + 2], knowledge)}`)
  const told = telling(tokens, first)
  if (told !== '') {
    const kind = contextOf(undefined, knowledge, told)
    features.push(`v ${told}`, `vc ${kind}`, `vt ${kind} ${tail}${Math.min(words.length, 3)}`)
  }
  if (last === first)
    features.push(`he ${hasPronoun(tokens)} ${words[0]?.main}`, `hs ${hasPronoun(tokens)} ${words[0]?.sound}`)
  const verb = verbAfter(tokens, last)
  if (verb !== '') features.push(`vb ${verb}`, `vo ${verb} ${opens(tokens, first)}`)
  const apposition = appositionOf(tokens, last)
  if (apposition !== '')
    features.push(
      `A ${apposition}`,
      `Ac ${contextOf(undefined, knowledge, apposition)} ${apposition.slice(-2)}`,
    )
  if (opens(tokens, first))
    features.push(
      `o ${words[0]?.main}${Math.min(words.length, 3)}`,
      `o ${tokens[first]?.pos} ${Math.min(words.length, 2)}`,
    )
  else if (first === last) features.push(`m ${tokens[first]?.pos} ${words[0]?.main}`)
}

/** The nearest word before the name that tells something: "the rock band", "played for". */
function telling(tokens: readonly Token[], first: number): string {
  for (let i = first - 1; i >= Math.max(0, first - 4); i--) {
    const token = tokens[i]
    if (token === undefined || token.pos === 'PUNCT') break
    if (LIGHT.test(token.lower)) continue
    if (token.pos === 'ADP' || token.pos === 'SCONJ') {
      const verb = tokens[i - 1]
      return verb === undefined ? token.lower : `${verb.lemma} ${token.lower}`
    }
    return token.lemma
  }
  return ''
}

/** "he", "her": somebody is spoken of. */
function hasPronoun(tokens: readonly Token[]): boolean {
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
