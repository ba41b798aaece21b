import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LISTS, passagesOf, SOURCED, type SourcedFact } from '../../src/record/facts.ts'
import { recordSchema } from '../../src/record/schema.ts'
import type { Record as EntenteRecord } from '../../src/record/types.ts'
import { ARTICLES, writeArticles } from './articles.ts'
import { aFolder, ensureBuilt, program, run } from './run.ts'

const folder = aFolder()
const articles = folder.at('articles')
const names = Object.keys(ARTICLES).map(name => `${articles}/${name}`)

async function exported(dossier: string, ...options: string[]): Promise<string> {
  const { code, out } = await run(['export', '--dossier', dossier, ...options])
  expect(code).toBe(0)
  return out
}

beforeAll(async () => {
  mkdirSync(articles)
  writeArticles(articles)
  await run(['add', '--dossier', folder.at('main'), ...names])
})
afterAll(() => folder.remove())

describe('the exported record', () => {
  it.each(['none', 'quotes', 'full'])('is valid by its schema, with --text %s', async mode => {
    const record = JSON.parse(await exported(folder.at('main'), '--text', mode))
    const ajv = new Ajv2020({ allErrors: true, strict: false })
    addFormats.default(ajv)
    const valid = ajv.validate(recordSchema(), record)
    expect(ajv.errors ?? []).toEqual([])
    expect(valid).toBe(true)
  })

  it.each(['none', 'quotes', 'full'])('has quotes equal to their slices, with --text %s', async mode => {
    const record: EntenteRecord = JSON.parse(await exported(folder.at('main'), '--text', mode))
    const texts = new Map(record.documents.map(({ id, text }) => [id, text]))
    const facts = SOURCED.flatMap((kind): SourcedFact[] => record[LISTS[kind]])
    expect(facts.length).toBeGreaterThan(0)
    for (const fact of facts) {
      for (const { document, start, end, quote } of passagesOf(fact)) {
        expect(texts.get(document)?.slice(start, end)).toBe(quote)
        expect(quote === '').toBe(mode === 'none')
      }
    }
  })
})

describe('the same bytes come out', () => {
  it('in whatever order articles are added, one at a time or together', async () => {
    const expected = await exported(folder.at('main'))
    const orders = [
      [2, 1, 0],
      [1, 0, 2],
      [1, 2, 0],
    ]
    for (const [i, order] of orders.entries()) {
      const dossier = folder.at(`order-${i}`)
      for (const n of order) expect((await run(['add', '--dossier', dossier, names[n] ?? ''])).code).toBe(0)
      expect(await exported(dossier)).toBe(expected)
    }
  })

  it('when they are added twice', async () => {
    const before = await exported(folder.at('main'))
    const { code, out } = await run(['add', '--dossier', folder.at('main'), articles])
    expect([code, out]).toEqual([0, '3 files: 0 documents added\n3 already here\n'])
    expect(await exported(folder.at('main'))).toBe(before)
  })

  it('after a rebuild, and after a document came and went', async () => {
    const before = await exported(folder.at('main'))
    expect((await run(['rebuild', '--dossier', folder.at('main')])).code).toBe(0)
    expect(await exported(folder.at('main'))).toBe(before)
    expect((await run(['remove', '--dossier', folder.at('main'), 'two.html'])).code).toBe(0)
    expect(await exported(folder.at('main'))).not.toBe(before)
    await run(['add', '--dossier', folder.at('main'), articles])
    expect(await exported(folder.at('main'))).toBe(before)
  })

  it('in two time zones and two locales', () => {
    ensureBuilt()
    const outputs = [
      { TZ: 'Pacific/Kiritimati', LC_ALL: 'C' },
      { TZ: 'America/Los_Angeles', LC_ALL: 'tr_TR.UTF-8' },
    ].map((env, i) => {
      const dossier = folder.at(`zone-${i}`)
      const options = { env: { ...process.env, ...env }, maxBuffer: 1e8 }
      spawnSync(process.execPath, [program, 'add', '--dossier', dossier, ...names], options)
      return spawnSync(process.execPath, [program, 'export', '--dossier', dossier], options).stdout.toString()
    })
    expect(outputs[0]?.length).toBeGreaterThan(1000)
    expect(outputs[0]).toBe(outputs[1])
  })
})
