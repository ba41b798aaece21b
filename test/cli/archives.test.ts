import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, it } from 'vitest'
import { packedEach, record, zipOf } from '../../bench/hostile/made.ts'
import { ARTICLES } from './articles.ts'
import { aFolder, ensureBuilt, program, run } from './run.ts'

const folder = aFolder()
afterAll(() => folder.remove())

const exported = async (dossier: string) => JSON.parse((await run(['export', '--dossier', dossier])).out)
const sources = async (dossier: string): Promise<string[]> =>
  (await exported(dossier)).documents.map(({ source }: { source: string }) => source).sort()

it('archives are added page by page; what is no article is counted, and what fails is told', async () => {
  const crawl = [
    record(0, { type: 'warcinfo', http: null, body: 'x' }),
    record(1, { body: ARTICLES['two.html'] ?? '' }),
    record(2, { status: '404 Not Found' }),
    record(3, { body: '<html><body></body></html>' }),
    record(4, { length: 'many' }),
  ]
  writeFileSync(folder.at('news.warc.gz'), packedEach(crawl))
  const pages = zipOf([
    { name: '../a/one.txt', bytes: ARTICLES['one.txt'] ?? '' },
    { name: 'inner.zip', bytes: zipOf([]) },
  ])
  writeFileSync(folder.at('pages.zip'), pages)
  const line = JSON.stringify({ title: 'Talks', text: ARTICLES['three.txt'] })
  writeFileSync(folder.at('lines.ndjson.gz'), gzipSync(`${line}\n${line.replace('Talks', 'More talks')}\n`))
  const dossier = folder.at('dossier')
  const { code, out, err } = await run(['add', '--dossier', dossier, folder.at('.')])
  expect(out).toBe(
    [
      '3 files: 4 documents added',
      'news.warc.gz: 5 records read',
      'pages.zip: 2 records read',
      '1 skipped: a record about the archive',
      '1 skipped: an answer with status 4xx, other than 200',
      '1 skipped: a page without an article',
      '2 failed',
      '',
    ].join('\n'),
  )
  expect(err).toMatch(/news\.warc\.gz, https:\/\/news\.example\/4: E_ARCHIVE: /)
  expect(err).toMatch(/pages\.zip, inner\.zip: E_NESTED: .*unpack/)
  expect(code).toBe(1)
  expect(await sources(dossier)).toEqual([
    'lines.ndjson.gz#1',
    'lines.ndjson.gz#2',
    'news.warc.gz#https://news.example/1',
    'pages.zip#a/one.txt',
  ])
  const read = await run(['read', folder.at('news.warc.gz'), folder.at('pages.zip')])
  expect(read.out.trim().split('\n').length).toBe(2)
  expect(read.err).toContain('records are no articles')
})

it('a thousand faults of one kind are told ten times, and counted', async () => {
  const crawl = Array.from({ length: 1_000 }, (_, i) => record(i, { length: 'x', body: 'y' }))
  writeFileSync(folder.at('bad.warc.gz'), packedEach(crawl))
  const { out, err } = await run(['add', '--dossier', folder.at('bad'), folder.at('bad.warc.gz')])
  expect(err.match(/E_ARCHIVE/g)?.length).toBe(11)
  expect(out).toContain('1000 failed')
})

const COUNT = 160
const NAMES = ['Oslo', 'Lima', 'Bergen', 'Cusco', 'Geneva']

function talks(i: number): Buffer {
  const text = `The ministers of Norway and Peru met in ${NAMES[i % NAMES.length]} for round ${i} of their talks on May ${(i % 27) + 1}, 2021.`
  return record(i, { body: `<html><head><title>Round ${i}</title></head><body><p>${text}</p></body></html>` })
}

it('killed and run again, it goes on at the record where it stopped, and ends with the same bytes', async () => {
  ensureBuilt()
  const archive = folder.at('big.warc.gz')
  writeFileSync(archive, packedEach(Array.from({ length: COUNT }, (_, i) => talks(i))))
  await run(['add', '--dossier', folder.at('whole'), archive])
  const dossier = folder.at('killed')
  // When the first batch is committed.
  const env = { ...process.env, ENTENTE_STOP_AT: 'commit:done' }
  const killed = spawn(process.execPath, [program, 'add', '--dossier', dossier, archive], {
    stdio: 'ignore',
    env,
  })
  expect(await new Promise(resolve => killed.on('exit', (_, signal) => resolve(signal)))).toBe('SIGKILL')
  const { err, out } = await run(['add', '--dossier', dossier, archive])
  const from = Number(/goes on after record (\d+)/.exec(err)?.[1])
  expect(from).toBeGreaterThan(0)
  expect(from).toBeLessThan(COUNT)
  expect(Number(/big\.warc\.gz: (\d+) records? read/.exec(out)?.[1])).toBe(COUNT - from)
  expect(await exported(dossier)).toEqual(await exported(folder.at('whole')))
  // Read to its end it is no longer marked: adding it once more reads it whole.
  expect((await run(['add', '--dossier', dossier, archive])).out).toContain(`${COUNT} records read`)
})
