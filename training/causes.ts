/**
 * Examples for the model of causes out of training/causes/*.tsv: a label (1 states a cause, 0 states none), a tab, a
 * sentence. The sentences are short, those of the news are long: each is also shown together with sentences that state
 * none, so that the model learns that one cause is enough, and that length is none.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadKnowledge } from '../src/knowledge/index.ts'
import type { Document } from '../src/record/types.ts'
import { analyse } from '../src/text/index.ts'
import { createContext } from '../src/understand/context.ts'
import { featuresOf } from '../src/understand/drivers/judge/judge.ts'
import { type Example, isHeldOut, trainLinear } from './linear.ts'

export interface Line {
  label: string
  text: string
  heldOut: boolean
}

export function linesOf(folder: string): Line[] {
  return readdirSync(folder)
    .filter(file => file.endsWith('.tsv'))
    .sort()
    .flatMap(file => readFileSync(join(folder, file), 'utf8').split('\n'))
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => {
      const [label = '', text = ''] = line.split('\t')
      return { label, text, heldOut: isHeldOut(line) }
    })
}

export function contextOf(text: string) {
  const knowledge = loadKnowledge()
  const document: Document = {
    id: 'line',
    source: 'line',
    format: 'text',
    url: null,
    outlet: null,
    section: null,
    title: null,
    authors: [],
    published: null,
    language: 'en',
    text,
    retrieved: null,
    captions: [],
    copyOf: null,
    revisionOf: null,
    alsoFrom: [],
  }
  return createContext(document, analyse(text, { published: null }, knowledge), knowledge)
}

/** With how many sentences that state no cause each one is shown as well. */
const COMPANY = [1, 2, 3, 4, 5, 6]

/** How far apart in the list those lie, so that twins and neighbours don't meet; each company is made once for each. */
const STRIDES = [131, 57]

export function train(folder: string): string {
  const lines = linesOf(folder).filter(line => !line.heldOut)
  const shown = lines.map(({ label, text }) => ({ label, features: featuresOf(contextOf(text)) }))
  const causeless = shown.filter(({ label }) => label === '0')
  const examples: Example[] = []
  shown.forEach(({ label, features }, i) => {
    examples.push({ features, label })
    for (const stride of STRIDES)
      for (const count of COMPANY) {
        const together = new Set(features)
        for (let k = 0; k < count; k++)
          for (const feature of causeless[(i * 7 + (count + k) * stride) % causeless.length]?.features ?? [])
            together.add(feature)
        examples.push({ features: [...together], label })
      }
  })
  return trainLinear(examples, { l2: 60, atLeast: 20, prune: 2 })
}
