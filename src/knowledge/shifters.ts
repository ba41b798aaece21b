import type { EventType, Status } from '../record/types.ts'
import { eventType } from './plover.ts'
import { list, readTable } from './tsv.ts'

/** What an operator ("refuse", "lift", a negation) makes of the event inside it. */
export interface Shift {
  readonly type: EventType
  readonly mode: string | null
  /** Null keeps the status of the inner event. */
  readonly status: Status | null
  /** The inner event's own type stays: "resumed sending aid". */
  readonly same: boolean
}

export interface Shifters {
  /** Null where nothing comes of it ("failed to attack"). */
  shift(operator: string, inner: { type: EventType; mode: string | null }): Shift | null
  readonly examples: readonly { type: string; example: string; counter: string }[]
}

const COOPERATION: readonly string[] = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'COOPERATE',
  'AID',
  'CONCEDE',
  'RETREAT',
]

interface Rule {
  fits(inner: EventType): boolean
  type: string
  mode: string | null
  status: Status | null
}

function innerTest(cell: string): (inner: EventType) => boolean {
  const wanted = new Set<string>()
  for (const part of list(cell)) {
    if (part === 'any') return () => true
    if (part === 'conflict') return inner => !COOPERATION.includes(inner)
    if (part === 'cooperation') for (const type of COOPERATION) wanted.add(type)
    else wanted.add(eventType(part, 'shifters.tsv'))
  }
  return inner => wanted.has(inner)
}

function statusOf(cell: string | undefined): Status | null {
  return cell === 'planned' || cell === 'hypothetical' || cell === 'denied' || cell === 'reported'
    ? cell
    : null
}

export function loadShifters(): Shifters {
  const rules = new Map<string, Rule[]>()
  const examples: { type: string; example: string; counter: string }[] = []
  for (const row of readTable('shifters')) {
    const operator = row.operator ?? ''
    const type = row.type === '=' || row.type === '-' ? row.type : eventType(row.type ?? '', 'shifters.tsv')
    const rule = {
      fits: innerTest(row.inner ?? ''),
      type,
      mode: row.mode || null,
      status: statusOf(row.status),
    }
    rules.set(operator, [...(rules.get(operator) ?? []), rule])
    examples.push({ type, example: row.example ?? '', counter: row.counter ?? '' })
  }
  return {
    examples,
    shift(operator, inner) {
      const rule = rules.get(operator)?.find(it => it.fits(inner.type))
      if (rule === undefined || rule.type === '-') return null
      if (rule.type === '=') return { type: inner.type, mode: inner.mode, status: rule.status, same: true }
      return { type: eventType(rule.type, 'shifters.tsv'), mode: rule.mode, status: rule.status, same: false }
    },
  }
}
