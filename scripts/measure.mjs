// Measures how accurate the program is: on the project's own answer keys (test/score), and, where ENTENTE_CORPUS
// names a folder with a scorer, on what lies there. `npm run measure -- --write` puts the floors that CI holds into docs/method.md.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileBeside } from './compile.mjs'
import { readyToRun } from './setup/build.mjs'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')
readyToRun(root)
const out = compileBeside(root, 'test/score', 'score', name => !name.endsWith('.test.ts'))
const load = name => import(join(out, name))
const [{ DOSSIERS, keysOf, recordOf }, { f1, MEASURES, reliability }, { loadKeys }, { score }] =
  await Promise.all(['dossiers.js', 'board.js', 'keys.js', 'score.js'].map(load))

function ownKeys() {
  const folder = mkdtempSync(join(tmpdir(), 'entente-measure-'))
  try {
    return DOSSIERS.map(dossier => {
      const { keys, clusters } = loadKeys(keysOf(dossier))
      return {
        dossier,
        documents: keys.length,
        board: score(recordOf(dossier, join(folder, dossier)), keys, clusters),
      }
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function markdown(head, rows) {
  return [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

function tableOf(boards) {
  const heads = boards.map(({ dossier, documents }) => `${dossier}, ${documents} documents`)
  const cell = ({ right, missed, extra }) =>
    `${f1({ right, missed, extra }).toFixed(3)} (${right} right, ${missed} missed, ${extra} beyond the key)`
  return markdown(
    ['F1', ...heads],
    MEASURES.map(measure => [measure, ...boards.map(({ board }) => cell(board.tally(measure)))]),
  )
}

/** What docs/method.md tells: the floors, which are held. Downwards, so that no more is told than was reached. */
function tableOfFloors(boards) {
  const floors = JSON.parse(readFileSync(join(root, 'test', 'score', 'floors.json'), 'utf8'))
  const two = share => (share === undefined ? '0' : (Math.floor(share * 100 + 1e-9) / 100).toFixed(2))
  const heads = boards.map(({ dossier, documents }) => `${dossier}, ${documents} documents`)
  return markdown(
    ['F1, at least', ...heads],
    MEASURES.map(measure => [measure, ...boards.map(({ dossier }) => two(floors[dossier]?.scores[measure]))]),
  )
}

/** How often what is given a confidence is right, over both dossiers. */
function tableOfReliability(boards) {
  const two = number => number.toFixed(2)
  const rows = MEASURES.flatMap(measure => {
    const bins = reliability(boards.flatMap(({ board }) => board.judged.get(measure) ?? []))
    return bins.map(({ from, to, found, right, told }, i) => [
      i === 0 ? measure : '',
      `${two(from)}–${two(to)}`,
      two(told),
      `${right} of ${found}`,
      two(right / found),
    ])
  })
  return markdown(['what', 'confidence', 'mean', 'right', 'share'], rows)
}

/** What the scorer beside the corpus prints, line by line; it runs `npx entente` from here. */
function corpusLines() {
  const scorer = join(process.env.ENTENTE_CORPUS ?? '', 'score', 'all.sh')
  if (!process.env.ENTENTE_CORPUS || !existsSync(scorer)) return []
  const env = { ...process.env, PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter) }
  const ran = spawnSync('bash', [scorer], { cwd: root, env, encoding: 'utf8', maxBuffer: 2 ** 26 })
  return ran.stdout.trim().split('\n')
}

const boards = ownKeys()
console.log(tableOf(boards))
console.log(`\n${tableOfReliability(boards)}\n`)
if (process.argv.includes('--write')) {
  const path = join(root, 'docs', 'method.md')
  const tables = { measured: tableOfFloors(boards), reliability: tableOfReliability(boards) }
  let text = readFileSync(path, 'utf8')
  for (const [name, table] of Object.entries(tables))
    text = text.replace(
      new RegExp(`(<!-- ${name} -->\\n).*?(<!-- end -->)`, 's'),
      (_, head, foot) => `${head}${table}\n${foot}`,
    )
  writeFileSync(path, text)
}
for (const line of corpusLines()) console.log(line)
