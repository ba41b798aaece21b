import ts from 'typescript'
import { at, each, stageOf } from './house.mjs'

/** effects.ts hands the process's outputs on; cli/ alone is handed them. */
const ALLOWED = new Set(['cli', 'effects.ts'])

const prints = text => /^(?:console\.\w+|process\.(?:stdout|stderr)\b.*|process\.exit)$/.test(text)

export const printing = {
  name: 'printing',
  holds: 'nothing outside cli/ prints or ends the process',
  mend: 'Return the value, throw an EntenteError, or call the `progress` that came in as an argument.',
  check(house) {
    const breaches = []
    for (const path of house.code.filter(path => !ALLOWED.has(stageOf(path)))) {
      const source = house.source(path)
      each(source, node => {
        if (
          ts.isPropertyAccessExpression(node) &&
          prints(node.getText(source)) &&
          !ts.isPropertyAccessExpression(node.parent)
        )
          breaches.push(at(path, source, node, node.getText(source)))
      })
    }
    return { breaches }
  },
}
