import type { Telling } from '../../events/telling.ts'
import { sharesAny } from '../../lists.ts'
import type { SettlingRule } from './rule.ts'

/** The event that was foretold is told as having been. */
export const itself: SettlingRule = {
  name: 'forecast/itself',
  find({ what, window }, { record }) {
    const came = what === undefined ? undefined : record.of(what.event.id)
    if (came === undefined || came.from < window.from || came.to > window.to) return null
    return {
      came: true,
      by: came,
      event: came.it.event.id,
      reason: 'the event that was foretold is reported',
    }
  },
}

/** It is denied, or called off, by a document that came out later. */
export const denied: SettlingRule = {
  name: 'forecast/denied',
  find({ what, window, source }) {
    if (what?.event.status !== 'denied') return null
    const later = ({ mention, source: { published, document } }: Telling): boolean =>
      mention.status === 'denied' &&
      document.id !== source.document.id &&
      published !== null &&
      published >= window.made
    if (!what.tellings.some(later)) return null
    return { came: false, by: null, event: what.event.id, reason: 'the event that was foretold is denied' }
  },
}

/** Sides that are named on both ends must be the same; nobody is no hindrance. */
export const samePeople = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === 0 || b.size === 0 || sharesAny(a, b)
