import { describe, expect, it } from 'vitest'
import { LIMITS, read } from '../../src/read/index.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const PARAGRAPH =
  '<p>The two ministers met in the capital on Friday and agreed to hold another round of talks in the spring, officials said.</p>'
const page = (inside: string) => bytes(`<!doctype html><html><body>${inside}</body></html>`)

/** The codes of what went wrong, and how many documents came out all the same. */
async function outcome(input: Uint8Array, kind: 'html' | 'text' | 'json' | null = null) {
  const { documents, problems } = await read({ source: 'x', bytes: input, kind })
  for (const problem of problems) expect(problem.message).toMatch(/\S/)
  return { documents: documents.length, codes: problems.map(problem => problem.code) }
}

describe('inputs that are refused, each by name', () => {
  const cases: [string, Uint8Array, string][] = [
    ['an empty file', new Uint8Array(0), 'E_EMPTY'],
    ['nothing but white space', bytes(' \n\t \n'), 'E_EMPTY'],
    ['a million spaces', bytes(' '.repeat(1_000_000)), 'E_EMPTY'],
    ['an image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), 'E_BINARY'],
    ['a PDF', bytes('%PDF-1.7\n1 0 obj'), 'E_BINARY'],
    ['random bytes', Uint8Array.from({ length: 5_000 }, (_, i) => (i * 7919) % 256), 'E_BINARY'],
    ['a page of 50 MB', new Uint8Array(50_000_000).fill(97), 'E_TOO_LARGE'],
    ['a line of 10 MB', new Uint8Array(10_000_000).fill(97), 'E_TOO_LARGE'],
    ['10,000 nested tags', page('<div>'.repeat(10_000) + PARAGRAPH), 'E_TOO_DEEP'],
    ['a page with an empty body', page(''), 'E_NO_TEXT'],
    ['100,000 nested tags', page('<div>'.repeat(100_000) + PARAGRAPH), 'E_TOO_DEEP'],
    ['100,000 nested tables', page('<table><tr><td>'.repeat(33_334)), 'E_TOO_DEEP'],
    ['300,000 paragraphs', page('<p>a</p>'.repeat(300_000)), 'E_TOO_LARGE'],
    ['two million opening brackets', page('<'.repeat(2_000_000)), 'E_TOO_LARGE'],
    ['tags that are never closed', page('<svg>'.repeat(400_000)), 'E_NO_TEXT'],
    ['comments that are never closed', page('<!--'.repeat(400_000)), 'E_NO_TEXT'],
    ['JSON without a text', bytes('{"title": "x", "n": [1, 2'), 'E_NO_TEXT'],
    ['JSON nested 100,000 deep', bytes('{"a":'.repeat(100_000)), 'E_JSON'],
    [
      'a feed that breaks off',
      bytes('<?xml version="1.0"?><rss version="2.0"><channel><item><title>A</ti'),
      'E_XML',
    ],
    [
      'a feed without entries',
      bytes('<rss version="2.0"><channel><title>A</title></channel></rss>'),
      'E_NO_TEXT',
    ],
    ['a WordPress reply without posts', bytes('{"title":{"rendered":"x"}}'), 'E_JSON'],
    ['brackets only', bytes('[['.repeat(50_000)), 'E_NO_TEXT'],
  ]
  for (const [name, input, code] of cases) {
    it(name, async () => {
      expect(await outcome(input)).toEqual({ documents: 0, codes: [code] })
    })
  }

  it('limits are options', async () => {
    const { problems } = await read({ source: 'x', bytes: page(PARAGRAPH) }, { limits: { bytes: 40 } })
    expect(problems[0]?.message).toContain('limit 40')
    expect(LIMITS.bytes).toBeGreaterThan(40)
  })
})

describe('inputs that are odd and are read', () => {
  it('a page without a body', async () => {
    const bare = bytes(
      `<!doctype html><html><head><title>Two states agree</title></head>${PARAGRAPH.repeat(6)}</html>`,
    )
    expect(await outcome(bare)).toEqual({ documents: 1, codes: [] })
  })

  it('a page that nests 1,000 deep is made flat', async () => {
    const deep = page(`${'<div>'.repeat(1_000)}${PARAGRAPH.repeat(6)}${'</div>'.repeat(1_000)}`)
    expect(await outcome(deep)).toEqual({ documents: 1, codes: [] })
  })

  it('3,000 elements that were never closed', async () => {
    expect(await outcome(page(`<font>${PARAGRAPH}`.repeat(500)))).toEqual({ documents: 1, codes: [] })
  })

  it('NUL bytes are taken out, and the receipt says so', async () => {
    const text =
      'The two ministers\u0000 met on Friday. They agreed to meet again in the spring, both offices said.'
    const { documents } = await read({ source: 'x', bytes: bytes(text) }, { explain: true })
    expect(documents[0]?.document.text).toBe(text.replace('\u0000', ''))
    expect(documents[0]?.removed).toContainEqual({
      text: '1 control characters',
      reason: 'control characters',
    })
  })

  it('one bad line of many is reported by its number', async () => {
    const lines =
      '{"title":"A","text":"Two states met on Friday."}\n{broken\n{"title":"B","text":"They parted on Sunday."}\n'
    const { documents, problems } = await read({ source: 'x.ndjson', bytes: bytes(lines) })
    expect(documents.map(({ document }) => document.title)).toEqual(['A', 'B'])
    expect(problems.map(problem => problem.at)).toEqual(['line 2'])
  })
})
