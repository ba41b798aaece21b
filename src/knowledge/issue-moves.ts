import { EntenteError } from '../record/errors.ts'
import type { EventType, Stance } from '../record/types.ts'
import { isEventType } from './plover.ts'
import { isStance } from './stances.ts'
import { list, readTable } from './tsv.ts'

/** How a matter between states stands. */
export const AFFAIRS = [
  'opened',
  'contested',
  'negotiating',
  'settled-by-one',
  'settled',
  'reopened',
  'dormant',
] as const
export type Affairs = (typeof AFFAIRS)[number]

export type Act = EventType | Stance | 'silence'
export type Who = 'one' | 'other' | 'both' | 'any'

/** One way in which a matter moves; see the head of `issue-moves.tsv`. */
export interface MoveRow {
  name: string
  from: ReadonlySet<Affairs | 'none'>
  acts: ReadonlySet<string>
  /** null: of an act that has none, or any. */
  status: 'reported' | 'planned' | null
  who: Who
  /** Senses that the act's words must have, and must not have. */
  has: readonly string[]
  hasNot: readonly string[]
  /** Only where nothing of the other sort lies on the same day. */
  alone: boolean
  to: Affairs
  example: string
}

export interface IssueMoves {
  rows: readonly MoveRow[]
}

const affairsOf = (cell: string): Affairs | 'none' => {
  const found = cell === 'none' ? cell : AFFAIRS.find(it => it === cell)
  if (found === undefined)
    throw new EntenteError('E_KNOWLEDGE', `issue-moves.tsv: "${cell}" is not one of ${AFFAIRS.join(', ')}`)
  return found
}

function checkedActs(cell: string): ReadonlySet<string> {
  const acts = list(cell)
  const wrong = acts.find(it => !isEventType(it) && !isStance(it) && it !== 'silence')
  if (wrong !== undefined || acts.length === 0)
    throw new EntenteError(
      'E_KNOWLEDGE',
      `issue-moves.tsv: "${wrong ?? cell}" is no PLOVER type and no stance`,
    )
  return new Set(acts)
}

/** The rows by which a matter goes from one state of affairs to another, in their order. */
export function loadIssueMoves(): IssueMoves {
  const rows = readTable('issue-moves').map((row): MoveRow => {
    const words = list(row.words)
    const to = affairsOf(row.to ?? '')
    if (to === 'none') throw new EntenteError('E_KNOWLEDGE', `issue-moves.tsv: no move leads to "none"`)
    return {
      name: row.name ?? '',
      from: new Set(list(row.from).map(affairsOf)),
      acts: checkedActs(row.act ?? ''),
      status: row.status === 'reported' || row.status === 'planned' ? row.status : null,
      who: row.who === 'one' || row.who === 'other' || row.who === 'both' ? row.who : 'any',
      has: words.filter(it => !it.startsWith('!')),
      hasNot: words.filter(it => it.startsWith('!')).map(it => it.slice(1)),
      alone: row.alone === 'yes',
      to,
      example: row.example ?? '',
    }
  })
  return { rows }
}
