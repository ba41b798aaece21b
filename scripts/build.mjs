// Compiles src/ to dist/, copies the knowledge files beside the code that loads them, and bundles the workbench.
// Runs after `npm ci` (the `prepare` script), so that `npx entente` works at once. `--clean` begins from nothing.
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { markBuilt, sourcesHash } from './built.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const COPIED = ['knowledge/data', 'store/migrations', 'record/record.schema.json']

/** Removes what former sources left behind: a table or a rule that is gone must not go on working. */
function prune(folder, source) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    const from = join(source, entry.name)
    if (entry.name.startsWith('.') || entry.name.startsWith('template-') || path === join(dist, 'web'))
      continue
    if (entry.isDirectory()) {
      if (existsSync(from)) prune(path, from)
      else rmSync(path, { recursive: true, force: true })
    } else if (!existsSync(from) && !existsSync(from.replace(/\.(?:js|js\.map|d\.ts)$/, '.ts'))) {
      rmSync(path, { force: true })
    }
  }
}

/** So that `npx entente` starts at once: npm links a package's commands for others, never for itself. */
function linkCommand() {
  const bin = join(root, 'node_modules', '.bin')
  const program = join(root, 'bin', 'entente.js')
  if (!existsSync(bin)) return
  if (process.platform === 'win32') {
    writeFileSync(join(bin, 'entente.cmd'), `@node "${program}" %*\r\n`)
    return
  }
  if (existsSync(join(bin, 'entente'))) return
  chmodSync(program, 0o755)
  symlinkSync('../../bin/entente.js', join(bin, 'entente'))
}

/** The workbench's page, bundled into dist/web where its own sources have changed. */
async function buildWorkbench() {
  const stamp = join(dist, 'web', '.built')
  const own = sourcesHash(root, ['web', 'package-lock.json'])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === own) return
  const { build } = await import('vite')
  await build({ root: join(root, 'web'), configFile: join(root, 'web', 'vite.config.ts'), logLevel: 'warn' })
  writeFileSync(stamp, own)
}

const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
if (!existsSync(tsc)) {
  // `npm ci --omit=dev` of a published package: dist/ came with it.
  process.exit(existsSync(join(dist, 'cli', 'main.js')) ? 0 : 1)
}
if (process.argv.includes('--clean')) rmSync(dist, { recursive: true, force: true })
const hash = sourcesHash(root)
const compiled = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], {
  stdio: 'inherit',
})
for (const data of COPIED) cpSync(join(root, 'src', data), join(dist, data), { recursive: true })
prune(dist, join(root, 'src'))
if (compiled.status === 0) await buildWorkbench()
linkCommand()
// An empty database to copy from; without it the first dossier would take seconds longer.
const { ensureTemplate } = await import('../dist/store/template.js')
await ensureTemplate({ sweep: true })
if (compiled.status === 0) markBuilt(root, hash)
process.exit(compiled.status ?? 1)
