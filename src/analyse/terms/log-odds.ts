/**
 * Whose word is it? The log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn, "Fightin’
 * Words", Political Analysis 16, 2008, equations 15 to 22), counted in articles, since one article that repeats
 * itself chose its word once:
 *
 *   δ = log((y + α) ÷ (n + α₀ − y − α)) − log((z + α) ÷ (m + α₀ − z − α)),  var ≈ 1 ÷ (y + α) + 1 ÷ (z + α)
 *
 * y of n uses in the outlet, z of m in all others; α is the term's share of all uses times α₀.
 */

/** The prior weighs as much as so many uses in the words of all outlets together. */
export const PRIOR = 10
/** With fewer uses on either side nothing is said. */
export const LEAST_USES = 3
/** Two-sided five per cent of a normal distribution. */
export const BEYOND_CHANCE = 1.96

/** In standard deviations; above zero the outlet uses the term more than others. null: too little to say. */
export function ownness(y: number, n: number, z: number, m: number): number | null {
  if (n < LEAST_USES || m < LEAST_USES || y + z === 0) return null
  const alpha = (PRIOR * (y + z)) / (n + m)
  if (alpha >= PRIOR) return null
  const logOdds = (uses: number, all: number): number =>
    Math.log((uses + alpha) / (all + PRIOR - uses - alpha))
  const delta = logOdds(y, n) - logOdds(z, m)
  return Math.round((delta / Math.sqrt(1 / (y + alpha) + 1 / (z + alpha))) * 100) / 100
}
