import ts from 'typescript'
import { at, each } from './house.mjs'

const FILE = 400
const FUNCTION = 80

const linesOf = text => text.trimEnd().split('\n').length

function share(numbers, part) {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}

const summary = (what, numbers) =>
  `${what}: ${numbers.length}, lines in the middle ${share(numbers, 0.5)}, ninth decile ${share(numbers, 0.9)}, most ${share(numbers, 1)}`

const isShipped = path => /^(?:src|web)\//.test(path)

/** Rows of knowledge are data, whatever the file is called. */
const isData = path => path.includes('/data/') || path.includes('/furniture/rules/')

export const sizes = {
  name: 'sizes',
  holds: `files of ${FILE} lines at most, functions of ${FUNCTION}`,
  mend: 'One unit, one file, one idea: find the second idea in it and give it a file with a name of its own.',
  check(house) {
    const breaches = []
    const files = []
    const functions = []
    for (const path of house.allCode.filter(path => !isData(path))) {
      const source = house.source(path)
      const lines = linesOf(house.text(path))
      if (isShipped(path)) files.push(lines)
      if (lines > FILE) breaches.push({ where: path, what: `${lines} lines` })
      if (!isShipped(path)) continue
      each(source, node => {
        if (!ts.isFunctionLike(node) || !node.body) return
        const length = linesOf(node.getText(source))
        functions.push(length)
        if (length > FUNCTION) breaches.push(at(path, source, node, `a function of ${length} lines`))
      })
    }
    return { breaches, notes: [summary('files', files), summary('functions', functions)] }
  },
}
