/** What a host's robots.txt lets programs do, asked once a day. */
import { createRequire } from 'node:module'
import { statusError } from './failures.ts'
import { DAY, MINUTE } from './time.ts'
import type { World } from './world.ts'

/** By which robots.txt names us. */
export const TOKEN = 'Entente'
export const AGENT = `Mozilla/5.0 (compatible; ${TOKEN}; reads the feeds that a person follows)`

/** How long it is taken at its word, how long its failure is; more bytes than this nobody has to read (RFC 9309). */
const KEPT = { good: DAY, bad: 5 * MINUTE }
const BYTES = 600_000

export interface Robots {
  isAllowed(url: string, agent: string): boolean | undefined
  /** In seconds. */
  getCrawlDelay(agent: string): number | undefined
  getSitemaps(): string[]
}

const require = createRequire(import.meta.url)
// Its declarations say that the function stands under `default`, where it does not.
const robotsParser: (url: string, text: string) => Robots = require('robots-parser')

/** Asked out of turn, as a turn may wait for it. What is not there forbids nothing. */
async function readRobots(origin: string, { ask, signal }: World): Promise<Robots> {
  const url = `${origin}/robots.txt`
  const { status, bytes } = await ask(url, { agent: AGENT, signal, bytes: BYTES })
  if (status === 429 || status >= 500) throw statusError(status, `${new URL(url).host}/robots.txt`)
  return robotsParser(url, status < 300 ? Buffer.from(bytes).toString('utf8') : '')
}

/** The rules for an address. */
export function makeRobots(world: World): (url: string) => Promise<Robots> {
  const robots = new Map<string, { until: number; rules: Promise<Robots> }>()
  return url => {
    const { origin } = new URL(url)
    const known = robots.get(origin)
    if (known !== undefined && known.until > world.elapsed()) return known.rules
    const kept = { until: world.elapsed() + KEPT.good, rules: readRobots(origin, world) }
    robots.set(origin, kept)
    kept.rules.catch(() => {
      kept.until = world.elapsed() + KEPT.bad
    })
    return kept.rules
  }
}
