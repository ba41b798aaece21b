/** What a failure weighs, how long to wait after it, and when a watch is left alone. */
import { EntenteError } from '../record/errors.ts'
import type { WatchState } from './state.ts'
import { DAY } from './time.ts'

/** Ten failures that will not mend themselves, or forty of the network's. */
export const QUARANTINE = 10

const WEIGHTS: { readonly [code: string]: number } = {
  // The network, or a server that is busy: it passes.
  E_OFFLINE: 0.25,
  E_TIMEOUT: 0.25,
  E_FETCH: 0.25,
  E_LATER: 0.25,
  // The server's own fault: somebody will see to it.
  E_SERVER: 0.5,
}

export const weightOf = (code: string): number => WEIGHTS[code] ?? 1

/** What a status that brings nothing means. */
export function statusError(status: number, host: string): EntenteError {
  const code =
    status === 410
      ? 'E_GONE'
      : status === 429 || status === 503
        ? 'E_LATER'
        : status >= 500
          ? 'E_SERVER'
          : status === 404
            ? 'E_MISSING'
            : 'E_REFUSED'
  return new EntenteError(code, `${host} answers ${status}`)
}

/** The state after a failure; `held` is what the server asked to be left alone for. */
export function failed(state: WatchState, code: string, every: number, held: number): WatchState {
  const failures = state.failures + 1
  const weight = state.weight + weightOf(code)
  const most = Math.max(every, DAY)
  // Without a network of ours nobody is spared by waiting longer.
  const doubled = code === 'E_OFFLINE' ? every : every * 2 ** Math.min(failures - 1, 20)
  return {
    ...state,
    failures,
    weight,
    wait: Math.max(held, Math.min(most, doubled)),
    status: code === 'E_GONE' ? 'ended' : weight >= QUARANTINE ? 'quarantined' : 'active',
  }
}
