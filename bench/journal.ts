/** What it costs to wait until the disk has a batch: milliseconds a batch, and the share of adding. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bringUpToDate, openSession, takeIn } from '../src/pipeline.ts'
import type { Document } from '../src/record/types.ts'
import { onStep } from '../src/steps.ts'
import type { Article } from './articles.ts'
import { median, row, seconds } from './measure.ts'

/** As `add` takes them in. */
const BATCH = 64

async function addAll(place: string, articles: readonly Article[]): Promise<void> {
  const session = await openSession(place, { create: true })
  const { read } = await session.stages()
  for (let i = 0; i < articles.length; i += BATCH) {
    const documents: Document[] = []
    for (const { name, page } of articles.slice(i, i + BATCH))
      documents.push(
        ...(await read({ source: name, bytes: Buffer.from(page) })).documents.map(it => it.document),
      )
    await takeIn(session, documents)
  }
  await bringUpToDate(session)
  await session.store.close()
}

export async function benchJournal(articles: readonly Article[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'))
  const waits: number[] = []
  let written = 0
  onStep(step => {
    if (step === 'journal:written') written = performance.now()
    if (step === 'journal:synced') waits.push(performance.now() - written)
  })
  try {
    const took = await seconds(() => addAll(join(folder, 'dossier'), articles))
    const waited = waits.reduce((a, b) => a + b, 0)
    console.log(`${articles.length} articles into a folder, ${waits.length} batches:`)
    row(
      'until the disk has a batch',
      `${median(waits).toFixed(1)} ms`,
      `${Math.max(...waits).toFixed(1)} ms at most`,
    )
    row(
      'of the whole of adding',
      `${((100 * waited) / took).toFixed(2)} %`,
      `${(took / 1000).toFixed(1)} s on the clock`,
    )
  } finally {
    onStep(null)
    rmSync(folder, { recursive: true, force: true })
  }
}
