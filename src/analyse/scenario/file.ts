/** A scenario as a file: small, readable, with a version, so that it can be kept and handed on. */
import { EntenteError } from '../../record/errors.ts'
import { type Asked, DEFAULTS, faultOf } from './asked.ts'

const VERSION = '1'

/** What the map is drawn from, besides what is asked of it. */
export interface Drawn {
  /** As claimed by: an actor, an author or an outlet. */
  by: string | null
  asOf: string | null
  ungrounded: boolean
  /** Factors without whose they are. */
  general: boolean
}

export interface ScenarioFile {
  name: string | null
  asked: Partial<Asked>
  drawn: Partial<Drawn>
}

const ASKED = Object.keys(DEFAULTS)
const DRAWN: { readonly [key: string]: (value: unknown) => boolean } = {
  by: value => value === null || typeof value === 'string',
  asOf: value => value === null || (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)),
  ungrounded: value => typeof value === 'boolean',
  general: value => typeof value === 'boolean',
}

/** Only what differs from the defaults, what is set first. */
export function writeScenario({ name, asked, drawn }: ScenarioFile): string {
  const plain: { [key: string]: unknown } = {
    ...DEFAULTS,
    by: null,
    asOf: null,
    ungrounded: false,
    general: false,
  }
  const kept = Object.entries({ ...asked, ...drawn }).filter(
    ([key, value]) => key === 'set' || JSON.stringify(value) !== JSON.stringify(plain[key]),
  )
  return `${JSON.stringify(
    { scenario: VERSION, ...(name === null ? {} : { name }), ...Object.fromEntries(kept) },
    null,
    2,
  )}\n`
}

function isMapping(value: unknown): value is { [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Reads a file's text; `path` only names it in errors, all of which are told at once. */
export function readScenario(text: string, path: string): ScenarioFile {
  const wrong = (what: string) => new EntenteError('E_SCENARIO', `${path}: ${what}`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new EntenteError(
      'E_SCENARIO',
      `${path}: it is not JSON; entente scenario --save writes such a file`,
      {
        cause,
      },
    )
  }
  if (!isMapping(value) || !('scenario' in value))
    throw wrong('it is no scenario: {"scenario": "1", "set": ["threat:PRK=high"]} is a small one')
  const { scenario, name = null, ...rest } = value
  if (scenario !== VERSION)
    throw wrong(`it is of version ${JSON.stringify(scenario)}, and this program reads version "${VERSION}"`)
  const faults: string[] = []
  const asked: { [key: string]: unknown } = {}
  const drawn: { [key: string]: unknown } = {}
  for (const [key, item] of Object.entries(rest)) {
    if (ASKED.includes(key)) {
      const fault = faultOf(key, item)
      if (fault !== null) faults.push(`${key} ${fault}, not ${JSON.stringify(item)}`)
      asked[key] = item
    } else if (Object.hasOwn(DRAWN, key)) {
      if (DRAWN[key]?.(item) !== true) faults.push(`${key} cannot be ${JSON.stringify(item)}`)
      drawn[key] = item
    } else
      faults.push(`no such key as ${key}; there are name, ${[...ASKED, ...Object.keys(DRAWN)].join(', ')}`)
  }
  if (typeof name !== 'string' && name !== null) faults.push(`name is words, not ${JSON.stringify(name)}`)
  if (faults.length > 0) throw wrong(faults.join('; '))
  return { name: typeof name === 'string' ? name : null, asked, drawn }
}
