import { sharesAny } from '../../lists.ts'
import { within } from '../came.ts'
import { GRACE } from '../window.ts'
import type { Asked, Ground, SettlingRule } from './rule.ts'

/** So many documents about these states in its time, and one after it, before silence says that nothing came. */
const HEARD = 3

/** Anything that might have been it, whatever else is said of it. */
function mayHaveCome(
  { window, deeds, content, forecast }: Asked,
  { record, knowledge }: Ground,
  state: string,
): boolean {
  for (const deed of deeds) {
    for (const answer of knowledge.answers.get(deed)?.answeredBy ?? []) {
      for (const came of within(record.list(state, answer), window.from, window.to)) {
        if (
          sharesAny(came.content, content) ||
          sharesAny(came.it.event.issues, new Set(forecast.asks.issues))
        )
          return true
      }
    }
  }
  return false
}

/** What was foretold not to come did not come by its day, while the papers wrote about these states. */
export const absence: SettlingRule = {
  name: 'forecast/absence',
  find(asked, ground) {
    const { forecast, window, doerStates, deeds } = asked
    const [state] = doerStates
    if (!forecast.negated || forecast.asks.conditional || window.due === null) return null
    if (state === undefined || deeds.size === 0 || !Number.isFinite(window.made)) return null
    const heard = ground.coverage(doerStates, window.made, window.due)
    if (heard < HEARD || ground.coverage(doerStates, window.due + GRACE, Number.POSITIVE_INFINITY) === 0)
      return null
    if (mayHaveCome(asked, ground, state)) return null
    const reason = `nothing of it is reported by its day, in ${heard} documents about ${[...doerStates].join(', ')}`
    return { came: false, by: null, event: null, reason }
  },
}
