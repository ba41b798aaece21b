import type { EventMention } from '../../record/mentions.ts'
import type { EventType } from '../../record/types.ts'
import type { Entity } from '../../text/types.ts'
import type { Context } from '../context.ts'
import { entityOf } from '../lookup.ts'

/** What one state does without naming another is still an event between states. */
const ONE_SIDED: ReadonlySet<EventType> = new Set([
  'MOBILIZE',
  'ASSAULT',
  'SANCTION',
  'COERCE',
  'CONCEDE',
  'RETREAT',
  'COOPERATE',
  'PROTEST',
])
const SPOKEN: ReadonlySet<EventType> = new Set(['REJECT', 'ACCUSE', 'THREATEN', 'AID', 'SUPPORT', 'REQUEST'])
const OFFICE =
  /\b(?:president|minister|premier|chancellor|secretary|ambassador|spokes(?:man|woman|person)|king|queen|envoy|foreign ministry|defen[cs]e ministry)\b/i
/** "Cairo accepted", "Oslo promised two million dollars": what one side says yes to. */
const OFFERS =
  /^(?:operator:(?:agree|vow)|frame:(?:promise|pledge|accept|agree|offer|undertake|consent|assent):)/
/** Told without a doer ("restrictions are to be lifted"), these still say what happened. */
const PASSIVE_TOO: ReadonlySet<EventType> = new Set([
  'CONCEDE',
  'RETREAT',
  'SANCTION',
  'COERCE',
  'ASSAULT',
  'CONSULT',
  'AGREE',
  'COOPERATE',
])
const NO_ACTORS =
  /\b(?:professor|analyst|expert|researcher|fellow|lecturer|scholar|critic|columnist|author|historian|commentator|economist|director of research)\b/i

/**
 * Whether an event is one between actors of states; what analysts agree on is not. `byWeapon`: what does it is a weapon,
 * whose ever it is.
 */
export function isBetweenStates(context: Context, event: EventMention, byWeapon: boolean): boolean {
  if (event.states.length === 0) return false
  const sources = event.source.map(key => entityOf(context.analysis, key))
  if (sources.some(it => it !== undefined && isObserver(it))) return false
  if (event.source.length === 0) {
    if (event.states.length > 1) return PASSIVE_TOO.has(event.type)
    // "Drones struck Saudi refineries", "A Cambodian soldier was killed": who did it is what states then quarrel about.
    const soldiers = event.target.some(key => entityOf(context.analysis, key)?.type === 'military')
    return event.type === 'ASSAULT' && event.status === 'reported' && (byWeapon || soldiers)
  }
  if (event.states.length > 1) return true
  if (event.type === 'SANCTION' && isOwn(context, event)) return false
  if (ONE_SIDED.has(event.type) || sources.some(it => it?.type === 'court')) return true
  // "The Arab League readmitted Syria": a body of states deals with one.
  if (sources.some(it => it?.type === 'international-organization') && event.target.length > 0)
    return SPOKEN.has(event.type) || event.type === 'CONSULT'
  // "Finland joined the alliance": what a state enters into with a body of states.
  const joins = event.target.some(
    key => entityOf(context.analysis, key)?.type === 'international-organization',
  )
  if (event.type === 'AGREE' && joins && sources.some(it => it !== undefined && speaksForState(it)))
    return true
  // "Tokyo rejected the ruling": what a government says to others, though they are not named.
  const offer = event.type === 'AGREE' && OFFERS.test(event.pattern)
  return (offer || SPOKEN.has(event.type)) && sources.some(it => it !== undefined && speaksForState(it))
}

/** "A Thai court suspended the premier": a state's own affair with its own people. */
function isOwn({ analysis }: Context, { source, target }: EventMention): boolean {
  const states = new Set(source.map(key => entityOf(analysis, key)?.state ?? null))
  const persons = target.map(key => entityOf(analysis, key)).filter(it => it?.type === 'person')
  return persons.length > 0 && persons.every(it => it?.state != null && states.has(it.state))
}

function isObserver(actor: Entity): boolean {
  // "Analysts say that the two should talk"
  if (actor.key === 'some/expert') return true
  return (
    actor.type === 'person' && actor.roles.length > 0 && actor.roles.every(role => NO_ACTORS.test(role.title))
  )
}

function speaksForState(actor: Entity): boolean {
  if (actor.type === 'state' || actor.type === 'government') return true
  if (actor.type === 'party' || actor.type === 'military') return actor.state !== null
  if (actor.type !== 'person' || actor.state === null) return false
  // "Pashinyan refused to host the drill": a text need not give the title of whom everybody knows.
  return actor.known || actor.roles.some(role => OFFICE.test(role.title))
}
