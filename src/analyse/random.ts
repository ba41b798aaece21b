/** Seeded random numbers, the same on every machine. */

/** The next number, more than 0 and less than 1. */
export type Random = () => number

const TWO_32 = 4_294_967_296

/** FNV-1a over UTF-16 code units: a number of 32 bits for a name. */
function hash(text: string, basis: number): number {
  let value = basis
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16_777_619)
  return value >>> 0
}

/**
 * Small fast counting (sfc32, C. Doty-Humphrey, PractRand). Each stream of a seed is a sequence of its own, so what
 * is drawn for one edge does not depend on which other edges there are.
 */
export function randomFrom(seed: number, stream = ''): Random {
  let a = hash(stream, 2_166_136_261)
  let b = hash(stream, (seed ^ 0x9e3779b9) >>> 0)
  let c = seed >>> 0
  let counter = 1
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return ((sum >>> 0) + 0.5) / TWO_32
  }
  // The seed's few bits are spread before the first number is taken.
  for (let i = 0; i < 15; i++) next()
  return next
}
