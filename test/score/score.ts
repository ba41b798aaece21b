/**
 * Scores a record against answer keys. A fact counts for one key at most; what the record says beyond the keys and
 * their optional places counts against precision, once a fact.
 */
import type { Record } from '../../src/record/types.ts'
import { Board } from './board.ts'
import { scoreDrivers, scoreForecasts, scorePositions, scoreStatements } from './claims.ts'
import { scoreEvents, scoreMerging, within } from './events.ts'
import type { Clusters, Key } from './keys.ts'
import { Page } from './page.ts'
import { flat, sameName } from './text.ts'

function scoreMetadata(page: Page, board: Board): void {
  const { document, key } = page
  const due = key.metadata
  const authors = document?.authors ?? []
  const check = (what: 'title' | 'outlet' | 'authors' | 'published', right: boolean) =>
    board.check(
      'metadata',
      right,
      () => `${page.label} metadata: ${what} is ${JSON.stringify(document?.[what] ?? null)}`,
    )
  check('title', flat(document?.title) === flat(due.title))
  check(
    'outlet',
    due.outlet.some(name => flat(name) === flat(document?.outlet)),
  )
  check(
    'authors',
    authors.length === due.authors.length &&
      due.authors.every(name => authors.some(one => sameName(name, one))),
  )
  check('published', within(document?.published ?? null, [due.published.start, due.published.end]))
}

function scoreBody(page: Page, board: Board): void {
  const { first, last, mustNotContain } = page.key.body
  for (const words of [first, last])
    board.check('body', page.place(words) !== null, () => `${page.label} body: lacks “${words}”`)
  for (const words of mustNotContain) {
    const isFree = page.document !== null && !page.body.text.includes(flat(words))
    board.check('body', isFree, () => `${page.label} body: holds “${words}”`)
  }
}

function scorePeople(record: Record, page: Page, board: Board): void {
  for (const { name, country } of page.key.people) {
    const hit = record.actors.find(
      actor =>
        actor.type === 'person' &&
        [actor.name, ...actor.aliases].some(one => sameName(one, name)) &&
        (country === undefined || actor.state === country),
    )
    board.check(
      'people',
      hit !== undefined,
      () => `${page.label} people: ${name} (${country ?? 'of no state'})`,
    )
  }
}

export function score(record: Record, keys: Key[], clusters: Clusters): Board {
  const board = new Board()
  const found = new Map<string, string>()
  for (const key of keys) {
    const page = new Page(key, record.documents)
    if (page.document === null) board.misses.push(`${page.label} ${key.document} is not in the record`)
    scoreMetadata(page, board)
    scoreBody(page, board)
    scoreEvents(record, page, board, found)
    scoreStatements(record, page, board)
    scorePositions(record, page, board)
    scoreForecasts(record, page, board)
    scoreDrivers(record, page, board)
    scorePeople(record, page, board)
  }
  scoreMerging(clusters, found, board)
  return board
}
