/** What came of a forecast, as far as the record knows. */
import { stemOf } from '../../knowledge/answers.ts'
import { toDays } from '../../record/interval.ts'
import type { ForecastMention } from '../../record/mentions.ts'
import type { Outcome } from '../../record/types.ts'
import type { Context } from '../context.ts'
import type { Events } from '../events/index.ts'
import { type Source, stateFinder } from '../events/telling.ts'
import { push, sorted } from '../lists.ts'
import { recordOf } from './came.ts'
import { absence } from './rules/absence.ts'
import { alike } from './rules/alike.ts'
import { answer } from './rules/answer.ts'
import { denied, itself } from './rules/itself.ts'
import type { Asked, Ground, SettlingRule } from './rules/rule.ts'
import { GRACE, type Window, windowOf } from './window.ts'
import { isSmall } from './words.ts'

export interface Settled {
  outcome: Outcome
  resolvedBy: string | null
  /** What settled it; null where nothing did. */
  rule: string | null
  reason: string
}

/** In this order: the surer first. */
const RULES: readonly SettlingRule[] = [itself, alike, answer, denied, absence]

/** Documents that name each state, by the day on which they came out. */
function coverageOf(context: Context): Ground['coverage'] {
  const days = new Map<string, number[]>()
  for (const { document, actors } of context.understandings) {
    const { published, origin } = context.source(document)
    if (published === null || origin !== document) continue
    for (const state of sorted(actors.flatMap(it => it.state ?? []))) push(days, state, published)
  }
  return (states, from, to) => {
    const counts = [...states].map(
      state => (days.get(state) ?? []).filter(day => day >= from && day <= to).length,
    )
    return counts.length === 0 ? 0 : Math.min(...counts)
  }
}

/** The day of the latest document. */
function newestOf(context: Context): number {
  const days = context.documents.flatMap(({ published }) =>
    published?.end == null ? [] : [toDays(published.end)],
  )
  return days.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
}

/** Settles forecasts against the events of the record. */
export function settler(context: Context, events: Events) {
  const { knowledge, actors } = context
  const stateOf = stateFinder(actors, knowledge)
  const ground: Ground = {
    record: recordOf(events.all, knowledge),
    knowledge,
    stateOf,
    coverage: coverageOf(context),
  }
  const newest = newestOf(context)

  const askedOf = (forecast: ForecastMention, source: Source): Asked => {
    const resolve = (keys: readonly string[]): string[] => keys.map(key => actors.of(forecast.document, key))
    const doers = resolve(forecast.asks.doers)
    const all = [...doers, ...resolve(forecast.asks.others)]
    const { words, topic, light } = forecast.asks
    const { classes, used } = light ? knowledge.answers.in(words) : knowledge.answers.at(words)
    const isPerson = (id: string): boolean => actors.get(id)?.nodes[0]?.actor.type === 'person'
    return {
      forecast,
      source,
      window: windowOf(forecast, source),
      what: forecast.event === null ? undefined : events.of(forecast.event),
      doerStates: new Set(doers.flatMap(id => stateOf(id) ?? [])),
      states: new Set(all.flatMap(id => stateOf(id) ?? [])),
      people: new Set(all.filter(isPerson).map(id => `${stateOf(id) ?? ''}|${id}`)),
      deeds: classes,
      content: new Set(
        [...words, ...topic]
          .filter(word => word.length > 2 && !isSmall(word))
          .map(stemOf)
          .filter(stem => !used.has(stem)),
      ),
    }
  }

  return (forecast: ForecastMention, source: Source): Settled => {
    const asked = askedOf(forecast, source)
    for (const { name, find } of RULES) {
      const found = find(asked, ground)
      if (found === null) continue
      const outcome = found.came !== forecast.negated ? 'happened' : 'did-not-happen'
      return { outcome, resolvedBy: found.event, rule: name, reason: found.reason }
    }
    const { outcome, reason } = unsettled(asked, asked.window, newest)
    return { outcome, resolvedBy: null, rule: null, reason }
  }
}

/** Not yet due, past due without word, or nothing that events could answer. */
function unsettled(
  { what, deeds, doerStates }: Asked,
  { due }: Window,
  newest: number,
): { outcome: Outcome; reason: string } {
  if (due !== null && due + GRACE >= newest) return { outcome: 'open', reason: 'its day has not come' }
  if (due !== null) return { outcome: 'overdue', reason: 'its day has passed without word' }
  if (what !== undefined || (deeds.size > 0 && doerStates.size > 0))
    return { outcome: 'open', reason: 'it names no day' }
  return { outcome: 'unresolvable', reason: 'it names no day, and no deed that an event could answer' }
}
