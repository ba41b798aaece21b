import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expand, type Input } from '../../src/cli/inputs.ts'
import { writeArticles } from './articles.ts'
import { aFolder, type Ran, run } from './run.ts'

const folder = aFolder()
beforeAll(() => writeArticles(folder.path))
afterAll(() => folder.remove())

const isRoot = process.getuid?.() === 0

async function listed(...names: string[]): Promise<Input[]> {
  const found: Input[] = []
  for await (const input of expand(names)) found.push(input)
  return found
}

const BAD: { readonly [name: string]: () => Uint8Array | string } = {
  'empty.txt': () => '',
  'blank.html': () => '   \n\n\t ',
  'binary.txt': () => Uint8Array.from({ length: 20_000 }, (_, i) => (i * 7919 + 13) % 256),
  'broken.json': () => '{"title": {"rendered": "Norway and P',
  'broken.xml': () => '<?xml version="1.0"?><rss><channel><item><title>No',
  'huge.html': () => `<html><body><p>${'Norway met Peru again. '.repeat(2_300_000)}</p></body></html>`,
  'line.txt': () => 'a'.repeat(10_500_000),
  'deep.html': () => `<html><body>${'<div>'.repeat(100_000)}Norway${'</div>'.repeat(100_000)}</body></html>`,
}

// How long each takes is measured by `npm run bench -- --only hostile`.
describe('files that cannot be read', () => {
  const names = Object.keys(BAD)
  let ran: Ran
  let documents: unknown[]

  // Beside these, a slow machine is told now and then how far it is.
  const faults = () => ran.err.split('\n').filter(line => /: E_/.test(line))

  beforeAll(async () => {
    for (const [name, content] of Object.entries(BAD)) writeFileSync(folder.at(name), content())
    const dossier = folder.at('dossier-bad')
    const bad = names.map(name => folder.at(name))
    ran = await run(['add', '--dossier', dossier, folder.at('one.txt'), ...bad, folder.at('two.html')])
    documents = JSON.parse((await run(['export', '--dossier', dossier])).out).documents
  })

  it('do not keep the others from being added, and are counted', () => {
    expect(ran.code).toBe(1)
    expect(ran.out).toContain('2 documents added')
    expect(ran.out).toContain(`${names.length} failed`)
    expect(documents.length).toBe(2)
    expect(faults().length).toBe(names.length)
  })

  it.each(names)('%s is told in one line, with its code', name => {
    const lines = faults().filter(line => line.includes(name))
    expect(lines.length).toBe(1)
    expect(lines[0]).toMatch(new RegExp(`${name}: E_[A-Z_]+: .+`))
  })
})

describe('what is not there, or cannot be reached', () => {
  it('a file that vanishes after it was listed', async () => {
    writeArticles(folder.at('vanishing'))
    const { readBytes, failureOf } = await import('../../src/cli/inputs.ts')
    const path = folder.at('vanishing/gone.txt')
    const failure = await readBytes(path, 1_000).catch(error => failureOf(path, error))
    expect(failure).toMatchObject({ code: 'E_NOT_FOUND', message: 'it is not there' })
  })

  it('a name that nothing has, and a glob that nothing matches', async () => {
    expect(await listed(folder.at('nothing.txt'), folder.at('*.nothing'))).toMatchObject([
      { kind: 'failed', code: 'E_NOT_FOUND', message: 'it is not there' },
      { kind: 'failed', code: 'E_NOT_FOUND', message: 'no file matches' },
    ])
  })

  it('links that lead in a circle: a file that is its own, a folder that holds itself', async () => {
    mkdirSync(folder.at('loop/inner'), { recursive: true })
    writeArticles(folder.at('loop/inner'), ['one.txt'])
    symlinkSync(folder.at('loop'), folder.at('loop/inner/back'))
    symlinkSync('self', folder.at('loop/self'))
    expect(await listed(folder.at('loop'))).toMatchObject([
      { kind: 'skipped', path: folder.at('loop/inner/back'), reason: 'a link back to a folder above it' },
      { kind: 'file', path: folder.at('loop/inner/one.txt') },
      { kind: 'failed', path: folder.at('loop/self'), message: 'its symbolic links lead in a circle' },
    ])
  })

  it('a dangling link', async () => {
    symlinkSync('nowhere', folder.at('dangling.txt'))
    expect(await listed(folder.at('dangling.txt'))).toMatchObject([{ kind: 'failed', code: 'E_NOT_FOUND' }])
  })

  // Root may read everything, so there is nothing to refuse.
  it.skipIf(isRoot)('a folder and a file without permission', async () => {
    mkdirSync(folder.at('closed'))
    writeFileSync(folder.at('closed.txt'), 'x')
    chmodSync(folder.at('closed'), 0)
    chmodSync(folder.at('closed.txt'), 0)
    const { code, err } = await run([
      'add',
      '--dossier',
      folder.at('dd'),
      folder.at('closed'),
      folder.at('closed.txt'),
    ])
    expect(code).toBe(1)
    expect(err.match(/no permission to read it/g)?.length).toBe(2)
    chmodSync(folder.at('closed'), 0o700)
  })
})

describe('what is passed over', () => {
  it('files of other endings in a folder, hidden ones, and names given twice', async () => {
    mkdirSync(folder.at('mixed/.hidden'), { recursive: true })
    writeArticles(folder.at('mixed'), ['one.txt'])
    writeFileSync(folder.at('mixed/photo.png'), 'x')
    expect(
      await listed(folder.at('mixed'), folder.at('mixed/one.txt'), folder.at('mixed/*.txt')),
    ).toMatchObject([
      { kind: 'file', path: folder.at('mixed/one.txt') },
      {
        kind: 'skipped',
        path: folder.at('mixed/photo.png'),
        reason: 'not the ending of a format that is read',
      },
    ])
    const { code, out } = await run(['add', '--dossier', folder.at('mixed-dossier'), folder.at('mixed')])
    expect([code, out]).toEqual([
      0,
      '2 files: 1 document added\n1 skipped: not the ending of a format that is read\n',
    ])
  })

  it('a file whose name looks like a glob is itself', async () => {
    writeFileSync(folder.at('a[1].txt'), 'x')
    expect(await listed(folder.at('a[1].txt'))).toEqual([{ kind: 'file', path: folder.at('a[1].txt') }])
  })
})
