/** The key to the steps of issues, and how what the program says is set beside it. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseTable } from '../../../src/knowledge/tsv.ts'
import { addDays } from '../../../src/record/interval.ts'
import type { Interval } from '../../../src/record/types.ts'

const text = readFileSync(new URL('./steps.tsv', import.meta.url), 'utf8')

export interface Due {
  issue: string
  step: string
  from: string
  to: string
  why: string
}

export interface Found {
  issue: string
  step: string
  date: Interval
}

export const measuredOn = (): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

export function dueIn(dossier: string): Due[] {
  return parseTable(text, 'steps.tsv')
    .filter(row => row.dossier === dossier)
    .map(({ issue = '', step = '', from = '', to = '', why = '' }) => ({ issue, step, from, to, why }))
}

/** Days by which a step may be off: "on Sunday" told on Monday. */
const SLACK = 3

function same(due: Due, { issue, step, date }: Found): boolean {
  const start = date.start ?? date.end
  const end = date.end ?? date.start
  if (due.issue !== issue || due.step !== step || start === null || end === null) return false
  return start <= addDays(due.to, SLACK) && end >= addDays(due.from, -SLACK)
}

export interface Compared {
  right: Due[]
  missed: Due[]
  /** Of the key's issues alone. */
  wrong: Found[]
}

/** Each step of the key has at most one that was found, the first that fits. */
export function compare(due: readonly Due[], found: readonly Found[]): Compared {
  const issues = new Set(due.map(it => it.issue))
  const left = found.filter(it => issues.has(it.issue))
  const right: Due[] = []
  const missed: Due[] = []
  for (const one of due) {
    const at = left.findIndex(it => same(one, it))
    if (at < 0) missed.push(one)
    else {
      right.push(one)
      left.splice(at, 1)
    }
  }
  return { right, missed, wrong: left }
}
