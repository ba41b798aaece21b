// Compiles src/ to dist/ and copies the knowledge files beside the code that loads them.
// Runs after `npm ci` (the `prepare` script), so that `npx entente` works at once.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const root = new URL('..', import.meta.url).pathname
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
if (!existsSync(tsc)) {
  // `npm ci --omit=dev` of a published package: dist/ came with it.
  process.exit(existsSync(join(root, 'dist', 'cli', 'main.js')) ? 0 : 1)
}
if (process.argv.includes('--clean')) rmSync(join(root, 'dist'), { recursive: true, force: true })
const result = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], { stdio: 'inherit' })
for (const data of ['knowledge/data', 'store/migrations', 'record/record.schema.json']) {
  cpSync(join(root, 'src', data), join(root, 'dist', data), { recursive: true })
}
// An empty database to copy from; without it the first dossier would take seconds longer.
const { ensureTemplate } = await import('../dist/store/template.js')
await ensureTemplate({ sweep: true })
process.exit(result.status ?? 1)
