/** The sample dossiers as the program reads them, and what a score of them was measured on. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Record } from '../../src/record/types.ts'
import { MEASURES, type Measure } from './board.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
export const DOSSIERS = ['athens-ankara', 'seoul-tokyo'] as const
export const keysOf = (dossier: string): string => join(root, 'test/score', dossier)
const exampleOf = (dossier: string): string =>
  dossier === 'elsewhere' ? keysOf(dossier) : join(root, 'examples', dossier)

/** What nothing is fitted on: the misses in these documents are not looked at, only their totals. */
const isHeldOut = (document: string): boolean =>
  Number.parseInt(createHash('sha1').update(document).digest('hex').slice(-1), 16) % 2 === 1

/** Its keys hold no positions, three drivers, and nothing that several articles tell. */
const ELSEWHERE = MEASURES.filter(name => !['positions', 'drivers', 'merging'].includes(name))

/** Keys that are scored together. "elsewhere" are articles about other pairs of states, and no dossier of ours. */
export const SETS: {
  name: string
  dossier: string
  hidden: boolean
  holds: (document: string) => boolean
  /** What its keys are full enough for. */
  measures: readonly Measure[]
}[] = [
  ...DOSSIERS.map(dossier => ({
    name: dossier,
    dossier,
    hidden: false,
    holds: () => true,
    measures: MEASURES,
  })),
  {
    name: 'elsewhere',
    dossier: 'elsewhere',
    hidden: false,
    holds: document => !isHeldOut(document),
    measures: ELSEWHERE,
  },
  { name: 'elsewhere, held out', dossier: 'elsewhere', hidden: true, holds: isHeldOut, measures: ELSEWHERE },
]

/** Each dossier in a process of its own, since a process serves the knowledge of one. */
export function entente(...args: string[]): string {
  const ran = spawnSync(process.execPath, [join(root, 'bin/entente.js'), ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  if (ran.status !== 0) throw new Error(`entente ${args[0]} ended with ${ran.status}: ${ran.stderr}`)
  return ran.stdout
}

/** Adds the sample's documents to a new dossier in `folder`. */
export function addSample(dossier: string, folder: string): void {
  mkdirSync(folder, { recursive: true })
  cpSync(join(exampleOf(dossier), 'dossier.yaml'), join(folder, 'dossier.yaml'))
  entente('add', join(exampleOf(dossier), 'documents'), '--dossier', folder)
}

/** The record of a new dossier with the sample's documents, with all texts. */
export function recordOf(dossier: string, folder: string): Record {
  addSample(dossier, folder)
  return JSON.parse(entente('export', '--format', 'json', '--text', 'full', '--dossier', folder))
}

/** Hash of the documents, the dossier's own file and the keys: a floor holds for these alone. */
export function measuredOn(dossier: string): string {
  const hash = createHash('sha256')
  for (const folder of [exampleOf(dossier), join(exampleOf(dossier), 'documents'), keysOf(dossier)]) {
    const files = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isFile())
    for (const name of files.map(entry => entry.name).sort()) {
      if (name !== 'README.md') hash.update(name).update(readFileSync(join(folder, name)))
    }
  }
  return hash.digest('hex').slice(0, 16)
}
