/** The forecast of somebody who knows the index alone: it goes on as it went. */
import type { Scored } from './types.ts'

/** A period of the index; null: it has no number. */
export interface Level {
  start: string
  net: number | null
}

/**
 * "The next period moves as this one did", said with the share of times that it has been so before (add-one), so that
 * nothing later than the period is used. A step without a number, or without a move, foretells nothing.
 */
export function persistence(levels: readonly Level[]): Scored[] {
  const scored: Scored[] = []
  let [right, all] = [0, 0]
  for (let i = 2; i < levels.length; i++) {
    const [a, b, c] = [levels[i - 2]?.net, levels[i - 1]?.net, levels[i]?.net]
    if (a == null || b == null || c == null) continue
    const [last, next] = [Math.sign(b - a), Math.sign(c - b)]
    if (last === 0 || next === 0) continue
    const came = last === next ? 1 : 0
    scored.push({ probability: (right + 1) / (all + 2), came })
    right += came
    all++
  }
  return scored
}
