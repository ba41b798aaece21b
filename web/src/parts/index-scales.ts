/** Where the index is drawn: days across, points from conflict to cooperation upwards. */
import { scaleLinear, scaleTime } from 'd3-scale'
import type { IndexPoint } from '../answers.ts'
import { intervalText } from '../i18n/dates.ts'
import { useWords } from '../i18n/index.tsx'

export const HEIGHT = 316
export const MARGIN = { top: 18, right: 16, bottom: 74, left: 40 }

type Days = Pick<IndexPoint, 'start' | 'end'>

/** A period that has a number. */
export interface Known extends IndexPoint {
  net: number
  band: readonly [number, number]
  middle: Date
}

const startOf = ({ start }: Days): Date => new Date(`${start}T00:00:00Z`)
const endOf = ({ end }: Days): Date => new Date(`${end}T23:59:59Z`)

export function middleOf(days: Days): Date {
  return new Date((startOf(days).getTime() + endOf(days).getTime()) / 2)
}

/** Runs of periods that all have numbers: no line is drawn over a gap. */
export function runsOf(series: readonly IndexPoint[]): Known[][] {
  const runs: Known[][] = []
  let isOpen = false
  for (const point of series) {
    const { net, band } = point
    if (net === null) isOpen = false
    else {
      if (!isOpen) runs.push([])
      isOpen = true
      runs.at(-1)?.push({ ...point, net, band: band ?? [net, net], middle: middleOf(point) })
    }
  }
  return runs
}

export interface Scales {
  width: number
  x: (day: Date) => number
  y: (net: number) => number
  /** The edges of a period, in pixels. */
  edgesOf: (days: Days) => [number, number]
  days: readonly Date[]
  levels: readonly number[]
}

/** null where there is no period at all. */
export function scalesOf(series: readonly IndexPoint[], width: number): Scales | null {
  const [first, last] = [series[0], series.at(-1)]
  if (first === undefined || last === undefined) return null
  const x = scaleTime([startOf(first), endOf(last)], [MARGIN.left, width - MARGIN.right])
  const reach = Math.max(4, ...series.flatMap(({ band, net }) => [...(band ?? []), net ?? 0]).map(Math.abs))
  const y = scaleLinear([-reach, reach], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice()
  return {
    width,
    x,
    y,
    edgesOf: days => [x(startOf(days)), x(endOf(days))],
    days: x.ticks(Math.max(2, Math.floor(width / 110))),
    levels: y.ticks(5),
  }
}

export const signed = (value: number): string =>
  value > 0 ? `+${value.toFixed(1)}` : value.toFixed(1).replace('-', '−')

/** Names a period by its days. */
export function usePeriodName(): (days: Days) => string {
  const { t, language } = useWords()
  return ({ start, end }) => intervalText({ start, end, precision: 'range', basis: 'stated' }, language, t)
}
