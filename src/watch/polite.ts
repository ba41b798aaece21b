/** Asks as a guest does: within robots.txt, one question a host at a time, with a pause between two. */
import { EntenteError } from '../record/errors.ts'
import { statusError } from './failures.ts'
import { AGENT, makeRobots, TOKEN } from './robots.ts'
import { MINUTE, retryWait, SECOND } from './time.ts'
import type { Polite } from './types.ts'
import type { World } from './world.ts'

/** Between two questions to one host. */
const GAP = 1 * SECOND
const LONGEST_GAP = 2 * MINUTE
/** Longer than this nobody stands and waits for a host. */
const PATIENCE = 30 * SECOND

interface Host {
  turn: Promise<unknown>
  /** By `elapsed`: before this nothing is asked. */
  free: number
  gap: number
}

/** Takes turns at each host. */
class Hosts {
  readonly #hosts = new Map<string, Host>()
  readonly #world: World
  readonly gap: number

  constructor(world: World, gap: number) {
    this.#world = world
    this.gap = gap
  }

  of(url: string): Host {
    const { host } = new URL(url)
    const known = this.#hosts.get(host) ?? { turn: Promise.resolve(), free: 0, gap: this.gap }
    this.#hosts.set(host, known)
    return known
  }

  hold(url: string, milliseconds: number): void {
    const host = this.of(url)
    host.free = Math.max(host.free, this.#world.elapsed() + milliseconds)
  }

  async inTurn<T>(url: string, work: () => Promise<T>): Promise<T> {
    const { elapsed, pause, signal } = this.#world
    const host = this.of(url)
    const next = host.turn.then(async () => {
      const wait = host.free - elapsed()
      if (wait > Math.max(PATIENCE, host.gap))
        throw new EntenteError('E_LATER', `${new URL(url).host} asked to be left alone for a while`)
      if (wait > 0) await pause(wait, signal)
      if (signal.aborted) throw new EntenteError('E_STOPPED', `${url} was not waited for`)
      try {
        return await work()
      } finally {
        host.free = Math.max(host.free, elapsed() + host.gap)
      }
    })
    host.turn = next.catch(() => {})
    return next
  }
}

export function makePolite(world: World, gap = GAP): Polite {
  const hosts = new Hosts(world, gap)
  const robotsOf = makeRobots(world)
  async function leave(url: string): Promise<void> {
    const rules = await robotsOf(url)
    if (rules.isAllowed(url, TOKEN) === false)
      throw new EntenteError('E_ROBOTS', `robots.txt of ${new URL(url).host} keeps programs from ${url}`)
    const delay = (rules.getCrawlDelay(TOKEN) ?? 0) * SECOND
    hosts.of(url).gap = Math.max(gap, Math.min(LONGEST_GAP, delay))
  }
  return {
    heldFor: url => Math.max(0, hosts.of(url).free - world.elapsed()),
    sitemaps: async url => (await robotsOf(url)).getSitemaps(),
    async get(url, conditions = {}) {
      await leave(url)
      const answer = await hosts.inTurn(url, () =>
        world.ask(url, { ...conditions, agent: AGENT, signal: world.signal, onHop: leave }),
      )
      const { status, retryAfter } = answer
      if (status === 429 || status === 503) {
        hosts.hold(url, retryWait(retryAfter, world.now().getTime()) ?? 0)
        throw statusError(status, new URL(url).host)
      }
      return answer
    },
  }
}
