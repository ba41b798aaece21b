/** Names: runs of capitals in sentences written for the project, their names marked `<p Ada Lovelace>`. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadKnowledge } from '../src/knowledge/index.ts'
import { layOutAll } from '../src/text/names/index.ts'
import { featuresOf } from '../src/text/names/learned/features.ts'
import { NONE } from '../src/text/names/learned/lattice.ts'
import type { Candidate } from '../src/text/names/learned/spans.ts'
import { parseSentences } from '../src/text/syntax.ts'
import { isHeldOut } from './linear.ts'
import { type Example, type Span, trainSegments } from './segments.ts'
import { swapped } from './swaps.ts'

/** Copies of each line with other names (`swaps.ts`). */
const COPIES = 3

export interface Marked {
  text: string
  names: { start: number; end: number; type: string }[]
}

const TYPES: { readonly [mark: string]: string } = { p: 'person', o: 'organization', l: 'place', m: 'other' }

export function parseMarks(line: string): Marked {
  const names: Marked['names'] = []
  let text = ''
  let at = 0
  for (const match of line.matchAll(/<([polm]) ([^<>]+)>/g)) {
    text += line.slice(at, match.index)
    const name = match[2] ?? ''
    names.push({ start: text.length, end: text.length + name.length, type: TYPES[match[1] ?? ''] ?? 'other' })
    text += name
    at = match.index + match[0].length
  }
  return { text: text + line.slice(at), names }
}

/** The marked lines of a folder. */
export function linesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter(file => file.endsWith('.txt'))
    .sort()
    .flatMap(file => readFileSync(join(folder, file), 'utf8').split('\n'))
    .filter(line => line !== '' && !line.startsWith('#'))
}

function examplesOf(line: string): Example[] {
  const knowledge = loadKnowledge()
  const { text, names } = parseMarks(line)
  const examples: Example[] = []
  for (const { ground, runs } of layOutAll(text, parseSentences(text, knowledge), knowledge)) {
    for (const { run, spans } of runs) {
      const start = ground.tokens[run.first]?.start ?? 0
      const end = ground.tokens[run.last]?.end ?? 0
      const earlier = names.filter(name => name.end <= start).at(-1)
      const last = ground.tokens.findIndex(token => token.end === earlier?.end)
      ground.before = earlier === undefined || last < 0 ? null : { last, label: earlier.type }
      const due = names.filter(name => name.start < end && start < name.end)
      const labelOf = ({ first, last, alone }: Candidate): string | null => {
        const from = ground.tokens[first]?.start ?? 0
        const to = ground.tokens[last]?.end ?? 0
        const name = due.find(each => each.start < to && from < each.end)
        if (name === undefined) return alone ? NONE : null
        return name.start === from && name.end === to ? name.type : null
      }
      const coded = spans.map(
        (span): Span => ({
          first: span.first - run.first,
          last: span.last - run.first,
          features: featuresOf(span, ground),
          alone: span.alone,
          label: labelOf(span),
        }),
      )
      // A name that no span has would teach that its words are none.
      const found = coded.filter(({ label }) => label !== null && label !== NONE).length
      if (found === due.length) examples.push({ size: run.last - run.first + 1, spans: coded })
    }
  }
  return examples
}

export function train(folder: string): string {
  const knowledge = loadKnowledge()
  const lines = linesIn(folder).filter(line => !isHeldOut(line))
  const copies = Array.from({ length: COPIES }, (_, copy) =>
    lines.map(line => swapped(line, copy, knowledge)),
  )
  return trainSegments([lines, ...copies].flat().flatMap(examplesOf), NONE, { atLeast: 6, l2: 4, prune: 4 })
}
