/** The check of the docs can fail: a block that shows something else than what is printed is found. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const blocks: {
  matches(expected: string[], lines: string[]): boolean
  patched(text: string, lines: string[]): string | null
} = await import(new URL('../../scripts/docs/blocks.mjs', import.meta.url).href)

const folder = mkdtempSync(join(tmpdir(), 'entente-docs-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('what is shown against what is printed', () => {
  it.each([
    [['one two'], ['one   two']],
    [
      ['one two', '  ┃ three'],
      ['one', 'two', '┃ three'],
    ],
    [
      ['a', '…', 'c'],
      ['a', 'b', 'b', 'c'],
    ],
    [
      ['…', 'b', '…'],
      ['a', 'b', 'c'],
    ],
    [['in … seconds'], ['in 12 seconds']],
    [['… in … seconds'], ['done in 12 seconds']],
    [[], ['any']],
  ])('%j is true of %j', (expected, lines) => expect(blocks.matches(expected, lines)).toBe(true))

  it.each([
    [['two'], ['one']],
    [['a'], ['a', 'b']],
    [
      ['a', '…', 'c'],
      ['a', 'b'],
    ],
    [['in … minutes'], ['in 12 seconds']],
    [['one'], ['one', 'two']],
  ])('%j is not of %j', (expected, lines) => expect(blocks.matches(expected, lines)).toBe(false))
})

it('puts lines in where the others stand, in their order', () => {
  const text = 'one\n  two\nthree\nfour\n'
  expect(blocks.patched(text, [' two', '+half', '…', '-four', '+five'])).toBe(
    'one\n two\nhalf\nthree\nfive\n'.replace(' two', 'two'),
  )
  expect(blocks.patched(text, [' two', '+half', ' four'])).toBeNull()
  expect(blocks.patched(text, [' four', '…', ' one'])).toBeNull()
})

it('does what a document asks, and counts what went otherwise', () => {
  const file = join(folder, 'page.md')
  const page = [
    '```ts src/a.ts',
    'one',
    '```',
    '```diff src/a.ts',
    ' one',
    '+two',
    '```',
    '```console',
    '$ cat src/a.ts',
    'one',
    'two',
    '$ exit 3',
    '```',
    '```diff src/a.ts',
    ' three',
    '+four',
    '```',
    '```sh',
    '$ exit 4',
    '```',
  ]
  writeFileSync(file, page.join('\n'))
  const ran = spawnSync(process.execPath, [join(root, 'scripts/docs.mjs'), relative(root, file)], {
    encoding: 'utf8',
  })
  expect(ran.stdout).toMatch(/!! .*page\.md:12 {2}\$ exit 3\n +it ended with 3/)
  expect(ran.stdout).toMatch(
    /!! .*page\.md:14 {2}changes src\/a\.ts\n +the lines around do not stand there\n +→ mend/,
  )
  expect(ran.stdout.trim().split('\n').at(-1)).toBe('3 passed, 2 failed')
  expect(ran.status).toBe(1)
})
