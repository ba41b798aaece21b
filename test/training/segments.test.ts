import { expect, test } from 'vitest'
import { parseLinear } from '../../src/knowledge/linear.ts'
import { type Example, trainSegments } from '../../training/segments.ts'

/** Two words that are one name ("Lake Oso"), two that are two, and a word that is none. */
const span = (first: number, last: number, features: string[], label: string | null) => ({
  first,
  last,
  features,
  label,
  alone: first === last,
})

const EXAMPLES: Example[] = [
  {
    size: 2,
    spans: [
      span(0, 0, ['lake'], null),
      span(1, 1, ['name', 'after lake'], null),
      span(0, 1, ['two', 'begins lake'], 'place'),
    ],
  },
  {
    size: 2,
    spans: [
      span(0, 0, ['name'], 'person'),
      span(1, 1, ['name', 'after name'], 'person'),
      span(0, 1, ['two', 'begins name'], null),
    ],
  },
  { size: 1, spans: [span(0, 0, ['word'], 'none')] },
]

test('a chain learns which cut of a run is right', () => {
  const model = parseLinear(trainSegments(EXAMPLES, 'none', { atLeast: 1, l2: 0.1 }), 'runs.weights')
  const score = (label: string, ...features: string[]) =>
    model.scores(features)[model.labels.indexOf(label)] ?? 0
  expect(model.labels).toEqual(['none', 'person', 'place'])
  expect(score('place', 'two', 'begins lake')).toBeGreaterThan(
    score('none', 'lake') + score('person', 'name', 'after lake'),
  )
  expect(score('person', 'name') + score('person', 'name', 'after name')).toBeGreaterThan(
    score('place', 'two', 'begins name'),
  )
  expect(score('none', 'word')).toBeGreaterThan(score('person', 'word'))
})
