/** What a cue reports without quotation. */
import type { Page } from './page.ts'
import type { Site } from './sites.ts'
import { aroundCue, asAside, whatCalled } from './ways/asides.ts'
import { afterColon, following, preposed } from './ways/clauses.ts'
import { gerund, infinitive } from './ways/infinitives.ts'
import { light } from './ways/nouns.ts'
import {
  accusation,
  accused,
  addressed,
  comparedAs,
  gap,
  object,
  particlePhrase,
  predicated,
  prepositional,
} from './ways/phrases.ts'
import type { Reported, Way } from './ways/way.ts'

/** In order: what shows itself by more words goes first, so that a plain object is the last guess. */
const WAYS: readonly Way[] = [
  asAside,
  aroundCue,
  whatCalled,
  light,
  afterColon,
  // Before the clauses: in "described it as a neighbour that …" the clause belongs to the neighbour.
  comparedAs,
  following,
  prepositional,
  addressed,
  preposed,
  infinitive,
  accused,
  accusation,
  particlePhrase,
  predicated,
  gerund,
  object,
  gap,
]

export function reportedContent(site: Site, page: Page): Reported | null {
  if (site.cue === null) return null
  for (const way of WAYS) {
    const found = way(site, site.cue, page)
    if (found !== null) return found
  }
  return null
}
