/** A scenario as it is written down, on the command line or in a file, and made ready for one map. */
import { EntenteError } from '../../record/errors.ts'
import { byCodePoint } from '../../record/ids.ts'
import type { DriverMap } from '../map/types.ts'
import { findFactor, type Lore } from './find.ts'
import { monthOf, stepsOf } from './months.ts'
import { type Plan, RULES, type Rule, type Setting, TRANSFERS, type Transfer } from './types.ts'

export interface Asked {
  /** "threat:PRK=high", "trade=-0.5@2023-06..2023-09". */
  set: readonly string[]
  against: readonly string[]
  /** YYYY-MM; null where nothing is dated. */
  from: string | null
  steps: number
  rule: Rule
  transfer: Transfer
  gain: number
  damping: number
  draws: number
  seed: number
  threshold: number
}

export const DEFAULTS: Asked = {
  set: [],
  against: [],
  from: null,
  steps: 12,
  rule: 'modified',
  transfer: 'tanh',
  gain: 1,
  damping: 0,
  draws: 1000,
  seed: 1,
  threshold: 80,
}

/** Half way counts as high: the ends are for what has no precedent. */
export const LEVELS: { readonly [name: string]: number } = {
  'very-low': -1,
  low: -0.5,
  normal: 0,
  high: 0.5,
  'very-high': 1,
}

interface Range {
  least: number
  most: number
  whole: boolean
}

export const RANGES: { readonly [key: string]: Range } = {
  steps: { least: 1, most: 240, whole: true },
  gain: { least: 0.01, most: 100, whole: false },
  damping: { least: 0, most: 0.99, whole: false },
  draws: { least: 1, most: 10_000, whole: true },
  seed: { least: 0, most: 4_294_967_295, whole: true },
  threshold: { least: 51, most: 100, whole: true },
}

/** Says what is wrong with a value of a key; null where it is right. */
export function faultOf(key: string, value: unknown): string | null {
  const range = RANGES[key]
  if (range !== undefined) {
    const { least, most, whole } = range
    const fits =
      typeof value === 'number' && value >= least && value <= most && (!whole || Number.isInteger(value))
    return fits ? null : `is ${whole ? 'a whole number' : 'a number'} from ${least} to ${most}`
  }
  const isIn = (words: readonly string[]) => typeof value === 'string' && words.includes(value)
  if (key === 'rule') return isIn(RULES) ? null : `is one of ${RULES.join(', ')}`
  if (key === 'transfer') return isIn(TRANSFERS) ? null : `is one of ${TRANSFERS.join(', ')}`
  if (key === 'from')
    return value === null || (typeof value === 'string' && monthOf(value) !== null)
      ? null
      : 'is a month such as 2023-04'
  return Array.isArray(value) && value.every(item => typeof item === 'string')
    ? null
    : 'is a list such as ["threat:PRK=high"]'
}

function levelOf(text: string, what: string): number {
  const name = text.toLowerCase().replace(/[\s_]+/g, '-')
  const named = Object.hasOwn(LEVELS, name) ? LEVELS[name] : undefined
  if (named !== undefined) return named
  const number = /^[+-]?(?:[01](?:\.\d{0,9})?|\.\d{1,9})$/.test(text) ? Number(text) : Number.NaN
  if (number >= -1 && number <= 1) return number
  throw new EntenteError(
    'E_USAGE',
    `${what}: "${text}" is no level; there are ${Object.keys(LEVELS).join(', ')}, or a number from -1 to 1`,
  )
}

/** One setting; the factor is found in the map. */
export function settingOf(text: string, map: DriverMap, lore: Lore, asked: Asked): Setting {
  const [, name, level, span] = /^([^=]+)=([^=@]+)(?:@(.*))?$/.exec(text) ?? []
  if (name === undefined || level === undefined)
    throw new EntenteError('E_USAGE', `"${text}" is not written as FACTOR=LEVEL, such as "threat:PRK=high"`)
  const { steps } = asked
  const from = asked.from === null ? null : monthOf(asked.from)
  const whole = { first: 0, last: steps - 1 }
  return {
    factor: findFactor(name, map.factors, lore),
    level: levelOf(level.trim(), text),
    ...(span === undefined ? whole : stepsOf(span, from, steps, text)),
  }
}

function settingsOf(texts: readonly string[], map: DriverMap, lore: Lore, asked: Asked): Setting[] {
  const settings = texts.map(text => settingOf(text, map, lore, asked))
  settings.forEach((one, i) => {
    const other = settings.findIndex(
      (it, k) => k < i && it.factor === one.factor && it.first <= one.last && one.first <= it.last,
    )
    if (other >= 0)
      throw new EntenteError('E_USAGE', `"${texts[other]}" and "${texts[i]}" set ${one.factor} at one time`)
  })
  return settings
}

/** `threat:PRK=high` as it is saved: the factor by its id, the rest as it was written. */
export function pinned(text: string, map: DriverMap, lore: Lore): string {
  const at = text.indexOf('=')
  return at < 0 ? text : `${findFactor(text.slice(0, at), map.factors, lore)}${text.slice(at)}`
}

/** Factors with the most edges out of them. */
function movers(map: DriverMap): string[] {
  const counts = new Map<string, number>()
  for (const { cause } of map.edges) counts.set(cause, (counts.get(cause) ?? 0) + 1)
  return [...counts]
    .sort(([a, n], [b, m]) => m - n || byCodePoint(a, b))
    .slice(0, 6)
    .map(([id]) => id)
}

export function planFor(asked: Asked, map: DriverMap, lore: Lore): Plan {
  for (const [key, value] of Object.entries(asked)) {
    const fault = faultOf(key, value)
    if (fault !== null) throw new EntenteError('E_USAGE', `--${key} ${fault}, not ${JSON.stringify(value)}`)
  }
  if (asked.set.length === 0)
    throw new EntenteError(
      'E_USAGE',
      map.factors.length === 0
        ? 'the map has no factors, so there is nothing to set; `entente drivers` lists what is claimed'
        : `a scenario sets something: --set "FACTOR=LEVEL", or --load FILE; what moves most here: ${movers(map).join(', ')}`,
    )
  const { set, against, from: _, rule, transfer, ...rest } = asked
  return {
    ...rest,
    settings: settingsOf(set, map, lore, asked),
    against: settingsOf(against, map, lore, asked),
    variant: { rule, transfer },
  }
}
