/** Words that mean no good, from the page to everything that is printed or exported. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WORDS } from '../../bench/hostile/words.ts'
import { aFolder, run } from '../cli/run.ts'

const folder = aFolder()
const dossier = folder.at('dossier')
afterAll(() => folder.remove())

beforeAll(async () => {
  mkdirSync(folder.at('pages'))
  for (const [i, make] of Object.values(WORDS).entries()) {
    const bytes = make()
    writeFileSync(folder.at(`pages/${i}.${String(bytes).startsWith('{') ? 'json' : 'html'}`), bytes)
  }
  await run(['init', '--dossier', dossier, '--states', 'NOR,PER'])
  const { out, err } = await run(['add', '--dossier', dossier, folder.at('pages')])
  expect(out).toMatch(/\d\d documents added/)
  expect(err).not.toMatch(WRITES)
})

/** Controls but tab and line end, and what turns the order of reading round. */
const WRITES = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

const LISTINGS = [
  ['timeline', 'table'],
  ['timeline', 'md'],
  ['statements', 'table'],
  ['statements', 'csv'],
  ['drivers', 'ndjson'],
  ['accounts', 'table'],
  ['terms', 'table'],
] as const

/** The cells of a CSV file (RFC 4180). */
function cells(text: string): string[] {
  return Array.from(
    text.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g),
    it => it[1]?.replaceAll('""', '"') ?? it[2] ?? '',
  )
}

function expectHarmless(out: string, format: string): void {
  expect(WRITES.exec(out.replaceAll('\r\n', '\n').replaceAll('\r', '\u0000'))?.[0]).toBe(undefined)
  if (format !== 'csv') return
  const formulas = cells(out).filter(
    cell => /^[\s\u0000]*[=+\-@＝＋－＠]/.test(cell) && !/^-?[\d.]+$/.test(cell),
  )
  expect(formulas).toEqual([])
}

describe('nothing that is printed or exported writes, turns or reckons', () => {
  it.each(LISTINGS)('%s as %s', async (name, format) => {
    const args = [
      name,
      '--dossier',
      dossier,
      '--format',
      format,
      ...(format === 'table' ? ['--sources'] : []),
    ]
    const { out, err } = await run(args, { terminal: format === 'table' })
    // On a terminal our own colours are all there is to write.
    expectHarmless(out.replace(/\u001b\[\d{1,2}m/g, ''), format)
    expect(err).not.toMatch(WRITES)
  })

  it.each(['json', 'csv --kind document', 'csv --kind event'])('export as %s', async how => {
    const [format = '', ...more] = how.split(' ')
    const { out, code } = await run(['export', '--dossier', dossier, '--format', format, ...more])
    expect(code).toBe(0)
    expect(out.length).toBeGreaterThan(1_000)
    expectHarmless(out, format)
  })

  it('the brief, a search, and the pages themselves', async () => {
    for (const args of [['brief'], ['search', 'Oslo']])
      expectHarmless((await run([...args, '--dossier', dossier])).out, args[0] ?? '')
    for (const format of ['text', 'ndjson'])
      expectHarmless((await run(['read', '--format', format, folder.at('pages')])).out, format)
  })

  it('quotes still are slices of the texts', async () => {
    const record = JSON.parse((await run(['export', '--dossier', dossier, '--text', 'full'])).out)
    const texts = new Map(record.documents.map((it: { id: string; text: string }) => [it.id, it.text]))
    const evidence = record.events.flatMap((it: { evidence: object[] }) => it.evidence)
    expect(evidence.length).toBeGreaterThan(20)
    for (const { document, start, end, quote } of evidence)
      expect(String(texts.get(document)).slice(start, end)).toBe(quote)
  })
})
