// Compiles a folder that is no part of the program (bench/, test/score/) into dist/NAME, to run on the compiled
// program rather than on what a test runner makes of the sources.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
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
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  for (const file of files.filter(file => file.endsWith('.ts') && wanted(file))) {
    const program = '../'.repeat(file.split(sep).length)
    const text = readFileSync(join(root, folder, file), 'utf8')
      .replace(/'(?:\.\.\/)+src\//g, `'${program}`)
      .replace(/'(?:\.\.\/)+test\/store\//g, `'${program}cluster/`)
      .replace(/'(?:\.\.\/)+test\/reliability\//g, `'${program}reliability/`)
    const { outputText } = ts.transpileModule(text, { compilerOptions: OPTIONS })
    mkdirSync(dirname(join(out, file)), { recursive: true })
    writeFileSync(join(out, file.replace(/\.ts$/, '.js')), outputText)
  }
  return out
}
