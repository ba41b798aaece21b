/** What a scenario holds, as the address and a file write it. */
import type { Messages } from '../i18n/en.ts'

export const LEVELS = ['very-low', 'low', 'normal', 'high', 'very-high'] as const
export type Level = keyof Messages['whatIf']['levels']
/** A factor without a level of its own begins here. */
export const FIRST: Level = 'high'

export interface Held {
  factor: string
  level: Level
}

/** One setting; null where its level is none of the five, or holds for some months only. */
function heldOf(text: string): Held | null {
  const [factor = '', name] = text.split('=')
  const level = LEVELS.find(it => it === name)
  return factor === '' || level === undefined ? null : { factor, level }
}

/** `set=trade=low|trust=high`: both parts are ids, which have no such signs. */
export const heldIn = (text: string | undefined): Held[] =>
  (text ?? '').split('|').flatMap(part => heldOf(part) ?? [])

export const settingsOf = (held: readonly Held[]): string[] =>
  held.map(({ factor, level }) => `${factor}=${level}`)

export const textOf = (held: readonly Held[]): string | undefined =>
  held.length === 0 ? undefined : settingsOf(held).join('|')

/** Both sides, and what the map is drawn from. */
export interface Scenario {
  set: Held[]
  against: Held[]
  by: string | undefined
  asOf: string | undefined
}

/** The file that `entente scenario --load` reads. */
export function fileOf({ set, against, by, asOf }: Scenario): string {
  const compared = against.length === 0 ? {} : { against: settingsOf(against) }
  const file = { scenario: '1', set: settingsOf(set), ...compared, by, asOf }
  return `${JSON.stringify(file, null, 2)}\n`
}

const isText = (value: unknown): value is string => typeof value === 'string'

/** What such a file holds; null where it is none, or holds what five levels cannot show. */
export function scenarioIn(text: string): Scenario | null {
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof file !== 'object' || file === null || !('scenario' in file) || !('set' in file)) return null
  const against: unknown = 'against' in file ? file.against : []
  if (!Array.isArray(file.set) || !Array.isArray(against)) return null
  const sides = [file.set, against].map(side => side.filter(isText).flatMap(it => heldOf(it) ?? []))
  const [set = [], other = []] = sides
  if (set.length < file.set.length || other.length < against.length) return null
  const by = 'by' in file && isText(file.by) ? file.by : undefined
  const asOf = 'asOf' in file && isText(file.asOf) ? file.asOf : undefined
  return { set, against: other, by, asOf }
}
