import { addDays, addMonths, fromDays, parts, toDays, weekday } from '../../record/interval.ts'

export const GRAINS = ['day', 'week', 'month', 'quarter', 'year'] as const
export type Grain = (typeof GRAINS)[number]

/** Whole calendar periods: both days belong to it; `first` and `last` are days since 1970-01-01. */
export interface Period {
  start: string
  end: string
  first: number
  last: number
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const

/** The first day of the period that a day lies in; weeks begin on Monday, as ISO 8601 has them. */
export function startOf(day: string, grain: Grain): string {
  if (grain === 'day') return day
  if (grain === 'week') return addDays(day, 1 - weekday(day))
  const { year, month } = parts(day)
  const first = Math.floor((month - 1) / MONTHS[grain]) * MONTHS[grain]
  return addMonths(`${day.slice(0, 4)}-01-01`, first + (year - parts(day).year) * 12)
}

function next(start: string, grain: Grain): string {
  if (grain === 'day') return addDays(start, 1)
  return grain === 'week' ? addDays(start, 7) : addMonths(start, MONTHS[grain])
}

/** The periods from the one that holds `from` to the one that holds `to`, none left out. */
export function periodsBetween(from: string, to: string, grain: Grain): Period[] {
  const periods: Period[] = []
  for (let start = startOf(from, grain); start <= to; ) {
    const after = next(start, grain)
    const last = toDays(after) - 1
    periods.push({ start, end: fromDays(last), first: toDays(start), last })
    start = after
  }
  return periods
}

/** The first period that ends on the day or later, by halving. */
export function firstReaching(periods: readonly Period[], day: number): number {
  let [low, high] = [0, periods.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((periods[middle]?.last ?? 0) < day) low = middle + 1
    else high = middle
  }
  return low
}
