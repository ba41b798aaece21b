// Checks that what the docs show is what the program prints. `npm run docs` looks at the README and all of docs/.
//
// A block marked ```console holds commands after `$ ` and what they print. They run in an empty folder with
// `examples/` beside, one after another, over all blocks of a file. A line `…` stands for any lines, `…` within a
// line for anything. Blocks marked otherwise are not run.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { blocksIn, matches } from './docs/blocks.mjs'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

function filesToCheck() {
  const named = process.argv.slice(2).filter(arg => !arg.startsWith('--'))
  if (named.length > 0) return named
  const inDocs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
  return ['README.md', ...inDocs.filter(path => path.endsWith('.md')).map(path => join('docs', path))].sort()
}

/** A folder as a stranger would have it: the checkout's own files, but with a dossier of its own. */
function scratch() {
  const folder = mkdtempSync(join(tmpdir(), 'entente-docs-'))
  for (const name of ['bin', 'dist', 'node_modules', 'package.json', 'scripts', 'src', 'test']) {
    symlinkSync(join(root, name), join(folder, name))
  }
  cpSync(join(root, 'examples'), join(folder, 'examples'), { recursive: true })
  return folder
}

function runIn(folder, command) {
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  const ran = spawnSync(command, {
    cwd: folder,
    shell: true,
    encoding: 'utf8',
    env: { ...process.env, PATH: path, NO_COLOR: '1', TMPDIR: folder, npm_config_update_notifier: 'false' },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 300_000,
  })
  return { status: ran.status, lines: ran.stdout.replace(/\s+$/, '').split('\n'), said: ran.stderr }
}

let passed = 0
let failed = 0
for (const file of filesToCheck()) {
  const blocks = blocksIn(readFileSync(join(root, file), 'utf8'))
  if (blocks.length === 0) continue
  const folder = scratch()
  for (const { command, expected, line } of blocks) {
    const { status, lines, said } = runIn(folder, command)
    const fits = status === 0 && matches(expected, lines)
    if (fits) passed++
    else failed++
    console.log(`${fits ? 'ok' : '!!'}  ${file}:${line}  $ ${command}`)
    if (fits) continue
    const shown = [...lines, ...said.trimEnd().split('\n')].slice(0, 60)
    console.log(
      `      it ended with ${status} and printed:\n${shown.map(text => `      | ${text}`).join('\n')}`,
    )
    console.log('      → mend the document, or what it tells of; see the head of scripts/docs.mjs')
  }
  rmSync(folder, { recursive: true, force: true })
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
