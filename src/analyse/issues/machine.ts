/** The state machine: moves in their order become steps, by the rows of `issue-moves.tsv`. */
import type { Affairs, MoveRow, Who } from '../../knowledge/issue-moves.ts'
import { addDays } from '../../record/interval.ts'
import type { Move } from './types.ts'

/** A step before its statements and positions are found. */
export interface Turn {
  step: Affairs
  from: Affairs | 'none'
  rule: string
  move: Move
  during: Move[]
}

const QUARRELS = new Set<string>([
  'REJECT',
  'ACCUSE',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'COERCE',
  'MOBILIZE',
  'ASSAULT',
  'REQUEST',
])
const TALKS = new Set<string>(['CONSULT', 'AGREE'])

/** An agreement within so many days of a quarrel shows that the talks go on. */
const NEAR = 7

/** Days on which the sides quarrel, and those about an agreement. */
interface Days {
  quarrel: ReadonlySet<string>
  agreement: ReadonlySet<string>
}

const week = Array.from({ length: 2 * NEAR + 1 }, (_, i) => i - NEAR)

/** A pact of one side with a third state is no agreement between the sides. */
function ownSides({ sides }: Move, among: ReadonlySet<string>): readonly string[] {
  return among.size < 2 ? sides : sides.filter(side => among.has(side))
}

function daysOf(moves: readonly Move[], among: ReadonlySet<string>): Days {
  const reported = moves.filter(it => it.status === 'reported')
  return {
    quarrel: new Set(reported.filter(it => QUARRELS.has(it.act)).map(it => it.day)),
    agreement: new Set(
      reported
        .filter(it => it.act === 'AGREE' && ownSides(it, among).length > 1)
        .flatMap(it => week.map(days => addDays(it.day, days))),
    ),
  }
}

/** What the machine knows of the matter so far. */
interface Memory {
  state: Affairs | 'none'
  /** Who made the last step. */
  last: readonly string[]
  /** All who acted or were acted upon. */
  parties: Set<string>
  /** The states between which the matter lies; none: any. */
  among: ReadonlySet<string>
}

function fitsWho(who: Who, move: Move, { among, last, parties }: Memory): boolean {
  const { sides } = move
  switch (who) {
    case 'one':
      return sides.length === 1
    case 'other':
      return sides.length > 0 && sides.every(side => !last.includes(side))
    case 'both': {
      const own = ownSides(move, among)
      return (parties.size < 2 ? own : own.filter(side => parties.has(side))).length > 1
    }
    case 'any':
      return true
  }
}

function fits(row: MoveRow, move: Move, memory: Memory, days: Days): boolean {
  if (!row.from.has(memory.state) || !row.acts.has(move.act)) return false
  if (row.status !== null && move.status !== row.status) return false
  // What a third state thinks of it moves nothing between the sides.
  if (move.kind === 'position' && memory.among.size > 1 && !move.sides.some(it => memory.among.has(it)))
    return false
  if (!fitsWho(row.who, move, memory)) return false
  // "agreed to seek a settlement" does not settle.
  const { senses } = move
  if (row.hasNot.some(sense => [...senses].some(it => it === sense))) return false
  if (!row.has.every(sense => [...senses].some(it => it === sense))) return false
  if (!row.alone) return true
  return !(TALKS.has(move.act) ? days.quarrel : days.agreement).has(move.day)
}

/** Both sides end it within days of one another: that is one step. */
const TOGETHER = 3

function isOne(last: Turn, to: Affairs, { day }: Move): boolean {
  return last.step === 'settled-by-one' && to === 'settled' && day <= addDays(last.move.day, TOGETHER)
}

/** Runs the moves, which are in their order, through the rows; `among`: the states between which the matter lies. */
export function turnsOf(
  moves: readonly Move[],
  rows: readonly MoveRow[],
  among: readonly string[] = [],
): Turn[] {
  const memory: Memory = { state: 'none', last: [], parties: new Set(), among: new Set(among) }
  const days = daysOf(moves, memory.among)
  const turns: Turn[] = []
  for (const move of moves) {
    const row = rows.find(it => fits(it, move, memory, days))
    const last = turns.at(-1)
    if (row === undefined) last?.during.push(move)
    else {
      if (last !== undefined && isOne(last, row.to, move)) {
        Object.assign(last, { step: row.to, rule: row.name })
        last.during.push(move)
      } else turns.push({ step: row.to, from: memory.state, rule: row.name, move, during: [] })
      memory.state = row.to
      memory.last = move.sides
    }
    for (const side of [...move.sides, ...move.targets]) memory.parties.add(side)
  }
  return turns
}
