/** Months, counted from the year 0: a step of a scenario is one. */
import { EntenteError } from '../../record/errors.ts'

/** "2023-04" or a day in it → a count; null for anything else. */
export function monthOf(text: string): number | null {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])(?:-\d\d)?$/.exec(text.trim()) ?? []
  return year === undefined || month === undefined ? null : Number(year) * 12 + Number(month) - 1
}

export function monthText(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
}

export interface Span {
  first: number
  last: number
}

function named(text: string, what: string): number {
  const month = monthOf(text)
  if (month === null)
    throw new EntenteError('E_USAGE', `${what}: "${text}" is not a month, which is written as 2023-04`)
  return month
}

/** "2023-06..2023-09", "2023-06..", "..2023-09" or "2023-06", as steps of a run from a month; cut to the run. */
export function stepsOf(span: string, from: number | null, steps: number, what: string): Span {
  if (from === null)
    throw new EntenteError('E_USAGE', `${what}: a span of months needs --from, the month of the first step`)
  const [start = '', end, ...rest] = span.split('..').map(part => part.trim())
  if (rest.length > 0) named(span, what)
  const first = start === '' ? from : named(start, what)
  const last = end === undefined ? first : end === '' ? from + steps - 1 : named(end, what)
  if (last < first) throw new EntenteError('E_USAGE', `${what}: ${span} ends before it begins`)
  const cut = { first: Math.max(0, first - from), last: Math.min(steps - 1, last - from) }
  if (cut.last < cut.first)
    throw new EntenteError(
      'E_USAGE',
      `${what}: ${span} lies outside the run, which goes from ${monthText(from)} to ${monthText(from + steps - 1)}`,
    )
  return cut
}
