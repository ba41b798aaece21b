/** What ties an undated document to dated events that others tell. */
import type { Knowledge } from '../../knowledge/index.ts'
import { fromDays } from '../../record/interval.ts'
import type { Assembled } from '../events/assemble.ts'
import { type Profile, profileOf } from '../events/profile.ts'
import { mergeRules, weigh } from '../events/rules/index.ts'
import type { Telling } from '../events/telling.ts'
import { push } from '../lists.ts'
import { type Meant, type Reading, read, readPassed } from './words.ts'

export interface Tie {
  /** What the document tells as one event can be tied to one event only. */
  group: readonly Telling[]
  telling: Telling
  event: Assembled
  reading: Reading
}

/** A dated event as documents with a date tell it. */
interface Known {
  event: Assembled
  profile: Profile
}

/** As sure as for a merge without its date: the words of the date are what is left to agree. */
const SAME = 0.8

export interface Ties {
  /** Every reading of every date that a document gives; each group is what it tells of one event. */
  of(groups: readonly (readonly Telling[])[]): Tie[]
}

function dated(event: Assembled): Known | null {
  const tellings = event.tellings.filter(it => it.source.published !== null && it.grip === 'fine')
  return tellings.length === 0 ? null : { event, profile: profileOf(tellings) }
}

function keysOf(profile: Profile): string[] {
  return [...profile.classes].flatMap(name => [...profile.states].map(state => `${name} ${state}`))
}

export function tiesTo(events: readonly Assembled[], knowledge: Knowledge): Ties {
  const rules = mergeRules(knowledge).across
  const byKey = new Map<string, Known[]>()
  for (const event of events) {
    const known = dated(event)
    if (known !== null) for (const key of keysOf(known.profile)) push(byKey, key, known)
  }
  const candidates = (own: Profile): Set<Known> => new Set(keysOf(own).flatMap(key => byKey.get(key) ?? []))
  return {
    of(groups) {
      const ties: Tie[] = []
      for (const tellings of groups) {
        const group = tellings.filter(it => it.grip === 'weak')
        const own = profileOf(group)
        for (const { event, profile } of candidates(own)) {
          if (weigh(rules, profile, own, { within: false }, SAME).score < SAME) continue
          for (const telling of group)
            for (const reading of readings(telling, profile))
              ties.push({ group: tellings, telling, event, reading })
        }
      }
      return ties
    },
  }
}

function sentenceAround({ mention, source }: Telling): string {
  const { text } = source.document
  const before = text.slice(0, mention.span[0])
  const start = Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n')) + 1
  return text.slice(Math.max(start, mention.span[0] - 200), mention.span[1])
}

function readings(telling: Telling, profile: Profile): Reading[] {
  const { mention, source } = telling
  const [start, end] = mention.dateSpan ?? mention.span
  const meant: Meant = {
    start: fromDays(profile.from),
    end: fromDays(profile.to),
    future: mention.status === 'planned' || mention.status === 'hypothetical',
  }
  const words = read(source.document.text.slice(start, end), meant)
  const passed = words === null ? null : readPassed(sentenceAround(telling), meant)
  return [words, passed].flatMap(it => it ?? [])
}
