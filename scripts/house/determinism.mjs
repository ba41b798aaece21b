import ts from 'typescript'
import { at, each } from './house.mjs'

/** Where the clock comes in, where days are counted in UTC, and where only a wait depends on it, never a fact. */
const ALLOWED = {
  'src/effects.ts': ['new Date', 'performance.now'],
  'src/record/interval.ts': ['new Date'],
  'src/watch/time.ts': ['Date.parse', 'new Date'],
  'src/cli/progress.ts': ['performance.now'],
  'src/store/lock.ts': ['performance.now', 'Math.random'],
}

/** What depends on the machine: its clock, its place, its language, its version of ICU, or chance. */
function dependence(node, source) {
  if (ts.isPropertyAccessExpression(node)) {
    const name = node.name.text
    if (name === 'localeCompare' || name.startsWith('toLocale')) return name
    if (name === 'getTimezoneOffset' || /^(?:get|set)(?:Date|Day|Month|FullYear|Hours|Minutes)$/.test(name))
      return name
    const whole = node.getText(source)
    if (/^(?:Date\.(?:now|parse)|Math\.random|performance\.now)$/.test(whole)) return whole
    if (/^Intl\.\w+$/.test(whole)) return whole
  }
  if (ts.isNewExpression(node) && node.expression.getText(source) === 'Date') return 'new Date'
  return null
}

export const determinism = {
  name: 'determinism',
  holds: 'nothing asks the clock, the time zone, the locale, ICU or chance',
  mend:
    'Order by `byCodePoint` (src/record/ids.ts), count days with src/record/interval.ts, ' +
    'take the clock from the effects that come in as an argument.',
  check(house) {
    const breaches = []
    for (const path of house.code) {
      const source = house.source(path)
      each(source, node => {
        const what = dependence(node, source)
        if (what !== null && !ALLOWED[path]?.includes(what)) breaches.push(at(path, source, node, what))
      })
    }
    return { breaches }
  },
}
