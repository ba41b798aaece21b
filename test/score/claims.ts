/** Statements, positions, forecasts and drivers of a record against the keys of one document. */
import type { Driver, Forecast, Position, Record, Span, Statement } from '../../src/record/types.ts'
import type { Board, Measure } from './board.ts'
import { stateOf, within } from './events.ts'
import type { DriverKey, ForecastKey, PositionKey, StatementKey } from './keys.ts'
import type { Page } from './page.ts'
import { flat, overlap, sameName, wordsOf } from './text.ts'

const nameOf = (record: Record, actor: string): string =>
  record.actors.find(({ id }) => id === actor)?.name ?? actor

function isSpeaker(record: Record, { speaker }: Statement, key: StatementKey): boolean {
  return [key.speaker, ...(key.speakerAliases ?? [])].some(
    name =>
      sameName(name, speaker.name) ||
      (speaker.actor !== null && (sameName(name, nameOf(record, speaker.actor)) || name === speaker.actor)),
  )
}

function fitsStatement(record: Record, page: Page, statement: Statement, key: StatementKey): boolean {
  const at = page.place(key.text)
  if (at === null || (key.kind === 'direct') !== (statement.kind === 'direct')) return false
  const spans = page.spans(statement)
  const longest = 4 * Math.max(200, at[1] - at[0])
  if (!spans.some(span => page.near(span, at, true) && span[1] - span[0] <= longest)) return false
  const due = wordsOf(key.text)
  const got = wordsOf(spans.map(span => page.text.slice(...span)).join(' '))
  const shared = [...due].filter(word => got.has(word)).length
  return shared >= due.size / 2 && isSpeaker(record, statement, key)
}

export function scoreStatements(record: Record, page: Page, board: Board): void {
  const here = record.statements.filter(statement => page.spans(statement).length > 0)
  const used = new Set<Statement>()
  const show = (statement: Statement) => `${statement.speaker.name} (${statement.kind})`
  for (const key of page.key.statements) {
    const hit = here.find(statement => !used.has(statement) && fitsStatement(record, page, statement, key))
    if (hit !== undefined) {
      used.add(hit)
      board.judge('statements', hit, true)
    }
    board.check('statements', hit !== undefined, () => {
      const at = page.place(key.text)
      const others = here.filter(one => at !== null && page.spans(one).some(span => overlap(span, at)))
      const text = `${key.speaker} (${key.kind}): ${key.text.slice(0, 80)}`
      return `${page.label} statement: ${text} — ${others.map(show).join(', ') || 'nobody'}`
    })
  }
  const isFree = (span: Span) =>
    page.key.optionalStatements.some(words => {
      const at = page.place(words)
      return at !== null && overlap(at, span)
    })
  for (const statement of here) {
    if (used.has(statement) || page.spans(statement).some(isFree)) continue
    board.judge('statements', statement, false)
    board.beyond(
      'statements',
      `${page.label} statement beyond the key: ${show(statement)}: ${statement.text.slice(0, 90)}`,
    )
  }
}

interface Claims<Fact, Of> {
  measure: Measure
  facts: Fact[]
  keys: Of[]
  optional: string[]
  fits(fact: Fact, key: Of): boolean
  show(fact: Fact): string
}

function scoreClaims<Fact extends Statement | Position | Forecast | Driver, Of extends { anchor: string }>(
  page: Page,
  board: Board,
  { measure, facts, keys, optional, fits, show }: Claims<Fact, Of>,
): void {
  const here = facts.filter(fact => page.spans(fact).length > 0)
  const used = new Set<Fact>()
  for (const key of keys) {
    const at = page.place(key.anchor)
    const nearby = here.filter(fact => page.spans(fact).some(span => page.near(span, at)))
    const hit = nearby.find(fact => !used.has(fact) && fits(fact, key))
    if (hit !== undefined) {
      used.add(hit)
      board.judge(measure, hit, true)
    }
    board.check(measure, hit !== undefined, () => {
      const instead = nearby.map(show).join('; ') || 'nothing there'
      return `${page.label} ${measure}: ${key.anchor.slice(0, 100)} — ${instead}`
    })
  }
  for (const fact of here) {
    const spans = page.spans(fact)
    if (used.has(fact) || spans.some(span => page.free(optional, span))) continue
    board.judge(measure, fact, false)
    const where = spans[0] === undefined ? '' : page.quote(spans[0])
    board.beyond(measure, `${page.label} ${measure} beyond the key: ${show(fact)} — ${where}`)
  }
}

export function scorePositions(record: Record, page: Page, board: Board): void {
  scoreClaims<Position, PositionKey>(page, board, {
    measure: 'positions',
    facts: record.positions,
    keys: page.key.positions,
    optional: page.key.optionalPositions,
    fits: (fact, key) =>
      key.actor.includes(stateOf(record, fact.actor) ?? '') &&
      key.issue.includes(fact.issue) &&
      key.stance.includes(fact.stance),
    show: fact => `${fact.actor} ${fact.stance} ${fact.issue}`,
  })
}

export function scoreForecasts(record: Record, page: Page, board: Board): void {
  const { authors } = page.key.metadata
  /** An author who is named and the document that speaks for itself are one. */
  const isBy = (fact: Forecast, name: string | null): boolean => {
    if (name === null || authors.some(author => sameName(author, name)))
      return (
        fact.by === null ||
        authors.some(author => fact.by !== null && sameName(author, nameOf(record, fact.by)))
      )
    return fact.by !== null && (sameName(name, nameOf(record, fact.by)) || name === stateOf(record, fact.by))
  }
  scoreClaims<Forecast, ForecastKey>(page, board, {
    measure: 'forecasts',
    facts: record.forecasts,
    keys: page.key.forecasts,
    optional: page.key.optionalForecasts,
    fits: (fact, key) =>
      [key.by].flat().some(name => isBy(fact, name)) &&
      (key.horizon === undefined || within(fact.horizon, key.horizon)) &&
      (key.outcome === undefined || fact.outcome === key.outcome),
    show: fact => `by ${fact.by} until ${fact.horizon?.start}..${fact.horizon?.end} ${fact.outcome}`,
  })
}

export function scoreDrivers(record: Record, page: Page, board: Board): void {
  const names = (side: { text: string; factor: string }, stems: string[]) =>
    stems.some(
      stem => flat(side.text).includes(stem) || flat(side.factor).replace(/[-_]/g, ' ').includes(stem),
    )
  scoreClaims<Driver, DriverKey>(page, board, {
    measure: 'drivers',
    facts: record.drivers,
    keys: page.key.drivers,
    optional: page.key.optionalDrivers,
    fits: (fact, key) =>
      key.sign.includes(fact.sign) &&
      names(fact.cause, key.causeWords) &&
      names(fact.effect, key.effectWords),
    show: fact => `${fact.cause.text} ${fact.sign > 0 ? '+' : '−'}→ ${fact.effect.text}`,
  })
}
