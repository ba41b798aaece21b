import { describe } from '../../record/describe.ts'
import type { Interval } from '../../record/types.ts'

function isInterval(value: object): value is Interval {
  return 'start' in value && 'end' in value && 'precision' in value
}

/** A value of any field, as one reads it. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.map(valueText).join(', ')
  if (typeof value === 'object') return isInterval(value) ? describe(value) : JSON.stringify(value)
  return String(value)
}
