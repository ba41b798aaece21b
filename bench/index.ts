/**
 * `npm run bench` prints the figures; `--articles 5000` takes more of them, `--only coder` one part. `growth` runs in
 * that way alone. `--sentences 1000000` makes the part `memory` as long as it is meant to be: some ten minutes.
 */
import { parseArgs } from 'node:util'
import { benchAnalysis } from './analysis.ts'
import { benchArchives } from './archives.ts'
import { makeArticles } from './articles.ts'
import { benchCoder } from './coder.ts'
import { benchDossiers } from './dossiers.ts'
import { benchGrowth } from './growth.ts'
import { benchHostile } from './hostile.ts'
import { benchJournal } from './journal.ts'
import { benchKill } from './kill.ts'
import { benchMemory } from './memory.ts'
import { benchModel } from './model.ts'
import { benchPages } from './pages.ts'
import { benchScenario } from './scenario.ts'
import { benchScript } from './script.ts'
import { benchSoak } from './soak.ts'
import { benchWork } from './work.ts'
import { benchWorkbench } from './workbench.ts'

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '1000' },
    documents: { type: 'string', default: '10000' },
    inputs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    kills: { type: 'string', default: '20' },
    minutes: { type: 'string', default: '20' },
    megabytes: { type: 'string', default: '200' },
    sentences: { type: 'string', default: '50000' },
    steps: { type: 'string', default: '1000,3000,10000' },
    keep: { type: 'string' },
    only: { type: 'string' },
  },
})
const count = Number(values.articles)
const articles = await makeArticles(count)

/** In the order of printing. */
const PARTS: { readonly [name: string]: () => Promise<void> } = {
  analysis: () => benchAnalysis(articles.slice(0, 100), 5),
  pages: () => benchPages(5),
  coder: () => benchCoder(articles.slice(0, 160), 5),
  memory: () => benchMemory(Number(values.sentences)),
  model: () => benchModel(Number(values.documents)),
  scenario: () => benchScenario(3),
  workbench: () => benchWorkbench(Number(values.documents), values.keep),
  growth: () => benchGrowth(values.steps.split(',').map(Number), values.keep),
  work: () => benchWork(articles),
  script: () => benchScript(articles.slice(0, 300)),
  archives: () => benchArchives(articles.slice(0, 200), Number(values.megabytes)),
  hostile: () => benchHostile(Number(values.inputs), Number(values.seed)),
  journal: () => benchJournal(articles),
  kill: () => benchKill(Number(values.kills), Number(values.seed)),
  soak: () => benchSoak(Number(values.minutes)),
  dossiers: () => benchDossiers(articles, Math.ceil(count / 10)),
}

/** Too long for a plain run: these are measured where `--only` names them. */
const ON_REQUEST: ReadonlySet<string> = new Set(['growth', 'kill', 'soak'])

const { only } = values
if (only !== undefined && PARTS[only] === undefined)
  throw new Error(`--only ${only}: it is one of ${Object.keys(PARTS).join(', ')}`)
console.log(`Node ${process.versions.node}, ${process.platform} ${process.arch}`)
for (const [name, part] of Object.entries(PARTS))
  if (only === name || (only === undefined && !ON_REQUEST.has(name))) await part()
