import ts from 'typescript'
import { at, each } from './house.mjs'

/** The one file of a stage where a library's loose types become ours. */
const BOUNDARIES = new Set(['src/text/tagger.ts', 'src/read/html/dom.ts', 'src/store/pack.ts'])

function looseness(node, source, path) {
  if (node.kind === ts.SyntaxKind.AnyKeyword) return 'any'
  if (ts.isNonNullExpression(node))
    return `${node.getText(source).slice(0, 40)}: says that a value is there without looking`
  if (ts.isAsExpression(node) && node.type.getText(source) !== 'const' && !BOUNDARIES.has(path)) {
    return `as ${node.type.getText(source).slice(0, 40)}`
  }
  return null
}

export const types = {
  name: 'types',
  holds: 'no `any`, no `as` but `as const`, no `!`',
  mend:
    'Narrow by looking (a type guard, `?? fallback`, an error that says what is missing). One file a stage may turn ' +
    "a library's loose types into ours; it is listed in scripts/house/types.mjs.",
  check(house) {
    const breaches = []
    for (const path of house.shipped) {
      const source = house.source(path)
      each(source, node => {
        const what = looseness(node, source, path)
        if (what !== null) breaches.push(at(path, source, node, what))
      })
    }
    return { breaches }
  },
}
