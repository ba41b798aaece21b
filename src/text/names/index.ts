/**
 * Names, found by evidence in their document even where no list has them: listed names, titles, given names,
 * the heads of bodies and places, the words around; then what the whole document says of the same words.
 */
import type { Knowledge } from '../../knowledge/index.ts'
import type { Name, Sentence, Token } from '../types.ts'
import { findStretches } from './chunks.ts'
import { classify } from './classify.ts'
import { confidenceOf } from './confidence.ts'
import { settle } from './document.ts'
import type { Ground } from './learned/features.ts'
import { isSettled, judge, layOut, type Run } from './learned/index.ts'
import { type Lexicon, lexiconOf } from './lexicon.ts'
import { actsNext, isCommon, opens, withoutOpener } from './openings.ts'
import type { Piece } from './piece.ts'
import { cut, type Scene, type Segment } from './segments.ts'
import { titleAfter, titleText } from './titled.ts'
import { findTitles } from './titles.ts'

/** Names in order of place; `entity` is null until coreference sets it. */
export function findNames(text: string, sentences: readonly Sentence[], knowledge: Knowledge): Name[] {
  const lexicon = lexiconOf(knowledge)
  const pieces: Piece[] = []
  for (const sentence of sentences) {
    if (isHeadline(sentence)) pieces.push(...headline(text, sentence, lexicon, knowledge))
    else pieces.push(...weighed(text, sentence, lexicon, knowledge))
  }
  return settle(pieces, text, knowledge)
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map(piece => ({
      start: piece.start,
      end: piece.end,
      text: piece.text,
      sentence: piece.sentence.index,
      first: piece.first,
      last: piece.last,
      type: piece.type,
      title: piece.title,
      confidence: confidenceOf(piece),
      entity: null,
    }))
}

/** What the learned part has to judge, for training. */
export function layOutAll(
  text: string,
  sentences: readonly Sentence[],
  knowledge: Knowledge,
): { ground: Ground; runs: Run[] }[] {
  const lexicon = lexiconOf(knowledge)
  return sentences
    .filter(sentence => !isHeadline(sentence))
    .map(sentence => {
      const scene = sceneOf(text, sentence, lexicon, knowledge)
      return layOut(text, sentence.tokens, inSentence(scene), lexicon, knowledge)
    })
}

function sceneOf(text: string, sentence: Sentence, lexicon: Lexicon, knowledge: Knowledge): Scene {
  return { text, sentence, titles: findTitles(sentence.tokens, knowledge), lexicon, knowledge }
}

/** What the rules find, as the learned part cuts and types it. */
function weighed(text: string, sentence: Sentence, lexicon: Lexicon, knowledge: Knowledge): Piece[] {
  const scene = sceneOf(text, sentence, lexicon, knowledge)
  const { tokens } = sentence
  const ruled = inSentence(scene)
  const laid = layOut(text, tokens, ruled, lexicon, knowledge)
  const pieces: Piece[] = []
  const taken = new Set<number>()
  for (const { first, last, type, sure, share } of judge(laid)) {
    for (let i = first; i <= last; i++) taken.add(i)
    const same = ruled.find(piece => piece.first === first && piece.last === last)
    const start = tokens[first]?.start ?? 0
    const end = tokens[last]?.end ?? start
    const before = scene.titles.get(first - 1)
    const segment: Segment = { first, last, start, end, entry: same?.entry ?? null, title: before ?? null }
    const title =
      type !== 'person' ? null : before !== undefined ? titleText(scene, before) : titleAfter(scene, segment)
    const opening = opens(tokens, first)
    pieces.push({
      sentence,
      first,
      last,
      start,
      end,
      text: text.slice(start, end),
      type,
      sure,
      share,
      title,
      entry: segment.entry,
      opening,
    })
  }
  for (const piece of ruled) {
    const inWord = piece.start !== tokens[piece.first]?.start
    if (inWord || isSettled(piece, ruled, knowledge)) pieces.push(piece)
    else if (!range(piece.first, piece.last).some(i => taken.has(i))) pieces.push({ ...piece, sure: 0 })
  }
  return pieces
}

function inSentence(scene: Scene): Piece[] {
  const { sentence, knowledge } = scene
  const { tokens } = sentence
  const pieces: Piece[] = []
  let done = -1
  for (const stretch of findStretches(tokens, knowledge)) {
    // A listed name may go beyond its stretch: "Washington, D.C.".
    if (stretch.first <= done) continue
    const first = withoutOpener(stretch.first, stretch.last, scene)
    if (first > stretch.last) {
      const month = knowledge.nameWords.is(tokens[stretch.last]?.lower ?? '', 'calendar')
      const piece = month && actsNext(tokens, stretch.last, true) ? bare(scene, stretch.last) : null
      if (piece !== null) pieces.push(piece)
      continue
    }
    for (const segment of cut({ first, last: stretch.last }, scene)) {
      const piece = toPiece(segment, scene)
      if (piece !== null) pieces.push(piece)
      done = segment.last
    }
  }
  pieces.push(...inside(scene, pieces))
  return pieces
}

/** Where every word has a capital only listed names and plain shapes of persons count. */
function headline(text: string, sentence: Sentence, lexicon: Lexicon, knowledge: Knowledge): Piece[] {
  const scene: Scene = { text, sentence, titles: findTitles(sentence.tokens, knowledge), lexicon, knowledge }
  const pieces: Piece[] = []
  for (const stretch of findStretches(sentence.tokens, knowledge)) {
    for (let at = stretch.first; at <= stretch.last; at++) {
      const token = sentence.tokens[at]
      if (token === undefined) continue
      const listed = lexicon.matchAt(text, token.start)
      const segment = listed === null ? personIn(scene, at, stretch.last) : listedIn(scene, at, listed)
      const piece = segment === null ? bare(scene, at) : toPiece(segment, scene)
      if (piece === null) continue
      piece.opening = true
      pieces.push(piece)
      at = Math.max(at, piece.last)
    }
  }
  return pieces
}

/** A word that may be a name of the document, in a headline or as "May" in "May had lost"; kept only if the document has it. */
function bare(scene: Scene, at: number): Piece | null {
  const token = scene.sentence.tokens[at]
  if (token === undefined || !/^\p{Lu}\p{Ll}/u.test(token.text)) return null
  return {
    sentence: scene.sentence,
    first: at,
    last: at,
    start: token.start,
    end: token.end,
    text: token.text,
    type: 'other',
    sure: 0,
    share: null,
    title: null,
    entry: null,
    opening: true,
  }
}

function listedIn(scene: Scene, at: number, listed: { end: number; entry: Segment['entry'] }): Segment {
  const { tokens } = scene.sentence
  let last = at
  while ((tokens[last]?.end ?? listed.end) < listed.end) last++
  return {
    first: at,
    last,
    start: tokens[at]?.start ?? 0,
    end: listed.end,
    entry: listed.entry,
    title: scene.titles.get(at - 1) ?? null,
  }
}

/** "Yoon Suk-yeol": a person's shape of two or three words, plain enough for a headline. */
function personIn(scene: Scene, at: number, last: number): Segment | null {
  const { tokens } = scene.sentence
  const [one, two] = [tokens[at], tokens[at + 1]]
  if (one === undefined || two === undefined || at + 1 > last) return null
  const names = scene.knowledge.givenNames
  const asian = names.familyOf(one.text).length > 0 && /^\p{Lu}\p{Ll}+-\p{L}\p{Ll}+$/u.test(two.text)
  const western = names.isGiven(one.text) && names.familyOf(two.text).length > 0
  if (!asian && !western) return null
  return {
    first: at,
    last: at + 1,
    start: one.start,
    end: two.end,
    entry: null,
    title: scene.titles.get(at - 1) ?? null,
  }
}

function toPiece(segment: Segment, scene: Scene): Piece | null {
  const { text, sentence, knowledge } = scene
  const { tokens } = sentence
  const verdict = classify(segment, tokens, knowledge)
  if (verdict.type === 'other' && verdict.sure === 0) return null
  const opening = opens(tokens, segment.first)
  const single = segment.first === segment.last
  let sure = verdict.sure
  if (opening && single && segment.entry === null && sure < 2 && !actsNext(tokens, segment.last)) sure = 0
  if (opening && single && segment.entry === null && sure < 2 && isCommon(tokens[segment.first], knowledge))
    return null
  // "Doubts are in order": a word that is a verb too is no one's name unless the document has it elsewhere.
  if (
    opening &&
    single &&
    segment.entry === null &&
    sure === 1 &&
    isVerbWord(tokens[segment.first], knowledge)
  )
    sure = 0
  const after = verdict.type === 'person' || verdict.sure < 3 ? titleAfter(scene, segment) : null
  const type = after !== null && verdict.sure < 3 && segment.entry === null ? 'person' : verdict.type
  if (after !== null && type === 'person') sure = Math.max(sure, 2) === 3 ? 3 : 2
  const title = type === 'person' ? (segment.title !== null ? titleText(scene, segment.title) : after) : null
  return {
    sentence,
    first: segment.first,
    last: segment.last,
    start: segment.start,
    end: segment.end,
    text: text.slice(segment.start, segment.end),
    type,
    sure,
    share: null,
    title,
    entry: segment.entry,
    opening,
  }
}

function isVerbWord(token: Token | undefined, knowledge: Knowledge): boolean {
  return token?.text.endsWith('s') === true && knowledge.verbForms.isVerb(token.lower)
}

/** Names inside words: "anti-Japanese", "pro-U.S.", and the listed ones that begin in lower case. */
function inside(scene: Scene, found: readonly Piece[]): Piece[] {
  const { text, sentence, lexicon } = scene
  const taken = new Set(found.flatMap(piece => range(piece.first, piece.last)))
  const pieces: Piece[] = []
  sentence.tokens.forEach((token, i) => {
    if (taken.has(i) || !/^\p{Ll}/u.test(token.text)) return
    const hyphen = token.text.indexOf('-') + 1
    const starts =
      hyphen > 0 && /\p{Lu}/u.test(token.text[hyphen] ?? '')
        ? [token.start + hyphen]
        : /^(?:mainland|al|sub)/.test(token.text)
          ? [token.start]
          : []
    for (const start of starts) {
      const listed = lexicon.matchAt(text, start)
      if (listed === null) continue
      pieces.push({
        sentence,
        first: i,
        last: i,
        start,
        end: listed.end,
        text: text.slice(start, listed.end),
        type: listed.entry.type,
        sure: 3,
        share: null,
        title: null,
        entry: listed.entry,
        opening: false,
      })
    }
  })
  return pieces
}

function range(first: number, last: number): number[] {
  const all: number[] = []
  for (let i = first; i <= last; i++) all.push(i)
  return all
}

/** Title case or capitals throughout, without a full stop: at least four long words, nearly all capitalised. */
function isHeadline(sentence: Sentence): boolean {
  if (sentence.tokens[sentence.tokens.length - 1]?.text === '.') return false
  let long = 0
  let capital = 0
  let lower = 0
  for (const token of sentence.tokens) {
    if (!/^\p{L}{4,}/u.test(token.text)) continue
    long++
    if (/^\p{Lu}/u.test(token.text)) capital++
    else if (token.pos === 'VERB' || token.pos === 'NOUN' || token.pos === 'ADJ') lower++
  }
  return long >= 4 && capital >= 4 && lower === 0 && capital / long > 0.75
}
