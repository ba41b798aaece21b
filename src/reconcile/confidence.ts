/** How sure a fact is that several documents tell. */

/** Independent origins may share one source that nobody names, so no number of them makes a fact certain. */
const CAP = 0.98
/** A further origin takes away this part of what doubt its own confidence leaves. */
const INDEPENDENT = 0.7

/**
 * `told`: the confidence of each telling and the origin of its document. Within an origin the best telling
 * counts; origins add up as independent witnesses do (noisy-or), so six outlets with one wire story weigh as one.
 */
export function combined(told: readonly { origin: string; confidence: number }[]): number {
  const best = new Map<string, number>()
  for (const { origin, confidence } of told) best.set(origin, Math.max(best.get(origin) ?? 0, confidence))
  const [first = 0, ...others] = [...best.values()].sort((a, b) => b - a)
  let doubt = 1 - first
  for (const confidence of others) doubt *= 1 - INDEPENDENT * confidence
  const sure = others.length === 0 ? first : Math.min(1 - doubt, Math.max(first, CAP))
  return Math.round(sure * 1000) / 1000
}
