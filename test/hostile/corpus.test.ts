import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CORPUS } from '../../bench/hostile/corpus.ts'
import { judge, type Program } from '../../bench/hostile/judge.ts'
import { mutants } from '../../bench/hostile/mutants.ts'
import { seeds } from '../../bench/hostile/seeds.ts'
import { aFolder, ensureBuilt } from '../cli/run.ts'

const folder = aFolder()
afterAll(() => folder.remove())

/** Compiled, as a page that takes too long is stopped in its worker alone. */
async function program(): Promise<Program> {
  ensureBuilt()
  const of = (path: string) => import(new URL(`../../dist/read/${path}`, import.meta.url).href)
  const [{ read }, { inputOf, openArchive }] = [await of('index.js'), await of('archives/index.js')]
  return { read, inputOf, openArchive }
}

/**
 * Milliseconds. Other tests share this process and its processor time; what this finds is what does not end, or grows
 * with the square of its length.
 */
const RUNAWAY = 15_000

let compiled: Program
beforeAll(async () => {
  compiled = await program()
})

describe('inputs that mean no good give documents or errors, and hold nobody up', () => {
  it.each(Object.entries(CORPUS))('%s', async (name, make) => {
    expect((await judge(compiled, folder.path, name, Buffer.from(make()), RUNAWAY)).faults).toEqual([])
  })
})

/** `npm run bench -- --only hostile` takes ten thousand, and holds each to two seconds. */
const RUNS = 200

it(`${RUNS} inputs made by chance do too`, async () => {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const made = fc.asyncProperty(mutants(seeds(root)), async ({ name, bytes }) => {
    expect((await judge(compiled, folder.path, name, bytes, RUNAWAY)).faults).toEqual([])
  })
  await fc.assert(made, { numRuns: RUNS, seed: 20_260_901, endOnFailure: true })
})
