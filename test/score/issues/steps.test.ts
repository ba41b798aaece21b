/**
 * Floors under the steps of issues in the sample dossiers: the whole way from text to step. `MISSES=1` lists what went
 * wrong, `ENTENTE_FLOORS=write` measures anew.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../../cli/run.ts'
import { addSample, DOSSIERS, entente } from '../dossiers.ts'
import { writing } from '../floors.ts'
import { type Compared, compare, dueIn, type Found, measuredOn } from './key.ts'

const file = new URL('./floors.json', import.meta.url)
const floors = (): { measuredOn: string; f1: number; withoutDormant: number } =>
  JSON.parse(readFileSync(file, 'utf8'))

const folder = mkdtempSync(join(tmpdir(), 'entente-steps-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const count = (parts: readonly Compared[], of: (it: Compared) => readonly { step: string }[], all: boolean) =>
  parts.flatMap(of).filter(({ step }) => all || step !== 'dormant').length

function f1(parts: readonly Compared[], all: boolean): number {
  const right = count(parts, it => it.right, all)
  const wrong = count(parts, it => it.wrong, all)
  const missed = count(parts, it => it.missed, all)
  return (2 * right) / (2 * right + wrong + missed)
}

const down = (score: number): number => Math.floor(score * 1000) / 1000

describe('steps of issues in the sample dossiers', () => {
  const parts: Compared[] = []

  beforeAll(() => {
    ensureBuilt()
    for (const dossier of DOSSIERS) {
      const place = join(folder, dossier)
      addSample(dossier, place)
      const answer: { issues: { issue: string; steps: Omit<Found, 'issue'>[] }[] } = JSON.parse(
        entente('issues', '--format', 'json', '--dossier', place),
      )
      const found = answer.issues.flatMap(({ issue, steps }) =>
        steps.map(({ step, date }) => ({ issue, step, date })),
      )
      parts.push(compare(dueIn(dossier), found))
    }
    const scores = { f1: f1(parts, true), withoutDormant: f1(parts, false) }
    if (process.env.MISSES !== undefined) {
      const missed = parts.flatMap(it =>
        it.missed.map(m => `missed ${m.issue} ${m.step} ${m.from}: ${m.why}`),
      )
      const wrong = parts.flatMap(it =>
        it.wrong.map(w => `wrong  ${w.issue} ${w.step} ${w.date.start ?? w.date.end}`),
      )
      console.log([...missed, ...wrong, JSON.stringify(scores)].join('\n'))
    }
    if (writing()) {
      const next = {
        measuredOn: measuredOn(),
        f1: down(scores.f1),
        withoutDormant: down(scores.withoutDormant),
      }
      writeFileSync(file, `${JSON.stringify(next, null, 2)}\n`)
    }
  })

  it('has at least 30 steps in its key', () => {
    expect(DOSSIERS.flatMap(dueIn).length).toBeGreaterThanOrEqual(30)
  })

  it('has floors that were measured on this key', () => {
    expect(floors().measuredOn, 'ENTENTE_FLOORS=write npx vitest run test/score/issues').toBe(measuredOn())
  })

  it('does not fall below its floors', () => {
    expect(f1(parts, true)).toBeGreaterThanOrEqual(floors().f1)
    expect(f1(parts, false)).toBeGreaterThanOrEqual(floors().withoutDormant)
  })
})
