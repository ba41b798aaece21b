import type { EventType } from '../../record/types.ts'
import type { Clause } from '../../text/types.ts'
import type { Context } from '../context.ts'
import type { Reading } from './types.ts'

const GRAVE: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'REJECT', 'THREATEN', 'MOBILIZE'])
const ALLEGING = new Set(['accuse', 'allege', 'claim', 'charge', 'contend', 'blame', 'suspect'])
/** Who agrees or promises says nothing of what he names besides. */
const CONSENTING = new Set(['agree', 'promise', 'pledge', 'vow', 'decide', 'announce'])
const DISPUTING = new Set(['deny', 'dispute', 'refute', 'reject', 'rebut', 'dismiss'])

/** Who alleges and who disputes what a clause tells: an allegation is not thereby a fact. */
export function claims(
  context: Context,
  clause: Clause | null,
  reading: Reading,
  doers: readonly string[],
): { claimedBy: string[]; disputedBy: string[] } {
  const claimedBy: string[] = []
  const disputedBy: string[] = []
  // "refuted *Japan's claim* that a warship had aimed its radar"
  const owner = clause?.kind === 'complement' ? (clause.modifies?.possessor ?? null) : null
  if (owner !== null) claimedBy.push(...context.analysis.actorsOf(owner).map(actor => actor.key))
  let inner = clause
  for (let steps = 0; inner !== null && isContent(inner) && steps < 3; inner = inner.parent, steps++) {
    const at = inner.parent
    if (at === null) break
    // "*rejected the report* and expelled the envoy": one deed beside the other.
    if (inner.kind === 'coordinate' && inner.verb?.finite) continue
    const lemma = at.verb?.lemma
    if (lemma === undefined || at.subject === null) continue
    const sayers = context.analysis.actorsOf(at.subject)
    const keys = sayers.map(actor => actor.key)
    if (ALLEGING.has(lemma)) claimedBy.push(...keys)
    else if (DISPUTING.has(lemma)) disputedBy.push(...keys)
    // "Dendias said that Turkey had violated …": one side's word against the other.
    else if (
      GRAVE.has(reading.type) &&
      says(context, lemma) &&
      sayers.some(it => it.state !== null && !doers.includes(it.state))
    )
      claimedBy.push(...keys)
  }
  return { claimedBy: [...new Set(claimedBy)], disputedBy: [...new Set(disputedBy)] }
}

function says({ knowledge }: Context, lemma: string): boolean {
  if (CONSENTING.has(lemma)) return false
  return knowledge.verbClasses.has(lemma, 'reporting') || knowledge.cues.verbs.has(lemma)
}

/** "Both claim the field, *which they agreed to share*", "… *after troops fired*": what is told besides is nobody's claim. */
function isContent({ kind }: Clause): boolean {
  return kind !== 'relative' && kind !== 'adverbial'
}
