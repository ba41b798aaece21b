/** How far two coders agree, beyond what chance would give them (Cohen 1960, Educational and Psychological Measurement 20). */

export interface Agreement {
  /** Of the items, those that both put down alike. */
  share: number
  /** (share − chance) ÷ (1 − chance); 1 where both use one category alone. */
  kappa: number
}

/** Two codings of the same items, in the same order. */
export function agreement(one: readonly string[], two: readonly string[]): Agreement {
  if (one.length !== two.length || one.length === 0)
    throw new RangeError('two codings of the same items are needed')
  const share = one.filter((code, i) => code === two[i]).length / one.length
  const [first, second] = [shares(one), shares(two)]
  let chance = 0
  for (const [code, part] of first) chance += part * (second.get(code) ?? 0)
  return { share, kappa: chance === 1 ? 1 : (share - chance) / (1 - chance) }
}

function shares(codes: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1 / codes.length)
  return counts
}
