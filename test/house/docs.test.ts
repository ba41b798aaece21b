/** The check of the docs can fail: a block that shows something else than what is printed is found. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'entente-docs-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function check(...lines: string[]) {
  const file = join(folder, 'page.md')
  writeFileSync(file, ['# A page', '```console', ...lines, '```', '```sh', '$ false', '```', ''].join('\n'))
  const ran = spawnSync(process.execPath, [join(root, 'scripts/docs.mjs'), relative(root, file)], {
    encoding: 'utf8',
  })
  return { code: ran.status, last: ran.stdout.trim().split('\n').at(-1), out: ran.stdout }
}

it.each([
  [['$ echo one two', 'one two']],
  [['$ echo one   two', 'one two']],
  [['$ printf "a\\nb\\nc\\n"', 'a', '…', 'c']],
  [['$ printf "a\\nb\\nc\\n"', '…', 'b', '…']],
  [['$ echo in 12 seconds', 'in … seconds']],
  [['$ echo any']],
  [['$ echo kept > file', '$ cat file', 'kept']],
])('%j is true', lines => {
  const { code, last, out } = check(...lines)
  expect(out).not.toContain('!!')
  expect(last).toMatch(/^[12] passed, 0 failed$/)
  expect(code).toBe(0)
})

it.each([
  [['$ echo one', 'two']],
  [['$ printf "a\\nb\\n"', 'a']],
  [['$ printf "a\\nb\\n"', 'a', '…', 'c']],
  [['$ echo in 12 seconds', 'in … minutes']],
  [['$ exit 3']],
])('%j is not', lines => {
  const { code, last, out } = check(...lines)
  expect(out).toContain('page.md:3')
  expect(last).toBe('0 passed, 1 failed')
  expect(code).toBe(1)
})
