import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../src/knowledge/index.ts'
import type { Record } from '../../src/record/types.ts'
import { marksOf } from '../analyse/ask/questions.ts'
import { ensureBuilt } from '../cli/run.ts'
import { type Board, f1, table } from './board.ts'
import { keysOf, measuredOn, recordOf, SETS } from './dossiers.ts'
import { readFloors, writeFloor, writing } from './floors.ts'
import { loadKeys } from './keys.ts'
import { Page } from './page.ts'
import { PROMISES } from './promises.ts'
import { score } from './score.ts'
import { tallyOf } from './settlements/tally.ts'

/** The smaller dossier has two such forecasts; over both it is nine in ten. */
const SETTLED_RIGHT: { readonly [dossier: string]: number } = { 'seoul-tokyo': 0.95, 'athens-ankara': 0.5 }
/** Keys of outcomes and questions are there for the sample dossiers alone. */
const hasQuestions = (dossier: string): boolean => dossier in SETTLED_RIGHT

const folder = mkdtempSync(join(tmpdir(), 'entente-score-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.each(SETS)('the documents of $name', ({ name: set, dossier, hidden, holds, measures }) => {
  const { keys: all, clusters } = loadKeys(keysOf(dossier))
  const keys = all.filter(key => holds(key.document))
  let record: Record
  let board: Board
  let kept: string[]

  beforeAll(() => {
    ensureBuilt()
    record = recordOf(dossier, join(folder, set))
    board = score(record, keys, clusters)
    kept = dossier === 'seoul-tokyo' ? PROMISES.filter(one => one.kept(record)).map(({ name }) => name) : []
    const broken = PROMISES.map(({ name }) => name).filter(
      name => dossier === 'seoul-tokyo' && !kept.includes(name),
    )
    if (process.env.MISSES !== undefined)
      console.log(
        [
          `# ${set}`,
          ...(hidden ? [] : board.misses),
          ...broken.map(name => `not kept: ${name}`),
          table(board),
        ].join('\n'),
      )
    if (writing()) writeFloor(set, measuredOn(dossier), { board, measures }, kept)
  })

  it('has every document that a key is about, and the words of every key in it', () => {
    const lost = keys.flatMap(key => {
      const page = new Page(key, record.documents)
      if (page.document === null) return [key.document]
      const claims = [key.events, key.positions, key.forecasts, key.drivers]
        .flat()
        .map(({ anchor }) => anchor)
      const words = [...claims, ...key.statements.map(({ text }) => text)]
      return words.filter(text => page.place(text) === null).map(text => `${key.document}: ${text}`)
    })
    expect(lost).toEqual([])
  })

  it('has floors that were measured on these documents and keys', () => {
    expect(
      readFloors()[set]?.measuredOn,
      'documents or keys have changed: ENTENTE_FLOORS=write npx vitest run test/score',
    ).toBe(measuredOn(dossier))
  })

  it.each(measures)('scores no lower than its floor on %s', measure => {
    const floor = readFloors()[set]?.scores[measure]
    expect(floor ?? 0, 'a floor of nothing holds nothing').toBeGreaterThan(0)
    expect(
      f1(board.tally(measure)),
      `MISSES=1 shows what went wrong\n${table(board)}`,
    ).toBeGreaterThanOrEqual(floor ?? 1)
  })

  it.runIf(hasQuestions(dossier))(
    'settles nine in ten forecasts that the record answers, and none wrongly',
    () => {
      const { answerable, right, told, toldRight, wrong, missed } = tallyOf(dossier, record)
      if (process.env.MISSES !== undefined)
        console.log(
          [
            `settled: ${right} of ${answerable}, of all that the texts answer ${toldRight} of ${told}`,
            ...missed,
          ].join('\n'),
        )
      expect(wrong).toEqual([])
      expect(right / answerable).toBeGreaterThanOrEqual(SETTLED_RIGHT[dossier] ?? 1)
    },
  )

  it.runIf(hasQuestions(dossier))(
    'answers questions from what the record holds, and says so where it holds nothing',
    async () => {
      const marks = await marksOf(dossier, record, loadKnowledge(), '2023-12-31')
      const { answerable, answered, shown, right, unanswerable, refused, misses } = marks
      const told = [
        `answered ${answered} of ${answerable}, right ${right} of ${shown} answers, refused ${refused} of ${unanswerable}`,
        ...misses,
      ].join('\n')
      if (process.env.MISSES !== undefined) console.log(told)
      expect(refused / unanswerable, told).toBeGreaterThanOrEqual(0.95)
      expect(right / shown, told).toBeGreaterThanOrEqual(0.9)
      expect(answered / answerable, told).toBeGreaterThanOrEqual(0.8)
    },
  )

  it('keeps what its README promises, as far as it once did', () => {
    expect(kept).toEqual(expect.arrayContaining(readFloors()[set]?.promises ?? []))
  })
})
