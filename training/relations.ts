/**
 * Examples for the learned part of `src/understand/relation/`: the sentences of training/relations/*.tsv, with the
 * source in [square] and the target in {curly} brackets, and the examples of verbs/*.tsv, with each verb of their row.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Knowledge, loadKnowledge } from '../src/knowledge/index.ts'
import type { Span } from '../src/record/types.ts'
import { analyse } from '../src/text/index.ts'
import type { NounGroup } from '../src/text/types.ts'
import { createReader } from '../src/understand/events/reading.ts'
import type { Reading } from '../src/understand/events/types.ts'
import { merged } from '../src/understand/relation/features.ts'
import { evidence } from '../src/understand/relation/index.ts'
import type { Pair } from '../src/understand/relation/pair.ts'
import { type Example, isHeldOut, trainLinear } from './linear.ts'

/** Plain sentences are few beside those with much else in them, and most news is plain. */
const PLAIN = 3
/** Verbs of a row that its example is told with again. */
const OTHERS = 6
const OF_TABLES = 0.5

export interface Marked {
  label: string
  text: string
  pair: Pair
}

/** "AID<tab>[Fiji] sent rice to {Tonga}." */
export function marked(line: string): Marked {
  const [label = '', brackets = ''] = line.split('\t')
  const at = new Map<string, Span>()
  let text = ''
  let open = 0
  for (const char of brackets) {
    if (char === '[' || char === '{') open = text.length
    else if (char === ']' || char === '}') at.set(char, [open, text.length])
    else text += char
  }
  return { label, text, pair: { source: at.get(']') ?? [0, 0], target: at.get('}') ?? [0, 0] } }
}

function featuresOf(text: string, pair: Pair, knowledge: Knowledge): readonly string[] {
  return evidence(analyse(text, { published: null }, knowledge), pair, knowledge).features
}

function ofSentences(folder: string, knowledge: Knowledge): Example[] {
  const files = readdirSync(folder).filter(file => file.endsWith('.tsv'))
  return files.sort().flatMap(file => {
    const weight = /^(?:plain|senses|world)/.test(file) ? PLAIN : 1
    const lines = readFileSync(join(folder, file), 'utf8').split('\n')
    return lines.flatMap(line => {
      if (line === '' || line.startsWith('#') || isHeldOut(line)) return []
      const { label, text, pair } = marked(line)
      return [{ label, features: featuresOf(text, pair, knowledge), weight }]
    })
  })
}

/** The reading that a row's example is there for, with both its sides. */
function sidesOf(reading: Reading): { source: NounGroup; target: NounGroup } | null {
  const { agent, patient, phrases } = reading.roles
  const ends = phrases.map(it => it.object).filter(it => it !== null && !it.temporal)
  const target = reading.phrase?.object ?? ends.at(-1) ?? patient ?? agent?.conjuncts[0]
  return agent === null || !target || target === agent ? null : { source: agent, target }
}

function ofTables(knowledge: Knowledge): Example[] {
  return knowledge.frames.examples.flatMap(({ type, verbs, example }) => {
    if (example === '' || type.startsWith('=')) return []
    const analysis = analyse(example, { published: null }, knowledge)
    const reader = createReader(analysis, knowledge, () => false)
    const sentence = analysis.sentences[0]
    const reading = sentence?.clauses.map(it => reader.clause(it)).find(it => it?.type === type)
    const sides = reading ? sidesOf(reading) : null
    const verb = reading?.clause?.verb
    const token = verb ? sentence?.tokens[verb.head] : undefined
    if (!reading || sides === null || !verb || token === undefined) return []
    const pair = { source: sides.source.span, target: sides.target.span }
    const label = merged(reading.pairType ?? reading.type)
    const told = [{ label, features: featuresOf(example, pair, knowledge), weight: 1 }]
    const others = verbs.filter(it => it !== verb.lemma && !it.includes(' ')).slice(0, OTHERS)
    if (token.form !== 'past' && token.form !== 'past-or-participle') return told
    for (const other of others) {
      const word = knowledge.verbForms.formsOf(other).past[0] ?? other
      const more = word.length - (token.end - token.start)
      const move = ([from, to]: Span): Span => (from >= token.end ? [from + more, to + more] : [from, to])
      const text = example.slice(0, token.start) + word + example.slice(token.end)
      const moved = { source: move(pair.source), target: move(pair.target) }
      told.push({ label, features: featuresOf(text, moved, knowledge), weight: OF_TABLES })
    }
    return told
  })
}

export function examplesOf(folder: string, knowledge: Knowledge): Example[] {
  return [...ofSentences(folder, knowledge), ...ofTables(knowledge)]
}

export function train(folder: string): string {
  return trainLinear(examplesOf(folder, loadKnowledge()), { l2: 4, atLeast: 2, rounds: 120, prune: 5 })
}
