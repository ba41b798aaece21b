import ts from 'typescript'
import { at, each } from './house.mjs'

const MODULES =
  /^(?:node:)?(?:http2?|https|net|tls|dgram|dns(?:\/promises)?)$|^(?:undici|axios|got|node-fetch|ws)$/
const GLOBALS = new Set(['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'])

export const network = {
  name: 'network',
  holds: 'the network is reached in effects.ts and fetch/ alone',
  mend: 'Take `fetch` from the effects that come in as an argument, so that tests and users can do without a network.',
  check(house) {
    const breaches = []
    for (const path of house.code.filter(
      path => path !== 'src/effects.ts' && !path.startsWith('src/fetch/'),
    )) {
      const source = house.source(path)
      for (const { name, line } of house.packages(path)) {
        if (MODULES.test(name)) breaches.push({ where: `${path}:${line}`, what: `imports ${name}` })
      }
      each(source, node => {
        const called = ts.isCallExpression(node) || ts.isNewExpression(node) ? node.expression : null
        const name = called?.getText(source).replace(/^globalThis\./, '')
        if (name !== undefined && GLOBALS.has(name)) breaches.push(at(path, source, node, `uses ${name}`))
      })
    }
    return { breaches }
  },
}
