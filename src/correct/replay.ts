/** The events as corrected: each word in its turn, since what is merged or split is another event from then on. */
import type { Correction } from '../record/corrections.ts'
import { byCodePoint } from '../record/ids.ts'
import { byDate } from '../record/interval.ts'
import type { Event } from '../record/types.ts'
import { type Finder, makeFinder } from './bind.ts'
import type { Fate } from './fate.ts'
import { type Means, type Named, setField } from './fields.ts'
import { merged, split } from './regroup.ts'

export interface Replayed {
  /** All that stand, in the record's order. */
  events: Event[]
  /** Ids that a merge retired, with the id that stands for them. */
  moved: ReadonlyMap<string, string>
  rejected: ReadonlySet<string>
}

class Replay {
  readonly now: Map<string, Event>
  readonly moved = new Map<string, string>()
  readonly rejected = new Set<string>()
  readonly #finder: Finder
  readonly #set: (event: Event, field: string, value: string) => Event | null

  constructor(events: readonly Event[], means: Means, named: Named) {
    this.now = new Map(events.map(event => [event.id, event]))
    this.#finder = makeFinder(events)
    this.#set = (event, field, value) => setField('event', event, { field, value }, means, named)
  }

  /** What stands today for an id, which may have been merged more than once. */
  standing(id: string | null): string | null {
    let at = id
    for (let next = at; next !== null; next = this.moved.get(next) ?? null) at = next
    return at
  }

  find(about: Correction['fact']): Event | null {
    // What was split off is found by its id alone: its passage leads to the event that it came from.
    const id = this.now.has(about.id) || this.moved.has(about.id) ? about.id : this.#finder.find(about)
    return this.now.get(this.standing(id) ?? '') ?? null
  }

  /** False where the word no longer fits. */
  take(event: Event, { act }: Correction): boolean {
    switch (act.do) {
      case 'accept':
        this.rejected.delete(event.id)
        return true
      case 'reject':
        this.rejected.add(event.id)
        return true
      case 'correct': {
        const next = this.#set(event, act.field, act.value)
        if (next !== null) this.now.set(event.id, next)
        return next !== null
      }
      case 'merge': {
        const other = this.find(act.with)
        if (other === null) return false
        // Newer rules say so too.
        if (other.id === event.id) return true
        this.now.set(event.id, merged(event, other))
        this.now.delete(other.id)
        this.moved.set(other.id, event.id)
        return true
      }
      case 'split': {
        const parts = split(event, act.passages, act.into, this.#set)
        if (parts === null) return false
        this.now.set(event.id, parts.rest)
        this.now.set(act.into, parts.off)
        return true
      }
      default:
        return true
    }
  }
}

/** Applies them in their order, and writes down what became of each. */
export function replay(
  events: readonly Event[],
  fates: readonly Fate[],
  means: Means,
  named: Named,
): Replayed {
  const state = new Replay(events, means, named)
  for (const fate of fates) {
    const event = state.find(fate.correction.fact)
    fate.fact = event?.id ?? null
    if (fate.correction.withdrawn !== null) continue
    fate.state = event !== null && state.take(event, fate.correction) ? 'applied' : 'lost'
  }
  for (const fate of fates) fate.fact = state.standing(fate.fact)
  const { now, moved, rejected } = state
  const standing = [...now.values()].filter(({ id }) => !rejected.has(id))
  standing.sort((a, b) => byDate(a.date, b.date) || byCodePoint(a.id, b.id))
  return { events: standing, moved, rejected }
}
