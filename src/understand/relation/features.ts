/** What the learned part sees of a pair: what the rules read, and the words around and between the two. */
import type { Knowledge } from '../../knowledge/index.ts'
import type { EventType, Span } from '../../record/types.ts'
import type { Clause, NounGroup, Sentence, Token } from '../../text/types.ts'
import type { Reader, Reading } from '../events/types.ts'
import type { Candidate, Sides } from './pair.ts'
import { touches } from './sides.ts'

/** What the rules found, best first, and how sure they are of it. */
export interface Found {
  type: EventType | null
  reading: Reading | null
  score: number
  /** Read from words nearby, with no tie to either side. */
  guessed: boolean
  others: readonly Candidate[]
}

/** How far from the two words still count. */
const AROUND = 6
const BETWEEN = 14

export function featuresOf(
  sentences: readonly Sentence[],
  pair: Sides,
  found: Found,
  reader: Reader,
  knowledge: Knowledge,
): string[] {
  const features: string[] = []
  ofRules(found, features)
  for (const sentence of sentences) {
    ofWords(sentence, pair, knowledge, features)
    ofClauses(sentence, pair, reader, knowledge, features)
    ofNouns(sentence, pair, reader, features)
  }
  return [...new Set(features)]
}

function ofRules(found: Found, features: string[]): void {
  const { reading, score, guessed } = found
  const type = merged(found.type)
  if (reading === null) {
    features.push('rule:none')
    return
  }
  const band = guessed ? 'guess' : score >= 7 ? 'best' : score >= 6 ? 'good' : score >= 3 ? 'fair' : 'poor'
  features.push(`rule:${type}`, `rule:${type}:${band}`)
  if (reading.pairOnly) features.push(`loose:${type}`)
  const chain: string[] = []
  for (let at: Reading | null = reading; at !== null; at = at.inner) {
    if (at.operator !== null) chain.push(at.operator)
    else features.push(`core:${merged(at.type)}`, `core:${merged(at.type)}:${chain[0] ?? ''}`)
  }
  features.push(`chain:${chain.join('>')}`, `chain:${type}:${chain[0] ?? ''}`)
  features.push(`head:${reading.head}`)
  if (reading.clause === null) features.push(`noun:${type}`)
  const others = new Set(found.others.filter(it => it.score >= 3).map(it => merged(it.reading.type)))
  others.delete(type)
  for (const other of others) features.push(`other:${other}`)
}

/** CONCEDE and RETREAT are hard to tell apart without the rules: the model learns them as one. */
export function merged(type: EventType | null): string {
  return type === 'CONCEDE' || type === 'RETREAT' ? 'YIELD' : (type ?? 'none')
}

/** Words that mean something by themselves; names and numbers do not. */
function meaning(token: Token): string | null {
  if (token.pos === 'PUNCT' || token.pos === 'NUM' || token.pos === 'PROPN' || token.pos === 'DET')
    return null
  return token.pos === 'VERB' || token.pos === 'NOUN' || token.pos === 'AUX' ? token.lemma : token.lower
}

function ofWords(sentence: Sentence, pair: Sides, knowledge: Knowledge, features: string[]): void {
  const { source, target } = pair
  const order = source[0] < target[0] ? 'st' : 'ts'
  const left = order === 'st' ? source : target
  const right = order === 'st' ? target : source
  features.push(`order:${order}`)
  const between: string[] = []
  let ahead = 0
  let behind = 0
  for (const token of sentence.tokens) {
    if (touches([token.start, token.end], source) || touches([token.start, token.end], target)) continue
    const word = meaning(token)
    if (word === null) continue
    if (token.end <= left[0]) {
      if (left[0] - token.end < 40) features.push(`before:${word}`)
      ahead++
    } else if (token.start >= right[1]) {
      if (behind++ < AROUND) features.push(`after:${word}`)
    } else if (between.length < BETWEEN) between.push(word)
    if (token.pos === 'VERB' && token.start >= left[1]) verbTypes(token.lemma, knowledge, features)
  }
  if (ahead === 0) features.push('opens')
  for (const word of between) features.push(`between:${word}`)
  for (let i = 0; i + 1 < between.length; i++) features.push(`pair:${between[i]} ${between[i + 1]}`)
  features.push(
    `next:${between[0] ?? ''}`,
    `last:${between.at(-1) ?? ''}`,
    `${order}:${between.at(-1) ?? ''}`,
  )
  if (between.length === 0) features.push(`touching:${order}`)
}

/** What a verb of the sentence may mean, whatever it takes here. */
function verbTypes(lemma: string, knowledge: Knowledge, features: string[]): void {
  for (const frame of knowledge.frames.of(lemma))
    if (frame.type !== null) features.push(`means:${merged(frame.type)}`)
}

function covers(group: NounGroup | null, span: Span): boolean {
  if (group === null) return false
  return touches(group.span, span) || group.conjuncts.some(it => touches(it.span, span))
}

function ofClauses(
  sentence: Sentence,
  pair: Sides,
  reader: Reader,
  knowledge: Knowledge,
  features: string[],
): void {
  for (const clause of sentence.clauses) {
    const verb = clause.verb
    if (verb === null) continue
    const doer =
      covers(clause.subject, pair.source) || (clause.subject !== null && pair.isSource(clause.subject))
    const done = clause.objects.some(it => covers(it, pair.target)) || covers(clause.subject, pair.target)
    const phrase = clause.phrases.find(it => touches(it.span, pair.target))
    const name = verb.particle === null ? verb.lemma : `${verb.lemma}-${verb.particle}`
    if (doer) {
      features.push(`does:${name}`, `does:${verb.voice}`)
      if (verb.negated) features.push('not')
      if (verb.modal !== null) features.push(`modal:${verb.modal}`)
      if (verb.tense === 'future') features.push('future')
      ofObjects(clause, name, reader, features)
      if (clause.complement?.verb) features.push(`then:${clause.complement.verb.lemma}`)
      for (const frame of knowledge.frames.of(verb.lemma))
        if (frame.type !== null) features.push(`could:${merged(frame.type)}`)
    }
    if (done) features.push(`done:${name}:${verb.voice}`)
    if (phrase !== undefined) features.push(`to:${phrase.preposition}`, `to:${name}:${phrase.preposition}`)
  }
}

function ofObjects(clause: Clause, name: string, reader: Reader, features: string[]): void {
  for (const object of clause.objects) {
    features.push(`object:${object.lemma}`, `object:${name}:${object.lemma}`)
    for (const kind of reader.nouns.classesOf(object)) features.push(`kind:${kind}`, `kind:${name}:${kind}`)
    const event = reader.noun(object)
    if (event !== null) features.push(`event:${merged(event.type)}`, `event:${name}:${merged(event.type)}`)
  }
}

/** "S's *pledge* to T", "a *letter* to T", and what the two are themselves. */
function ofNouns(sentence: Sentence, pair: Sides, reader: Reader, features: string[]): void {
  for (const group of sentence.groups) {
    const head = sentence.tokens[group.head]
    if (head === undefined) continue
    const span: Span = [head.start, head.end]
    if (touches(span, pair.source))
      for (const it of reader.nouns.classesOf(group)) features.push(`source:${it}`)
    if (touches(span, pair.target))
      for (const it of reader.nouns.classesOf(group)) features.push(`target:${it}`)
    if (head.pos === 'PROPN') continue
    if (group.possessor !== null && touches(group.possessor.span, pair.source))
      features.push(`own:${group.lemma}`)
    const phrase = group.phrases.find(it => it.object !== null && touches(it.object.span, pair.target))
    if (phrase !== undefined) features.push(`of:${group.lemma}`, `of:${phrase.preposition}`)
    const by = group.phrases.find(it => it.object !== null && touches(it.object.span, pair.source))
    if (by !== undefined) features.push(`by:${group.lemma}:${by.preposition}`)
  }
}
