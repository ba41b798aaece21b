import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, it } from 'vitest'
import { linesOf } from '../../../src/read/archives/lines.ts'
import { headOf } from '../../../src/read/archives/stretches.ts'
import { BEGINNING, type Member } from '../../../src/read/archives/types.ts'
import { LIMITS, read } from '../../../src/read/index.ts'
import { aFolder } from '../../cli/run.ts'

const folder = aFolder()
afterAll(() => folder.remove())

const page = (i: number) =>
  JSON.stringify({
    title: `Round ${i} of the talks`,
    text: `The ministers of Norway and Peru met in Oslo for round ${i} of their talks. ${'They spoke of fish. '.repeat(i % 7)}`,
  })

const LINES = Array.from({ length: 40 }, (_, i) => (i === 17 ? '{"title": broken' : i === 20 ? '' : page(i)))

async function parts(path: string, stretch: number, from = BEGINNING): Promise<Member[]> {
  const found: Member[] = []
  for await (const it of linesOf({ path, ...(await headOf(path, 1_000)) }, from, LIMITS, stretch)) {
    if (it.kind !== 'member') throw new Error(JSON.stringify(it))
    found.push(it)
  }
  return found
}

const readAll = (members: readonly Member[]) =>
  Promise.all(members.map(({ bytes, firstLine }) => read({ source: 'many.ndjson', bytes, firstLine })))

it.each([300, 1_000, 100_000])('parts of %i bytes read as the whole file does', async stretch => {
  for (const end of ['', '\n']) {
    const text = LINES.join('\n') + end
    const whole = await read({ source: 'many.ndjson', bytes: Buffer.from(text) })
    for (const [name, bytes] of [
      ['many.ndjson', Buffer.from(text)],
      ['many.ndjson.gz', gzipSync(text)],
    ] as const) {
      writeFileSync(folder.at(name), bytes)
      const found = await parts(folder.at(name), stretch)
      expect(Buffer.concat(found.map(it => it.bytes)).toString()).toBe(text)
      const results = await readAll(found)
      expect(results.flatMap(({ documents }) => documents)).toEqual(whole.documents)
      expect(results.flatMap(({ problems }) => problems)).toEqual(whole.problems)
      expect(whole.documents.length).toBe(38)
      for (const [i, { next }] of found.entries())
        expect(await parts(folder.at(name), stretch, next)).toEqual(found.slice(i + 1))
    }
  }
})
