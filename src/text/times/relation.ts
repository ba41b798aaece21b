/** The word that relates a clause to its time: "since 1965", "by the end of May", "in 12 years". */
import { at, type Line } from './lexemes.ts'
import type { Match } from './match.ts'

const RELATIONS: { [word: string]: string } = {
  since: 'since',
  until: 'until',
  till: 'until',
  til: 'until',
  before: 'before',
  after: 'after',
  following: 'after',
  by: 'by',
  from: 'from',
  between: 'between',
  to: 'to',
  through: 'through',
  throughout: 'through',
  during: 'during',
  within: 'within',
  over: 'over',
}
/** "for three years", "in 12 years"; but "in 2018" is the plain case and has none, nor has "sentenced to three years". */
const OF_LENGTHS: { [word: string]: string } = {
  after: 'after',
  before: 'before',
  during: 'during',
  throughout: 'through',
  within: 'within',
  over: 'over',
  for: 'for',
  in: 'in',
}
/** Words between the relation and the time: "by about 2030", "since at least 1965". */
const SKIPPED = new Set(
  'about around at least roughly nearly almost some more than the just only as'.split(' '),
)

export function relationOf(line: Line, match: Match): string | null {
  if (match.relation !== undefined) return match.relation
  let i = match.first - 1
  while (i > match.first - 4 && SKIPPED.has(at(line, i).lower)) i--
  const { lower } = at(line, i)
  if (lower === 'of' && at(line, i - 1).lower === 'ahead') return 'before'
  if (lower === 'to' && at(line, i - 1).lower === 'prior') return 'before'
  // "before the end of the year" leaves all of the year.
  const last = at(line, match.first).code === 'end' || at(line, match.first + 1).code === 'end'
  if (lower === 'before' && last) return 'by'
  const table = match.type === 'DURATION' && match.points === undefined ? OF_LENGTHS : RELATIONS
  return Object.hasOwn(table, lower) ? (table[lower] ?? null) : null
}
