import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aFolder, run } from './run.ts'

const folder = aFolder()
const dossier = folder.at('dossier')
const ask = (...words: string[]) => run(['scenario', '--dossier', dossier, '--ungrounded', ...words])
const answer = async (...words: string[]) => JSON.parse((await ask(...words, '--format', 'json')).out)

/** Nouns that nobody knows, so that only the sentence can give the sign. Each sentence has its states, or it is of no relationship. */
const SENTENCES = [
  'The Norwegian blorpin boosts the Peruvian quandle.',
  'The Peruvian quandle weakens the Norwegian trebbage.',
  'The Norwegian plasket undermines the Peruvian fosset.',
  'The Peruvian fosset strengthens the Norwegian cranlow.',
  'The Norwegian cranlow fuels the Peruvian fosset.',
  'The Norwegian drumfish boosts the Peruvian halvery.',
  'The Peruvian halvery weakens the Norwegian drumfish.',
  'The Norwegian glistel is the main driver of the Peruvian hosket.',
]
const FOUR = `cause,effect,sign\na,b,+\nb,a,-\nc,a,+\n`

beforeAll(async () => {
  const text = `How the north sea works\n\nThe Harbour Gazette\nMay 9, 2021\n\n${SENTENCES.join(' ')}\n`
  writeFileSync(folder.at('one.txt'), text)
  writeFileSync(folder.at('four.csv'), FOUR)
  await run(['init', '--dossier', dossier, '--states', 'NOR,PER'])
  await run(['add', '--dossier', dossier, folder.at('one.txt')])
})
afterAll(() => folder.remove())

interface Factor {
  factor: string
  direction: string
  stability: number
  rank: number
  paths: { edges: { evidence: { quote: string }[] }[] }[]
}

/** Directions by the last word of each factor. */
async function directions(...words: string[]): Promise<{ [word: string]: string }> {
  const { factors }: { factors: Factor[] } = await answer(...words)
  return Object.fromEntries(factors.map(it => [it.factor.split('-').at(-1) ?? '', it.direction]))
}

describe('words that mean nothing', () => {
  it.each([
    ['blorpin', 'high', { quandle: 'up', trebbage: 'down' }],
    ['blorpin', 'low', { quandle: 'down', trebbage: 'up' }],
    ['plasket', 'high', { fosset: 'down', cranlow: 'down' }],
    ['fosset', 'high', { cranlow: 'up' }],
    ['cranlow', 'very-low', { fosset: 'down' }],
    ['drumfish', 'high', { halvery: 'up' }],
    ['halvery', 'high', { drumfish: 'down' }],
    ['glistel', 'high', { hosket: 'up' }],
    ['trebbage', 'high', {}],
  ])('keep their signs: %s set to %s', async (word, level, expected) => {
    expect(await directions('--set', `${word}=${level}`)).toEqual(expected)
  })

  it('open at the sentences that state it, and at nothing else', async () => {
    const { factors }: { factors: Factor[] } = await answer('--set', 'blorpin=high')
    const quotes = factors.flatMap(it => it.paths.flatMap(path => path.edges.flatMap(edge => edge.evidence)))
    expect(quotes.length).toBeGreaterThan(0)
    for (const { quote } of quotes) expect(SENTENCES.join(' ')).toContain(quote)
  })
})

describe('entente scenario', () => {
  it('answers with outcome, directions, per cents and ranks', async () => {
    const { outcome, factors, unmoved } = await answer('--set', 'blorpin=high')
    expect(outcome).toBe('fixed point')
    expect(factors.map((it: Factor) => [it.direction, it.stability, it.rank])).toEqual([
      ['up', 100, 1],
      ['down', 100, 2],
    ])
    expect(unmoved.length).toBeGreaterThan(5)
  })

  it('gives the same bytes each time, and others for another seed', async () => {
    const one = await ask('--set', 'plasket=high', '--format', 'json')
    expect((await ask('--set', 'plasket=high', '--format', 'json')).out).toBe(one.out)
    expect((await ask('--set', 'plasket=high', '--format', 'json', '--seed', '2')).out).not.toBe(one.out)
  })

  it('reads well at 100 columns, with its equations, weights and sentences', async () => {
    const { out } = await ask('--set', 'plasket=high@2021-08..2021-10', '--sources', '--explain')
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
    expect(out).toMatch(/plasket is high in Aug–Oct 2021, compared with today/)
    expect(out).toMatch(/x′ = tanh\(x \+ Σ w·x\)/)
    expect(out).toMatch(/strength from Beta\(/)
    expect(out).toMatch(/┃ “The Norwegian plasket undermines the Peruvian fosset\.”/)
    expect(out).toMatch(/What the directions hang on/)
    expect(out).not.toMatch(/\d\.\d{3}/)
  })

  it('compares, saves, loads, and takes what is given besides instead', async () => {
    const file = folder.at('low.json')
    await ask('--set', 'blorpin=low', '--steps', '6', '--save', file)
    const saved = JSON.parse(readFileSync(file, 'utf8'))
    expect(saved).toMatchObject({ scenario: '1', steps: 6, from: '2021-06', ungrounded: true })
    expect(saved.set[0]).toMatch(/blorpin=low$/)
    expect(await directions('--load', file)).toEqual({ quandle: 'down', trebbage: 'up' })
    expect(await directions('--load', file, '--set', 'blorpin=high')).toEqual({
      quandle: 'up',
      trebbage: 'down',
    })
    expect(await directions('--set', 'blorpin=normal', '--against', file)).toEqual({
      quandle: 'up',
      trebbage: 'down',
    })
  })

  it('runs a map from a file, and says of a loop of four that it is one', async () => {
    const { outcome, cycle } = JSON.parse(
      (
        await run(
          'scenario --set c=1@2023-04 --from 2023-04 --rule kosko --transfer trivalent --format json --map'
            .split(' ')
            .concat(folder.at('four.csv')),
        )
      ).out,
    )
    expect([outcome, cycle]).toEqual(['cycle', 4])
  })

  it.each(['graphml', 'edges', 'mental-modeler', 'json'])(
    'answers alike on the map that goes out as %s and comes in again',
    async format => {
      const map = folder.at(`map.${format}`)
      const out = ['drivers', '--dossier', dossier, '--map', '--ungrounded', '--format', format]
      writeFileSync(map, (await run(out)).out)
      const asked = ['--set', 'drumfish=low', '--format', 'csv']
      expect((await run(['scenario', '--map', map, ...asked])).out).toBe((await ask(...asked)).out)
    },
  )

  it('says where else there are factors', async () => {
    const grounded = await run(['scenario', '--dossier', dossier, '--set', 'blorpin=high'])
    expect(grounded.err).toMatch(/--ungrounded takes in those/)
  })

  it.each([
    [['--set', 'norwegian=high'], /may be any of .*norwegian-blorpin/],
    [['--set', 'zindle=high'], /"zindle" is no factor of this map; the nearest are/],
    [['--set', 'blorpin=extreme'], /"extreme" is no level/],
    [[], /a scenario sets something/],
    [['--set', 'blorpin=high', '--by', 'Nobody'], /called "Nobody"/],
    [['--load', '/nowhere.json'], /\/nowhere.json cannot be read/],
    [['--set', 'blorpin=high', '--steps', '0'], /a whole number from 1 to 240/],
    [['--set', 'blorpin=high', '--from', 'May'], /"May" is not a date such as/],
  ])('%j exits 2 and says why', async (words, message) => {
    const { code, out, err } = await ask(...words)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(message)
  })
})
