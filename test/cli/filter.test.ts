import { describe, expect, it } from 'vitest'
import { lines } from '../../src/lines.ts'
import { listOf } from '../../src/record/facts.ts'
import { run } from './run.ts'

const parsed = (out: string) =>
  out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))

async function* chunks(...parts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part)
}

describe('lines of a stream', () => {
  it('are joined over chunks, also within a letter, and the last needs no end', async () => {
    const bytes = Buffer.from('日本\nb\n\nc')
    expect(
      await listOf(lines(chunks(bytes.subarray(0, 2), bytes.subarray(2, 8), bytes.subarray(8)))),
    ).toEqual(['日本', 'b', '', 'c'])
  })

  it('too long are null, and those after them are still there', async () => {
    const long = 'x'.repeat(40_000_000)
    expect(await listOf(lines(chunks(long, long, '\nshort\n')))).toEqual([null, 'short'])
  })
})

const text =
  'Norway’s Prime Minister Erna Dahl met Peruvian President Luis Rojas in Oslo on May 2, 2021. “We agree,” Dahl said.'

describe('code', () => {
  it('answers every line in order, errors in their places, and exits 0', async () => {
    const stdin = [
      JSON.stringify({ id: 'a', text, published: '2021-05-03', other: true }),
      '{"id": 7, "text": "cut o',
      '[]',
      JSON.stringify({ id: null, text: 5 }),
      '',
      JSON.stringify({ id: 'd', text: '' }),
      JSON.stringify({ id: 'e', text, published: 'May' }),
      JSON.stringify({ id: 'f', text, pair: { source: [0, 6], target: [5, 9999] } }),
    ].join('\n')
    const { code, out, err } = await run(['code'], { stdin })
    expect([code, err]).toEqual([0, ''])
    const answers = parsed(out)
    expect(answers.map(answer => [answer.id, answer.error?.code ?? null])).toEqual([
      ['a', null],
      [7, 'E_JSON'],
      [null, 'E_JSON'],
      [null, 'E_INPUT'],
      ['d', null],
      ['e', 'E_INPUT'],
      ['f', 'E_INPUT'],
    ])
    const [first] = answers
    expect(first.sentences.length).toBe(2)
    expect(text.slice(first.times[0].start, first.times[0].end)).toMatch(/May 2, 2021/)
    expect(first.times[0].value).toBe('2021-05-02')
    const [{ source, cue, content }] = first.statements
    expect([source, cue, content].map(([[a, b]]) => text.slice(a, b))).toEqual([
      'Dahl',
      'said',
      '“We agree,”',
    ])
    expect(first).not.toHaveProperty('relation')
  })

  it('says what one does to the other, where a pair is given', async () => {
    const sentence = 'Norway condemned Peru for its tariffs.'
    const item = { id: 1, text: sentence, pair: { source: [0, 6], target: [17, 21] } }
    const [{ relation }] = parsed(
      (await run(['code', '--only', 'relation'], { stdin: JSON.stringify(item) })).out,
    )
    expect(relation.type).toBe('ACCUSE')
  })

  it('--explain adds the rules', async () => {
    const { out } = await run(['code', '--explain'], { stdin: JSON.stringify({ id: 1, text }) })
    const [{ receipts }] = parsed(out)
    expect(receipts.map((it: { about: string }) => it.about)).toContain('statement')
    for (const { rule } of receipts) expect(rule).toMatch(/./)
  })

  it('--only prints nothing else', async () => {
    const { out } = await run(['code', '--only', 'times,sentences'], {
      stdin: JSON.stringify({ id: 1, text }),
    })
    expect(Object.keys(parsed(out)[0])).toEqual(['id', 'sentences', 'times'])
  })
})

describe('read -', () => {
  const page =
    '<html><head><title>Talks in Oslo</title></head><body><article><h1>Talks in Oslo</h1><p>Norway and Peru met in Oslo on Monday to talk about fish and ships, officials said.</p><p>They will meet again in a year, when the ships have come home.</p></article></body></html>'

  it('gives each page’s document under the page’s id', async () => {
    const stdin = [
      JSON.stringify({
        id: 'p1',
        html: page,
        url: 'https://gazette.example/2021/05/03/talks',
        fetched: '2021-05-04T00:00:00Z',
      }),
      JSON.stringify({ id: 'p2', html: '' }),
      JSON.stringify({ id: 'p3' }),
      'nonsense',
    ].join('\n')
    const { code, out } = await run(['read', '--format', 'ndjson', '-'], { stdin })
    const [p1, p2, p3, p4] = parsed(out)
    expect(code).toBe(0)
    expect(p1).toMatchObject({
      id: 'p1',
      title: 'Talks in Oslo',
      url: 'https://gazette.example/2021/05/03/talks',
    })
    expect(p1.text).toMatch(/^Norway and Peru met/)
    expect([p2.id, p2.error.code]).toEqual(['p2', expect.stringMatching(/^E_/)])
    expect([p3.id, p3.error.code]).toEqual(['p3', 'E_INPUT'])
    expect(p4.error.code).toBe('E_JSON')
  })
})
