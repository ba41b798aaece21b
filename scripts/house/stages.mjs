import { stageOf } from './house.mjs'

/** What each part of src/ may import: the tree in which data flows one way. */
const MAY_IMPORT = {
  record: [],
  // Pages from the network, guarded.
  fetch: ['record'],
  'effects.ts': ['fetch'],
  'stamp.ts': [],
  'steps.ts': [],
  'lines.ts': ['record'],
  // From one thread to another.
  'calls.ts': ['record'],
  knowledge: ['record'],
  text: ['record', 'knowledge'],
  // Lists of articles; the articles themselves are read and kept by whoever asks.
  watch: ['record', 'fetch'],
  read: ['record', 'knowledge', 'text', 'effects.ts'],
  understand: ['record', 'knowledge', 'text'],
  reconcile: ['record', 'knowledge'],
  // What people say of the record, laid over it last.
  correct: ['record'],
  analyse: ['record', 'knowledge'],
  store: ['record', 'effects.ts', 'steps.ts', 'calls.ts'],
  export: ['record', 'text'],
  // Tokens and the audit log, beside the store.
  access: ['record'],
  // Through an interface alone: what it serves from is handed in.
  serve: ['record', 'export'],
  'settle.ts': ['record', 'knowledge', 'text', 'understand', 'reconcile', 'store'],
  'memory.ts': ['record'],
  'session.ts': [
    'record',
    'knowledge',
    'text',
    'read',
    'understand',
    'reconcile',
    'store',
    'stamp.ts',
    'memory.ts',
  ],
  'intake.ts': ['record', 'correct', 'store', 'session.ts', 'memory.ts', 'steps.ts'],
  'pipeline.ts': [
    'record',
    'knowledge',
    'text',
    'read',
    'understand',
    'reconcile',
    'correct',
    'analyse',
    'store',
    'session.ts',
    'intake.ts',
    'settle.ts',
    'memory.ts',
    'stamp.ts',
    'steps.ts',
  ],
  // The pipeline in a thread of its own.
  'aside.ts': ['record', 'knowledge', 'read', 'store', 'session.ts', 'intake.ts', 'pipeline.ts', 'calls.ts'],
  'aside-thread.ts': ['knowledge', 'store', 'session.ts', 'pipeline.ts', 'calls.ts', 'aside.ts'],
  // Hands what waits to the pipeline, which is handed in.
  work: ['record', 'store', 'session.ts', 'steps.ts'],
  // A dossier on its way to another place.
  'transfer.ts': [
    'record',
    'correct',
    'export',
    'store',
    'session.ts',
    'intake.ts',
    'pipeline.ts',
    'steps.ts',
  ],
  // Texts that are coded and not kept: the stages' order again, as far as it goes without a store.
  coder: ['record', 'knowledge', 'text', 'understand', 'export', 'lines.ts', 'memory.ts'],
  cli: [
    'record',
    'knowledge',
    'text',
    'read',
    'understand',
    'correct',
    'analyse',
    'export',
    'coder',
    'access',
    // The wording of addresses alone; all else of a store comes by way of the pipeline.
    'store',
    'serve',
    'watch',
    'work',
    'lines.ts',
    'aside.ts',
    'pipeline.ts',
    'transfer.ts',
    'effects.ts',
  ],
}
/** Shapes without code: what a stage's result looks like to the one that writes it down. */
const TYPES_OF = { export: ['understand'] }

export const stages = {
  name: 'stages',
  holds: 'stages know nothing of each other',
  mend:
    'Let the value come in as an argument, or put what both need into record/ or knowledge/. ' +
    'pipeline.ts alone knows the order. A new folder in src/ is added to scripts/house/stages.mjs.',
  check(house) {
    const breaches = []
    for (const path of house.code) {
      const stage = stageOf(path)
      const allowed = MAY_IMPORT[stage]
      if (allowed === undefined) {
        breaches.push({ where: path, what: `${stage} is no part of the tree yet` })
        continue
      }
      for (const found of house.imports(path)) {
        const other = found.path.startsWith('src/') ? stageOf(found.path) : found.path
        const typesToo = found.typeOnly ? (TYPES_OF[stage] ?? []) : []
        if (other === stage || allowed.includes(other) || typesToo.includes(other)) continue
        breaches.push({ where: `${path}:${found.line}`, what: `${stage} imports ${other}` })
      }
    }
    return { breaches }
  },
}
