import type { Answer, FetchOptions } from '../fetch/index.ts'

/** The world as watching needs it. */
export interface World {
  ask(url: string, options: FetchOptions): Promise<Answer>
  now(): Date
  /** Milliseconds that go on evenly, whatever is done to the clock. */
  elapsed(): number
  pause(milliseconds: number, signal?: AbortSignal): Promise<void>
  readonly signal: AbortSignal
}
