/**
 * How time, store and answers grow with the dossier: articles come in by steps; at each step what one more article
 * takes to be read, coded and stored, what reconciling takes, how quick the workbench answers, and what lies on disk.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bringUpToDate, openSession, type Session, takeIn } from '../src/pipeline.ts'
import type { Document } from '../src/record/types.ts'
import { row, seconds } from './measure.ts'
import { at, serving, timed } from './serving.ts'
import { type Told, tellings } from './worlds.ts'

const BATCH = 64
/** Batches that are measured, the last ones of each step: what one more article takes by then. */
const MEASURED = 16
/** What a screen asks, and searches; each is asked so often. */
const ROUNDS = 5
const QUESTIONS = [
  'api/dossier',
  'api/analyses/index?by=quarter&states=KOR,JPN',
  'api/events?limit=200',
  'api/events?issue=forced-labour&order=newest',
  'api/statements?states=JPN',
  'api/positions?actor=JPN',
  'api/forecasts?status=open',
  'api/documents',
  'api/search?q=court+ruling',
  'api/search?q=%22forced+labour%22',
  'api/search?q=Japan',
]

async function takeBatch(session: Session, batch: readonly Told[]): Promise<void> {
  const { read } = await session.stages()
  const documents: Document[] = []
  for (const { name, page } of batch) {
    const found = await read({ source: name, bytes: Buffer.from(page) })
    documents.push(...found.documents.map(({ document }) => document))
  }
  await takeIn(session, documents)
}

function bytesIn(folder: string): number {
  let sum = 0
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) sum += statSync(join(entry.parentPath, entry.name)).size
  return sum
}

/** Adds what is missing to `upTo`; processor time an article of the last thousand, and of reconciling all of them. */
async function grow(folder: string, articles: AsyncGenerator<Told>, from: number, upTo: number) {
  const session = await openSession(join(folder, '.entente'), { create: true })
  const takes: number[] = []
  for (let n = from; n < upTo; ) {
    const batch: Told[] = []
    while (batch.length < BATCH && n + batch.length < upTo) {
      const next = await articles.next()
      if (next.done) break
      batch.push(next.value)
    }
    if (batch.length === 0) break
    takes.push((await seconds(() => takeBatch(session, batch))) / batch.length)
    n += batch.length
  }
  const settled = await seconds(() => bringUpToDate(session))
  await session.store.close()
  const last = takes.slice(-MEASURED)
  return { each: last.reduce((sum, it) => sum + it, 0) / last.length, settled }
}

async function answers(folder: string): Promise<[median: number, slow: number]> {
  const times: number[] = []
  await serving(folder, async url => {
    for (const path of QUESTIONS) await timed(url + path)
    for (let i = 0; i < ROUNDS; i++) for (const path of QUESTIONS) times.push(await timed(url + path))
  })
  times.sort((a, b) => a - b)
  return [at(times, 0.5), at(times, 0.95)]
}

/** `steps`: numbers of articles, growing. `kept` names a folder to grow in that stays, else one is made and removed. */
export async function benchGrowth(steps: readonly number[], kept: string | undefined): Promise<void> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'entente-bench-'))
  try {
    const articles = tellings(steps.at(-1) ?? 0)
    let [before, first] = [0, 0]
    for (const step of steps) {
      const { each, settled } = await grow(folder, articles, before, step)
      first ||= each
      const ratio = (each / first).toFixed(2)
      const [median, slow] = await answers(folder)
      const bytes = bytesIn(join(folder, '.entente'))
      row(
        `${step} articles: reading, coding, storing one`,
        `${(each * 1000).toFixed(1)} ms`,
        `${ratio} × the first`,
      )
      row(
        '  reconciling all of them',
        `${settled.toFixed(1)} s`,
        'processor time, as are the milliseconds above',
      )
      row('  a question of the workbench, median', `${median.toFixed(0)} ms`, 'on the clock')
      row('    95th percentile', `${slow.toFixed(0)} ms`, 'at most 200 ms is wanted')
      row('  on disk', `${(bytes / 1e6).toFixed(0)} MB`, `${(bytes / step / 1000).toFixed(1)} kB an article`)
      before = step
    }
  } finally {
    if (kept === undefined) rmSync(folder, { recursive: true, force: true })
  }
}
