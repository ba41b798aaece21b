/**
 * Random numbers that are the same everywhere: mulberry32 (Tommy Ettinger, 2017, public domain), 32 bits of state,
 * period 2^32; good enough for resampling, not for secrets.
 */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number
  /** A whole number in [0, below). */
  below(below: number): number
}

/** `seed`: any whole number; its low 32 bits count. */
export function makeRandom(seed: number): Random {
  let state = seed | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return { next, below: below => Math.floor(next() * below) }
}

/** A seed of its own for each name (FNV-1a), so that what is drawn for one thing does not hang on what else there is. */
export function seedFor(seed: number, name: string): number {
  let value = 2_166_136_261 ^ seed
  for (let i = 0; i < name.length; i++) value = Math.imul(value ^ name.charCodeAt(i), 16_777_619)
  return value | 0
}
