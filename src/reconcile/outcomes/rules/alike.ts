import type { Assembled } from '../../events/assemble.ts'
import { sharesAny } from '../../lists.ts'
import { type Came, headsOf, peopleOf, within } from '../came.ts'
import { samePeople } from './itself.ts'
import type { Asked, SettlingRule } from './rule.ts'

/** A meeting or a call is told by who meets; of anything else the words must say that it is about the same. */
const BY_SIDES = new Set(['meeting', 'call', 'invitation', 'exercise'])

function levelsFit(came: Came, what: Assembled): boolean {
  const [a, b] = [came.it.event.level, what.event.level]
  return a === null || b === null || a === b
}

/** A visit is answered by a visit, or by a meeting at the place that was to be visited. */
function placeFits(came: Came, { event }: Assembled): boolean {
  const [a, b] = [came.it.event.place, event.place]
  if (event.mode === 'visit' && came.it.event.mode !== 'visit') return b !== null && a === b
  return true
}

function fits(came: Came, asked: Asked, what: Assembled, head: string): boolean {
  if (came.it === what || came.it.event.states.join() !== what.event.states.join()) return false
  if (!levelsFit(came, what) || !placeFits(came, what) || !samePeople(came.people, peopleOf(what)))
    return false
  const issues = sharesAny(came.it.event.issues, new Set(what.event.issues))
  if (BY_SIDES.has(head)) return head === 'meeting' || what.event.issues.length === 0 || issues
  const doers = new Set(what.tellings.flatMap(it => it.doerStates))
  return sharesAny(came.doerStates, doers) && sharesAny(came.content, asked.content)
}

/** Another event of the same kind between the same states in the time that was foretold. */
export const alike: SettlingRule = {
  name: 'forecast/same-kind',
  find(asked, { record }) {
    const { what, window } = asked
    const [state] = what?.event.states ?? []
    if (what === undefined || state === undefined || !Number.isFinite(window.made)) return null
    for (const head of headsOf(what)) {
      for (const came of within(record.list(state, head), window.from, window.to)) {
        if (!fits(came, asked, what, head)) continue
        const reason = `one of its kind (${head.replace(/^type /, '')}) between the same states is reported in time`
        return { came: true, by: came, event: came.it.event.id, reason }
      }
    }
    return null
  },
}
