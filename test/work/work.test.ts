import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packedEach, record, zipOf } from '../../bench/hostile/made.ts'
import { makeDesk } from '../../src/cli/desk.ts'
import { makeShell } from '../../src/cli/shell.ts'
import { nodeEffects } from '../../src/effects.ts'
import { FORMER } from '../../src/intake.ts'
import { makeRecord, openSession, type Session, takeIn } from '../../src/pipeline.ts'
import { EntenteError } from '../../src/record/errors.ts'
import type { Document } from '../../src/record/types.ts'
import { type Item, openQueue, type Queue } from '../../src/work/queue.ts'
import { BATCHES } from '../../src/work/queues.ts'
import { deadLetters, statusOf } from '../../src/work/status.ts'
import { type Trade, type WorkerEvent, work } from '../../src/work/worker.ts'
import { aFolder, run } from '../cli/run.ts'
import { aSchema } from '../store/server.ts'

const folder = aFolder()
afterAll(() => folder.remove())

const page = (n: number): Item => ({
  source: `round-${n}.txt`,
  firstLine: 1,
  bytes: Buffer.from(
    `Round ${n} of talks\n\nThe Harbour Gazette\nMay ${(n % 27) + 1}, 2021\n\nThe ministers of Norway and Peru met in Oslo on May ${(n % 27) + 1}, 2021 for talks. “We talked for ${n} hours,” Peru’s minister said.\n`,
  ),
})
const pages = (count: number): Item[] => Array.from({ length: count }, (_, i) => page(i))

/** A dossier with its queue and one worker's trade, all closed after the test. */
async function aWorkplace(): Promise<{ place: string; queue: Queue; session: Session; trade: Trade }> {
  const place = await aSchema()
  const session = await openSession(place, { create: true })
  const queue = await openQueue(place, { retryDelay: 1, retries: 1 })
  open.push(
    () => session.store.close(),
    () => queue.close(),
  )
  return { place, queue, session, trade: tradeOf(session) }
}

const html = (text: string): string =>
  `<html><head><title>Talks</title></head><body><p>${text}</p></body></html>`

/** Two articles, and a page that is none. */
const aCrawl = (): Buffer[] => [
  record(0, { type: 'warcinfo', http: null, body: 'x' }),
  record(1, {
    body: html('The ministers of Norway and Peru met in Oslo on May 3, 2021 for talks on salmon.'),
  }),
  record(2, { body: html('Norway signed an agreement with Peru in Lima on June 4, 2021, ministers said.') }),
  record(3, { body: '<html><body></body></html>' }),
]

const open: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const close of open) await close()
})

function tradeOf(session: Session): Trade {
  return {
    session,
    takeIn: documents => takeIn(session, documents),
    reconcile: () => makeRecord(session),
  }
}

let ids = 0
/** Works until nothing is left. */
function workOff(trade: Trade, queue: Queue, tell: (event: WorkerEvent) => void = () => {}) {
  return work(trade, queue, {
    id: `worker-${ids++}`,
    clock: () => performance.now(),
    stopped: () => false,
    untilEmpty: true,
    tell,
  })
}

async function exported(...place: string[]): Promise<string> {
  const { code, out, err } = await run(['export', ...place])
  expect(err).toBe('')
  expect(code).toBe(0)
  return out
}

describe('the workbench', () => {
  it('tells of the queue what the command tells, and of a folder that it has none', async () => {
    const { place, queue, session } = await aWorkplace()
    await queue.put(pages(3))
    const shell = makeShell(nodeEffects())
    const { atWork } = await makeDesk(shell, session, { place })
    const told = await atWork()
    expect(told).toMatchObject({ waiting: { batches: 1, files: 3 }, dead: 0, workers: [] })
    const command = await run(['work', '--status', '--format', 'json', '--database', place])
    const seconds = { ...told?.waiting, oldest: expect.any(Number) }
    expect({ ...JSON.parse(command.out) }).toEqual({ ...told, waiting: seconds })
    const inFolder = await openSession(folder.at('no-queue'), { create: true })
    open.push(() => inFolder.store.close())
    expect(await (await makeDesk(shell, inFolder, { place: folder.at('no-queue') })).atWork()).toBeNull()
  })
})

describe('what workers make', () => {
  let alone: string

  beforeAll(async () => {
    const session = await openSession(folder.at('alone'), { create: true })
    const { read } = await session.stages()
    for (const { source, bytes } of pages(70)) {
      const { documents } = await read({ source, bytes })
      await takeIn(
        session,
        documents.map(({ document }) => document),
      )
    }
    await makeRecord(session)
    await session.store.close()
    alone = await exported('--dossier', folder.at('alone'))
  })

  it('is what one process makes of the same articles, byte for byte', async () => {
    const { place, queue, trade } = await aWorkplace()
    const second = await openSession(place)
    open.push(() => second.store.close())
    await queue.put(pages(70))
    const worked = await Promise.all([workOff(trade, queue), workOff(tradeOf(second), queue)])
    expect(worked.map(({ documents }) => documents).reduce((a, b) => a + b)).toBe(70)
    expect(worked.every(({ batches }) => batches > 0)).toBe(true)
    expect(await exported('--database', place)).toBe(alone)
  })

  it('of archives is what `add` makes of them: with addresses and days, without the pages that are no articles', async () => {
    const crawl = folder.at('crawl')
    mkdirSync(crawl)
    writeFileSync(join(crawl, 'news.warc.gz'), packedEach(aCrawl()))
    writeFileSync(join(crawl, 'pages.zip'), zipOf([{ name: 'a/one.txt', bytes: Buffer.from(page(1).bytes) }]))
    await run(['add', crawl, '--dossier', folder.at('added')])
    const place = await aSchema()
    await run(['init', '--database', place])
    const { out, code } = await run(['enqueue', crawl, '--database', place])
    expect({ out, code }).toEqual({ out: '4 files wait to be read; `entente work` reads them\n', code: 0 })
    const worked = await run(['work', '--processes', '1', '--until-empty', '--database', place])
    expect(worked.code).toBe(0)
    const status = await run(['work', '--status', '--format', 'json', '--database', place])
    expect(JSON.parse(status.out).troubles).toBe(0)
    const there = JSON.parse(await exported('--database', place))
    const record = JSON.parse(await exported('--dossier', folder.at('added')))
    expect(there.documents).toEqual(record.documents)
    expect(there.documents.map(({ url }: { url: string | null }) => url)).toContain('https://news.example/1')
    expect(there.events).toEqual(record.events)
  })

  it('is the same where a worker died between taking in and saying so', async () => {
    const { place, queue, trade } = await aWorkplace()
    await queue.put(pages(70))
    const batch = await queue.take('dying')
    const { read } = await trade.session.stages()
    const documents: Document[] = []
    for (const { source, bytes } of batch?.items ?? [])
      documents.push(...(await read({ source, bytes })).documents.map(({ document }) => document))
    await trade.takeIn(documents)
    await queue.fail('dying', batch?.job ?? '', 'it died')
    await workOff(trade, queue)
    expect(await exported('--database', place)).toBe(alone)
  })

  it('is there while others go on adding', async () => {
    const { queue, session, trade } = await aWorkplace()
    await queue.put(pages(3))
    let meanwhile = 0
    const busy: Session = {
      ...session,
      async stages() {
        // Asked for in the midst of reconciling, after the documents were read from the store.
        if (meanwhile++ === 0) {
          const { documents } = await (await session.stages()).read(page(99))
          await takeIn(
            session,
            documents.map(({ document }) => document),
          )
        }
        return session.stages()
      },
    }
    await workOff({ ...trade, reconcile: async () => true }, queue)
    expect(await makeRecord(busy)).toBe(true)
    expect(meanwhile).toBeGreaterThan(0)
    const events = []
    for await (const event of session.store.facts('event')) events.push(event)
    expect(events.length).toBeGreaterThan(0)
    // Whoever asks reads it as it is; that one document is not in it yet is known.
    expect(await session.store.setting('record')).toBe(FORMER)
  })
})

describe('what goes wrong', () => {
  it('a file that cannot be read is told once, and the others are read', async () => {
    const { queue, trade } = await aWorkplace()
    await queue.put([page(1), { source: 'broken.json', firstLine: 1, bytes: Buffer.from('{"title": ') }])
    const told: WorkerEvent[] = []
    const { documents, failed } = await workOff(trade, queue, event => told.push(event))
    expect({ documents, failed }).toEqual({ documents: 1, failed: 0 })
    expect(told.filter(({ kind }) => kind === 'trouble')).toHaveLength(1)
    const status = await statusOf(queue)
    expect(status.latest.map(({ source }) => source)).toEqual(['broken.json'])
    expect(status.waiting.files).toBe(0)
  })

  it('one that fails every time lies among the dead alone, and can be tried again', async () => {
    const { place, queue, trade } = await aWorkplace()
    await queue.put(pages(5))
    let isMended = false
    const sick: Trade = {
      ...trade,
      takeIn(documents) {
        if (!isMended && documents.some(({ source }) => source === 'round-3.txt'))
          throw new Error('the rules fell over')
        return trade.takeIn(documents)
      },
    }
    const { documents } = await workOff(sick, queue)
    expect(documents).toBe(4)
    const [dead, ...others] = await deadLetters(queue)
    expect(others).toEqual([])
    expect(dead?.files).toEqual(['round-3.txt'])
    expect(dead?.why).toBe('the rules fell over')
    expect((await statusOf(queue)).dead).toBe(1)

    const listed = await run(['work', '--dead', '--database', place])
    expect(listed.out).toContain('round-3.txt')
    isMended = true
    expect((await run(['work', '--requeue', 'all', '--database', place])).out).toBe(
      '1 batch to be tried again\n',
    )
    expect((await workOff(sick, queue)).documents).toBe(1)
    expect(await deadLetters(queue)).toEqual([])
  })

  it('a batch of a worker that gives no sign of life is given back', async () => {
    const { queue, trade } = await aWorkplace()
    await queue.put(pages(2))
    await queue.beat('gone')
    expect(await queue.take('gone')).not.toBe(null)
    expect(await queue.take('other')).toBe(null)
    expect(await queue.beat('other')).toBe(0)
    await queue.query(`update workers set seen = now() - interval '1 hour' where id = 'gone'`)
    expect(await queue.beat('other')).toBe(1)
    await sleep(10)
    expect((await workOff(trade, queue)).documents).toBe(2)
  })

  it('a batch of a process of this machine that fell over is given back at once', async () => {
    const { queue } = await aWorkplace()
    await queue.put(pages(1))
    await queue.beat('gone')
    await queue.take('gone')
    await queue.lost(process.pid)
    const [row] = await queue.query<{ state: string }>(
      'select state::text as state from job where name = $1',
      [BATCHES],
    )
    expect(row?.state).toBe('retry')
  })

  it('into a folder nothing is enqueued', async () => {
    await expect(openQueue(folder.at('no'))).rejects.toThrow(EntenteError)
    const { code, err } = await run(['enqueue', 'x.txt', '--dossier', folder.at('no')])
    expect(code).toBe(2)
    expect(err).toContain('`entente add` reads at once')
  })
})

it('from the command line: enqueue, work, status', async () => {
  const place = await aSchema()
  const database = ['--database', place]
  const example = folder.at('few')
  mkdirSync(example)
  for (const { source, bytes } of pages(3)) writeFileSync(join(example, source), bytes)
  const put = await run(['enqueue', example, ...database])
  expect(put.out).toMatch(/^3 files wait to be read/)
  expect((await run(['work', '--status', ...database])).out).toMatch(/waiting {3}1 batches, \d+ files/)
  const worked = await run(['work', '--processes', '1', '--until-empty', ...database])
  expect(worked.err).toContain('the record is made')
  expect(worked.code).toBe(0)
  const status = JSON.parse((await run(['work', '--status', '--format', 'json', ...database])).out)
  expect(status).toMatchObject({ waiting: { batches: 0, files: 0 }, dead: 0, record: 'at rest', workers: [] })
  await run(['add', example, '--dossier', folder.at('same')])
  expect(await exported(...database)).toBe(await exported('--dossier', folder.at('same')))
})
