/** Inputs made of good and bad ones by chance, always the same for one seed. */
import fc from 'fast-check'

/** What readers look for, put where nobody expects it. */
const TOKENS: readonly string[] = [
  ...[
    '<',
    '>',
    '</',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<script>',
    '</body>',
    '<p>',
    '<div class="',
    '<table><tr><td>',
  ],
  ...[
    '&',
    '&#',
    '&#x110000;',
    '&#27;',
    '&lt;',
    '&amp;amp;',
    '"',
    "'",
    '\\',
    '\\u',
    '\\ud800',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
  ],
  ...[
    '\n',
    '\r',
    '\r\n\r\n',
    '\t',
    '\0',
    '\u001b[2J',
    '\u202e',
    '\u2066',
    '\u200b',
    '\ufeff',
    '\u3000',
    '\u2028',
    '\ud83d',
  ],
  ...[
    '---\n',
    '{"text":"',
    '{"title":',
    '"content":{"rendered":"',
    '<?xml version="1.0"?>',
    '<rss>',
    '<item>',
    '<feed>',
  ],
  ...[
    'WARC/1.0\r\n',
    'Content-Length: ',
    'HTTP/1.1 200 OK\r\n',
    'PK\u0003\u0004',
    'PK\u0001\u0002',
    '\u001f\u008b\u0008\u0000',
    'ustar',
  ],
  ...[
    '=cmd()',
    '-1',
    '99999999999',
    '1e999',
    '0x',
    '2021-13-45',
    'Feb. 30',
    'May 3, 2021',
    '“',
    '”',
    'By ',
    'said ',
    '…',
    '. ',
  ],
]

type Change = (bytes: Buffer) => Buffer

const spliced = (bytes: Buffer, from: number, to: number, middle: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, from), middle, bytes.subarray(to)])

/** Most of what comes of it: repeating may not make a file that is refused for its size alone. */
const MOST = 2_000_000

const place = fc.double({ min: 0, max: 1, noNaN: true })
const at = (bytes: Buffer, share: number): number => Math.floor(share * bytes.length)
const ordered = (bytes: Buffer, a: number, b: number): [number, number] => {
  const [x, y] = [at(bytes, a), at(bytes, b)]
  return x < y ? [x, y] : [y, x]
}

const change: fc.Arbitrary<Change> = fc.oneof(
  // A bit is another.
  fc.tuple(place, fc.integer({ min: 0, max: 255 })).map(
    ([p, byte]): Change =>
      bytes => {
        const copy = Buffer.from(bytes)
        if (copy.length > 0) copy[Math.min(copy.length - 1, at(bytes, p))] = byte
        return copy
      },
  ),
  // A token comes in, once or a thousand times.
  fc.tuple(place, fc.constantFrom(...TOKENS), fc.constantFrom(1, 1, 1, 10, 1_000, 20_000)).map(
    ([p, token, times]): Change =>
      bytes =>
        spliced(bytes, at(bytes, p), at(bytes, p), Buffer.from(token.repeat(times))),
  ),
  // A stretch goes.
  fc.tuple(place, place).map(
    ([a, b]): Change =>
      bytes => {
        const [from, to] = ordered(bytes, a, Math.min(1, a + b / 4))
        return spliced(bytes, from, to, Buffer.alloc(0))
      },
  ),
  // A stretch comes again and again.
  fc.tuple(place, place, fc.constantFrom(1, 3, 50, 3_000)).map(
    ([a, b, times]): Change =>
      bytes => {
        const [from, to] = ordered(bytes, a, Math.min(1, a + (b * 400) / Math.max(1, bytes.length)))
        const stretch = bytes.subarray(from, to)
        return spliced(bytes, to, to, Buffer.concat(Array.from({ length: times }, () => stretch)))
      },
  ),
  // It breaks off.
  place.map(
    (p): Change =>
      bytes =>
        bytes.subarray(0, at(bytes, 0.1 + p * 0.9)),
  ),
  // Noise.
  fc.tuple(place, fc.uint8Array({ minLength: 1, maxLength: 64 })).map(
    ([p, noise]): Change =>
      bytes =>
        spliced(bytes, at(bytes, p), at(bytes, p), Buffer.from(noise)),
  ),
)

export interface Mutant {
  name: string
  bytes: Buffer
}

/** One seed, or the halves of two, changed up to six times. */
export function mutants(seeds: readonly Mutant[]): fc.Arbitrary<Mutant> {
  const whole = fc.constantFrom(...seeds)
  const halves = fc.tuple(whole, whole, place, place).map(
    ([a, b, p, q]): Mutant => ({
      name: a.name,
      bytes: Buffer.concat([a.bytes.subarray(0, at(a.bytes, p)), b.bytes.subarray(at(b.bytes, q))]),
    }),
  )
  return fc
    .tuple(
      fc.oneof({ weight: 4, arbitrary: whole }, { weight: 1, arbitrary: halves }),
      fc.array(change, { minLength: 1, maxLength: 6 }),
    )
    .map(([{ name, bytes }, changes]) => ({
      name,
      bytes: changes.reduce((made, apply) => apply(made).subarray(0, MOST), bytes),
    }))
}
