/** Stages that say nothing, at once: for tests of what the store keeps. */
import type { Stages } from '../../src/pipeline.ts'
import { aRecord } from './made-up.ts'

export const NO_STAGES: Stages = {
  read: async () => ({ documents: [], problems: [] }),
  analyse: (text, { published }) => ({
    text,
    published,
    sentences: [],
    names: [],
    times: [],
    entities: [],
    actorsOf: () => [],
    statesIn: () => [],
    ownersOf: () => [],
    headed: [],
  }),
  understand: ({ id, published }) => ({
    document: id,
    anchor: { date: published, basis: 'stated' },
    actors: [],
    mentions: [],
    terms: [],
  }),
  reconcile: documents => ({
    record: aRecord([...documents].sort((a, b) => (a.id < b.id ? -1 : 1))),
    receipts: [],
    inferred: new Map(),
  }),
}
