import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { read } from '../../src/read/index.ts'

const CASES = new URL('../golden/read/', import.meta.url).pathname

/** Each case: `input.*`, and `expected.json` with what is read of it. A difference is written beside as `expected.json-changed`. */
describe('golden pages', () => {
  for (const name of readdirSync(CASES).sort()) {
    it(name, async () => {
      const folder = join(CASES, name)
      const input = readdirSync(folder).find(file => file.startsWith('input.')) ?? 'input.missing'
      const { documents, problems } = await read({ source: input, bytes: readFileSync(join(folder, input)) })
      const found = {
        documents: documents.map(({ document }) => {
          const { id, copyOf, revisionOf, alsoFrom, retrieved, ...rest } = document
          return { ...rest, text: rest.text.split('\n\n') }
        }),
        problems,
      }
      const expectedFile = join(folder, 'expected.json')
      const changedFile = join(folder, 'expected.json-changed')
      const expected: unknown = existsSync(expectedFile)
        ? JSON.parse(readFileSync(expectedFile, 'utf8'))
        : null
      if (JSON.stringify(found) !== JSON.stringify(expected) && process.env.CI === undefined) {
        writeFileSync(changedFile, `${JSON.stringify(found, null, 2)}\n`)
      } else rmSync(changedFile, { force: true })
      expect(found).toEqual(expected)
    })
  }
})
