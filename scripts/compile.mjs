// Compiles a folder that is no part of the program (bench/, test/score/) into dist/NAME, to run on the compiled
// program rather than on what a test runner makes of the sources.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

const OPTIONS = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  rewriteRelativeImportExtensions: true,
}

export function compileBeside(root, folder, name, wanted = () => true) {
  const out = join(root, 'dist', name)
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  for (const file of readdirSync(join(root, folder)).filter(file => file.endsWith('.ts') && wanted(file))) {
    const text = readFileSync(join(root, folder, file), 'utf8')
      .replace(/'(?:\.\.\/)+src\//g, "'../")
      .replace(/'\.\.\/test\/store\//g, "'../cluster/")
    const { outputText } = ts.transpileModule(text, { compilerOptions: OPTIONS })
    writeFileSync(join(out, file.replace(/\.ts$/, '.js')), outputText)
  }
  return out
}
