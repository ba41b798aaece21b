import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { zipOf } from '../../bench/hostile/made.ts'
import { writeArticles } from './articles.ts'
import { gdeltRow, POLECAT_HEADING, polecatRow } from './events.ts'
import { aFolder, run } from './run.ts'

const folder = aFolder()
afterAll(() => folder.remove())

const GDELT = [
  gdeltRow(1, '20210502', 'NOR', 'PER', '8.0'),
  gdeltRow(2, '20210503', 'PER', 'NOR', '-2.0'),
  gdeltRow(3, '20200101', 'NOR', 'PER', '1.0'),
  // Others', one state alone, and damage.
  gdeltRow(4, '20210503', 'SWE', 'NOR', '-10.0'),
  gdeltRow(5, '20210503', 'NOR', 'NOR', '-10.0'),
  gdeltRow(6, '20219999', 'NOR', 'PER', '5.0'),
  gdeltRow(7, '20210503', 'NOR', 'PER', ''),
  'x\n',
].join('')
const POLECAT = [
  POLECAT_HEADING,
  polecatRow('2021-05-02', 'NOR', 'PER', '5.5'),
  polecatRow('2021-05-02', 'None', 'PER', '1'),
]

beforeAll(async () => {
  writeArticles(folder.at('articles'))
  await run(['init', '--dossier', folder.at('d'), '--states', 'NOR,PER'])
  await run(['add', '--dossier', folder.at('d'), folder.at('articles')])
  writeFileSync(folder.at('a.export.CSV.zip'), zipOf([{ name: 'a.export.CSV', bytes: GDELT }]))
  writeFileSync(folder.at('a.export.CSV'), GDELT)
  writeFileSync(folder.at('polecat.txt.gz'), gzipSync(POLECAT.join('')))
  writeFileSync(folder.at('none.csv'), 'a,b\n1,2\n')
})

const context = (...args: string[]) => run(['context', '--dossier', folder.at('d'), ...args])

it.each(['a.export.CSV', 'a.export.CSV.zip'])(
  'GDELT’s %s and POLECAT’s table stand beside our index',
  async name => {
    const { code, out } = await context(folder.at(name), folder.at('polecat.txt.gz'), '--format', 'json')
    expect(code).toBe(0)
    const { periods } = JSON.parse(out)
    expect(periods.map(({ start }: { start: string }) => start)).toEqual(['2020-01-01', '2021-01-01'])
    expect(periods[0].told).toMatchObject({
      GDELT: { events: 1, mean: 1 },
      POLECAT: { events: 0, mean: null },
    })
    expect(periods[1].told).toMatchObject({
      GDELT: { events: 2, mean: 3 },
      POLECAT: { events: 1, mean: 5.5 },
    })
    expect(periods[1].told.Entente.events).toBeGreaterThan(0)
  },
)

it('as a table and as CSV; nothing of it is stored', async () => {
  const before = (await run(['export', '--dossier', folder.at('d')])).out
  expect((await context(folder.at('a.export.CSV'))).out).toMatch(
    /^period +Entente +events +GDELT +events\n2020 +— +0 +\+1\.0/,
  )
  expect((await context(folder.at('a.export.CSV'), '--format', 'csv')).out).toContain(
    'start,Entente,Entente events,GDELT,GDELT events\r\n2020-01-01,,0,1,1',
  )
  expect((await run(['export', '--dossier', folder.at('d')])).out).toBe(before)
})

it('what is no such table is told, and the others are read', async () => {
  const { code, out, err } = await context(folder.at('none.csv'), folder.at('a.export.CSV'))
  expect(code).toBe(1)
  expect(err).toContain('none.csv: E_FORMAT: this is no table of events of GDELT or POLECAT')
  expect(out).toContain('2021')
})
