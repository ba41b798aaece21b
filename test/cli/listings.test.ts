import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeArticles } from './articles.ts'
import { aFolder, run } from './run.ts'

const folder = aFolder()
const dossier = folder.at('dossier')
const list = (command: string, ...options: string[]) => run([command, '--dossier', dossier, ...options])

beforeAll(async () => {
  writeArticles(folder.at('articles'))
  writeFileSync(
    folder.at('articles/escape.txt'),
    'Salmon \u001b[31mred\u001b[0m \u202ealert\n\nThe Harbour Gazette\nMay 9, 2021\n\n“Salmon \u001b]0;title\u0007 is fish,” Norway’s Fisheries Minister Kari Lund said on Sunday. She told reporters in Bergen that the boats were out again.\n',
  )
  await run(['add', '--dossier', dossier, folder.at('articles')])
})
afterAll(() => folder.remove())

const COMMANDS = ['timeline', 'statements', 'positions', 'forecasts', 'drivers', 'accounts']

describe('every listing', () => {
  it.each(COMMANDS)(
    '%s prints one JSON value, one a line, a table of CSV and one of Markdown',
    async command => {
      const json = JSON.parse((await list(command, '--format', 'json')).out)
      const ndjson = (await list(command, '--format', 'ndjson')).out
        .split('\n')
        .filter(Boolean)
        .map(line => JSON.parse(line))
      expect(ndjson).toEqual(json)
      const csv = (await list(command, '--format', 'csv')).out
      expect(csv).toMatch(/^id,/)
      const md = (await list(command, '--format', 'md')).out.trim().split('\n')
      expect(md.length).toBe(json.length + 2)
    },
  )

  it.each(COMMANDS)('%s stays within 100 columns in a pipe and shows no colour there', async command => {
    const { out } = await list(command, '--sources')
    expect(out).not.toContain('\u001b')
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
  })

  it('shows with --sources the quote and what one cites, and with --explain the rule', async () => {
    const { out } = await list('statements', '--actor', 'Rojas', '--sources', '--explain')
    expect(out).toMatch(/┃ “Norway has broken its word,”\n/)
    expect(out.replace(/\n +┃ /g, ' ')).toMatch(/— Andes Monitor, 10 Jun 2021, “Lima weighs salmon tariff”/)
    expect(out.replace(/\n +/g, ' ')).toMatch(/found by .+ \(\d\.\d\d\) at /)
  })

  it('says on standard error that nothing answers, and exits 0', async () => {
    const { code, out, err } = await list('timeline', '--from', '1900', '--to', '1901')
    expect([code, out, err]).toEqual([0, '', 'no event answers to this\n'])
  })
})

describe('colours', () => {
  it('come on a terminal, unless NO_COLOR is set', async () => {
    const on = await run(['statements', '--dossier', dossier], { terminal: true })
    expect(on.out).toContain('\u001b[')
    const off = await run(['statements', '--dossier', dossier], { terminal: true, env: { NO_COLOR: '1' } })
    expect(off.out).not.toContain('\u001b')
  })

  it('never come from an article', async () => {
    for (const args of [['statements', '--sources'], ['search', 'salmon'], ['brief'], ['show', 'escape']]) {
      const { out } = await list(args[0] ?? '', ...args.slice(1))
      expect(out).not.toMatch(/[\u001b\u0007\u202e]/)
    }
  })
})

describe('search', () => {
  it('finds passages and the facts that rest on them', async () => {
    const { out } = await list('search', 'broken', 'word')
    expect(out).toMatch(/^Andes Monitor, 10 Jun 2021/)
    expect(out).toMatch(/┃ “Norway has broken its word,” President Luis Rojas said in Lima\./)
    expect(out).toMatch(/statement/)
  })

  it('is narrowed by what the facts are', async () => {
    const all = JSON.parse((await list('search', 'Norway', '--format', 'json')).out)
    const some = JSON.parse((await list('search', 'Norway', '--actor', 'Rojas', '--format', 'json')).out)
    expect(all.length).toBeGreaterThan(some.length)
    expect(some.length).toBeGreaterThan(0)
  })
})

describe('--as-of', () => {
  it('knows only what was published by then', async () => {
    const early = JSON.parse((await list('export', '--as-of', '2021-05-31')).out)
    expect(early.documents.map((d: { source: string }) => d.source).sort()).toEqual(['escape.txt', 'one.txt'])
    const late = JSON.parse((await list('export', '--as-of', '2030')).out)
    expect(late).toEqual(JSON.parse((await list('export')).out))
    const { out } = await list('search', 'Norway', '--as-of', '2021-05-31', '--format', 'json')
    expect(out).not.toContain('Andes Monitor')
  })
})

describe('show', () => {
  it('shows a fact with its passages and why it is there', async () => {
    const [{ id }] = JSON.parse((await list('statements', '--actor', 'Rojas', '--format', 'json')).out)
    const { code, out } = await list('show', id.slice(0, 8))
    expect(code).toBe(0)
    expect(out).toMatch(new RegExp(`^statement ${id}`))
    expect(out).toMatch(/passages\n {2}┃ “/)
    expect(out).toMatch(/why\n {2}found by /)
  })

  it('says so where nothing has the id', async () => {
    const { code, err } = await list('show', 'ffffffffff')
    expect([code, err]).toEqual([2, 'entente: nothing in this dossier has the id ffffffffff\n'])
  })
})

it('a reader that goes away ends it quietly', async () => {
  const { code, err } = await run(['statements', '--dossier', dossier], { closesAfter: 10 })
  expect([code, err]).toEqual([0, ''])
})
