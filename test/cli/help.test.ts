import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSchema } from '../store/server.ts'
import { ARTICLES } from './articles.ts'
import { gdeltRow } from './events.ts'
import { aFolder, run } from './run.ts'

const folder = aFolder()
const sample = fileURLToPath(new URL('../../examples/seoul-tokyo', import.meta.url))

/** Runs an example as a shell would: `echo '…' | entente code`, `entente brief > brief.md`. */
function runExample(example: string) {
  const [, input, command = example] = /^echo '(.*)' \| (.*)$/.exec(example) ?? []
  const words = command
    .replace(/ > .*/, '')
    .split(' ')
    .slice(1)
    .map(word => (word.startsWith('postgres://') ? database : word))
  const isPlace = (word: string, i: number) =>
    existsSync(folder.at(word)) || word.includes('*') || words[i - 1] === '--dossier'
  const args = words.map((word, i) => (isPlace(word, i) ? folder.at(word) : word))
  const isNamed =
    words.includes('--dossier') || words.includes('--database') || ['read', 'demo'].includes(args[0] ?? '')
  const dossier = isNamed ? [] : ['--dossier', folder.at('.entente')]
  // More than one would be processes of their own, which tests of `work` start.
  const alone = args[0] === 'work' ? ['--processes', '1'] : []
  return run([...args, ...alone, ...dossier], { stdin: input ?? '' })
}

async function commandNames(): Promise<string[]> {
  const { out } = await run(['--help'])
  const names = Array.from(out.matchAll(/^ {2}([a-z]+) (?:\[|<)/gm), match => match[1] ?? '')
  return names.filter(name => name !== 'help')
}

const names = await commandNames()
let database = ''

beforeAll(async () => {
  database = await aSchema()
  // A third of them will do: every command is run, and most of them more than once.
  const isTaken = (path: string) => !/\/0\d\d-/.test(path) || /\/0\d[147]-/.test(path)
  cpSync(sample, folder.at('articles'), { recursive: true, filter: isTaken })
  mkdirSync(folder.at('more'))
  writeFileSync(folder.at('20230316.export.CSV'), gdeltRow(1, '20230316', 'JPN', 'KOR', '2.8'))
  for (const name of ['more/two.html', 'page.html', '05-summit.html']) {
    writeFileSync(folder.at(name), (ARTICLES['two.html'] ?? '').replaceAll('salmon', name))
  }
  writeFileSync(folder.at('thaw.backup'), '')
  await runExample('entente init --states KOR,JPN')
  await runExample('entente add articles/ more/ 05-summit.html')
  await run(['init', '--states', 'KOR,JPN', '--database', database])
})
afterAll(() => folder.remove())

describe('--help', () => {
  it('lists every command', () => {
    expect(names.length).toBeGreaterThanOrEqual(18)
  })

  it.each(names.filter(name => !['demo', 'serve', 'move'].includes(name)))(
    'of %s has an example that runs',
    async name => {
      const { code, out } = await run([name, '--help'])
      expect(code).toBe(0)
      const examples = Array.from(out.matchAll(/^ {2}\$ (.+)$/gm), match => match[1] ?? '')
      expect(examples.length).toBeGreaterThan(0)
      if (name === 'init') rmSync(folder.at('.entente/dossier.yaml'))
      for (const example of examples) {
        const { code, out, err } = await runExample(example)
        expect({ example, code, err: code === 0 ? '' : err }).toEqual({ example, code: 0, err: '' })
        expect(err === '' ? out : err).toMatch(
          err === '' ? /./ : /^(no|nothing|restoring|reconciling|worker \d)/,
        )
      }
    },
  )
})

describe('wrong usage', () => {
  it.each([
    [['timelines'], /unknown command 'timelines'/],
    [['timeline', '--form', '2022'], /unknown option '--form'/],
    [['timeline', '--from', '2022-02-30'], /"2022-02-30" is not a date/],
    [['timeline', '--states', 'KOREA'], /"KOREA" is not a code/],
    [['timeline', '--min-confidence', '2'], /not a number from 0 to 1/],
    [['timeline', '--format', 'xml'], /Allowed choices are/],
    [['add'], /missing required argument/],
    [['add', 'x', '--limit', 'height=3'], /NAME one of bytes/],
    [['code', '--only', 'verbs'], /"verbs" is none of sentences/],
    [['timeline', '--dossier', '/nowhere/at/all'], /there is no dossier in \/nowhere\/at\/all/],
  ])('%j exits 2 and says why', async (args, message) => {
    const { code, out, err } = await run(args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(message)
  })

  it('without any command, help is shown', async () => {
    const { code, err } = await run([])
    expect(code).toBe(2)
    expect(err).toContain('Usage: entente')
  })
})
