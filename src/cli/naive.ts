/** The index's naive forecast, for the ledger: it goes on as it went. */
import { type Level, persistence } from '../analyse/ledger/index.ts'
import { gradesOf, relationIndex, USUAL } from '../analyse/relation-index/index.ts'
import type { Asked } from './asked.ts'

/** By quarter over the states that are asked for or under watch; null where these are fewer than two. */
export function naiveOf({ view, options, dossier, knowledge, today }: Asked<object>) {
  const states = options.states ?? dossier.states
  if (states.length < 2) return null
  const { points } = relationIndex(view.facts('event'), view, knowledge.contactLevels, {
    grain: 'quarter',
    states,
    from: null,
    to: null,
    today,
    ...USUAL,
    draws: 0,
    grades: gradesOf(view),
  })
  const levels: Level[] = points.map(({ start, net }) => ({ start, net }))
  return { name: 'index, persistence', scored: persistence(levels) }
}
