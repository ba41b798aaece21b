/** Demands put as duties: "Abe repeated that Seoul must find a solution", "“Japan must lift the curbs,” a spokesman said". */
import type { Clause, NounGroup } from '../../text/types.ts'
import { type Context, statesOf } from '../context.ts'
import type { Taken } from './taken.ts'

export function obligation(context: Context, clause: Clause): Taken | null {
  const { verb, subject } = clause
  if (verb === null || subject === null || !obliges(clause)) return null
  const holder = reporterOf(context, clause)
  const bound = statesOf(context.analysis.actorsOf(subject))
  const own = holder === null ? [] : statesOf(context.analysis.actorsOf(holder))
  if (bound.some(state => own.includes(state))) return null
  // "the controls must be lifted" binds nobody by name; "disputes should be settled" is a mere wish.
  const ofThing =
    bound.length === 0 &&
    verb.voice === 'passive' &&
    verb.modal !== 'should' &&
    /^(the|its|their|these|those)$/.test(subject.determiner ?? '')
  if (bound.length === 0 && !ofThing) return null
  return {
    stance: 'demands',
    holder,
    speakerMayHold: true,
    bound,
    pattern: 'obligation',
    confidence: 0.7,
    clause: null,
  }
}

function obliges({ verb, kind }: Clause): boolean {
  if (verb === null || !verb.finite || kind === 'relative' || kind === 'adverbial') return false
  return (
    /^(must|should|ought|have-to|need)$/.test(verb.modal ?? '') ||
    (verb.lemma === 'need' && verb.modal === null)
  )
}

/** The subject of the verb that reports the clause. */
export function reporterOf(context: Context, clause: Clause): NounGroup | null {
  const outer = clause.kind === 'coordinate' ? clause.parent : clause
  const reporter = outer?.kind === 'complement' ? outer.parent : null
  if (reporter?.verb == null) return null
  const { cues, verbClasses } = context.knowledge
  const reports = cues.verbs.has(reporter.verb.lemma) || verbClasses.has(reporter.verb.lemma, 'cognition')
  return reports ? reporter.subject : null
}
