import { writeFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { HTML, packedEach, record, tarOf, zipOf } from '../../../bench/hostile/made.ts'
import {
  type Found,
  inputOf,
  type Member,
  openArchive,
  type Place,
} from '../../../src/read/archives/index.ts'
import { LIMITS, read } from '../../../src/read/index.ts'
import { aFolder } from '../../cli/run.ts'

const folder = aFolder()
afterAll(() => folder.remove())

async function all(name: string, bytes: Buffer, from?: Place): Promise<Found[]> {
  const path = folder.at(name)
  writeFileSync(path, bytes)
  const found: Found[] = []
  for await (const it of (await openArchive(path))?.members(from) ?? []) found.push(it)
  return found
}

const isMember = (it: Found): it is Member => it.kind === 'member'
const told = (it: Found): string =>
  it.kind === 'member' ? it.name : it.kind === 'passed' ? it.reason : `${it.code} ${it.name}`.trim()

const short = (found: readonly Found[]) => found.map(told)
const at = (n: number) => `https://news.example/${n}`
const RECORDS = [
  record(0, { type: 'warcinfo', http: null, body: 'software: a crawler' }),
  record(1, { type: 'request', http: null, body: 'GET / HTTP/1.1\r\n\r\n' }),
  record(1),
  record(2, { status: '301 Moved Permanently' }),
  record(3, { http: 'Content-Type: image/png', body: Buffer.from([0x89, 0x50, 0x4e, 0x47]) }),
  record(4, { url: 'https://news.example/robots.txt', http: 'Content-Type: text/plain' }),
  record(5),
]
const EXPECTED = [
  'a record about the archive',
  'a request',
  at(1),
  'an answer with status 3xx, other than 200',
  'of type image',
  'robots.txt',
  at(5),
]

describe('web archives', () => {
  const plain = Buffer.concat(RECORDS)
  const forms: [string, Buffer][] = [
    ['plain.warc', plain],
    ['each.warc.gz', packedEach(RECORDS)],
    ['whole.warc.gz', gzipSync(plain)],
    ['pairs.warc.gz', packedEach([Buffer.concat(RECORDS.slice(0, 4)), Buffer.concat(RECORDS.slice(4))])],
  ]
  it.each(forms)('%s is read, and goes on wherever it was left', async (name, bytes) => {
    const found = await all(name, bytes)
    expect(short(found)).toEqual(EXPECTED)
    expect(found.map(it => it.next.count)).toEqual([1, 2, 3, 4, 5, 6, 7])
    for (const [i, { next }] of found.entries())
      expect(await all(name, bytes, next)).toEqual(found.slice(i + 1))
  })

  it('gives the page with its address, its day and its source', async () => {
    const [page] = (await all('one.warc', record(7))).filter(isMember)
    if (page === undefined) throw new Error('no page')
    const { documents } = await read(inputOf('in/one.warc', page))
    expect(documents[0]?.document).toMatchObject({
      source: `one.warc#${at(7)}`,
      url: at(7),
      retrieved: '2021-05-03T10:00:00Z',
      title: 'Round 7 of the talks',
    })
  })

  const text = Buffer.from(HTML(8))
  const chunked = Buffer.concat([
    Buffer.from(`${(100).toString(16)};x=y\r\n`),
    text.subarray(0, 100),
    Buffer.from(`\r\n${(text.length - 100).toString(16)}\r\n`),
    text.subarray(100),
    Buffer.from('\r\n0\r\n\r\n'),
  ])
  it.each([
    ['in chunks', 'Transfer-Encoding: chunked', chunked],
    ['said to be in chunks, and not', 'Transfer-Encoding: chunked', text],
    ['gzip', 'Content-Encoding: gzip', gzipSync(text)],
    ['said to be gzip, and not', 'Content-Encoding: gzip', text],
    ['Brotli', 'Content-Encoding: br', brotliCompressSync(text)],
  ])('a body %s', async (_, header, body) => {
    const [page] = (
      await all('body.warc', record(8, { http: `Content-Type: text/html\r\n${header}`, body }))
    ).filter(isMember)
    expect(Buffer.from(page?.bytes ?? []).toString()).toBe(HTML(8))
  })

  it('what the server says of the encoding goes before what the page says', async () => {
    const body = Buffer.concat([
      Buffer.from('<html><head><meta charset="windows-1251"></head><body><p>'),
      // "한일 정상회담" in EUC-KR
      Buffer.from('c7d1c0cf20c1a4bbf3c8b8b4e3', 'hex'),
      Buffer.from('</p></body></html>'),
    ])
    const http = 'Content-Type: text/html; charset=EUC-KR'
    const [page] = (await all('korean.warc', record(9, { http, body }))).filter(isMember)
    if (page === undefined) throw new Error('no page')
    expect((await read(inputOf('k', page))).documents[0]?.document.text).toBe('한일 정상회담')
  })

  const lengths: [string, Buffer[], string[]][] = [
    [
      'too long',
      [record(1), record(2, { length: '900' }), record(3), record(4)],
      [at(1), `E_ARCHIVE ${at(2)}`, at(3), at(4)],
    ],
    ['too short', [record(1), record(2, { length: '60' }), record(3)], [at(1), `E_ARCHIVE ${at(2)}`, at(3)]],
    ['absurd', [record(1, { length: '99999999999999' })], [`E_ARCHIVE ${at(1)}`]],
    ['negative', [record(1, { length: '-1' }), record(2)], [`E_ARCHIVE ${at(1)}`, at(2)]],
    ['cut off', [record(1), record(2).subarray(0, 400)], [at(1), `E_ARCHIVE ${at(2)}`]],
  ]
  it.each(lengths)('a record whose length is %s costs only itself', async (_, records, expected) => {
    const plainly = short(await all('length.warc', Buffer.concat(records)))
    expect(plainly).toEqual(expected)
    const packed = short(await all('length.warc.gz', packedEach(records)))
    expect(packed.filter(it => it.startsWith('http'))).toEqual(expected.filter(it => it.startsWith('http')))
  })

  it('of damaged packed data the records before and after are read', async () => {
    const parts = [1, 2, 3].map(n => gzipSync(record(n)))
    const damaged = Buffer.concat(parts)
    damaged.fill(0xff, (parts[0]?.length ?? 0) + 60, (parts[0]?.length ?? 0) + 120)
    const found = short(await all('damaged.warc.gz', damaged))
    expect(found.filter(it => it.startsWith('http'))).toEqual([at(1), at(3)])
    expect(found.some(it => it.startsWith('E_ARCHIVE'))).toBe(true)
    const cut = short(await all('cut.warc.gz', Buffer.concat(parts).subarray(0, -100)))
    expect(cut).toEqual([at(1), at(2), `E_ARCHIVE ${at(3)}`])
  })
})

const FILES = [
  { name: 'site/', bytes: '', type: '5' },
  { name: 'site/a.html', bytes: HTML(1) },
  { name: 'site/photo.png', bytes: 'x' },
  { name: '__MACOSX/site/._a.html', bytes: 'x' },
  { name: '../../etc/b.html', bytes: HTML(2) },
  { name: 'inner.zip', bytes: zipOf([{ name: 'a.html', bytes: HTML(3) }]) },
  { name: 'looks-like-a-page.html', bytes: gzipSync('x') },
  { name: 'large.txt', bytes: Buffer.alloc(LIMITS.bytes + 1, 'a') },
  { name: 'last', bytes: HTML(4) },
]
const OF_FILES = [
  'a folder',
  'site/a.html',
  'not the ending of a format that is read',
  'a hidden file',
  '../../etc/b.html',
  'E_NESTED inner.zip',
  'E_NESTED looks-like-a-page.html',
  'E_TOO_LARGE large.txt',
  'last',
]

describe('archives of files', () => {
  const packed: [string, Buffer][] = [
    ['pages.zip', zipOf(FILES)],
    ['pages.tar', tarOf(FILES)],
    ['pages.tgz', gzipSync(tarOf(FILES))],
  ]
  it.each(packed)('%s is read, and goes on wherever it was left', async (name, bytes) => {
    const found = await all(name, bytes)
    expect(short(found)).toEqual(OF_FILES)
    for (const [i, { next }] of found.entries())
      expect(await all(name, bytes, next)).toEqual(found.slice(i + 1))
    const sources = found.filter(isMember).map(it => inputOf(`x/${name}`, it).source)
    expect(sources).toEqual([`${name}#site/a.html`, `${name}#etc/b.html`, `${name}#last`])
  })

  it('links and devices are passed over', async () => {
    const entries = [
      { name: 'link.html', type: '2' },
      { name: 'device.html', type: '3' },
      { name: 'a.html', bytes: HTML(1) },
    ]
    expect(short(await all('links.tar', tarOf(entries)))).toEqual(['a link', 'a device', 'a.html'])
    const linked = zipOf([{ name: 'link.html', bytes: '/etc/passwd', mode: 0o120777 }])
    expect(short(await all('links.zip', linked))).toEqual(['a link'])
  })

  it('a tar file that is cut off gives what is whole', async () => {
    const bytes = tarOf([1, 2].map(n => ({ name: `${n}.html`, bytes: HTML(n) })))
    expect(short(await all('cut.tar', bytes.subarray(0, 1_700)))[0]).toBe('1.html')
    expect(short(await all('cut.tar', bytes.subarray(0, 1_700))).at(-1)).toMatch(/^E_ARCHIVE/)
    expect(short(await all('cut.tgz', gzipSync(bytes).subarray(0, 300))).at(-1)).toMatch(/^E_ARCHIVE/)
  })

  it('a ZIP file that is cut off gives what is whole', async () => {
    const bytes = zipOf([1, 2, 3].map(n => ({ name: `${n}.html`, bytes: HTML(n) })))
    const cut = bytes.subarray(0, bytes.indexOf('3.html') + 100)
    const found = await all('cut.zip', cut)
    expect(short(found)).toEqual(['1.html', '2.html', 'E_ARCHIVE 3.html', 'E_ARCHIVE'])
    for (const [i, { next }] of found.slice(0, -1).entries())
      expect(await all('cut.zip', cut, next)).toEqual(found.slice(i + 1))
    const whole = Buffer.concat(found.filter(isMember).map(it => Buffer.from(it.bytes))).toString()
    expect(whole).toBe(HTML(1) + HTML(2))
  })

  it('a ZIP entry that is locked, of an unknown kind, or damaged is told; lies about sizes change nothing', async () => {
    const bytes = zipOf([
      { name: 'locked.html', bytes: HTML(1), flags: 0x801 },
      { name: 'strange.html', bytes: HTML(1), method: 93 },
      { name: 'damaged.html', bytes: HTML(1), crc: 7 },
      { name: 'lies.html', bytes: Buffer.alloc(LIMITS.bytes * 3), size: 10 },
      { name: 'small.html', bytes: HTML(1), size: 4_000_000_000 },
    ])
    expect(short(await all('faults.zip', bytes))).toEqual([
      'E_ENCRYPTED locked.html',
      'E_ARCHIVE strange.html',
      'E_ARCHIVE damaged.html',
      'E_TOO_LARGE lies.html',
      'small.html',
    ])
  })

  it('what is no archive of pages is refused by name', async () => {
    const office = zipOf([{ name: '[Content_Types].xml', bytes: '<x/>' }])
    await expect(all('letter.docx', office)).rejects.toThrow('this is an Office document')
    await expect(all('cut.zip', zipOf(FILES).subarray(0, 20))).rejects.toThrow('its end is missing')
    writeFileSync(folder.at('page.html'), HTML(1))
    expect(await openArchive(folder.at('page.html'))).toBe(null)
  })
})

describe('bombs', () => {
  const zeros = Buffer.alloc(LIMITS.bytes * 2)
  it('a page that unpacks beyond the limit', async () => {
    expect(short(await all('bomb.html.gz', gzipSync(zeros)))).toEqual(['E_TOO_LARGE bomb.html'])
    const http = 'Content-Type: text/html\r\nContent-Encoding: gzip'
    expect(short(await all('bomb.warc', record(1, { http, body: gzipSync(zeros) })))).toEqual([
      `E_TOO_LARGE ${at(1)}`,
    ])
  })

  it('an archive that grows beyond what its size explains', async () => {
    const one = gzipSync(Buffer.alloc(2_000_000, `${'{"a":1}\n'.repeat(10)}`), { level: 9 })
    const bomb = Buffer.concat(Array.from({ length: 120 }, () => one))
    await expect(all('bomb.ndjson.gz', bomb)).rejects.toMatchObject({ code: 'E_BOMB' })
    const many = Array.from({ length: 20 }, (_, i) => ({ name: `${i}.txt`, bytes: zeros }))
    await expect(all('bomb.zip', zipOf(many))).rejects.toMatchObject({ code: 'E_BOMB' })
  })
})
