import { describe, expect, it } from 'vitest'
import { parseLinear, shares } from '../../src/knowledge/linear.ts'
import { type Example, isHeldOut, trainLinear } from '../../training/linear.ts'

const examples: Example[] = [
  { features: ['shape:round', 'colour:red'], label: 'apple' },
  { features: ['shape:round', 'colour:green'], label: 'apple' },
  { features: ['shape:round', 'colour:red', 'leaf'], label: 'apple' },
  { features: ['shape:long', 'colour:yellow'], label: 'banana' },
  { features: ['shape:long', 'colour:green'], label: 'banana' },
  { features: ['shape:small', 'colour:red'], label: 'cherry' },
  { features: ['shape:small', 'colour:red', 'leaf'], label: 'cherry' },
]

const best = (text: string, ...features: string[]) => {
  const model = parseLinear(text, 'fruit.weights')
  const parts = shares(model.scores(features))
  const top = parts.indexOf(Math.max(...parts))
  return { label: model.labels[top], share: parts[top] ?? 0 }
}

describe('a linear model', () => {
  const text = trainLinear(examples, { l2: 0.1 })

  it('learns what tells the labels apart', () => {
    expect(best(text, 'shape:small', 'colour:red').label).toBe('cherry')
    expect(best(text, 'shape:long').label).toBe('banana')
    expect(best(text, 'shape:round', 'colour:yellow').label).toBe('apple')
    expect(best(text, 'shape:small').share).toBeGreaterThan(best(text, 'colour:red').share)
  })

  it('is the same in any order of examples, and knows nothing of rare features', () => {
    expect(
      trainLinear([...examples].reverse(), { l2: 0.1 })
        .split('\n')
        .map(line => line.split('\t')[0]),
    ).toEqual(text.split('\n').map(line => line.split('\t')[0]))
    expect(text).not.toContain('yellow')
  })

  it('says how common the labels are where no feature tells them apart', () => {
    const labels = ['apple', 'apple', 'apple', 'banana']
    const prior = trainLinear(labels.map(label => ({ features: [], label })))
    expect(best(prior, 'never seen')).toEqual({ label: 'apple', share: expect.closeTo(0.75, 2) })
  })

  it('refuses a file that is no model, and a row that is none when it is met', () => {
    expect(() => parseLinear('a\t1\n', 'broken.weights')).toThrow(/broken\.weights.*npm run train/)
    expect(() => parseLinear('labels\ta\tb\nx\t1\n', 'broken.weights').scores(['x'])).toThrow(
      /“x” has 1 weights for 2 labels/,
    )
  })
})

it('about a quarter of all lines is held out', () => {
  const held = Array.from({ length: 2000 }, (_, i) => isHeldOut(`line ${i}`)).filter(Boolean).length
  expect(held).toBeGreaterThan(430)
  expect(held).toBeLessThan(570)
})
