import { type Cues, loadCues } from './cues.ts'
import { type EventHeads, loadEventHeads } from './event-heads.ts'
import { type Issues, loadIssues } from './issues.ts'
import { loadStates, type States } from './states.ts'
import { loadVerbClasses, type VerbClasses } from './verb-classes.ts'
import { type VerbTable, verbTable } from './verb-forms.ts'

/** What is known beforehand. Adding knowledge is one data file, one loader, one line here. */
export interface Knowledge {
  readonly version: 1
  readonly states: States
  readonly issues: Issues
  readonly eventHeads: EventHeads
  readonly cues: Cues
  readonly verbForms: VerbTable
  readonly verbClasses: VerbClasses
}

let loaded: Knowledge | null = null

/** Loads all tables once a process. */
export function loadKnowledge(): Knowledge {
  loaded ??= {
    version: 1,
    states: loadStates(),
    issues: loadIssues(),
    eventHeads: loadEventHeads(),
    cues: loadCues(),
    verbForms: verbTable(), verbClasses: loadVerbClasses(),
  }
  return loaded
}
