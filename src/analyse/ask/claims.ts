/** Statements, positions, forecasts and drivers that answer a question. */
import type { Driver, Forecast, Position, Statement } from '../../record/types.ts'
import {
  type Bench,
  contentFit,
  counts,
  inTime,
  isParty,
  issueFit,
  publishedOf,
  quotesOf,
  timeLine,
  Wording,
} from './match.ts'
import type { Party, Query } from './types.ts'

/** All whom the question names beside who speaks; null where one is not named. */
function named(parties: readonly Party[], wording: Wording): string[] | null {
  return parties.every(party => wording.names(party)) ? parties.map(({ text }) => `it names ${text}`) : null
}

/** Each in turn, until one is not met: the cheap ones first. */
function all(...parts: (() => readonly string[] | null)[]): string[] | null {
  const lines: string[] = []
  for (const part of parts) {
    const found = part()
    if (found === null) return null
    lines.push(...found)
  }
  return lines
}

/** What the speaker wants of others; "Seoul demands" says what Seoul wants. */
const DEMANDS = /\b(?:should|must|ought to|needs? to|has to|have to)\b/i

function speaks({ speaker }: Statement, party: Party, bench: Bench): boolean {
  return isParty(bench, party, speaker.actor) || (!party.isState && speaker.name.includes(party.text))
}

export function statementFit(query: Query, statement: Statement, bench: Bench): string[] | null {
  const { stances, types, wanted, verb } = query
  const wills = stances.size + types.size > 0
  if (wills && (!stances.has('demands') || !DEMANDS.test(statement.text))) return null
  if (!query.doers.every(party => speaks(statement, party, bench))) return null
  if (!inTime(statement.date ?? publishedOf(bench, statement.evidence), query)) return null
  const wording = new Wording([statement.text, ...quotesOf(statement.evidence)], bench)
  const meets = all(
    () => query.doers.map(({ text }) => `${text} speaks`),
    () => named(query.others, wording),
    () => contentFit(query, wording),
    () => issueFit(query, statement.issues, wording),
    () => timeLine(query),
  )
  if (meets === null) return null
  if (wanted === 'how-many') {
    const number = counts(query.counted ?? '', wording.text)
    return number === null || (verb !== null && !wording.holds(verb))
      ? null
      : [`it counts: ${number}`, ...meets]
  }
  // Without anything that it is about, everybody says something.
  if (query.doers.length + query.issues.length + query.content.length === 0) return null
  return wills ? ['it says what should be', ...meets] : meets
}

export function positionFit(query: Query, position: Position, bench: Bench): string[] | null {
  if (!query.stances.has(position.stance)) return null
  if (!query.doers.every(party => isParty(bench, party, position.actor))) return null
  if (!inTime(position.date ?? publishedOf(bench, position.evidence), query)) return null
  const wording = new Wording([position.summary, ...quotesOf(position.evidence)], bench)
  // "Who demands an apology from Tokyo?": not Tokyo.
  if (query.others.some(party => isParty(bench, party, position.actor))) return null
  return all(
    () => [`the stance: ${position.stance}`],
    () => query.doers.map(({ text }) => `${text} holds it`),
    () => named(query.others, wording),
    () => issueFit(query, [position.issue], wording),
    () => contentFit(query, wording),
    () => timeLine(query),
  )
}

export function forecastFit(query: Query, forecast: Forecast, bench: Bench): string[] | null {
  const expects = query.verb !== null && /^(?:expect|predict|forecast|foresee|anticipate)$/.test(query.verb)
  if (!inTime(forecast.horizon, query)) return null
  const wording = new Wording([forecast.text, ...quotesOf(forecast.evidence)], bench)
  if (
    expects &&
    !query.doers.every(party => isParty(bench, party, forecast.by) || wording.text.startsWith(party.text))
  )
    return null
  const verb = expects || query.verb === null || wording.holds(query.verb) ? [] : null
  const others = expects ? query.others : [...query.doers, ...query.others]
  if (query.content.length + others.length + query.issues.length === 0) return null
  return all(
    () => verb,
    () => named(others, wording),
    () => contentFit(query, wording),
    () => issueFit(query, [], wording),
    () => timeLine(query),
  )
}

export function driverFit(query: Query, driver: Driver, bench: Bench): string[] | null {
  const { verb, content } = query
  if (!inTime(publishedOf(bench, driver.evidence), query)) return null
  const whole = new Wording([driver.cause.text, driver.effect.text, ...quotesOf(driver.evidence)], bench)
  const effect = new Wording([driver.effect.text], bench)
  const about = [...content, ...(verb === null ? [] : [verb])]
  if (!about.some(word => effect.holds(word))) return null
  const moves = verb === null ? null : bench.knowledge.valence.of(verb, 'v')
  const fits = verb === null || whole.holds(verb) || moves === driver.sign
  return all(
    () =>
      fits ? [driver.sign > 0 ? 'it is said to bring more of it' : 'it is said to bring less of it'] : null,
    () => named([...query.doers, ...query.others], whole),
    () => issueFit(query, [], whole),
    () => contentFit(query, whole),
    () => timeLine(query),
  )
}
