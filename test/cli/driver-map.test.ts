import { mkdirSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readMap } from '../../src/analyse/map/index.ts'
import { aFolder, run } from './run.ts'

const folder = aFolder()
const dossier = folder.at('dossier')
const map = (...options: string[]) => run(['drivers', '--map', '--dossier', dossier, ...options])

const TEXT = (outlet: string, day: number, ...sentences: string[]) =>
  `A quarrel over salmon\n\n${outlet}\nJune ${day}, 2021\n\n${sentences.join(' ')} The boats stayed in the port of Callao for a week.\n`

beforeAll(async () => {
  mkdirSync(folder.at('articles'))
  const articles: [string, string][] = [
    [
      'one',
      TEXT(
        'The Harbour Gazette',
        9,
        'The dispute over fishing has strained relations between Norway and Peru.',
        'Strained relations between Norway and Peru have damaged trade.',
      ),
    ],
    [
      'two',
      TEXT(
        'Andes Monitor',
        10,
        'Trade between Norway and Peru strengthens relations between the two states.',
        'Better relations between Norway and Peru boosted trade, diplomats in Lima recalled.',
        'The dispute over fishing boosted relations between Norway and Peru, Carlos Rojas, a lecturer in Lima, said.',
      ),
    ],
  ]
  for (const [name, text] of articles) writeFileSync(folder.at(`articles/${name}.txt`), text)
  await run(['add', '--dossier', dossier, folder.at('articles')])
})
afterAll(() => folder.remove())

describe('drivers --map', () => {
  it('merges claims, keeps rivals, and names the loop and what is thin', async () => {
    const { out } = await map()
    expect(out).toMatch(/relations +\+ +trade and investment +\d\d% +2 +2\n/)
    expect(out).toMatch(/disputes +[+−] +relations +\d\d% +\d\d%/)
    expect(out).toContain('R1 relations +→ trade and investment +→ relations')
    expect(out).toContain('1 edge with rival claims')
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
  })

  it('opens at its sentences and shows how belief is worked out', async () => {
    const { out } = await map('--sources', '--explain')
    expect(out).toContain('┃ “The dispute over fishing has strained relations')
    expect(out).toMatch(/for: article [0-9a-f]{8} errs with 0\.05 \+ 0\.\d\d = 0\.\d\d/)
  })

  it('is drawn as one outlet claims it', async () => {
    const { edges } = JSON.parse((await map('--by', 'Harbour', '--format', 'json')).out)
    expect(edges.map((edge: { id: string }) => edge.id)).toEqual(['dispute>relations', 'relations>trade'])
    expect(await map('--by', 'Nobody')).toMatchObject({ code: 2, err: expect.stringContaining('"Nobody"') })
  })

  it('is as of a date what was published by then', async () => {
    const { edges } = JSON.parse((await map('--as-of', '2021-06-09', '--format', 'json')).out)
    expect(edges).toHaveLength(2)
  })

  it.each(['graphml', 'edges', 'mental-modeler', 'json'])(
    'goes out as %s and comes in again',
    async format => {
      const { out } = await map('--format', format)
      const { factors, edges } = JSON.parse((await map('--format', 'json')).out)
      expect(readMap(out, `map.${format}`)).toEqual({ factors, edges })
      expect((await map('--format', format)).out).toBe(out)
    },
  )

  it('options of the map without --map are an error that says so', async () => {
    for (const options of [['--by', 'Lima'], ['--format', 'graphml'], ['--ungrounded']]) {
      const ran = await run(['drivers', '--dossier', dossier, ...options])
      expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('--map') })
    }
  })
})
