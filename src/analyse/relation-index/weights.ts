/** How much one event counts, before time: each part by itself, so that the working can be shown. */
import type { ContactLevels } from '../../knowledge/contact-levels.ts'
import type { Event } from '../../record/types.ts'
import type { View } from '../view.ts'
import type { Grades } from './sources.ts'

export interface Weighed {
  event: Event
  /** Independent articles that tell it, with what each counts (the grade of its best outlet). */
  origins: readonly { origin: string; grade: number }[]
  confidence: number
  level: number
  salience: number
  /** What is only alleged counts half. */
  alleged: number
}

const ALLEGED = 0.5
/** An event that is told this many characters into an article is half as salient as the rest can get. */
const HALFWAY = 1500

/** 1 where an article opens with it, falling to ½ where it is told far down; of several articles the best. */
function salienceOf(event: Event, grades: Grades): number {
  let best = 0
  for (const { document, start } of event.evidence)
    if (grades.has(document)) best = Math.max(best, 0.5 + 0.5 * 2 ** (-start / HALFWAY))
  return best
}

function originsOf(event: Event, view: View, grades: Grades): Weighed['origins'] {
  const best = new Map<string, number>()
  for (const { document } of event.evidence) {
    const grade = grades.get(document)
    if (grade === undefined) continue
    const origin = view.origin(document)
    best.set(origin, Math.max(best.get(origin) ?? 0, grade))
  }
  return [...best].map(([origin, grade]) => ({ origin, grade }))
}

/** Null where no document that counts tells the event. */
export function weigh(event: Event, view: View, grades: Grades, levels: ContactLevels): Weighed | null {
  const origins = originsOf(event, view, grades)
  if (origins.length === 0) return null
  return {
    event,
    origins,
    confidence: event.confidence,
    level: levels.weight(event.level),
    salience: salienceOf(event, grades),
    alleged: event.claimedBy.length > 0 || event.disputedBy.length > 0 ? ALLEGED : 1,
  }
}

/** All but corroboration, which a bootstrap draws anew. */
export function fixedPart({ confidence, level, salience, alleged }: Weighed): number {
  return confidence * level * salience * alleged
}

/** From independent articles: one counts ½, two ¾, three ⅞; `heard` is the sum of their grades. */
export function corroboration(heard: number): number {
  return 1 - 2 ** -heard
}

export function heardIn({ origins }: Weighed): number {
  return origins.reduce((sum, { grade }) => sum + grade, 0)
}

export function weightOf(weighed: Weighed): number {
  return fixedPart(weighed) * corroboration(heardIn(weighed))
}
