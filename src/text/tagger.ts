/**
 * Tokens, parts of speech and lemmas by wink-nlp, tied back to the text's offsets, sentence by sentence.
 */
import model from 'wink-eng-lite-web-model'
import winkNLP, { type ItsFunction, type ItsHelpers, type WinkMethods } from 'wink-nlp'

export interface Tagged {
  start: number
  end: number
  pos: string
  lemma: string
}

const HYPHEN_BEFORE_CAPITAL = /(?<=[\p{L}\p{N}.])-(?=\p{Lu})/gu

/** The tagger keeps every new word for ever; after this many it is built anew. */
const NEW_WORDS_LIMIT = 30_000

let tagger: { nlp: WinkMethods; its: ItsHelpers; words: Set<string> } | null = null

function current(): { nlp: WinkMethods; its: ItsHelpers; words: Set<string> } {
  if (tagger === null || tagger.words.size > NEW_WORDS_LIMIT) {
    const nlp = winkNLP(model, ['pos'])
    tagger = { nlp, its: nlp.its, words: new Set() }
  }
  return tagger
}

/** Tags `text[start, end)`. Spaces that the tagger does not know (U+3000, U+2028, U+FEFF) are made plain first. */
export function tag(text: string, start: number, end: number): Tagged[] {
  const { nlp, its, words } = current()
  const { spaced, gaps } = withGaps(plainText(text.slice(start, end)))
  const tokens = nlp.readDoc(spaced).tokens()
  const values = tokens.out()
  const tags = tokens.out(its.pos)
  // The package's types give `its.lemma` a signature that `out` does not take; it is the documented use.
  const lemmas = tokens.out(its.lemma as unknown as ItsFunction<string>)
  const tagged: Tagged[] = []
  let cursor = 0
  // How many gaps stand before the cursor: the tagger's offsets are ours and so many more.
  let passed = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? ''
    const at = align(spaced, value, cursor)
    if (at === null) continue
    const here = start + cursor - passed
    if (spaced[cursor] === ' ' && text[here] === '-')
      tagged.push({ start: here, end: here + 1, pos: 'PUNCT', lemma: '-' })
    while ((gaps[passed] ?? Number.POSITIVE_INFINITY) < at[0]) passed++
    cursor = at[1]
    if (value.length > 3) words.add(value)
    const from = start + at[0] - passed
    const before = tagged[tagged.length - 1]
    if (value === '.' && before?.end === from && INITIALS.test(text.slice(before.start, from))) before.end++
    else
      tagged.push({ start: from, end: from + at[1] - at[0], pos: tags[i] ?? 'X', lemma: lemmas[i] ?? value })
  }
  return tagged
}

/** "K.J" and "." are one token or two by what the tagger has seen before: here they are always one. */
const INITIALS = /^\p{Lu}(?:\.\p{Lu})+$/u

const POSSESSIVE = /([\p{L}\p{N}.]*[\p{L}\p{N}])(['\u2019][sm])(?![\p{L}\p{N}])/gu
/** Words whose "’s" is a verb or a pronoun: the tagger knows the two as one. */
const CONTRACTED = new Set('it he she that what who which there here let where how when why this'.split(' '))

/**
 * A space before each possessive, and in "I’m", which is a name to the tagger: "Lagos’s" is one token or two by what the tagger has seen before, and what is found
 * must not depend on that. `gaps`: where in `spaced` the spaces were put.
 */
function withGaps(sentence: string): { spaced: string; gaps: number[] } {
  const gaps: number[] = []
  if (!/['\u2019][sm]/.test(sentence)) return { spaced: sentence, gaps }
  const spaced = sentence.replace(POSSESSIVE, (whole, word: string, mark: string, at: number) => {
    if (CONTRACTED.has(word.toLowerCase()) || (/m$/.test(mark) && word !== 'I')) return whole
    gaps.push(at + word.length + gaps.length)
    return `${word} ${mark}`
  })
  return { spaced, gaps }
}

/** The same length, in characters that the tagger takes as they are meant. */
function plainText(sentence: string): string {
  const plain = PLAIN.test(sentence)
    ? sentence
    : sentence
        .replace(/[\u3000\u2028\u2029\ufeff\u200b\u00a0\u202f]/g, ' ')
        .replace(/[\u0100-\u024f\u1e00-\u1eff]/g, plainLetter)
  // The tagger cuts "ROK-U.S.-Japan" into "ROK-U" and ".S."; with spaces it reads three names.
  return plain.includes('-') ? plain.replace(HYPHEN_BEFORE_CAPITAL, ' ') : plain
}

/** ASCII, and the marks of quotation and dashes beyond it. */
const PLAIN = /^[\x20-\x7e\u2010-\u2026]*$/

/** The tagger cuts words at letters outside Latin-1: "Erdoğan" is tagged as "Erdogan", one letter for one. */
function plainLetter(letter: string): string {
  const [base = letter] = letter.normalize('NFD')
  if (base !== letter) return base
  return UNDECOMPOSED[letter] ?? letter
}

const UNDECOMPOSED: { readonly [letter: string]: string } = {
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  ħ: 'h',
  Ħ: 'H',
  œ: 'o',
  Œ: 'O',
  ŋ: 'n',
  ŧ: 't',
  ə: 'e',
  Ə: 'E',
  ơ: 'o',
  ư: 'u',
}

/** As `\s` has it; nearly all there is lies between the space and the end of ASCII. */
function isSpace(code: number): boolean {
  return code === 32 || ((code < 32 || code > 126) && /\s/.test(String.fromCharCode(code)))
}

/** Where `value` stands at or after `cursor`. The tagger rewrites a few ("n’t" as "n't"): then by length. */
function align(sentence: string, value: string, cursor: number): [number, number] | null {
  let from = cursor
  while (from < sentence.length && isSpace(sentence.charCodeAt(from))) from++
  if (from >= sentence.length) return null
  if (sentence.startsWith(value, from)) return [from, from + value.length]
  const found = sentence.indexOf(value, from)
  if (found >= 0 && found - from <= 2) return [found, found + value.length]
  return [from, Math.min(sentence.length, from + value.length)]
}
