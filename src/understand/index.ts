import type { Knowledge } from '../knowledge/index.ts'
import type { Understanding } from '../record/mentions.ts'
import type { Document } from '../record/types.ts'
import type { Analysis } from '../text/types.ts'
import { type Context, createContext } from './context.ts'
import { drivers } from './drivers/index.ts'
import { events } from './events/index.ts'
import { forecasts } from './forecasts/index.ts'
import { type Found, nothingFound } from './found.ts'
import { once } from './once.ts'
import { positions } from './positions/index.ts'
import { statements } from './statements/index.ts'
import { terms } from './terms.ts'

type Kind = (context: Context, found: Found) => Partial<Found>

/** What is looked for, in this order: each kind sees what those above it have found. */
const kinds: readonly Kind[] = [
  // First: who says a thing decides whether the kinds below take it for told or for claimed.
  context => ({ statements: statements(context) }),
  context => ({ terms: terms(context) }),
  context => ({ events: events(context) }),
  (context, found) => ({ positions: positions(context, found.statements) }),
  // After the events: a forecast names the planned event that it is about.
  (context, found) => ({ forecasts: forecasts(context, found.events, found.statements) }),
  (context, found) => ({ drivers: drivers(context, found.statements) }),
]

/** Finds all that one document says. */
export function understand(document: Document, analysis: Analysis, knowledge: Knowledge): Understanding {
  return understandIn(createContext(document, analysis, knowledge))
}

/** The same, for who goes on to ask the context for more; once a document. */
export const understandIn = once((context: Context): Understanding => {
  const { document, analysis } = context
  const found = nothingFound()
  for (const kind of kinds) Object.assign(found, kind(context, found))
  const { statements: said, events, positions, forecasts, drivers } = found
  return {
    document: document.id,
    anchor: { date: document.published, basis: document.published?.basis ?? null },
    actors: analysis.entities,
    mentions: [...said, ...events, ...positions, ...forecasts, ...drivers],
    terms: found.terms,
  }
})
