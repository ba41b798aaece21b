/** What is known of a word by itself, for the learned part: classes, the surest first, and its shape. */
import type { Knowledge } from '../../../knowledge/index.ts'
import { soundOf } from './letters.ts'

export interface Word {
  /** One letter for the class that tells most: "g" a given name, "o" the head of a body … (`CLASSES`). */
  main: string
  /** All classes that it has. */
  flags: string
  /** "Xx", "XX", "X.", "9", "x". */
  shape: string
  suffix: string
  /** What its letters say (`soundOf`); '' for words in lower case, numbers and capitals throughout. */
  sound: string
}

const DIGIT = /\d/
const ORDINAL = /^\d+(?:st|nd|rd|th|d)$/
const CAPS = /^[\p{Lu}&.]{2,}$/u
const INITIAL = /^(?:\p{Lu}\.){1,3}$|^\p{Lu}$/u

/** Ever-new names must not fill the memory: forgotten altogether when it is full. */
const LIMIT = 20_000

const known = new WeakMap<Knowledge, Map<string, Word>>()

export function wordOf(text: string, knowledge: Knowledge): Word {
  let words = known.get(knowledge)
  if (words === undefined) {
    words = new Map()
    known.set(knowledge, words)
  }
  let word = words.get(text)
  if (word === undefined) {
    if (words.size > LIMIT) words.clear()
    word = look(text, knowledge)
    words.set(text, word)
  }
  return word
}

function look(text: string, knowledge: Knowledge): Word {
  const lower = text.toLowerCase()
  const suffix = lower.length > 4 ? lower.slice(-3) : lower
  const shape = shapeOf(text, lower)
  if (lower === text) {
    const main = DIGIT.test(text)
      ? ORDINAL.test(text)
        ? '°'
        : '#'
      : knowledge.nameWords.is(text, 'particle')
        ? 'P'
        : text.length < 4
          ? text
          : 'x'
    return { main, flags: main, shape, suffix, sound: '' }
  }
  let flags = ''
  for (const [letter, has] of CLASSES) if (has(text, lower, knowledge)) flags += letter
  if (flags === '') flags = 'u'
  const sound = /^\p{Lu}\p{Ll}/u.test(text) ? soundOf(text) : ''
  return { main: flags.slice(0, 1), flags, shape, suffix, sound }
}

type Test = (text: string, lower: string, knowledge: Knowledge) => boolean

/** In the order of what they tell: a word of several is read as the first. */
const CLASSES: readonly (readonly [letter: string, has: Test])[] = [
  ['#', text => DIGIT.test(text)],
  ['z', (_, lower, { nameWords }) => nameWords.is(singular(lower), 'other-acronym')],
  ['I', text => INITIAL.test(text)],
  ['n', (_, lower, { nameWords }) => nameWords.is(lower, 'never')],
  ['c', (_, lower, { nameWords }) => nameWords.is(singular(lower), 'calendar')],
  ['s', (text, _, { states }) => /^(?:name|capital)$/.test(states.find(text)?.form ?? '')],
  ['d', (text, _, { states }) => /^(?:adjective|people)$/.test(states.find(text)?.form ?? '')],
  ['k', (text, _, { nameWords }) => nameWords.is(text, 'other-name')],
  ['t', (_, lower, { titles }) => titles.get(lower) !== undefined],
  ['o', (text, _, { organizations }) => organizations.typeOfWord(text) !== undefined],
  ['e', (text, _, { nameWords }) => nameWords.is(text, 'event')],
  ['a', (text, _, { nameWords }) => nameWords.is(text, 'place-after')],
  ['b', (text, _, { nameWords }) => nameWords.is(text, 'place-before')],
  ['g', (text, _, { givenNames }) => givenNames.isGiven(text)],
  ['f', (text, _, { givenNames }) => givenNames.familyOf(text).length > 0],
  ['p', (text, _, { places }) => places.byName(text) !== undefined],
  ['G', (text, _, { gazetteer }) => gazetteer.isGiven(text)],
  ['F', (text, _, { gazetteer }) => gazetteer.isFamily(text)],
  ['r', (text, _, { gazetteer }) => gazetteer.placeKind(text) !== null],
  ['B', (text, _, { gazetteer }) => gazetteer.bodyKind(text) !== null],
  ['K', (text, _, { gazetteer }) => gazetteer.otherKind(text) !== null],
  ['D', (text, _, { nameWords }) => nameWords.is(text, 'domain')],
  ['m', (_, lower, { titles }) => titles.isModifier(lower)],
  ['v', (_, lower, { verbForms }) => verbForms.isVerb(lower)],
  ['w', (_, lower, { nameWords }) => nameWords.is(lower, 'opener')],
  ['U', text => CAPS.test(text)],
]

function singular(lower: string): string {
  return lower.endsWith('s') ? lower.slice(0, -1) : lower
}

function shapeOf(text: string, lower: string): string {
  if (DIGIT.test(text))
    return /^\d+$/.test(text)
      ? text.length === 4
        ? '9999'
        : '9'
      : /^\d+\p{Lu}/u.test(text)
        ? '9X'
        : /^\d/.test(text)
          ? '9x'
          : 'X9'
  if (text === lower) return text.length < 4 ? text : 'x'
  if (INITIAL.test(text)) return 'X.'
  if (CAPS.test(text)) return 'XX'
  if (/^\p{Ll}/u.test(text)) return 'xX'
  if (/\p{Ll}\p{Lu}/u.test(text)) return 'XxX'
  return text.includes('.') ? 'Xx.' : text.includes('-') ? 'Xx-' : 'Xx'
}
