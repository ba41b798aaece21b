/** Moves written in one line: "1 OSL SANCTION put a duty on salmon; 2 RIG REJECT rejected it; 900 silence". */
import { turnsOf } from '../../../src/analyse/issues/machine.ts'
import type { Move } from '../../../src/analyse/issues/types.ts'
import type { Act } from '../../../src/knowledge/issue-moves.ts'
import { loadIssueMoves } from '../../../src/knowledge/issue-moves.ts'
import { loadOutcomeWords } from '../../../src/knowledge/outcome-words.ts'
import { isEventType } from '../../../src/knowledge/plover.ts'
import { addDays } from '../../../src/record/interval.ts'
import { EVENT_TYPES, STANCES } from '../../../src/record/types.ts'

const words = loadOutcomeWords()
export const rows = loadIssueMoves().rows

const ACTS: readonly Act[] = [...EVENT_TYPES, ...STANCES, 'silence']

function moveOf(text: string, n: number): Move {
  const [day = '', first = '', second = '', ...said] = text.trim().split(' ')
  const silent = first === 'silence'
  const name = silent ? 'silence' : second
  const act = ACTS.find(it => it === name)
  if (act === undefined) throw new RangeError(`"${text}" has no act`)
  const on = addDays('2020-01-01', Number(day))
  const event = isEventType(act)
  return {
    act,
    // "will compensate": announced.
    status: event ? (said[0] === 'will' ? 'planned' : 'reported') : null,
    sides: silent ? [] : first.split('+'),
    targets: [],
    day: on,
    date: { start: on, end: on, precision: 'day', basis: 'stated' },
    senses: words.sensesOf(said.join(' ')),
    kind: silent ? 'silence' : event ? 'event' : 'position',
    id: `m${n}`,
    title: said.join(' '),
    evidence: [],
  }
}

export const movesOf = (text: string): Move[] => text.split(';').map(moveOf)
export const stepsOf = (text: string, among: readonly string[] = []) => turnsOf(movesOf(text), rows, among)
