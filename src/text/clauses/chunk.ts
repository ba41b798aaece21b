/** Tokens → elements: the first, flat reading of a sentence. */
import type { Knowledge } from '../../knowledge/index.ts'
import type { NounGroup, Token } from '../types.ts'
import { amountAt } from './amounts.ts'
import {
  type Element,
  isNoun,
  isVerb,
  isWord,
  type VerbElement,
  type WordElement,
  wordElement,
} from './elements.ts'
import { nounGroupAt } from './nouns.ts'
import { verbGroupAt } from './verbs.ts'

/** All elements in order; every noun group met, possessors too, is added to `groups`. */
export function chunk(
  tokens: readonly Token[],
  sentence: number,
  knowledge: Knowledge,
  groups: NounGroup[],
): Element[] {
  const elements: Element[] = []
  for (let i = 0; i < tokens.length; ) {
    const element = elementAt(tokens, i, sentence, knowledge, groups, elements)
    elements.push(element)
    i = element.last + 1
  }
  return mergeInversions(elements)
}

function elementAt(
  tokens: readonly Token[],
  i: number,
  sentence: number,
  knowledge: Knowledge,
  groups: NounGroup[],
  before: readonly Element[],
): Element {
  const counted = amountAt(tokens, i, before[before.length - 1])
  if (counted > i) {
    const amount = nounGroupAt(tokens, counted, sentence, knowledge, groups)
    if (amount !== null) return { kind: 'noun', first: i, last: amount.last, group: amount }
  }
  const word = wordElement(tokens, i)
  if (word.last > i) return word
  const verb = verbGroupAt(tokens, i)
  if (verb !== null) return withAdverbs(verb, before)
  if (word.kind === 'that' && !isDeterminer(tokens, i, before, knowledge))
    return isPronoun(tokens, i, before) ? lone(tokens, i, sentence, knowledge, groups, word) : word
  if (
    word.kind === 'relative' ||
    word.kind === 'subordinator' ||
    word.kind === 'conjunction' ||
    word.kind === 'comma'
  )
    return word
  if (word.kind === 'preposition') return word
  const group = nounGroupAt(tokens, i, sentence, knowledge, groups)
  if (group !== null) return { kind: 'noun', first: i, last: withReflexive(tokens, group.last), group }
  return straightQuote(tokens, word)
}

/** "a rebel himself": the pronoun only stresses the noun before it. */
function withReflexive(tokens: readonly Token[], last: number): number {
  const next = tokens[last + 1]
  return next?.pos === 'PRON' && /^(himself|herself|itself|themselves)$/.test(next.lower) ? last + 1 : last
}

function lone(
  tokens: readonly Token[],
  i: number,
  sentence: number,
  knowledge: Knowledge,
  groups: NounGroup[],
  word: WordElement,
): Element {
  const group = nounGroupAt(tokens, i, sentence, knowledge, groups)
  return group === null ? word : { kind: 'noun', first: i, last: group.last, group }
}

/** "that plan failed" at the start or after a preposition; after a verb or noun "that" opens a clause. */
function isDeterminer(
  tokens: readonly Token[],
  i: number,
  before: readonly Element[],
  knowledge: Knowledge,
): boolean {
  const token = tokens[i]
  const next = tokens[i + 1]
  const previous = before[before.length - 1]
  if (token?.pos !== 'DET' || next === undefined) return false
  // "met in Oslo *that July*, and …"
  if (next.pos === 'PROPN')
    return (
      knowledge.nameWords.is(next.lower, 'calendar') &&
      (previous?.kind === 'noun' || previous?.kind === 'adverb')
    )
  if (!/^(NOUN|ADJ)$/.test(next.pos)) return false
  // "spoke by telephone later *that day* and …", "reopened embassies *that summer*."
  if (SPELL.test(next.lower)) {
    const behind = tokens[i + 2]
    if (previous?.kind === 'adverb') return true
    if (previous?.kind === 'noun' && (behind === undefined || /^(?:PUNCT|ADP|CCONJ)$/.test(behind.pos)))
      return true
  }
  if (isVerb(previous)) {
    const { lemma } = previous.verb
    // "rejected that argument in a ruling": no verb follows that it could open a clause for.
    // "rejected that account and summoned the envoy"
    const alone = tokens[i + 2]?.pos === 'CCONJ' && tokens[i + 3]?.pos === 'VERB'
    if (next.pos === 'NOUN' && (alone || !verbFollows(tokens, i + 2))) return true
    return (
      next.pos === 'NOUN' &&
      !/[^s]s$/.test(next.lower) &&
      lemma !== 'be' &&
      !knowledge.verbClasses.has(lemma, 'reporting') &&
      !knowledge.verbClasses.has(lemma, 'cognition')
    )
  }
  return (
    previous === undefined ||
    previous.kind === 'preposition' ||
    previous.kind === 'conjunction' ||
    previous.kind === 'comma' ||
    previous.kind === 'subordinator'
  )
}

const SPELL = /^(?:day|week|weekend|month|year|evening|morning|afternoon|night|spring|summer|autumn|winter)$/

function verbFollows(tokens: readonly Token[], from: number): boolean {
  for (let k = from; k < tokens.length; k++) {
    const token = tokens[k]
    if (token === undefined || /^[,;:.]$/.test(token.text)) return false
    if (token.pos === 'AUX') return true
    if (token.pos !== 'VERB' || token.form === 'gerund') continue
    // "a ruling released Thursday": the participle belongs to the noun before it.
    const reduced = token.form === 'past-or-participle' && k > from && tokens[k - 2]?.pos === 'DET'
    if (!reduced && tokens[k - 1]?.lower !== 'to') return true
  }
  return false
}

/** "make that unlikely", "after that,": it stands for something said before. */
function isPronoun(tokens: readonly Token[], i: number, before: readonly Element[]): boolean {
  const next = tokens[i + 1]
  const previous = before[before.length - 1]
  if (next === undefined || (next.pos === 'PUNCT' && !/^["'\u201c\u2018]$/.test(next.text))) return true
  const verbNext = next.pos === 'AUX' || (next.pos === 'VERB' && next.form !== 'gerund')
  if (previous === undefined || (isWord(previous) && previous.kind === 'that')) return verbNext
  if (isWord(previous) && /^(conjunction|comma|stop)$/.test(previous.kind) && !relativeOpen(before))
    return verbNext
  if (isWord(previous) && previous.kind === 'preposition' && previous.word !== 'in') return true
  // "made that the centre of it"
  if (isVerb(previous) && next.pos === 'DET' && /^(make|do)$/.test(previous.verb.lemma)) return true
  const adjective = next.pos === 'ADV' ? i + 2 : i + 1
  return (
    isVerb(previous) &&
    tokens[adjective]?.pos === 'ADJ' &&
    !/^(NOUN|PROPN|ADJ)$/.test(tokens[adjective + 1]?.pos ?? '')
  )
}

/** "a pact that ended the war and that …": the second "that" goes on with the first, whose verb it has for a neighbour. */
function relativeOpen(before: readonly Element[]): boolean {
  return before.some(
    (element, k) =>
      isWord(element) && (element.kind === 'relative' || (element.kind === 'that' && isVerb(before[k + 1]))),
  )
}

function withAdverbs(verb: VerbElement, before: readonly Element[]): VerbElement {
  for (let k = before.length - 1; k >= 0; k--) {
    const element = before[k]
    if (!isWord(element) || element.kind !== 'adverb') break
    verb.verb.adverbs.unshift(element.word)
  }
  return verb
}

/** A straight mark opens where it leans on the word behind it, and closes where it leans on the one before. */
function straightQuote(tokens: readonly Token[], word: WordElement): WordElement {
  const token = tokens[word.first]
  if (token === undefined || !/^(["'\u2019]|'')$/.test(token.text)) return word
  const next = tokens[word.first + 1]
  const before = tokens[word.first - 1]
  const leansRight = next !== undefined && next.start === token.end
  const leansLeft = before !== undefined && before.end === token.start
  if (!leansLeft && !leansRight) return word
  return { ...word, kind: leansRight && !leansLeft ? 'open-quote' : 'close-quote' }
}

/** "Will the talks yield …": the auxiliary before the subject belongs to the verb behind it. */
function mergeInversions(elements: Element[]): Element[] {
  for (let i = 0; i + 2 < elements.length; i++) {
    const auxiliary = elements[i]
    if (!isVerb(auxiliary) || auxiliary.form !== 'finite' || !isBareAuxiliary(auxiliary)) continue
    if (isNoun(elements[i - 1]) || !isNoun(elements[i + 1])) continue
    let j = i + 2
    while (elements[j]?.kind === 'preposition' && isNoun(elements[j + 1])) j += 2
    const main = elements[j]
    if (!isVerb(main) || !fitsInversion(auxiliary, main)) continue
    main.verb.modal = auxiliary.verb.modal
    main.verb.tense = auxiliary.verb.tense
    main.verb.negated ||= auxiliary.verb.negated
    main.verb.finite = true
    if (auxiliary.verb.lemma === 'be' && main.form === 'ambiguous') main.verb.voice = 'passive'
    main.form = 'finite'
    if (opensCondition(elements, i)) {
      elements[i] = { kind: 'subordinator', first: auxiliary.first, last: auxiliary.last, word: 'if' }
    } else elements.splice(i, 1)
  }
  return elements
}

/** "Had the envoy stayed, …", "…, should the talks fail": the auxiliary before the subject stands for "if". */
function opensCondition(elements: readonly Element[], i: number): boolean {
  const auxiliary = elements[i]
  const end = elements[elements.length - 1]
  const before = elements[i - 1]
  if (!isVerb(auxiliary) || (isWord(end) && end.word === '?')) return false
  const { lemma, tense, modal } = auxiliary.verb
  if (!(modal === 'should' || (lemma === 'have' && tense === 'past'))) return false
  if (before === undefined || isVerb(before)) return true
  // "The talks would fail, should Oslo leave"; not "The general, who …, had them shot".
  return before.kind === 'comma' && elements.slice(0, i).some(e => isVerb(e) && e.verb.modal !== null)
}

function isBareAuxiliary(element: VerbElement): boolean {
  return element.verb.modal !== null || /^(do|have|be)$/.test(element.verb.lemma)
}

function fitsInversion(auxiliary: VerbElement, main: VerbElement): boolean {
  if (auxiliary.verb.lemma === 'have') return main.form === 'participle' || main.form === 'ambiguous'
  if (auxiliary.verb.lemma === 'be') return main.form === 'gerund' || main.form === 'participle'
  return (
    main.form === 'base' ||
    main.verb.lemma === 'have' ||
    main.verb.lemma === 'be' ||
    main.verb.modal === 'have-to'
  )
}
