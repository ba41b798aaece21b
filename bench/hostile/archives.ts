/** Archives that are damaged, that lie, or that unpack without an end. The name's ending is the file's. */
import { gzipSync } from 'node:zlib'
import type { Hostile } from './corpus.ts'
import { HTML, packedEach, record, tarOf, zipOf } from './made.ts'

const pages = [1, 2, 3].map(n => ({ name: `${n}.html`, bytes: HTML(n) }))
const records = [1, 2, 3].map(n => record(n))
const zeros = (megabytes: number): Buffer => Buffer.alloc(megabytes * 1_000_000)
const damaged = (bytes: Buffer, from: number, length = 30): Buffer => {
  const copy = Buffer.from(bytes)
  copy.fill(0xa5, from, from + length)
  return copy
}

export const ARCHIVED: Hostile = {
  'empty.zip': () => zipOf([]),
  'without-an-end.zip': () => zipOf(pages).subarray(0, -30),
  'cut-in-a-page.zip': () => zipOf(pages).subarray(0, 400),
  'cut-in-a-heading.zip': () => zipOf(pages).subarray(0, zipOf(pages).indexOf('2.html') - 10),
  'cut-bomb.zip': () => zipOf([{ name: 'a.html', bytes: zeros(50) }]).subarray(0, -40),
  'lengths-behind.zip': () => zipOf(pages.map(page => ({ ...page, flags: 0x808 }))).subarray(0, -30),
  'damaged-list.zip': () => damaged(zipOf(pages), zipOf(pages).length - 150),
  'damaged-page.zip': () => damaged(zipOf(pages), 60),
  'climbs.zip': () =>
    zipOf(
      ['../../../etc/passwd', '/etc/shadow.html', 'C:\\Windows\\a.html', '..\\..\\b.html'].map(name => ({
        name,
        bytes: HTML(1),
      })),
    ),
  'names-that-write.zip': () =>
    zipOf([
      { name: '\u001b[2J\u202elmth.html', bytes: HTML(1) },
      { name: `${'a'.repeat(60_000)}.html`, bytes: HTML(2) },
    ]),
  'one-name-twice.zip': () =>
    zipOf([
      { name: 'a.html', bytes: HTML(1) },
      { name: 'a.html', bytes: HTML(2) },
    ]),
  'bomb.zip': () => zipOf([{ name: 'a.html', bytes: zeros(50) }]),
  'lies-small.zip': () => zipOf([{ name: 'a.html', bytes: zeros(20), size: 10 }]),
  'lies-large.zip': () => zipOf([{ name: 'a.html', bytes: HTML(1), size: 0xfffffff0 }]),
  'within-itself.zip': () => zipOf([{ name: 'inner.zip', bytes: zipOf(pages) }]),
  'locked.zip': () => zipOf([{ name: 'a.html', bytes: HTML(1), flags: 1 }]),
  'packed-otherwise.zip': () => zipOf([{ name: 'a.html', bytes: HTML(1), method: 14 }]),
  'links.zip': () => zipOf([{ name: 'a.html', bytes: '/etc/passwd', mode: 0o120777 }]),
  'many-nothings.zip': () =>
    zipOf(Array.from({ length: 4_000 }, (_, i) => ({ name: `${i}.txt`, bytes: '' }))),
  'zip-in-name-only.zip': () => HTML(1),
  'letter.docx': () => zipOf([{ name: '[Content_Types].xml', bytes: '<Types/>' }]),
  'links.tar': () =>
    tarOf([
      { name: 'a.html', type: '2' },
      { name: '/dev/sda.html', type: '4' },
      { name: 'b.html', bytes: HTML(1) },
    ]),
  'climbs.tar': () => tarOf([{ name: '../../../../etc/passwd', bytes: HTML(1) }]),
  'absurd-size.tar': () => tarOf([{ name: 'a.html', bytes: HTML(1), size: '77777777777\0' }]),
  'negative-size.tar': () =>
    tarOf([{ name: 'a.html', bytes: HTML(1), size: '\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff' }]),
  'no-size.tar': () => tarOf([{ name: 'a.html', bytes: HTML(1), size: 'xxxxxxxxxxx\0' }]),
  'wrong-sum.tar': () => damaged(tarOf(pages), 0, 5),
  'cut-off.tar': () => tarOf(pages).subarray(0, 1_200),
  'cut-off.tar.gz': () => gzipSync(tarOf(pages)).subarray(0, 250),
  'bomb.tar.gz': () => gzipSync(tarOf([{ name: 'a.html', bytes: zeros(60) }])),
  'damaged.tgz': () => damaged(gzipSync(tarOf(pages)), 100),
  'within-itself.tar': () => tarOf([{ name: 'inner.tar.gz', bytes: gzipSync(tarOf(pages)) }]),
  'bomb.html.gz': () => gzipSync(zeros(60)),
  'nothing.gz': () => gzipSync(''),
  'cut-off.html.gz': () => gzipSync(HTML(1)).subarray(0, 100),
  'header-only.gz': () => Buffer.from('1f8b0800000000000003', 'hex'),
  'endless-name.gz': () =>
    Buffer.concat([Buffer.from('1f8b0808000000000003', 'hex'), Buffer.alloc(500_000, 97)]),
  'junk-behind.html.gz': () => Buffer.concat([gzipSync(HTML(1)), Buffer.alloc(1_000, 0x5a)]),
  'zeros-behind.html.gz': () => Buffer.concat([gzipSync(HTML(1)), Buffer.alloc(10_000)]),
  'many-nothings.ndjson.gz': () => packedEach(Array.from({ length: 1_000 }, () => Buffer.alloc(0))),
  'damaged.warc.gz': () => damaged(packedEach(records), 300),
  'cut-off.warc.gz': () => packedEach(records).subarray(0, 700),
  'too-long.warc': () => Buffer.concat([record(1, { length: '100000' }), record(2)]),
  'too-short.warc': () => Buffer.concat([record(1, { length: '7' }), record(2)]),
  'absurd-length.warc': () => record(1, { length: '999999999999999' }),
  'negative-length.warc': () => record(1, { length: '-5' }),
  'no-length.warc': () => Buffer.from('WARC/1.0\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\n\r\n'),
  'no-headers.warc': () => Buffer.from(`WARC/1.0\r\n${'x'.repeat(200_000)}`),
  'many-headers.warc': () =>
    Buffer.concat([Buffer.from(`WARC/1.0\r\n${'A: b\r\n'.repeat(50_000)}\r\n`), record(1)]),
  'many-openings.warc': () => Buffer.from('WARC/1.0\r\n'.repeat(100_000)),
  'bomb-inside.warc': () =>
    record(1, { http: 'Content-Type: text/html\r\nContent-Encoding: gzip', body: gzipSync(zeros(60)) }),
  'chunks-that-lie.warc': () =>
    record(1, {
      http: 'Content-Type: text/html\r\nTransfer-Encoding: chunked',
      body: `fffffff0\r\n${HTML(1)}`,
    }),
  'many-chunks.warc': () =>
    record(1, {
      http: 'Content-Type: text/html\r\nTransfer-Encoding: chunked',
      body: '1\r\na\r\n'.repeat(500_000),
    }),
  'packed-nine-times.warc': () =>
    record(1, {
      http: `Content-Type: text/html\r\nContent-Encoding: ${'gzip, '.repeat(500)}gzip`,
      body: gzipSync(HTML(1)),
    }),
  'addresses-that-write.warc': () => record(1, { url: 'https://x.example/\u001b[2J\u202e' }),
  'headers-that-split.warc': () => record(1, { url: 'https://x.example/\r\nContent-Length: 5' }),
}
