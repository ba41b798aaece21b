/** SIGKILL in the midst of work, on both stores: nothing is lost, nothing is doubled, and a rerun ends in the same bytes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { onStep, type Step } from '../../src/steps.ts'
import { ensureBuilt } from '../cli/run.ts'
import { aSchema } from '../store/server.ts'
import { ALL_STEPS, chance, type Kill, killText, Suite, type Verdict } from './kills.ts'
import { pieceNamed } from './pieces.ts'
import { Places, type StoreKind } from './places.ts'

const SEED = 20_260

const atStep = (name: string, store: StoreKind, step: Step): Kill => ({
  piece: pieceNamed(name, store),
  how: { step },
})
const random = chance(SEED)
const atRandom = (name: string, store: StoreKind): Kill => ({
  piece: pieceNamed(name, store),
  how: { share: 0.15 + 0.75 * random() },
})

/** 20 a run, of which each costs some 3 to 5 s of processor time; `npm run bench -- --only kill` does 200. */
const KILLS: readonly Kill[] = [
  atStep('add', 'folder', 'journal:half'),
  atStep('add', 'server', 'commit:applied'),
  atStep('add', 'folder', 'journal:synced'),
  atStep('work', 'server', 'work:made'),
  atRandom('add', 'folder'),
  atStep('enqueue', 'server', 'enqueue:items'),
  atStep('rebuild', 'folder', 'folder:emptied'),
  atStep('work', 'server', 'work:committed'),
  atStep('migrate', 'folder', 'migrate:begun'),
  atStep('rebuild', 'server', 'restore:batch'),
  atRandom('add', 'folder'),
  atStep('migrate', 'server', 'code:batch'),
  atStep('correct', 'folder', 'commit:done'),
  atStep('correct', 'server', 'commit:applied'),
  atStep('restore', 'folder', 'fill:page'),
  atStep('backup', 'server', 'backup:synced'),
  atStep('move', 'folder', 'fill:whole'),
  atRandom('move', 'server'),
  atRandom('add', 'folder'),
  atRandom('move', 'server'),
]

/** As many at once as there are cores to do with. */
const LANES = 2

let places: Places
let suite: Suite
const verdicts: Promise<Verdict>[] = []
beforeAll(async () => {
  ensureBuilt()
  places = new Places((await aSchema()).replace(/\?.*/, ''))
  suite = new Suite(places, { again: 'here' })
  for (const [i, kill] of KILLS.entries()) {
    const before = verdicts[i - LANES]?.catch(() => {})
    // Looked at before the rerun, or met by it, in turns on both stores.
    verdicts.push(Promise.resolve(before).then(() => suite.kill(kill, i % 4 < 2)))
  }
  // One that fails is told by its test.
  for (const verdict of verdicts) verdict.catch(() => {})
})
afterAll(async () => {
  await Promise.allSettled(verdicts)
  onStep(null)
  await places.remove()
})

describe(`killed, with seed ${SEED}`, () => {
  it.each(KILLS.map((kill, i) => [killText(kill), i] as const))('%s', { timeout: 300_000 }, async (_, i) => {
    const verdict = await verdicts[i]
    expect(verdict).toMatchObject({ isKilled: true, lost: [], doubled: [], others: [] })
  })
})

it('no step is dead', () => {
  expect(ALL_STEPS.filter(step => !suite.passed.has(step))).toEqual([])
})
