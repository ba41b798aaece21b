import { basename } from 'node:path'
import type { Sink } from '../effects.ts'
import type { Phase } from '../pipeline.ts'
import { safeLine } from './print/safe.ts'
import { cutTo } from './print/width.ts'

/** One line that is drawn over on a terminal; in a pipe a plain line now and then. */
export interface Meter {
  step(label: string, done: number, total: number | null): void
  /** Takes the line away, so that other lines can be printed. */
  clear(): void
}

const BAR = 24
const REDRAW_MS = 80
/** In a pipe: not more often than this. */
const REPORT_MS = 5_000

function drawn(label: string, done: number, total: number | null, columns: number): string {
  if (total === null || total === 0) return cutTo(`${label} ${done > 0 ? done : ''}`.trimEnd(), columns - 1)
  const full = Math.round((Math.min(done, total) / total) * BAR)
  return cutTo(`${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${done}/${total} ${label}`, columns - 1)
}

export function makeMeter(sink: Sink): Meter {
  let last = sink.isTerminal ? -Infinity : performance.now()
  let shown = false
  const clear = () => {
    if (shown) void sink.write('\r\u001b[2K')
    shown = false
  }
  return {
    clear,
    step(label, done, total) {
      const now = performance.now()
      const finished = total !== null && done >= total
      if (now - last < (sink.isTerminal ? REDRAW_MS : REPORT_MS) && !(finished && shown)) return
      last = now
      if (sink.isTerminal) {
        void sink.write(`\r\u001b[2K${drawn(label, done, total, sink.columns)}`)
        shown = true
      } else {
        void sink.write(total === null ? `${label}\n` : `${label}: ${done} of ${total}\n`)
      }
    },
  }
}

const PHASES: { readonly [P in Phase]: string } = {
  restore: 'restoring from the journal',
  code: 'coding again by the present rules',
  reconcile: 'reconciling',
}

export function phaseLabel(phase: Phase): string {
  return PHASES[phase]
}

export function fileLabel(path: string): string {
  return safeLine(basename(path))
}
