import { analyse } from 'scslre'
import ts from 'typescript'
import { at, each } from './house.mjs'

/** How the time grows with the text, as Schmidt's static analysis tells it. */
function growth(source, flags) {
  const { reports } = analyse({ source, flags })
  if (reports.some(report => report.exponential)) return 'exponential'
  // Two quantifiers that can take the same letters, or one inside another.
  if (reports.some(report => report.type !== 'Move')) return 'polynomial'
  // The search begins again at every place of a run of letters.
  return reports.length > 0 ? 'quadratic where it is searched for' : 'linear'
}

export const expressions = {
  name: 'expressions',
  holds: 'no regular expression can be made to run away',
  mend:
    'Let no two quantifiers take the same letters, put bounds on them ({0,40}), anchor them, ' +
    'or walk through the text by hand.',
  check(house) {
    const breaches = []
    const notes = []
    for (const path of house.code) {
      const source = house.source(path)
      each(source, node => {
        if (!ts.isRegularExpressionLiteral(node)) return
        const [, pattern, flags] = /^\/(.*)\/([a-z]*)$/s.exec(node.text)
        const grows = growth(pattern, flags)
        const { where, what } = at(path, source, node, `${grows}: ${node.text.slice(0, 100)}`)
        if (grows === 'exponential' || grows === 'polynomial') breaches.push({ where, what })
        else if (grows !== 'linear') notes.push(`${where}  ${what}`)
      })
    }
    return { breaches, notes }
  },
}
