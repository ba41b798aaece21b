/** Forecasts of the record as entries of the ledger, with what was settled by hand laid over them. */
import { stemOf } from '../../knowledge/answers.ts'
import type { Knowledge } from '../../knowledge/index.ts'
import type { Settlement } from '../../knowledge/settlements.ts'
import { EntenteError } from '../../record/errors.ts'
import { byCodePoint } from '../../record/ids.ts'
import type { Actor, Forecast } from '../../record/types.ts'
import type { View } from '../view.ts'
import type { Entry } from './types.ts'

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Finds the word of the table that gave a probability. */
function hedgeFinder({ hedges }: Knowledge): (forecast: Forecast) => string | null {
  const table = hedges.all.map(({ word, probability }) => ({ stem: stemOf(word), probability }))
  return ({ text, probability }) => {
    if (probability === null) return null
    const stems = new Map(wordsOf(text).map(word => [stemOf(word), word]))
    for (const { stem, probability: own } of table) {
      const known = stems.get(stem)
      if (known !== undefined && (own === probability || Math.abs(1 - own - probability) < 0.005))
        return known
    }
    return /\d|percent|per cent|\b(?:one|two|three|four) in\b/.test(text) ? 'in numbers' : null
  }
}

/** Where nobody is named the document speaks: its authors, else its outlet. */
function authorOf({ by, evidence }: Forecast, view: View): string {
  const actor = by === null ? undefined : view.actors.get(by)
  if (by !== null) return actor?.name ?? by
  const head = view.documents.get(evidence[0]?.document ?? '')
  return head?.authors.join(', ') || head?.outlet || head?.source || 'unknown'
}

function outletsOf({ evidence }: Forecast, view: View): string[] {
  const outlets = evidence.map(({ document }) => {
    const head = view.documents.get(view.origin(document))
    return head?.outlet ?? head?.source ?? document
  })
  return [...new Set(outlets)].sort(byCodePoint)
}

const stateOf = (actor: Actor | undefined): string =>
  actor?.state ?? (actor?.type === 'state' ? actor.id : '')

function madeOn({ evidence }: Forecast, view: View): string | null {
  const days = evidence.flatMap(({ document }) => view.documents.get(document)?.published?.start ?? [])
  return days.sort(byCodePoint)[0] ?? null
}

/** Whose id each settlement by hand means; an id that no forecast has is told. */
function byHand(settlements: readonly Settlement[], all: readonly Forecast[], today: string | null) {
  const found = new Map<string, Settlement>()
  for (const [i, it] of settlements.entries()) {
    const meant = all.filter(({ id }) => id.startsWith(it.forecast))
    const [only] = meant
    // As of a day before it was made the forecast is not there yet.
    if (only === undefined && today !== null) continue
    if (only === undefined || meant.length > 1) {
      const fault =
        only === undefined
          ? 'no forecast of this dossier has the id'
          : 'several forecasts have an id that begins with'
      throw new EntenteError('E_DOSSIER', `dossier.yaml: settlements[${i}].forecast: ${fault} ${it.forecast}`)
    }
    if (it.date === null || today === null || it.date <= today) found.set(only.id, it)
  }
  return found
}

/** `all`: every forecast of the record, against which ids are checked; `chosen`: those that are asked for. */
export function entriesOf(
  chosen: readonly Forecast[],
  all: readonly Forecast[],
  view: View,
  knowledge: Knowledge,
  given: { settlements: readonly Settlement[]; today: string | null },
): Entry[] {
  // What a day's record does not hold yet cannot be settled in it.
  const hand =
    given.settlements.length === 0
      ? new Map<string, Settlement>()
      : byHand(given.settlements, all, given.today)
  const hedgeOf = hedgeFinder(knowledge)
  const events = new Map(view.facts('event').map(event => [event.id, event]))
  return chosen.map(forecast => {
    const own = hand.get(forecast.id)
    const answered = forecast.outcome === 'happened' || forecast.outcome === 'did-not-happen'
    const [kind = 'other'] = knowledge.answers.in(wordsOf(forecast.text)).classes
    return {
      forecast,
      outcome: own?.outcome ?? forecast.outcome,
      settledBy: own !== undefined ? 'hand' : answered ? 'record' : null,
      event:
        own === undefined && forecast.resolvedBy !== null ? (events.get(forecast.resolvedBy) ?? null) : null,
      reason: own?.reason ?? null,
      hedge: hedgeOf(forecast),
      author: authorOf(forecast, view),
      outlets: outletsOf(forecast, view),
      kind,
      actor: stateOf(forecast.by === null ? undefined : view.actors.get(forecast.by)) || 'nobody’s',
      made: madeOn(forecast, view),
    }
  })
}
