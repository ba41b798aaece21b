import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { firstDossier, parseDossier } from '../../src/knowledge/dossier.ts'
import { writeArticles } from './articles.ts'
import { aFolder, ensureBuilt, program, run } from './run.ts'

const folder = aFolder()
afterAll(() => folder.remove())

describe('dossier.yaml', () => {
  it('names states, issues and rows of knowledge', () => {
    const dossier = parseDossier(
      `name: Fish
states: [NOR, PER]
issues:
  - {id: salmon-tariff, name: Salmon tariff, states: [NOR, PER], terms: [salmon tariff, duty on salmon], signs: salmon}
knowledge:
  outlets:
    - {name: Andes Monitor, domains: [andes.example, monitor.example], kind: newspaper}
`,
      'd.yaml',
    )
    expect(dossier).toMatchObject({ name: 'Fish', states: ['NOR', 'PER'] })
    expect(dossier.tables.get('issues')).toEqual([
      {
        issue: 'salmon-tariff',
        name: 'Salmon tariff',
        states: 'NOR | PER',
        terms: 'salmon tariff | duty on salmon',
        signs: 'salmon',
      },
    ])
    expect(dossier.tables.get('outlets')?.[0]).toMatchObject({
      name: 'Andes Monitor',
      domains: 'andes.example | monitor.example',
    })
  })

  it('may be empty, and as `init` writes it', () => {
    expect(parseDossier('', 'd.yaml').states).toEqual([])
    expect(parseDossier(firstDossier(['NOR'], 'A: "b"'), 'd.yaml')).toMatchObject({
      states: ['NOR'],
      name: 'A: "b"',
    })
  })

  it.each([
    ['states: [NORWAY]', 'd.yaml: states: "NORWAY" is not a code of three capitals, such as KOR'],
    ['state: [NOR]', 'd.yaml: state: no such key; there are name, states, issues, knowledge'],
    [
      'issues: [{id: Fish Stocks, terms: [fish]}]',
      'd.yaml: issues[0].id: "Fish Stocks" is not words of small letters',
    ],
    ['issues: [{id: fish}]', 'd.yaml: issues[0].terms: at least one term'],
    ['issues: {fish: 1}', 'd.yaml: issues: a list is wanted'],
    ['knowledge: {outlet: []}', 'd.yaml: knowledge.outlet: no such table; there are '],
    ['knowledge: {outlets: [{nam: x}]}', 'd.yaml: knowledge.outlets[0].nam: no such key; there are name, '],
    ['knowledge: {outlets: [{name: "a\\tb"}]}', 'd.yaml: knowledge.outlets[0].name: a cell holds no tab'],
    ['states: [NOR', 'd.yaml: line '],
    ['- NOR', 'd.yaml: the file: it holds keys'],
  ])('%j is told as %j', (text, message) => {
    expect(() => parseDossier(text, 'd.yaml')).toThrow(message)
  })

  it('with faults stops before anything is read, with exit code 2', async () => {
    writeArticles(folder.path, ['one.txt'])
    writeFileSync(folder.at('dossier.yaml'), 'states: [N]\nissue: 5\n')
    const { code, err } = await run(['add', '--dossier', folder.path, folder.at('one.txt')])
    expect(code).toBe(2)
    expect(err.trim().split('\n').length).toBe(2)
  })
})

describe('a dossier’s own rows', () => {
  it('are used like those of the general list', () => {
    ensureBuilt()
    const dossier = folder.at('own')
    const entente = (...args: string[]) =>
      spawnSync(process.execPath, [program, ...args, '--dossier', dossier], { encoding: 'utf8' })
    entente('init', '--states', 'NOR,PER')
    writeFileSync(
      `${dossier}/dossier.yaml`,
      'issues: [{id: open-ports, terms: [ports open]}]\nknowledge: {outlets: [{name: Lima Lantern, domains: lima-lantern.example, kind: newspaper}]}\n',
    )
    writeFileSync(
      folder.at('page.html'),
      '<html><head><title>Ports</title><link rel="canonical" href="https://lima-lantern.example/2021/05/04/ports"></head><body><article><h1>Ports</h1><p>“We will keep our ports open to each other,” Norway’s Fisheries Minister Kari Lund said on Monday.</p><p>Peru’s boats came to Bergen at noon, and nobody stopped them, the harbour office said.</p></article></body></html>',
    )
    expect(entente('add', folder.at('page.html')).status).toBe(0)
    const record = JSON.parse(entente('export').stdout)
    expect(record.documents[0].outlet).toBe('Lima Lantern')
    expect(record.statements[0].issues).toEqual(['open-ports'])
    expect(record.issues).toContainEqual({
      id: 'open-ports',
      name: 'open ports',
      terms: [{ term: 'ports open', document: record.documents[0].id, count: 1 }],
    })
  })
})

describe('init', () => {
  it('writes a first file and does not write over one', async () => {
    const dossier = folder.at('fresh')
    expect((await run(['init', '--dossier', dossier, '--states', 'NOR,PER'])).code).toBe(0)
    const again = await run(['init', '--dossier', dossier])
    expect([again.code, again.err]).toEqual([
      2,
      `entente: ${dossier}/dossier.yaml is there already; change it by hand\n`,
    ])
  })

  it('refuses a state that there is not', async () => {
    const { code, err } = await run(['init', '--dossier', folder.at('wrong'), '--states', 'NOR,XQZ'])
    expect([code, err]).toEqual([
      2,
      'entente: no state has the code XQZ; ISO 3166-1 alpha-3 is meant, such as KOR\n',
    ])
  })
})
