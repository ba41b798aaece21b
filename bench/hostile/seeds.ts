import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { CORPUS } from './corpus.ts'
import { HTML, packedEach, record, tarOf, zipOf } from './made.ts'
import type { Mutant } from './mutants.ts'

/** Larger ones would be changed in places that say little. */
const LARGEST = 60_000

const records = [1, 2, 3].map(n => record(n))
const files = [1, 2, 3].map(n => ({ name: `${n}.html`, bytes: HTML(n) }))
const line = (n: number): string =>
  `${JSON.stringify({ id: n, title: `Round ${n}`, text: `The ministers met in Oslo for round ${n}.` })}\n`

const ARCHIVES: readonly Mutant[] = [
  { name: 'a.warc', bytes: Buffer.concat(records) },
  { name: 'a.warc.gz', bytes: packedEach(records) },
  { name: 'whole.warc.gz', bytes: gzipSync(Buffer.concat(records)) },
  { name: 'a.zip', bytes: zipOf(files) },
  { name: 'a.tar', bytes: tarOf(files) },
  { name: 'a.tgz', bytes: gzipSync(tarOf(files)) },
  { name: 'a.ndjson', bytes: Buffer.from([1, 2, 3].map(line).join('')) },
  { name: 'a.ndjson.gz', bytes: gzipSync([1, 2, 3].map(line).join('')) },
  { name: 'a.html.gz', bytes: gzipSync(HTML(1)) },
]

function written(folder: string): Mutant[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  const paths = names.map(name => join(folder, name)).filter(path => statSync(path).isFile())
  return paths
    .filter(path => /(?:documents[\\/]|input\.)/.test(path))
    .map(path => ({ name: basename(path), bytes: readFileSync(path) }))
}

/** One input of each kind there is: the articles written for the project, archives, and what means no good. */
export function seeds(root: string): Mutant[] {
  const bad = Object.entries(CORPUS).map(([name, make]) => ({ name, bytes: Buffer.from(make()) }))
  const good = ['examples', 'test/golden/read'].flatMap(folder => written(join(root, folder)))
  return [...good, ...ARCHIVES, ...ARCHIVES, ...bad].filter(({ bytes }) => bytes.length <= LARGEST)
}
