import { spawn } from 'node:child_process'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { fetchAnswer } from '../../src/fetch/index.ts'
import { articles, aSite, rss, type Site, wordsOf } from '../watch/site.ts'
import { aFolder, ensureBuilt, program, type Ran, run } from './run.ts'

const folder = aFolder()
let site: Site
const clock = { wall: Date.UTC(2022, 10, 20, 12, 3), elapsed: 0 }

beforeAll(async () => {
  site = await aSite()
})
afterAll(async () => {
  await site.close()
  folder.remove()
})
beforeEach(() => {
  site.asked.length = 0
})

const effects = {
  now: () => new Date(clock.wall),
  elapsed: () => clock.elapsed,
  async pause(milliseconds: number) {
    clock.elapsed += milliseconds
  },
  fetchAnswer,
}
const watch = (...args: string[]): Promise<Ran> =>
  run(['watch', ...args, '--dossier', folder.at('d'), '--allow-address', '127.0.0.1'], { effects })
const exported = async () => JSON.parse((await run(['export', '--dossier', folder.at('d')])).out)
const later = (hours: number) => {
  clock.wall += hours * 3_600_000
  clock.elapsed += hours * 3_600_000
}

it('adds, lists, visits and shows; a revision is kept beside what it revises; a rebuild keeps the watch', async () => {
  site.pages = { '/feed': { body: rss([{ n: 1 }, { n: 2 }]) }, ...articles([1, 2]) }
  const added = await watch('add', `${site.url}/feed`, '--name', 'Gazette', '--every', '2h')
  expect([added.code, added.err]).toEqual([0, ''])
  expect(added.out).toMatch(/^[0-9a-f]{8} Gazette: rss at http:\S+\/feed, every 2h\n$/)
  expect(await watch('add', `${site.url}/feed`)).toMatchObject({
    code: 2,
    err: /watched already, as Gazette/,
  })
  expect((await watch('list')).out).toMatch(/Gazette +rss +– +due +0 +0/)

  const first = await watch('run', '--once')
  expect(first).toMatchObject({ code: 0, out: '1 visit: 2 new, 0 revised\n' })
  expect(first.err).toContain('12:03 Gazette: 2 new\n')
  later(1)
  expect((await watch('run', '--once')).out).toBe('0 visits: 0 new, 0 revised\n')

  later(1)
  site.pages['/feed'] = { body: rss([{ n: 1, text: 'Corrected' }, { n: 2 }]) }
  site.pages['/a/1'] = {
    body: `<title>Item 1</title><p>Round 1. ${wordsOf(1)}</p><p>The Gazette corrected a number on Sunday.`,
  }
  const second = await watch('run', '--once', '--format', 'json')
  expect(second.err).toContain('14:03 Gazette: 1 revised\n')
  expect(JSON.parse(second.out)).toMatchObject({ visits: 1, new: 0, revised: 1, failed: [] })
  const { documents } = await exported()
  expect(documents).toHaveLength(3)
  const revised = documents.filter((it: { revisionOf: string | null }) => it.revisionOf !== null)
  expect(revised).toHaveLength(1)
  expect(revised[0].text).toContain('corrected a number')
  expect(documents.map((it: { published: { start: string } }) => it.published.start)).toEqual(
    Array(3).fill('2022-11-14'),
  )

  expect((await run(['rebuild', '--dossier', folder.at('d')])).code).toBe(0)
  expect((await watch('list')).out).toMatch(/Gazette +rss +– +due/)
  site.asked.length = 0
  const again = await watch('run', '--once')
  expect(again.out).toBe('1 visit: 0 new, 0 revised\n')
  // What the dossier has is not fetched again, although the visits are forgotten.
  expect(site.asked).toEqual(['/robots.txt', '/feed'])
})

it('tells what failed, leaves it alone at last, and tries again when told to', async () => {
  site.pages['/feed'] = { status: 410 }
  later(48)
  const failed = await watch('run', '--once')
  expect(failed).toMatchObject({ code: 1, out: '1 visit: 0 new, 0 revised, 1 failed\n' })
  expect(failed.err).toMatch(
    /Gazette: E_GONE: 127\.0\.0\.1:\d+ answers 410; it is gone, and not visited any more/,
  )
  later(1_000)
  expect((await watch('run', '--once')).out).toMatch(/^0 visits/)
  const shown = await watch('show', 'Gazette', '--format', 'json')
  expect(JSON.parse(shown.out)).toMatchObject({ status: 'ended', due: null, failures: 1, every: 7_200 })
  expect((await watch('retry', 'Gazette')).out).toMatch(/due at once/)
  site.pages['/feed'] = { body: rss([{ n: 1, text: 'Corrected' }, { n: 2 }]) }
  expect((await watch('run', '--once')).code).toBe(0)
  expect((await watch('show', 'Gazette')).out).toMatch(
    /Gazette: rss, \w+\n\S+\nevery 2h; in 2h; \d new articles so far\n[-\d]+ 06:03 nothing new\n[-\d]+ 14:03 E_GONE: \S+ answers 410\n/,
  )
  expect((await watch('remove', 'Gazette')).out).toMatch(/no longer watched/)
  expect((await watch()).err).toMatch(/nothing is watched/)
})

it('says what is wrong with the question', async () => {
  const cases: [string[], number, RegExp][] = [
    [['fly'], 2, /"fly" is none of add, list/],
    [['add'], 2, /it is written `entente watch add URL`/],
    [['add', 'nonsense'], 1, /"nonsense" is not a URL/],
    [['show', 'nobody'], 2, /nothing watched is called "nobody"/],
    [['add', 'https://x.example/', '--every', '5s'], 2, /"5s" is no time of a minute or more/],
  ]
  for (const [args, code, words] of cases) {
    const ran = await watch(...args)
    expect([args, ran.code]).toEqual([args, code])
    expect(ran.err).toMatch(words)
  }
  const refused = await run(['watch', 'add', `${site.url}/feed`, '--dossier', folder.at('d')], { effects })
  expect(refused).toMatchObject({
    code: 1,
    err: /127\.0\.0\.1 is not on the public network; `--allow-address/,
  })
})

it('runs as a service, and ends in order when it is told to', async () => {
  ensureBuilt()
  site.pages = { '/feed': { body: rss([{ n: 1 }]) }, ...articles([1]) }
  await watch('add', `${site.url}/feed`, '--name', 'Gazette')
  const child = spawn(process.execPath, [
    program,
    'watch',
    'run',
    '--dossier',
    folder.at('d'),
    '--allow-address',
    '127.0.0.1',
  ])
  let [out, err] = ['', '']
  child.stdout.on('data', data => {
    out += String(data)
  })
  const visited = new Promise<void>(resolve => {
    child.stderr.on('data', data => {
      err += String(data)
      if (err.includes('Gazette')) resolve()
    })
  })
  const ended = new Promise<number | null>(resolve => child.on('exit', resolve))
  await visited
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  expect(err).toMatch(/^\d\d:\d\d Gazette: nothing new\n/)
  expect(out).toMatch(/^1 visit: 0 new, 0 revised\n$/)
  expect((await watch('list')).code).toBe(0)
})
