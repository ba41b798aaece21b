import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aFolder, run } from './run.ts'

const SAMPLE = fileURLToPath(new URL('../../examples/athens-ankara/', import.meta.url))
const folder = aFolder()
const dossier = folder.at('dossier')
const ask = (...words: string[]) => run([...words, '--dossier', dossier])

beforeAll(async () => {
  // Without the sample's own rows: a process serves the tables of one dossier.
  await run(['init', '--dossier', dossier, '--states', 'GRC,TUR'])
  await run(['add', '--dossier', dossier, `${SAMPLE}documents`])
})
afterAll(() => folder.remove())

/** Each with what it needs to answer on the sample dossier. */
const ANALYSES: readonly { asked: string[] }[] = [
  { asked: ['index', '--by', 'quarter'] },
  { asked: ['scenario', '--set', 'disasters=high'] },
]

describe('every analysis', () => {
  it.each(ANALYSES)(
    '$asked prints one JSON value, the same each time, and tables of CSV and Markdown',
    async ({ asked }) => {
      const json = await ask(...asked, '--format', 'json')
      expect(json.err).toBe('')
      expect(JSON.parse(json.out)).toBeTypeOf('object')
      expect((await ask(...asked, '--format', 'json')).out).toBe(json.out)
      const csv = (await ask(...asked, '--format', 'csv')).out.trim().split('\n')
      const md = (await ask(...asked, '--format', 'md')).out.trim().split('\n')
      expect(csv.length).toBeGreaterThan(1)
      expect(md.length).toBeGreaterThan(2)
    },
  )

  it.each(ANALYSES)(
    '$asked stays within 100 columns, and opens at sentences and at its working',
    async ({ asked }) => {
      const { out } = await ask(...asked, '--sources', '--explain')
      for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
      expect(out).toMatch(/┃ “/)
      expect(out).not.toContain('\u001b')
    },
  )
})

describe('entente index', () => {
  const series = async (...options: string[]) =>
    JSON.parse((await ask('index', '--format', 'json', ...options)).out).series

  it('prints each period with its values, and null where there is too little for a number', async () => {
    const years = await series('--by', 'year')
    for (const { start, net, band, cooperation, conflict, events } of years) {
      expect(start).toMatch(/^\d{4}-01-01$/)
      if (net === null) expect([band, cooperation, conflict]).toEqual([null, null, null])
      else {
        expect(events).toBeGreaterThanOrEqual(2)
        expect(net).toBeCloseTo(cooperation + conflict, 1)
      }
    }
  })

  it('uses with --as-of only what was published by then', async () => {
    const then = await series('--by', 'year', '--as-of', '2020-12-31')
    expect(then.at(-1).end <= '2020-12-31').toBe(true)
  })

  it('asks for two states, and for outlets that are there', async () => {
    const alone = await ask('index', '--states', 'GRC')
    expect([alone.code, alone.err]).toEqual([2, expect.stringMatching(/two states or more/)])
    const unknown = await ask('index', '--without', 'The Nowhere Post')
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringMatching(/"The Nowhere Post"/)])
  })
})
