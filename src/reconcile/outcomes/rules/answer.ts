import { sharesAny } from '../../lists.ts'
import { type Came, within } from '../came.ts'
import { samePeople } from './itself.ts'
import type { Asked, Finding, Ground, SettlingRule } from './rule.ts'

/** Told by who takes part, not by what they are about. */
const BY_SIDES = new Set(['meet', 'travel', 'mission', 'invite'])
/** Its name says what it is about. */
const NAMED = new Set(['mission', 'delist', 'relist'])

/** How many words of its matter both have; an issue that both name counts for one. */
function matter(came: Came, { content, forecast }: Asked): number {
  let shared = 0
  for (const stem of came.content) if (content.has(stem)) shared++
  return shared + (sharesAny(came.it.event.issues, new Set(forecast.asks.issues)) ? 1 : 0)
}

function sidesFit({ it }: Came, states: ReadonlySet<string>): boolean {
  for (const state of states) if (!it.event.states.includes(state)) return false
  return true
}

/** A summit is not answered by diplomats who meet. */
function levelFits({ it }: Came, { what, forecast }: Asked): boolean {
  const wanted = what?.event.level ?? (forecast.asks.words.includes('summit') ? 'leader' : null)
  return wanted === null || it.event.level === null || it.event.level === wanted
}

/** The same side does it; where a meeting or a visit is foretold, with the same others. */
function fits(came: Came, asked: Asked, deed: string): boolean {
  const { doerStates, states, people, window } = asked
  if (
    doerStates.size > 0 ? !sharesAny(came.doerStates, doerStates) : !sharesAny(came.it.event.states, states)
  )
    return false
  const bySides = BY_SIDES.has(deed)
  if (bySides && !(sidesFit(came, states) && samePeople(people, came.people) && levelFits(came, asked)))
    return false
  const shared = matter(came, asked) + (NAMED.has(deed) && came.deeds.has(deed) ? 1 : 0)
  // "a delegation will travel to Lima": of one side, and told by what it is.
  if (bySides) return shared > 0 || (window.due !== null && states.size > 1)
  return shared >= (window.due === null ? 2 : 1)
}

const beside = ({ it }: Came, states: ReadonlySet<string>): number =>
  it.event.states.filter(state => !states.has(state)).length

function findIn(
  asked: Asked,
  { record }: Ground,
  deed: string,
  answers: Iterable<string>,
  came: boolean,
): Finding | null {
  const { window, states } = asked
  const [state] = asked.doerStates.size > 0 ? asked.doerStates : states
  if (state === undefined) return null
  for (const answer of answers) {
    const found = [...within(record.list(state, answer), window.from, window.to)].filter(it =>
      fits(it, asked, deed),
    )
    // Of these sides alone, before one with others.
    found.sort((a, b) => beside(a, states) - beside(b, states))
    for (const it of found) {
      const how = came
        ? answer === deed
          ? `“${deed}” is reported`
          : `“${answer}” answers “${deed}”`
        : `“${answer}” is the contrary of “${deed}”`
      return { came, by: it, event: it.it.event.id, reason: `${how}, of the same side and matter, in time` }
    }
  }
  return null
}

/** Something of a class that answers it, or is its contrary, by the same side about the same matter. */
export const answer: SettlingRule = {
  name: 'forecast/answer',
  find(asked, ground) {
    if (!Number.isFinite(asked.window.made)) return null
    for (const deed of asked.deeds) {
      const row = ground.knowledge.answers.get(deed)
      if (row === undefined) continue
      const found =
        findIn(asked, ground, deed, row.answeredBy, true) ??
        (asked.forecast.asks.conditional ? null : findIn(asked, ground, deed, row.against, false))
      if (found !== null) return found
    }
    return null
  },
}
