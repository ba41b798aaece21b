/** Each house rule is seen to fail on a checkout that breaks it, and to pass on one that does not. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'

interface Rule {
  name: string
  mend: string
  check(house: unknown): { breaches: { where: string; what: string }[] }
}

const scripts = new URL('../../scripts/', import.meta.url)
const { makeHouse }: { makeHouse(root: string): unknown } = await import(
  new URL('house/house.mjs', scripts).href
)
const ruleOf = async (name: string): Promise<Rule> =>
  (await import(new URL(`house/${name}.mjs`, scripts).href))[name]

const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

function checkout(files: { [path: string]: string }): string {
  const root = mkdtempSync(join(tmpdir(), 'entente-house-'))
  made.push(root)
  for (const [path, text] of Object.entries({ 'package-lock.json': '{"packages":{}}', ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

/** Breaches of one rule, a line each. */
async function look(files: { [path: string]: string }, rule: string): Promise<string[]> {
  const { breaches } = (await ruleOf(rule)).check(makeHouse(checkout(files)))
  return breaches.map(({ where, what }) => `${where}  ${what}`)
}

function run(root: string, rule: string, env: { [name: string]: string } = {}) {
  const args = [fileURLToPath(new URL('house.mjs', scripts)), '--root', root, rule]
  const ran = spawnSync(process.execPath, args, { encoding: 'utf8', env: { ...process.env, ...env } })
  return { code: ran.status, out: ran.stdout + ran.stderr }
}

const lines = (count: number) => 'export const a = 1\n'.repeat(count)
const sentence = 'The envoy walked home slowly along the river because no train was running that night'

const CASES: [
  rule: string,
  wrong: { [path: string]: string },
  says: string,
  right: { [path: string]: string },
][] = [
  [
    'stages',
    { 'src/read/a.ts': "import { b } from '../store/b.ts'\n" },
    'src/read/a.ts:1  read imports store',
    { 'src/read/a.ts': "import { b } from '../record/b.ts'\n" },
  ],
  [
    'stages',
    { 'src/export/a.ts': "import { b } from '../understand/b.ts'\n" },
    'export imports understand',
    { 'src/export/a.ts': "import type { B } from '../understand/b.ts'\n" },
  ],
  ['stages', { 'src/extras/a.ts': '' }, 'extras is no part of the tree', { 'src/text/a.ts': '' }],
  [
    'cycles',
    {
      'src/text/a.ts': "import { b } from './b.ts'\n",
      'src/text/b.ts': "export { c } from './c.ts'\n",
      'src/text/c.ts': "import type { A } from './a.ts'\n",
    },
    'src/text/a.ts → src/text/b.ts → src/text/c.ts → src/text/a.ts',
    { 'src/text/a.ts': "import { b } from './b.ts'\n", 'src/text/b.ts': '' },
  ],
  [
    'cycles',
    {
      'web/src/parts/a.tsx': "export const B = lazy(() => import('../b.tsx'))\n",
      'web/src/b.tsx': "import type { A } from './parts/a.tsx'\n",
    },
    'web/src/b.tsx → web/src/parts/a.tsx → web/src/b.tsx',
    {
      'web/src/parts/a.tsx': "import type { B } from '../../../src/record/b.ts'\n",
      'src/record/b.ts': 'export type B = 1\n',
    },
  ],
  [
    'printing',
    { 'src/text/a.ts': 'console.log(1)\nprocess.stdout.write("")\n' },
    'a.ts:2  process.stdout.write',
    { 'src/cli/a.ts': 'console.log(1)\n' },
  ],
  [
    'network',
    { 'src/read/a.ts': "await fetch('x')\nimport 'node:https'\n" },
    'a.ts:1  uses fetch',
    { 'src/effects.ts': "await fetch('x')\n", 'src/read/b.ts': 'prefetch("x")\n' },
  ],
  [
    'determinism',
    {
      'src/text/a.ts':
        'const a = "a".localeCompare("b")\nconst b = new Date()\nconst c = new Intl.Segmenter()\n',
    },
    'a.ts:3  Intl.Segmenter',
    { 'src/effects.ts': 'const b = new Date()\n', 'src/text/b.ts': 'const b = Date.UTC(2020, 1)\n' },
  ],
  [
    'types',
    { 'src/text/a.ts': 'const a: any = 1\nconst b = a as string\nconst c = b!\n' },
    'a.ts:2  as string',
    { 'src/text/a.ts': 'const a = [1] as const\nconst b = !a\n' },
  ],
  [
    'types',
    { 'web/src/a.tsx': 'const a = <b title={c as string}>{d!}</b>\nconst e = (f: any) => f\n' },
    'a.tsx:1  as string',
    { 'web/src/a.tsx': 'const a = <b title={!c}>! as any</b>\nconst d = [1] as const\n' },
  ],
  ['sizes', { 'src/text/a.ts': lines(401) }, 'src/text/a.ts  401 lines', { 'src/text/a.ts': lines(400) }],
  [
    'sizes',
    { 'src/text/a.ts': `function f() {\n${'g()\n'.repeat(80)}}\n` },
    'a function of 82 lines',
    { 'src/text/a.ts': `function f() {\n${'g()\n'.repeat(78)}}\n` },
  ],
  ['sizes', { 'web/src/a.ts': lines(401) }, 'web/src/a.ts  401 lines', { 'web/src/a.ts': lines(400) }],
  [
    'sizes',
    { 'web/src/a.tsx': `const A = () => (\n  <b>\n${'<i />\n'.repeat(78)}</b>\n)\n` },
    'web/src/a.tsx:1  a function of 82 lines',
    { 'web/src/a.tsx': `const A = () => (\n  <b>\n${'<i />\n'.repeat(76)}</b>\n)\n` },
  ],
  [
    'expressions',
    { 'src/text/a.ts': 'const a = /^(a+)+$/\n' },
    'exponential',
    { 'src/text/a.ts': 'const a = /^a+$/\n' },
  ],
  [
    'expressions',
    { 'src/text/a.ts': 'const a = /^x\\s*;?\\s*$/\n' },
    'polynomial',
    { 'src/text/a.ts': 'const a = /^x(?:\\s*;)?$/\n' },
  ],
  [
    'examples',
    { 'src/knowledge/data/moods.tsv': '# moods\nmood\texample\nsad\tWe wept.\n' },
    'moods.tsv  has a column `example`',
    {
      'src/knowledge/data/moods.tsv': 'mood\texample\n',
      'test/moods.test.ts': "readTable('moods').map(row => row.example)\n",
    },
  ],
  [
    'figures',
    {
      'docs/method.md':
        '<!-- measured -->\n| F1 | a, 2 documents |\n|---|---|\n| events | 0.62 (5 right) |\n<!-- end -->\n',
      'test/score/floors.json': '{"a":{"scores":{"events":0.619}}}',
    },
    'tells 0.62 of events on a, whose floor is 0.619',
    {
      'docs/method.md':
        '<!-- measured -->\n| F1 | a, 2 documents |\n|---|---|\n| events | 0.61 (5 right) |\n<!-- end -->\n',
      'test/score/floors.json': '{"a":{"scores":{"events":0.619}}}',
    },
  ],
  [
    'links',
    { 'docs/a.md': 'See [there](b.md#top) and `src/gone.ts`.\n' },
    'docs/a.md:1  points at b.md',
    { 'docs/a.md': 'See [there](b.md#top) and [site](https://example.org/x.md).\n', 'docs/b.md': '' },
  ],
  [
    'outside',
    { 'a.ts': `const a = '${['', 'home', 'kim', 'entente'].join('/')}'\n` },
    'a.ts:1  a path of one machine',
    { 'a.ts': "const a = 'src/home/kim' // https://example.org/home/kim\n" },
  ],
  [
    'lock',
    { 'package-lock.json': '{"packages":{"node_modules/a":{"resolved":"https://npm.example.org/a.tgz"}}}' },
    'a is tied to',
    {},
  ],
  [
    'lock',
    {
      'package-lock.json':
        '{"packages":{"node_modules/a":{"optionalDependencies":{"a-darwin-arm64":"1.0.0"}}}}',
    },
    'lacks a-darwin-arm64',
    {
      'package-lock.json':
        '{"packages":{"node_modules/a":{"optionalDependencies":{"b":"1.0.0"}},"node_modules/a/node_modules/b":{}}}',
    },
  ],
]

it.each(CASES)('%s', async (rule, wrong, says, right) => {
  expect((await look(wrong, rule)).join('\n')).toContain(says)
  expect(await look(right, rule)).toEqual([])
})

it('says what to do about a breach, and ends non-zero', () => {
  const broken = run(checkout({ 'src/text/a.ts': 'console.log(1)\n' }), 'printing')
  expect(broken.out).toContain('src/text/a.ts:1  console.log')
  expect(broken.out).toContain('→ Return the value')
  expect(broken.out).toContain('0 passed, 1 failed')
  expect(broken.code).toBe(1)
  const whole = run(checkout({ 'src/cli/a.ts': 'console.log(1)\n' }), 'printing')
  expect(whole.out).toContain('1 passed, 0 failed')
  expect(whole.code).toBe(0)
})

it('finds the words of a corpus, not a phrase of it', () => {
  const corpus = checkout({ 'seeds/a.txt': `<p>${sentence}.</p>` })
  const env = { ENTENTE_CORPUS: corpus }
  const half = sentence.split(' ').slice(0, 8).join(' ')
  expect(run(checkout({ 'a.md': sentence.replaceAll(' ', '\n') }), 'corpus', env).out).toContain('!!  corpus')
  expect(run(checkout({ 'a.md': half }), 'corpus', env).code).toBe(0)
})

it('says which rules there are when asked for another one', () => {
  const { code, out } = run(checkout({}), 'tidiness')
  expect(code).toBe(2)
  expect(out).toContain('no rule "tidiness"; there are stages, cycles')
})
