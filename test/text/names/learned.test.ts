import { expect, test } from 'vitest'
import { loadKnowledge } from '../../../src/knowledge/index.ts'
import { findNames } from '../../../src/text/names/index.ts'
import { parseSentences } from '../../../src/text/syntax.ts'
import { isHeldOut } from '../../../training/linear.ts'
import { linesIn, parseMarks } from '../../../training/names.ts'

/**
 * F1 of exact names on the marked lines that the model was not fitted to. They may rise; they don't fall without
 * somebody deciding so.
 */
const FLOORS = { person: 0.83, organization: 0.72, place: 0.84 }

const knowledge = loadKnowledge()

function keysOf(names: readonly { start: number; end: number; type: string }[], type: string): Set<string> {
  return new Set(names.filter(name => name.type === type).map(({ start, end }) => `${start}-${end}`))
}

function score(type: string, lines: readonly string[]): number {
  let right = 0
  let all = 0
  for (const line of lines) {
    const { text, names } = parseMarks(line)
    const due = keysOf(names, type)
    const found = keysOf(findNames(text, parseSentences(text, knowledge), knowledge), type)
    right += [...found].filter(key => due.has(key)).length
    all += due.size + found.size
  }
  return (2 * right) / all
}

test('names of the lines held out are found as often as the floors say', () => {
  const folder = new URL('../../../training/names/', import.meta.url).pathname
  const lines = linesIn(folder).filter(isHeldOut)
  expect(lines.length).toBeGreaterThan(500)
  for (const [type, floor] of Object.entries(FLOORS))
    expect(score(type, lines), type).toBeGreaterThanOrEqual(floor)
})

test('names are right about as often as their confidence says', () => {
  const folder = new URL('../../../training/names/', import.meta.url).pathname
  const bands = [0, 0.5, 0.7, 0.9].map(from => ({ from, said: 0, right: 0, all: 0 }))
  for (const line of linesIn(folder).filter(isHeldOut)) {
    const { text, names } = parseMarks(line)
    for (const { start, end, type, confidence } of findNames(
      text,
      parseSentences(text, knowledge),
      knowledge,
    )) {
      const band = bands.findLast(({ from }) => confidence >= from)
      if (band === undefined) continue
      band.all++
      band.said += confidence
      if (names.some(name => name.start === start && name.end === end && name.type === type)) band.right++
    }
  }
  for (const { said, right, all } of bands)
    expect(Math.abs(said - right) / all, `${right} of ${all}`).toBeLessThan(0.08)
})

test('marks are taken off a line, and its names keep their places', () => {
  const { text, names } = parseMarks('Mr <p Pell> left <l Oru> with <o B & Co>.')
  expect(names.map(({ start, end, type }) => `${text.slice(start, end)}/${type}`)).toEqual([
    'Pell/person',
    'Oru/place',
    'B & Co/organization',
  ])
})
