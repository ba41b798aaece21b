/** A client that a public generator makes of the API's description compiles under strict rules, and works. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aFolder } from '../cli/run.ts'
import { makeSample, type Served, serve } from './served.ts'

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url))
const folder = aFolder()
let served: Served

beforeAll(async () => {
  makeSample(folder.at('dossier'))
  served = await serve(folder.at('dossier'))
})
afterAll(async () => {
  await served?.close()
  folder.remove()
})

function run(program: string, ...args: string[]): string {
  const ran = spawnSync(process.execPath, [resolve(modules, program), ...args], {
    cwd: folder.path,
    encoding: 'utf8',
  })
  expect(ran.status, ran.stdout + ran.stderr).toBe(0)
  return ran.stdout
}

/** What somebody else would write on top of it: typed by the generated types alone. */
const USE = `import { client } from './client/client.gen.js'
import { getDocument, getFact, listEvents, search } from './client/index.js'

client.setConfig({ baseUrl: process.argv[2] ?? '' })
const { data: page } = await listEvents({ query: { states: 'KOR,JPN', limit: 5 }, throwOnError: true })
const title: string = page.items[0]?.title ?? ''
const id: string = page.items[0]?.id ?? ''
const { data: one } = await getFact({ path: { id }, throwOnError: true })
const passage = page.items[0]?.evidence[0]
const { data: article } = await getDocument({ path: { id: passage?.document ?? '' }, throwOnError: true })
const quote: string = article.document.text.slice(passage?.start, passage?.end)
const { data: found } = await search({ query: { q: 'summit' }, throwOnError: true })
const { error } = await listEvents({ query: { cursor: 'elsewhere' } })
console.log(JSON.stringify({
  title, kind: one.kind, isQuoted: quote === passage?.quote, found: found.items.length, detail: error?.detail,
}))
`

it('is generated, compiled and used', async () => {
  writeFileSync(folder.at('openapi.json'), await (await fetch(`${served.url}/api/openapi.json`)).text())
  mkdirSync(folder.at('node_modules'))
  symlinkSync(join(modules, '@types'), folder.at('node_modules/@types'), 'junction')
  writeFileSync(folder.at('use.ts'), USE)
  writeFileSync(folder.at('package.json'), '{"type": "module"}')
  writeFileSync(
    folder.at('tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        target: 'es2023',
        module: 'nodenext',
        lib: ['es2023', 'dom', 'dom.iterable'],
        types: ['node'],
        strict: true,
        noUncheckedIndexedAccess: true,
        skipLibCheck: true,
        outDir: 'out',
        rootDir: '.',
      },
      include: ['use.ts', 'client'],
    }),
  )
  run('@hey-api/openapi-ts/bin/run.js', '-i', 'openapi.json', '-o', 'client', '--silent')
  run('typescript/bin/tsc', '-p', 'tsconfig.json')
  const said: unknown = JSON.parse(run(folder.at('out/use.js'), served.url))
  expect(said).toMatchObject({
    title: expect.stringMatching(/\w/),
    kind: 'event',
    isQuoted: true,
    detail: expect.stringContaining('elsewhere'),
  })
})
