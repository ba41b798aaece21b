/** What a forecast asks of the time to come: who would do what, to or with whom. */
import type { EventMention, Question } from '../../record/mentions.ts'
import type { Span } from '../../record/types.ts'
import type { Clause, Entity, Sentence } from '../../text/types.ts'
import { type Context, issuesIn } from '../context.ts'

export function questionOf(
  context: Context,
  sentence: Sentence,
  clause: Clause,
  span: Span,
  events: readonly EventMention[],
): Question {
  const { analysis } = context
  const deed = deedOf(context, clause)
  // "She expects a full summit": it is not her deed.
  const awaits = /^(expect|anticipate)$/.test(deed.verb?.lemma ?? '')
  const doers = deed.subject === null || awaits ? [] : keysOf(analysis.actorsOf(deed.subject))
  const others = new Set<string>()
  for (const group of sentence.groups) {
    if (group.first < deed.first || group.last > deed.last || group.temporal) continue
    if (awaits && group === deed.subject) continue
    for (const key of keysOf([...analysis.actorsOf(group), ...analysis.statesIn(group)])) others.add(key)
  }
  const conditions = sentence.clauses.filter(
    it => it !== deed && /^(if|unless|once|provided)$/.test(it.marker ?? ''),
  )
  const words = wordsOf(context, sentence, deed, conditions)
  const topic =
    doers.length + others.size === 0 ? topicOf(context, sentence, deed, words, span, events) : NO_TOPIC
  for (const key of topic.states) others.add(key)
  return {
    doers,
    others: [...others].filter(key => !doers.includes(key)),
    words,
    topic: [...topic.words],
    light: deed.verb === null || LIGHT.test(deed.verb.lemma),
    issues: issuesIn(context, span),
    conditional: conditions.some(it => it.parent === clause || it.parent === deed),
  }
}

interface Topic {
  states: readonly string[]
  words: readonly string[]
}
const NO_TOPIC: Topic = { states: [], words: [] }

/** What a clause that names nobody is about: "It will run out", "She expects a full summit", "the chance of a renewal". */
function topicOf(
  context: Context,
  sentence: Sentence,
  deed: Clause,
  words: readonly string[],
  span: Span,
  events: readonly EventMention[],
): Topic {
  const before = events.filter(it => it.span[1] <= span[0] && it.states.length > 1)
  if (words.some(word => context.knowledge.eventHeads.classOf(word)?.name === 'meeting')) {
    const meetings = before.filter(it => it.type === 'CONSULT')
    return { states: meetings.at(-1)?.states ?? titleStates(context), words: [] }
  }
  const states = before.at(-1)?.states ?? titleStates(context)
  if (/^(it|this|they)$/.test(deed.subject?.lemma ?? ''))
    return { states, words: subjectBefore(context, sentence) }
  return deed.subject === null || /^(we|i)$/.test(deed.subject.lemma)
    ? { states, words: titleWords(context) }
    : NO_TOPIC
}

/** The head of the sentence before: "The pact remains in force. It …". */
function subjectBefore({ analysis }: Context, { index, paragraph }: Sentence): string[] {
  const before = analysis.sentences[index - 1]
  const subject = before?.clauses.find(it => it.kind === 'main' || it.kind === 'coordinate')?.subject
  return before?.paragraph === paragraph && subject != null ? [subject.lemma] : []
}

/** "Japan, South Korea leaders meet": the two states that a title names; none where it names one or three. */
function titleStates({ document, analysis }: Context): string[] {
  const title = document.title ?? ''
  const named = analysis.entities.filter(
    ({ type, aliases }) => type === 'state' && aliases.some(alias => title.includes(alias)),
  )
  return named.length === 2 ? keysOf(named) : []
}

function titleWords({ document }: Context): string[] {
  return (document.title ?? '').match(/(?<![\p{L}\p{N}'’-])\p{Ll}[\p{L}-]+/gu) ?? []
}

function keysOf(actors: readonly Entity[]): string[] {
  return [...new Set(actors.map(({ key }) => key))]
}

/** "Menon expects Tokyo to strike it from the list": the clause that says what is expected. */
function deedOf(context: Context, clause: Clause): Clause {
  let deed = clause
  while (deed.complement?.verb != null && deed.verb !== null && saysOnly(context, deed))
    deed = deed.complement
  return deed
}

function saysOnly(context: Context, { verb, predicate }: Clause): boolean {
  return (
    verb?.lemma === 'be' ||
    predicate?.adjective != null ||
    context.knowledge.hedges.of('verb', verb?.lemma ?? '') !== null
  )
}

/** "talks will be held", "we put the chance of a renewal at": the nouns say what is to come. */
const LIGHT =
  /^(be|become|have|hold|take|happen|occur|begin|start|follow|proceed|resume|schedule|plan|arrange|convene|expect|anticipate|put|see|give|rate|reckon|estimate|remain)$/

const INNER = new Set(['NOUN', 'VERB', 'ADJ', 'ADP', 'PART', 'ADV'])

/** Lemmas from `first` to `last` but for names, times and conditions; small words only where they belong to a verb ("run out"). */
function wordsOf(
  { analysis, knowledge }: Context,
  sentence: Sentence,
  deed: Clause,
  conditions: readonly Clause[],
): string[] {
  const outside: Span[] = conditions.map(it => it.span)
  for (const { start, end } of analysis.times)
    if (start < sentence.end && end > sentence.start) outside.push([start, end])
  for (const { start, end } of analysis.names)
    if (start < sentence.end && end > sentence.start) outside.push([start, end])
  const verb = deed.verb?.head ?? deed.first
  const words: string[] = []
  for (const [from, to] of [
    [verb, deed.last],
    [deed.first, verb - 1],
  ]) {
    for (let i = from ?? 0; i <= (to ?? 0); i++) {
      const token = sentence.tokens[i]
      if (token === undefined || !INNER.has(token.pos)) continue
      if (outside.some(([start, end]) => start <= token.start && token.start < end)) continue
      const lemma = token.lemma.toLowerCase()
      if (knowledge.hedges.of('noun', lemma) === null) words.push(lemma)
    }
  }
  return words
}
