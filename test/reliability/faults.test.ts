/** What goes wrong around the program: it says what and what to do, loses nothing, and the rerun finishes. */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBackup } from '../../src/transfer.ts'
import { openQueue } from '../../src/work/queue.ts'
import { deadLetters } from '../../src/work/status.ts'
import { aFolder, ensureBuilt } from '../cli/run.ts'
import { type Cluster, startCluster } from '../store/cluster.ts'
import { aSchema } from '../store/server.ts'
import { at } from './places.ts'
import { done, type Ended, entente, here, meddling, start } from './program.ts'
import { FORMER, LATER, manyTexts, writeTexts } from './texts.ts'

const folder = aFolder()
const disk = folder.at('disk')
const articles = folder.at('articles')
const many = folder.at('many')
/** Together longer in the journal than a page of memory. */
const MANY = 40
/** What an undisturbed run exports. */
let ofArticles: string
let ofMany: string

/** A disk of its own, of so many megabytes; only root can have one. */
function mounts(options: string): boolean {
  mkdirSync(disk, { recursive: true })
  return spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', disk]).status === 0
}
const hasDisk = mounts('size=44m')

const exported = (place: string): Promise<string> =>
  done(here(['export', '--text', 'full', ...at(place)]), 'export')
const rerun = async (args: readonly string[]): Promise<void> => void (await done(here(args), args.join(' ')))

beforeAll(async () => {
  ensureBuilt()
  writeTexts(articles, { ...FORMER, ...LATER })
  writeTexts(many, manyTexts(MANY))
  const [one, other] = [await aSchema(), await aSchema()]
  await rerun(['add', articles, ...at(one)])
  await rerun(['add', many, ...at(other)])
  ofArticles = await exported(one)
  ofMany = await exported(other)
})
afterAll(() => {
  if (hasDisk) spawnSync('umount', ['-l', disk])
  folder.remove()
})

/** Writes until nothing fits any more. */
const FILLS = `const file = fs.openSync('${join(disk, 'full')}', 'w')
  for (const size of [65536, 512])
    try { for (;;) fs.writeSync(file, Buffer.alloc(size)) } catch {}`
const room = () => rmSync(join(disk, 'full'), { force: true })

describe.runIf(hasDisk)('a full disk (made where the tests run as root)', () => {
  const dossier = join(disk, 'dossier')
  const adding = ['add', many, '--dossier', dossier]
  const told = (ended: Ended) =>
    expect([ended.code, ended.err]).toEqual([
      3,
      expect.stringContaining(`${dossier}: the disk is full; make room there and run the same again`),
    ])

  it.each(['journal:half', 'record:emptied'])('at %s is told, and a rerun finishes', async step => {
    rmSync(dossier, { recursive: true, force: true })
    await rerun(['init', '--states', 'NOR,PER', '--dossier', dossier])
    const env = meddling(folder.at('fill.mjs'), `if (step === '${step}') { ${FILLS} }`)
    told(await entente(adding, { env }))
    // Nor does it open while there is no room, which the embedded database tells in no words.
    if (step === 'journal:half') told(await entente(adding))
    room()
    await rerun(adding)
    expect(await exported(dossier)).toBe(ofMany)
  })

  it('leaves a former backup as it was', async () => {
    const file = join(disk, 'many.backup')
    await rerun(['backup', file, '--dossier', dossier])
    const former = readFileSync(file)
    const env = meddling(folder.at('fill.mjs'), `if (step === 'backup:half') { ${FILLS} }`)
    const full = await entente(['backup', file, '--dossier', dossier], { env })
    expect([full.code, full.err]).toEqual([3, expect.stringContaining(`${file}: the disk is full`)])
    expect(readFileSync(file)).toEqual(former)
    room()
    await rerun(['backup', file, '--dossier', dossier])
    expect((await openBackup(file)).counts.documents).toBe(MANY)
    rmSync(file)
  })
})

it('a folder that can only be read is told', async () => {
  const place = hasDisk ? join(disk, 'dossier') : folder.at('dossier')
  if (!existsSync(place)) await rerun(['add', many, '--dossier', place])
  const setWritable = (isWritable: boolean) =>
    hasDisk
      ? spawnSync('mount', ['-o', `remount,${isWritable ? 'rw' : 'ro'}`, disk])
      : chmodSync(place, isWritable ? 0o755 : 0o555)
  setWritable(false)
  for (const args of [['timeline'], ['add', articles]]) {
    const { code, err } = await here([...args, '--dossier', place])
    expect(code).toBe(3)
    expect(err).toMatch(/dossier: (?:it can only be read; mount it for writing|you may not write there)/)
  }
  setWritable(true)
  expect(await exported(place)).toBe(ofMany)
})

describe('a server that goes away', () => {
  let cluster: Cluster
  const dossier = (name: string): string => `${cluster.url}?schema=${name}`
  beforeAll(async () => {
    cluster = await startCluster({ fsync: true })
  })
  afterAll(() => cluster.remove())

  /** Ends the server as a crash does, the first time that a step is passed, and waits until it is gone. */
  const crashingAt = (step: string) =>
    meddling(
      folder.at('crash.mjs'),
      `if (step !== '${step}' || globalThis.crashed) return
  globalThis.crashed = true
  const file = '${join(cluster.folder, 'home', 'data', 'postmaster.pid')}'
  process.kill(Number(fs.readFileSync(file, 'utf8').split('\\n')[0]), 'SIGQUIT')
  while (fs.existsSync(file)) pause(20)`,
    )

  it('in the midst of adding is told, and a rerun finishes', async () => {
    const args = ['add', many, ...at(dossier('adding'))]
    const { code, err } = await entente(args, { env: crashingAt('commit:applied') })
    expect([code, err]).toEqual([
      3,
      expect.stringMatching(
        /PostgreSQL at 127\.0\.0\.1:\d+: the connection was lost; nothing .* half written/,
      ),
    ])
    expect(err).not.toContain(cluster.password)
    await cluster.start()
    await rerun(args)
    expect(await exported(dossier('adding'))).toBe(ofMany)
  })

  it('in the midst of work is waited for', async () => {
    const place = dossier('working')
    const queue = await openQueue(place, { retryDelay: 0 })
    await queue.close()
    await rerun(['enqueue', many, ...at(place)])
    const args = ['work', '--processes', '1', '--until-empty', ...at(place)]
    const { child, ended } = start(args, { env: crashingAt('work:read') })
    let said = ''
    child.stderr?.on('data', chunk => {
      said += String(chunk)
    })
    while (!said.includes('waiting: ') && child.exitCode === null) await sleep(20)
    await cluster.start()
    const { code, err } = await ended
    // One batch failed and was done again, which is told.
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/waiting: PostgreSQL at .*\n(?:.*\n)*.*the record is made/),
    ])
    expect(await exported(place)).toBe(ofMany)
  })

  it('one connection of which is cut: told, and a rerun finishes', async () => {
    const args = ['add', articles, ...at(dossier('cut'))]
    const env = meddling(
      folder.at('cut.mjs'),
      `if (step !== 'commit:applied') return
  fs.writeFileSync('${folder.at('cut')}', '')
  while (fs.existsSync('${folder.at('cut')}')) pause(20)`,
    )
    const { child, ended } = start(args, { env })
    while (!existsSync(folder.at('cut')) && child.exitCode === null) await sleep(20)
    const { default: pg } = await import('pg')
    const client = new pg.Client({ connectionString: cluster.url })
    await client.connect()
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'entente process %'`,
    )
    await client.end()
    rmSync(folder.at('cut'))
    const { code, err } = await ended
    expect([code, err]).toEqual([3, expect.stringMatching(/the connection was lost; .*run the same again/)])
    await rerun(args)
    expect(await exported(dossier('cut'))).toBe(ofArticles)
  })
})

describe('a clock that is set back', () => {
  const later = new Date(Date.UTC(2022, 10, 20, 12))
  const earlier = new Date(Date.UTC(2020, 0, 5, 12))

  it('changes no order, and dates what is fetched by what it shows', async () => {
    const place = await aSchema()
    const page = (text: string) => async (url: string) => ({
      url,
      type: 'text/html',
      bytes: Buffer.from(
        `<title>${text}</title><p>${text} ${(FORMER['b-round.txt'] ?? '').replace('Round 4', text)}`,
      ),
    })
    const add = (url: string, text: string, now: Date) =>
      done(here(['add', url, ...at(place)], { now: () => now, fetchPage: page(text) }), `add ${url}`)
    await add('https://gazette.example/1', 'First', later)
    await add('https://gazette.example/2', 'Second', earlier)
    const before = await exported(place)
    const { documents }: { documents: { url: string; retrieved: string }[] } = JSON.parse(before)
    expect(Object.fromEntries(documents.map(({ url, retrieved }) => [url.slice(-1), retrieved]))).toEqual({
      1: later.toISOString(),
      2: earlier.toISOString(),
    })
    await rerun(['rebuild', ...at(place)])
    expect(await exported(place)).toBe(before)
  })

  it('lets what was said last hold', async () => {
    const place = await aSchema()
    await rerun(['add', articles, ...at(place)])
    const listed = await done(here(['timeline', '--format', 'json', ...at(place)]), 'timeline')
    const [event]: { id: string }[] = JSON.parse(listed)
    const say = (act: string, now: Date) =>
      done(here(['review', act, event?.id ?? '', ...at(place)], { now: () => now }), act)
    await say('reject', later)
    expect(await exported(place)).not.toContain(`"id":"${event?.id}"`)
    await say('accept', earlier)
    expect(await exported(place)).toContain(`"id":"${event?.id}"`)
  })
})

describe('two processes at once', () => {
  it('in a folder: the second says who has it, and adds when the first has ended', async () => {
    const place = folder.at('shared')
    const env = meddling(folder.at('slow.mjs'), `if (step === 'folder:locked') pause(4000)`)
    const first = start(['add', articles, '--dossier', place], { env })
    while (!existsSync(join(place, 'lock')) && first.child.exitCode === null) await sleep(20)
    const second = await here(['add', articles, '--dossier', place])
    expect([second.code, second.err]).toEqual([
      3,
      expect.stringContaining(
        `pid ${first.child.pid}, has this dossier open: ${place}; try again when it has ended`,
      ),
    ])
    expect((await first.ended).code).toBe(0)
    await rerun(['add', articles, '--dossier', place])
    expect(await exported(place)).toBe(ofArticles)
  })

  it('on a server: both add, and each article is there once', async () => {
    const place = await aSchema()
    await rerun(['init', '--states', 'NOR,PER', ...at(place)])
    const both = await Promise.all([1, 2].map(() => entente(['add', many, ...at(place)])))
    // One may find the other at work on the record, which the next command finishes.
    for (const { code, err } of both)
      if (code !== 0)
        expect([code, err]).toEqual([3, expect.stringMatching(/is at work on the record|keep adding/)])
    expect(both.some(({ code }) => code === 0)).toBe(true)
    expect(await exported(place)).toBe(ofMany)
  })
})

it('a worker that runs out of memory is replaced; what brings it down lies among the dead, alone', async () => {
  const place = await aSchema()
  const queue = await openQueue(place, { retryDelay: 0, retries: 2 })
  const hungry = folder.at('hungry')
  writeTexts(hungry, { ...FORMER, ...LATER, 'c-hungry.txt': 'The text that eats up memory\n\nAll of it.\n' })
  await rerun(['enqueue', hungry, ...at(place)])
  const module = folder.at('hungry.mjs')
  writeFileSync(
    module,
    `const { decode } = TextDecoder.prototype
TextDecoder.prototype.decode = function (...given) {
  const text = decode.apply(this, given)
  const all = []
  while (text.includes('eats up memory')) all.push(new Array(1e7).fill(0.5))
  return text
}
`,
  )
  const env = { NODE_OPTIONS: `--import=${module}` }
  const { err } = await entente(['work', '--processes', '2', '--until-empty', ...at(place)], { env })
  expect(err).toMatch(/worker \d+ fell over \(SIG\w+\); another takes its place/)
  expect((await deadLetters(queue)).map(({ files }) => files)).toEqual([['c-hungry.txt']])
  await queue.close()
  expect(await exported(place)).toBe(ofArticles)
})
