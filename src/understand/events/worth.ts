import type { EventMention } from '../../record/mentions.ts'
import type { EventType } from '../../record/types.ts'
import type { Context } from '../context.ts'

/** What one state does without naming another is still an event between states. */
const ONE_SIDED: ReadonlySet<EventType> = new Set([
  'MOBILIZE',
  'ASSAULT',
  'SANCTION',
  'COERCE',
  'CONCEDE',
  'RETREAT',
  'COOPERATE',
])
const NO_ACTORS =
  /\b(?:professor|analyst|expert|researcher|fellow|lecturer|scholar|critic|columnist|author|historian|commentator|economist|director of research)\b/i

/** Whether an event is one between actors of states; what analysts agree on is not. */
export function isBetweenStates(context: Context, event: EventMention): boolean {
  if (event.states.length === 0) return false
  const sources = event.source.map(key => context.analysis.entities.find(it => it.key === key))
  if (
    sources.length > 0 &&
    sources.every(it => it === undefined || it.roles.some(role => NO_ACTORS.test(role.title)))
  )
    return false
  if (event.states.length > 1) return true
  if (event.source.length === 0) return false
  return ONE_SIDED.has(event.type) || sources.some(it => it?.type === 'court')
}
