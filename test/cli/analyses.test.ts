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
  { asked: ['issues'] },
  { asked: ['issues', 'maritime-border'] },
  { asked: ['terms'] },
  { asked: ['terms', 'maritime', 'border'] },
  { asked: ['scenario', '--set', 'disasters=high'] },
  { asked: ['forecasts'] },
  { asked: ['forecasts', '--scores', '--by', 'outlet'] },
  { asked: ['ask', 'who met Erdogan in July 2023?'] },
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

describe('entente issues', () => {
  const asked = async (...words: string[]) =>
    JSON.parse((await ask('issues', ...words, '--format', 'json')).out).issues

  it('gives every step its facts, and each step goes on from the last', async () => {
    const issues = await asked()
    expect(issues.length).toBeGreaterThan(5)
    for (const { steps, state } of issues) {
      expect(steps.at(-1).step).toBe(state)
      for (const [i, step] of steps.entries()) {
        expect(step.from).toBe(steps[i - 1]?.step ?? 'none')
        expect(step.step === 'dormant' || step.events.length + step.positions.length > 0).toBe(true)
        expect(step.step === 'dormant' || step.evidence.length > 0).toBe(true)
      }
    }
  })

  it('finds an issue by its id, its name and words for it; says what it has not, and what may be meant', async () => {
    const [byId] = await asked('refugees')
    expect((await asked('Refugees', 'and', 'migration'))[0]).toEqual(byId)
    expect((await asked('pushing', 'migrants', 'back'))[0]).toEqual(byId)
    const none = await ask('issues', 'tulips')
    expect([none.code, none.err]).toEqual([2, expect.stringMatching(/nothing on "tulips"/)])
    const many = await ask('issues', 'refugees', 'and', 'airspace')
    expect([many.code, many.err]).toEqual([2, expect.stringMatching(/may be refugees, airspace/)])
  })

  it('knows with --as-of only what was published by then', async () => {
    const then = await asked('--as-of', '2021-12-31')
    const days = then.flatMap((it: { lastHeard: string }) => it.lastHeard)
    expect(days.every((day: string) => day <= '2021-12-31')).toBe(true)
  })

  it('shows with --from and --to the steps of those days, made by the whole history', async () => {
    const { out } = await ask('issues', 'maritime-border', '--from', '2023', '--format', 'csv')
    expect(out).not.toMatch(/,2020-/)
  })
})

describe('entente accounts', () => {
  it('sets the articles on one event side by side, and says where there is nothing to set beside', async () => {
    const events: { id: string; evidence: { document: string }[] }[] = JSON.parse(
      (await ask('timeline', '--format', 'json')).out,
    )
    const told = (n: number) =>
      events.find(it => new Set(it.evidence.map(e => e.document)).size === n)?.id ?? ''
    const both = JSON.parse((await ask('accounts', told(2).slice(0, 10), '--format', 'json')).out)
    expect(both.articles).toHaveLength(2)
    expect(both.details.map((it: { field: string }) => it.field)).toEqual(
      expect.arrayContaining(['names', 'word']),
    )
    const table = await ask('accounts', told(2), '--sources', '--explain')
    for (const line of table.out.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
    expect((await ask('accounts', told(1))).out).toMatch(/nothing to set beside/)
    expect((await ask('accounts', 'zzzz')).err).toMatch(/no event .* has the id zzzz/)
  })
})

describe('entente terms', () => {
  it('opens each term at a sentence that has it', async () => {
    const { out } = await ask('terms', 'refugees', '--sources')
    expect(out.replace(/\n +┃ /g, ' ')).toMatch(/“[^”]*migrants/)
  })
})
