// The house rules, each held by one small file in scripts/house/. `npm run house`, or with names of rules to look at.
// `--root DIR` looks at another checkout; `--notes` also prints what is allowed but worth knowing.
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { corpus } from './house/corpus.mjs'
import { cycles } from './house/cycles.mjs'
import { determinism } from './house/determinism.mjs'
import { examples } from './house/examples.mjs'
import { expressions } from './house/expressions.mjs'
import { figures } from './house/figures.mjs'
import { makeHouse } from './house/house.mjs'
import { links } from './house/links.mjs'
import { lock } from './house/lock.mjs'
import { network } from './house/network.mjs'
import { outside } from './house/outside.mjs'
import { printing } from './house/printing.mjs'
import { sizes } from './house/sizes.mjs'
import { stages } from './house/stages.mjs'
import { types } from './house/types.mjs'

/** In the order in which a reader of DESIGN's tree would ask. */
const RULES = [
  stages,
  cycles,
  printing,
  network,
  determinism,
  types,
  sizes,
  expressions,
  examples,
  figures,
  links,
  lock,
  outside,
  corpus,
]

const { values, positionals } = parseArgs({
  options: { root: { type: 'string' }, notes: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const unknown = positionals.filter(name => !RULES.some(rule => rule.name === name))
if (unknown.length > 0) {
  console.error(`no rule "${unknown.join('", "')}"; there are ${RULES.map(rule => rule.name).join(', ')}`)
  process.exit(2)
}

const house = makeHouse(values.root ?? fileURLToPath(new URL('..', import.meta.url)))
let failed = 0
const chosen = RULES.filter(rule => positionals.length === 0 || positionals.includes(rule.name))
for (const rule of chosen) {
  const { breaches, notes = [] } = await rule.check(house)
  console.log(`${breaches.length === 0 ? 'ok' : '!!'}  ${rule.name}: ${rule.holds}`)
  for (const { where, what } of breaches) console.log(`      ${where}  ${what}`)
  if (breaches.length > 0) console.log(`      → ${rule.mend}`)
  if (values.notes) for (const note of notes) console.log(`      (${note})`)
  if (breaches.length > 0) failed++
}
console.log(`${chosen.length - failed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
