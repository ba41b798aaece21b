// Runs bench/ on the compiled program: its own few files are compiled here, beside what they measure.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { buildWhereStale } from './setup/build.mjs'
import { say } from './setup/say.mjs'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')
const out = join(root, 'dist', 'bench')

try {
  buildWhereStale(root)
} catch (error) {
  say(error.message)
  process.exit(1)
}
rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
for (const name of readdirSync(join(root, 'bench')).filter(name => name.endsWith('.ts'))) {
  const text = readFileSync(join(root, 'bench', name), 'utf8').replaceAll("'../src/", "'../")
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
      rewriteRelativeImportExtensions: true,
    },
  })
  writeFileSync(join(out, name.replace(/\.ts$/, '.js')), outputText)
}
await import('../dist/bench/index.js')
