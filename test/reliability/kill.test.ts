/** SIGKILL in the midst of work, on both stores: nothing is lost, nothing is doubled, and a rerun ends in the same bytes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { onStep, type Step } from '../../src/steps.ts'
import { ensureBuilt } from '../cli/run.ts'
import { aSchema } from '../store/server.ts'
import { ALL_STEPS, chance, type Kill, killText, Suite } from './kills.ts'
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

/** Of 20 kills on each run; `npm run bench -- --only kill` does 200. */
const KILLS: readonly Kill[] = [
  atStep('add', 'folder', 'journal:half'),
  atStep('add', 'folder', 'journal:synced'),
  atStep('add', 'folder', 'record:emptied'),
  atStep('rebuild', 'folder', 'folder:emptied'),
  atStep('migrate', 'folder', 'migrate:begun'),
  atStep('correct', 'folder', 'commit:done'),
  atStep('backup', 'folder', 'backup:half'),
  atStep('restore', 'folder', 'fill:page'),
  atStep('move', 'folder', 'fill:whole'),
  atRandom('add', 'folder'),
  atStep('add', 'server', 'commit:applied'),
  atStep('rebuild', 'server', 'restore:batch'),
  atStep('migrate', 'server', 'code:batch'),
  atStep('correct', 'server', 'commit:applied'),
  atStep('backup', 'server', 'backup:synced'),
  atStep('move', 'server', 'fill:marked'),
  atStep('enqueue', 'server', 'enqueue:items'),
  atStep('work', 'server', 'work:committed'),
  atStep('work', 'server', 'work:made'),
  atRandom('move', 'server'),
]

let places: Places
let suite: Suite
beforeAll(async () => {
  ensureBuilt()
  places = new Places((await aSchema()).replace(/\?.*/, ''))
  suite = new Suite(places, { again: 'here' })
})
afterAll(async () => {
  onStep(null)
  await places.remove()
})

describe.concurrent(`killed, with seed ${SEED}`, () => {
  it.each(KILLS.map((kill, i) => [killText(kill), kill, i % 2 === 0] as const))(
    '%s',
    async (_, kill, looks) => {
      const { isKilled, lost, doubled, others } = await suite.kill(kill, looks)
      expect({ isKilled, lost, doubled, others }).toEqual({
        isKilled: true,
        lost: [],
        doubled: [],
        others: [],
      })
    },
  )
})

it('no step is dead', () => {
  expect(ALL_STEPS.filter(step => !suite.passed.has(step))).toEqual([])
})
