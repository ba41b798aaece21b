import type { EventType } from '../../../record/types.ts'
import { sharesAny } from '../../lists.ts'
import type { Profile } from '../profile.ts'
import { type MergeRule, VETO, values } from './rule.ts'

const CONFLICT: ReadonlySet<EventType> = new Set([
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
])
/** Classes that nothing else can be: a call is no meeting, a launch no exercise. */
const OWN = ['meeting', 'call', 'launch', 'exercise', 'ruling', 'arrest', 'apology', 'invitation']

export function isConflict(types: Iterable<EventType>): boolean {
  for (const type of types) if (CONFLICT.has(type)) return true
  return false
}

/** What such words name is told apart by what it says; of treaties between the same sides there are few. */
function byContent(a: Profile, b: Profile): boolean {
  return (a.toldBy === 'what' || b.toldBy === 'what') && !a.classes.has('deal') && !a.classes.has('invasion')
}

function ownOnly(a: Profile, b: Profile): boolean {
  return OWN.some(name => a.classes.has(name) !== b.classes.has(name))
}

/** "the verdict" and "ruled", "summit" and "talks" are of one class; a seizure and an apology are never one event. */
export const kind: MergeRule = {
  name: 'event/kind',
  reason: 'words that may name one and the same kind of event',
  most: 0.5,
  weigh(a, b) {
    const named = a.classes.has('incident') || b.classes.has('incident')
    if (sharesAny(a.classes, b.classes)) return byContent(a, b) ? 0.3 : 0.5
    if (isConflict(a.types) !== isConflict(b.types)) return VETO
    if (named) return sharesAny(a.types, b.types) ? 0.25 : 0.1
    if (ownOnly(a, b)) return VETO
    return sharesAny(a.types, b.types) ? 0 : -0.3
  },
  say: (a, b) => `${values(a.classes)} (${values(a.types)}) and ${values(b.classes)} (${values(b.types)})`,
}
