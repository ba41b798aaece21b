// Checks that what the docs show is what the program prints. `npm run docs` looks at the README and all of docs/.
//
// What a document asks its reader to do is done, step by step, in a copy of the checkout (scripts/docs/blocks.mjs
// tells how steps are marked): commands run and print what is shown, where a line `…` stands for any lines, and `…`
// within a line for anything; new files are written, and lines put where the document says. Other blocks are left.
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { blocksIn, matches, patched } from './docs/blocks.mjs'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

function filesToCheck() {
  const named = process.argv.slice(2)
  if (named.length > 0) return named
  const inDocs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
  return ['README.md', ...inDocs.filter(path => path.endsWith('.md')).map(path => join('docs', path))].sort()
}

const NEEDED = ['bin', 'dist', 'docs', 'examples', 'scripts', 'src', 'test', 'web']

/** The checkout as a stranger would have it: nothing of ours is changed by what they do. */
function scratch() {
  const folder = mkdtempSync(join(tmpdir(), 'entente-docs-'))
  const files = readdirSync(root, { withFileTypes: true }).filter(entry => entry.isFile())
  for (const name of [...NEEDED, ...files.map(entry => entry.name)]) {
    if (!existsSync(join(root, name))) continue
    cpSync(join(root, name), join(folder, name), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  mkdirSync(join(folder, '.bin'))
  symlinkSync('../bin/entente.js', join(folder, '.bin', 'entente'))
  return folder
}

/** `npx entente` is the copy's own program; the link in node_modules leads to ours. */
const inCopy = command => command.replace(/\bnpx entente\b/g, 'entente')

function runIn(folder, { command, expected }) {
  const path = [join(folder, '.bin'), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  const ran = spawnSync(inCopy(command), {
    cwd: folder,
    shell: true,
    encoding: 'utf8',
    env: { ...process.env, PATH: path, NO_COLOR: '1', TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 300_000,
  })
  const lines = ran.stdout.replace(/\s+$/, '').split('\n')
  if (ran.status === 0 && matches(expected, lines)) return null
  const shown = [...lines, ...ran.stderr.trimEnd().split('\n')].slice(0, 60)
  return `it ended with ${ran.status} and printed:\n${shown.map(text => `      | ${text}`).join('\n')}`
}

/** Does one step; null where it went as the document says, else what went otherwise. */
function doStep(folder, step) {
  if (step.kind === 'command') return runIn(folder, step)
  const path = join(folder, step.path)
  if (step.kind === 'file') {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, step.text)
    return null
  }
  const text = existsSync(path) ? patched(readFileSync(path, 'utf8'), step.lines) : null
  if (text === null) return 'the lines around do not stand there'
  writeFileSync(path, text)
  return null
}

const NAMES = { command: '$', file: 'writes', diff: 'changes' }

let passed = 0
let failed = 0
for (const file of filesToCheck()) {
  const steps = blocksIn(readFileSync(join(root, file), 'utf8'))
  if (steps.length === 0) continue
  const folder = scratch()
  for (const step of steps) {
    const wrong = doStep(folder, step)
    if (wrong === null) passed++
    else failed++
    console.log(
      `${wrong === null ? 'ok' : '!!'}  ${file}:${step.line}  ${NAMES[step.kind]} ${step.command ?? step.path}`,
    )
    if (wrong !== null) console.log(`      ${wrong}\n      → mend the document, or what it tells of`)
  }
  rmSync(folder, { recursive: true, force: true })
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
