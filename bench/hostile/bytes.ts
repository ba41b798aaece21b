/** Bytes that are no text, or not in the encoding that they are said to be in. */
import { gzipSync } from 'node:zlib'
import type { Hostile } from './corpus.ts'

const PROSE =
  'The ministers of Norway and Peru met in Oslo on Friday and agreed to meet again in the spring, both offices said. '
const page = (charset: string, body: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from(`<html><head><meta charset="${charset}"><title>`),
    body,
    Buffer.from('</title></head><body><p>'),
    body,
    Buffer.from('</p></body></html>'),
  ])

/** "한일 정상회담 강제징용" and "日韓首脳会談で合意" in the encodings of their countries. */
const EUC_KR = Buffer.from('c7d1c0cf20c1a4bbf3c8b8b4e320b0adc1a6c2a1bfeb', 'hex')
const SHIFT_JIS = Buffer.from('93fa8ad88ef1945d89ef926b82c58d8788d3', 'hex')
const some = (length: number, of: (i: number) => number): Uint8Array =>
  Uint8Array.from({ length }, (_, i) => of(i))

export const BYTES: Hostile = {
  'an empty file': () => '',
  'one NUL': () => Uint8Array.of(0),
  'one line end': () => '\n',
  'a million spaces': () => ' '.repeat(1_000_000),
  'a text of 4,000 teasers': () =>
    'Envoys from both sides met in Oslo on Tuesday, and left without a word to those who waited.\n\nMore from Europe\n\nFour ports want barges\n\n'.repeat(
      4_000,
    ),
  'two million line ends': () => '\n'.repeat(2_000_000),
  'a byte-order mark alone': () => Uint8Array.of(0xef, 0xbb, 0xbf),
  'half a byte-order mark': () => Uint8Array.of(0xef, 0xbb),
  'UTF-16 of odd length': () =>
    Buffer.concat([Buffer.from('\ufeffMinisters met.', 'utf16le'), Uint8Array.of(0x41)]),
  'UTF-16 without a mark': () => Buffer.from(PROSE.repeat(5), 'utf16le'),
  'UTF-16 that is said to be UTF-8': () => page('utf-8', Buffer.from(PROSE, 'utf16le')),
  'UTF-32': () => Buffer.from(Array.from(PROSE).flatMap(c => [c.charCodeAt(0), 0, 0, 0])),
  'EUC-KR that is said to be UTF-8': () => page('utf-8', EUC_KR),
  'EUC-KR that is said to be Shift JIS': () => page('shift_jis', EUC_KR),
  'Shift JIS that is said to be EUC-KR': () => page('euc-kr', SHIFT_JIS),
  'Shift JIS that is said to be UTF-16': () => page('utf-16', SHIFT_JIS),
  'Shift JIS cut in the middle of a letter': () => page('shift_jis', SHIFT_JIS.subarray(0, 9)),
  'UTF-8 that is said to be EUC-KR': () => page('euc-kr', Buffer.from('한일 정상회담')),
  'UTF-7': () => page('utf-7', Buffer.from('+ADw-script+AD4-alert(1)+ADw-/script+AD4-')),
  'an encoding that does not exist': () => page('x-klingon', Buffer.from(PROSE)),
  'an encoding whose name is a program': () => page('"><script>alert(1)</script>', Buffer.from(PROSE)),
  'an encoding with a very long name': () => page('a'.repeat(100_000), Buffer.from(PROSE)),
  'letters of more bytes than they need': () =>
    Buffer.concat([Buffer.from(PROSE), Uint8Array.of(0xc0, 0xaf, 0xe0, 0x80, 0xaf, 0xf0, 0x80, 0x80, 0xaf)]),
  'surrogates in UTF-8': () =>
    Buffer.concat([Buffer.from(PROSE), Uint8Array.of(0xed, 0xa0, 0x80, 0xed, 0xb0, 0x80)]),
  'letters beyond Unicode': () =>
    Buffer.concat([Buffer.from(PROSE), Uint8Array.of(0xf4, 0x90, 0x80, 0x80, 0xff, 0xfe)]),
  'continuation bytes alone': () => some(5_000, i => 0x80 + (i % 64)),
  'every byte': () => some(65_536, i => i % 256),
  noise: () => some(200_000, i => (i * 7919 + (i >> 3) * 104_729) % 256),
  'NULs in prose': () => PROSE.repeat(4).replace(/ /g, '\u0000 '),
  'a line of 10 MB': () => 'a'.repeat(9_999_000),
  'a line of 9 MB of words': () => 'Oslo met Lima, '.repeat(600_000),
  'a line of 9 MB of prose': () => PROSE.repeat(80_000),
  'more than the limit': () => new Uint8Array(10_000_001).fill(97),
  'a PDF': () => '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>',
  'a PNG': () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  'an ELF program': () => Buffer.concat([Buffer.from('7f454c46', 'hex'), Buffer.alloc(2_000)]),
  'a page that opens as gzip': () => Buffer.concat([Buffer.from('1f8b08', 'hex'), Buffer.from(PROSE)]),
  'a page that is packed twice': () => gzipSync(gzipSync(PROSE)),
  'a million joiners': () => `Talks ${'\u200d'.repeat(1_000_000)} ${PROSE}`,
  'half a million accents on one letter': () => `${PROSE} e${'\u0301'.repeat(500_000)}`,
  'lone surrogates': () =>
    Buffer.from(JSON.stringify({ title: '\ud800 talks \udfff', text: `${PROSE}\ud83d ${PROSE}` })),
  'every space of Unicode': () =>
    PROSE.repeat(3).replace(/ /g, () => '\u00a0\u1680\u2000\u2009\u2028\u2029\u202f\u205f\u3000\ufeff'),
  'control characters in prose': () => PROSE.repeat(20).replace(/Oslo/g, 'Os\u0007lo\u001b[2J'),
}
