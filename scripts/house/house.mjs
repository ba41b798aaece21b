// What the rules look at: the files of a checkout, parsed once.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative, sep } from 'node:path'
import ts from 'typescript'

function* filesUnder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory() && !/^(?:node_modules|dist|\.git|\.entente)$/.test(entry.name))
      yield* filesUnder(path)
    else if (entry.isFile()) yield path
  }
}

/** Paths that git tracks or would track; every file where there is no git. */
function listed(root) {
  const git = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  const paths =
    git.status === 0
      ? git.stdout.split('\0').filter(path => path !== '' && existsSync(join(root, path)))
      : [...filesUnder(root)].map(path => relative(root, path).split(sep).join('/'))
  return paths.sort()
}

/** Every import and re-export of a file: what it names, and whether it is gone after compiling. */
function importsOf(source) {
  const found = []
  const add = (node, name, typeOnly) => {
    if (ts.isStringLiteral(name)) found.push({ name: name.text, typeOnly, line: lineOf(source, node) })
  }
  each(source, node => {
    if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier, node.importClause?.isTypeOnly ?? false)
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier)
      add(node, node.moduleSpecifier, node.isTypeOnly)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node, node.arguments[0], false)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node, node.argument.literal, true)
  })
  return found
}

/** Calls back for every node under this one. */
export function each(node, callback) {
  ts.forEachChild(node, child => {
    callback(child)
    each(child, callback)
  })
}

export const lineOf = (source, node) => source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1

export function makeHouse(root) {
  const files = listed(root)
  const texts = new Map()
  const sources = new Map()
  const code = files.filter(
    path => path.startsWith('src/') && path.endsWith('.ts') && !path.endsWith('.test.ts'),
  )
  const page = files.filter(path => /^web\/src\/.*\.tsx?$/.test(path))
  const house = {
    root,
    /** Every file of the checkout, as `src/text/index.ts`. */
    files,
    /** The program's own TypeScript. */
    code,
    /** The same, with the workbench's page. */
    shipped: [...code, ...page],
    /** All TypeScript, with tests and measuring. */
    allCode: [...files.filter(path => /^(?:src|test|bench)\/.*\.ts$/.test(path)), ...page],
    text(path) {
      if (!texts.has(path)) texts.set(path, readFileSync(join(root, path), 'utf8'))
      return texts.get(path)
    },
    source(path) {
      if (!sources.has(path)) {
        sources.set(path, ts.createSourceFile(path, house.text(path), ts.ScriptTarget.Latest, true))
      }
      return sources.get(path)
    },
    /** Imports of our own files, by path. */
    imports(path) {
      return importsOf(house.source(path))
        .filter(({ name }) => name.startsWith('.'))
        .map(found => ({ ...found, path: posix.join(posix.dirname(path), found.name) }))
    },
    packages(path) {
      return importsOf(house.source(path)).filter(({ name }) => !name.startsWith('.'))
    },
  }
  return house
}

/** `src/text/index.ts` is of `text`, `src/pipeline.ts` of `pipeline.ts`. */
export const stageOf = path => path.split('/')[1] ?? path

/** A breach at a node. */
export const at = (path, source, node, what) => ({ where: `${path}:${lineOf(source, node)}`, what })
