import { writeFileSync } from 'node:fs'
import { afterAll, expect, it } from 'vitest'
import { partsOf } from '../../src/cli/parts.ts'
import { read } from '../../src/read/index.ts'
import { listOf } from '../../src/record/facts.ts'
import { aFolder } from './run.ts'

const folder = aFolder()
afterAll(() => folder.remove())

const page = (i: number) =>
  JSON.stringify({
    title: `Round ${i} of the talks`,
    text: `The ministers of Norway and Peru met in Oslo for round ${i} of their talks. ${'They spoke of fish. '.repeat(i % 7)}`,
  })

it.each([300, 1_000, 100_000])('parts of %i bytes read as the whole file does', async stretch => {
  const lines = Array.from({ length: 40 }, (_, i) =>
    i === 17 ? '{"title": broken' : i === 20 ? '' : page(i),
  )
  const path = folder.at('many.ndjson')
  for (const end of ['', '\n']) {
    writeFileSync(path, lines.join('\n') + end)
    const parts = await listOf(partsOf(path, stretch))
    expect(Buffer.concat(parts.map(({ bytes }) => bytes)).toString()).toBe(lines.join('\n') + end)
    const whole = await read({ source: 'many.ndjson', bytes: Buffer.from(lines.join('\n') + end) })
    const results = await Promise.all(parts.map(part => read({ source: 'many.ndjson', ...part })))
    expect(results.flatMap(({ documents }) => documents)).toEqual(whole.documents)
    expect(results.flatMap(({ problems }) => problems)).toEqual(whole.problems)
    expect(whole.documents.length).toBe(38)
  }
})
