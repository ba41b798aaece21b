/** The program as it is used: what an `add` takes, what it leaves on disk, and how memory grows with many articles. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../src/store/index.ts'
import type { Article } from './articles.ts'
import { median, row } from './measure.ts'
import { entente, type Ran } from './program.ts'

function write(folder: string, articles: readonly Article[]): string {
  mkdirSync(folder, { recursive: true })
  for (const { name, page } of articles) writeFileSync(join(folder, name), page)
  return folder
}

const inAll = ({ wall, cpu }: Ran) =>
  [`${wall.toFixed(1)} s`, `${cpu.toFixed(1)} s of processor time`] as const

async function benchOpening(folder: string, times: number): Promise<void> {
  const taken: number[] = []
  for (let i = 0; i < times; i++) {
    const before = performance.now()
    const store = await openStore(join(folder, `new-${i}`), { create: true })
    taken.push(performance.now() - before)
    await store.close()
  }
  row('a new dossier opens in', `${(median(taken) / 1000).toFixed(2)} s`, 'at most 2.5 s are wanted')
}

export async function benchDossiers(articles: readonly Article[], some: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'))
  try {
    await benchOpening(folder, 5)
    const few = write(join(folder, 'few'), articles.slice(0, some))
    const many = write(join(folder, 'many'), articles)
    const start = entente(folder, 'add', few, '--dossier', 'a')
    const whole = entente(folder, 'add', many, '--dossier', 'b')
    const more = articles.length - some
    console.log(`\`entente add\` of ${articles.length} articles in files, into a new dossier:`)
    row('all of it', ...inAll(whole))
    const rate = more / (whole.cpu - start.cpu)
    row(`once warm (without the first ${some})`, `${rate.toFixed(0)}/s`, 'a core; at least 40 are wanted')
    row(
      'memory at its most',
      `${whole.megabytes.toFixed(0)} MB`,
      `${start.megabytes.toFixed(0)} MB at ${some}; at most 600`,
    )
    const again = entente(folder, 'add', few, '--dossier', 'b')
    row(`adding ${some} that are known`, ...inAll(again))
    row('the chronology of all', ...inAll(entente(folder, 'timeline', '--dossier', 'b')))
    const { out } = entente(folder, 'doctor', '--dossier', 'b')
    row('in the store, an article', '', /[\d.]+ rows and [\d.]+ kB/.exec(out)?.[0] ?? out)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
