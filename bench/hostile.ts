/** Ten thousand inputs that mean no good: how many crash the program or hold it up, and how long the slowest takes. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { inputOf, openArchive } from '../src/read/archives/index.ts'
import { read } from '../src/read/index.ts'
import { CORPUS } from './hostile/corpus.ts'
import { judge, type Verdict } from './hostile/judge.ts'
import { type Mutant, mutants } from './hostile/mutants.ts'
import { seeds } from './hostile/seeds.ts'
import { row } from './measure.ts'

const program = { read, inputOf, openArchive }
const root = fileURLToPath(new URL('../../', import.meta.url))

/** All of them together would not fit into memory. */
function* some(count: number, seed: number): Generator<Mutant> {
  const arbitrary = mutants(seeds(root))
  for (let done = 0; done < count; done += 100)
    yield* fc.sample(arbitrary, { numRuns: Math.min(100, count - done), seed: seed * 1_000_003 + done })
}

class Tally {
  count = 0
  documents = 0
  crashed = 0
  stalled = 0
  longest = 0
  readonly codes = new Map<string, number>()
  readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  take({ name, bytes }: Mutant, { documents, codes, faults, longest }: Verdict): void {
    this.count++
    this.documents += documents.length > 0 ? 1 : 0
    this.longest = Math.max(this.longest, longest)
    for (const code of new Set(codes)) this.codes.set(code, (this.codes.get(code) ?? 0) + 1)
    if (faults.length === 0) return
    const stalls = faults.some(fault => fault.startsWith('stalled'))
    this[stalls ? 'stalled' : 'crashed']++
    const kept = join(tmpdir(), `entente-hostile-${this.count}-${name.replace(/[^\w.-]/g, '-').slice(0, 40)}`)
    writeFileSync(kept, bytes)
    console.log(`${kept}: ${faults.join('; ').slice(0, 600)}`)
  }

  print(): void {
    row('inputs', String(this.count))
    row('gave a document', String(this.documents))
    row('crashed, or gave what must not be', String(this.crashed), '0 are wanted')
    row(
      'took longer than 2 s',
      String(this.stalled),
      `0 are wanted; the longest took ${Math.round(this.longest)} ms`,
    )
    const codes = [...this.codes].sort((a, b) => b[1] - a[1]).map(([code, n]) => `${code} ${n}`)
    row('answers', '', codes.join(', '))
  }
}

export async function benchHostile(count: number, seed: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-hostile-'))
  const tally = new Tally(folder)
  try {
    const named = Object.entries(CORPUS)
    const before = performance.now()
    for (const [name, make] of named) {
      const bytes = Buffer.from(make())
      tally.take({ name, bytes }, await judge(program, folder, name, bytes))
    }
    console.log(`${named.length} inputs by name, in ${((performance.now() - before) / 1000).toFixed(0)} s:`)
    tally.print()
    const made = new Tally(folder)
    const start = performance.now()
    for (const mutant of some(count, seed))
      made.take(mutant, await judge(program, folder, mutant.name, mutant.bytes))
    console.log(
      `${count} inputs made by chance (seed ${seed}), in ${((performance.now() - start) / 1000).toFixed(0)} s:`,
    )
    made.print()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
