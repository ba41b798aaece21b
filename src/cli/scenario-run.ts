/** From what was given on the command line, in a file or in a query to a scenario's result. */
import { type Asked, DEFAULTS, pinned, planFor } from '../analyse/scenario/asked.ts'
import { monthOf, monthText } from '../analyse/scenario/months.ts'
import { solve } from '../analyse/scenario/solve.ts'
import type { Rule, ScenarioResult, Transfer } from '../analyse/scenario/types.ts'
import type { GivenMap, MapOwn } from './scenario-map.ts'

/** Only what was given: a file's values hold else, then the defaults. */
export interface ScenarioOwn extends MapOwn {
  set?: string[]
  against?: string[]
  steps?: number
  rule?: Rule
  transfer?: Transfer
  gain?: number
  damping?: number
  draws?: number
  seed?: number
  threshold?: number
}

/** A setting given again takes the place of the file's on that factor. */
function joined(before: readonly string[] = [], given: readonly string[] = []): string[] {
  const factorOf = (text: string) => text.split('=')[0]?.trim()
  const replaced = new Set(given.map(factorOf))
  return [...before.filter(text => !replaced.has(factorOf(text))), ...given]
}

/** What was given, without what was not. */
export function given<T extends object>(values: { [K in keyof T]?: T[K] | undefined }): Partial<T> {
  const kept: Partial<T> = {}
  for (const [key, value] of Object.entries(values))
    if (value !== undefined) Object.assign(kept, { [key]: value })
  return kept
}

/** The month of a day, or the month after it. */
function monthFrom(day: string | null | undefined, later = 0): string | undefined {
  const month = day === null || day === undefined ? null : monthOf(day)
  return month === null ? undefined : monthText(month + later)
}

/** All that is asked, its factors found in the map. A run begins after the last day that anything is known of. */
export function askedFor(
  options: ScenarioOwn & { from?: string },
  file: Partial<Asked>,
  { map, lore, today }: GivenMap,
): Asked {
  const { steps, rule, transfer, gain, damping, draws, seed, threshold } = options
  const pin = (texts: readonly string[] = []) => texts.map(text => pinned(text, map, lore))
  return {
    ...DEFAULTS,
    from: monthFrom(today, 1) ?? null,
    ...file,
    ...given<Asked>({
      steps,
      rule,
      transfer,
      gain,
      damping,
      draws,
      seed,
      threshold,
      from: monthFrom(options.from),
    }),
    set: joined(file.set, pin(options.set)),
    against: joined(file.against, pin(options.against)),
  }
}

/** What there is to print. */
export interface Answered extends GivenMap {
  result: ScenarioResult
  /** YYYY-MM of the first step; null where steps have no dates. */
  from: string | null
}

export function answerTo(asked: Asked, known: GivenMap): Answered {
  const result = solve(known.map, planFor(asked, known.map, known.lore), known.believe)
  return { ...known, result, from: asked.from }
}
