/** Lines about a matter: its path through its states of affairs, and who is near to whom on it. */
import type { Closeness, IssueHistory } from '../../analyse/issues/types.ts'
import type { View } from '../../analyse/view.ts'
import { describe } from '../../record/describe.ts'
import { SHORT_ID } from '../listing.ts'
import type { Colours } from '../shell.ts'
import { points } from './index-bar.ts'
import { safeLine } from './safe.ts'
import { wrap } from './width.ts'

/** "opened 30 Oct 2018 → contested 30 Oct 2018 → negotiating 24 Dec 2019". */
export function pathOf({ steps }: IssueHistory): string {
  return steps.map(({ step, date }) => `${step} ${describe(date)}`).join(' → ')
}

/** In words: a number of two decimals would look surer than a handful of stances is. */
export function nearness(value: number): string {
  if (value >= 0.5) return 'at one'
  if (value >= 0.15) return 'rather near'
  if (value > -0.15) return 'neither near nor opposed'
  return value > -0.5 ? 'rather opposed' : 'opposed'
}

const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

function lineOf({ a, b, value, compared, quarters }: Closeness, view: View): string {
  const [x, y] = [a, b].map(id => view.actors.get(id)?.name ?? id)
  const basis = `${counted(compared, 'pair', 'pairs')} of stances in ${counted(quarters, 'quarter', 'quarters')}`
  return `${x} and ${y}: ${nearness(value ?? 0)} (${basis})`
}

/** The working: the mean, and the positions that it is of. */
function workingOf({ value, positions }: Closeness): string {
  const ids = positions.map(id => id.slice(0, SHORT_ID)).join(', ')
  return `  mean affinity ${points(value ?? 0)}, each pair weighted by its confidences; positions ${ids}`
}

/** Those of whom something can be said. */
export function closenessLines(
  closeness: readonly Closeness[],
  view: View,
  paint: Colours,
  explain: boolean,
): string[] {
  if (closeness.length === 0) return []
  const told = closeness.filter(({ value }) => value !== null)
  const lines = told.flatMap(it => [lineOf(it, view), ...(explain ? [workingOf(it)] : [])])
  if (lines.length === 0) lines.push('too few stances at one time to say')
  const heading = 'Who is closer to whom (stances taken in one quarter of a year, compared)'
  return ['', paint.bold(heading), ...lines.flatMap(text => wrap(safeLine(text), 98))]
}
