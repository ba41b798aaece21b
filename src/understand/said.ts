/** Which statement holds a stretch of text: looked up by halving, since a long document has thousands. */
import type { StatementMention } from '../record/mentions.ts'
import type { Span } from '../record/types.ts'

interface Part {
  start: number
  end: number
  statement: StatementMention
  /** Place of the statement in the list. */
  order: number
}

const indexes = new WeakMap<readonly StatementMention[], readonly Part[]>()

function partsOf(statements: readonly StatementMention[]): readonly Part[] {
  const known = indexes.get(statements)
  if (known !== undefined) return known
  const parts = statements
    .flatMap((statement, order) => statement.parts.map(([start, end]) => ({ start, end, statement, order })))
    .sort((a, b) => a.start - b.start || a.end - b.end)
  indexes.set(statements, parts)
  return parts
}

/**
 * The first statement of the list with a part that `fits`, among the parts that touch the span or come within two
 * characters of it. Parts of statements do not overlap, so those near a span stand together.
 */
export function statementAt(
  statements: readonly StatementMention[],
  span: Span,
  fits: (part: Span) => boolean,
): StatementMention | undefined {
  const parts = partsOf(statements)
  let low = 0
  let high = parts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((parts[middle]?.end ?? 0) < span[0] - 2) low = middle + 1
    else high = middle
  }
  let best: Part | undefined
  for (let i = low; i < parts.length; i++) {
    const part = parts[i]
    if (part === undefined || part.start > span[1] + 2) break
    if ((best === undefined || part.order < best.order) && fits([part.start, part.end])) best = part
  }
  return best?.statement
}
