/** Added to, watched, served and asked without a rest: a short run of what `npm run bench -- --only soak` does for long. */
import { beforeAll, expect, it } from 'vitest'
import { ensureBuilt } from '../cli/run.ts'
import { aSchema } from '../store/server.ts'
import { memoryOf, soak } from './soak.ts'

const SECONDS = Number(process.env.ENTENTE_SOAK_SECONDS ?? 120)

beforeAll(ensureBuilt)

it(`${SECONDS} s without an error`, { timeout: (SECONDS + 120) * 1_000 }, async () => {
  const soaked = await soak(await aSchema(), SECONDS)
  expect(soaked.errors).toEqual([])
  for (const count of [soaked.added, soaked.watched, soaked.questions]) expect(count).toBeGreaterThan(0)
})

it('memory that grows by a megabyte a second grows by 3,600 an hour', () => {
  const samples = Array.from({ length: 40 }, (_, i) => [i, i < 10 ? 500 : i] as const)
  expect(memoryOf(samples)).toEqual({ early: 10, late: 39, most: 500, slope: 3_600 })
})
