import type { EventType } from '../../record/types.ts'
import type { Clause, Sentence } from '../../text/types.ts'
import type { Nouns } from './nouns.ts'
import type { Roles } from './roles.ts'
import type { Reading } from './types.ts'

/** What people do in the street, whatever it would be if an army or a ministry did it. */
const DEEDS: ReadonlySet<EventType> = new Set(['COERCE', 'ASSAULT', 'SANCTION', 'MOBILIZE', 'RETREAT'])
const CALLS: ReadonlySet<EventType> = new Set(['ACCUSE', 'REQUEST', 'REJECT', 'PROTEST'])
const OFFICIAL = [
  'state',
  'authority',
  'official',
  'force',
  'rebel',
  'militant',
  'court',
  'parliament',
  'company',
]

/** "students jammed the streets *to denounce the law*", "truckers blocked the port *in protest at the tax*". */
export function asProtest(
  reading: Reading | null,
  clause: Clause,
  roles: Roles,
  sentence: Sentence,
  nouns: Nouns,
  read: (clause: Clause) => Reading | null,
): Reading | null {
  const { agent } = roles
  const verb = clause.verb
  if (agent === null || verb === null || verb.negated || clause.marker === 'to') return reading
  if (reading !== null && (!DEEDS.has(reading.type) || reading.operator !== null)) return reading
  const classes = nouns.classesOf(agent)
  if (!classes.has('crowd') || OFFICIAL.some(name => classes.has(name))) return reading
  const against = roles.phrases.find(
    it => it.preposition === 'in' && /^(?:protest|anger|fury|outrage)$/.test(it.object?.lemma ?? ''),
  )
  const aim = sentence.clauses.find(
    it => it.parent === clause && it.marker === 'to' && it !== clause.complement,
  )
  const call = aim === undefined ? null : read(aim)
  const calls = call !== null && CALLS.has(call.type)
  if (against === undefined && !calls) return reading
  return {
    type: 'PROTEST',
    mode: 'demo',
    status: null,
    clause,
    roles,
    trigger: verb.span,
    head: verb.lemma,
    inner: calls ? call : null,
    noun: null,
    phrase: against ?? null,
    joint: false,
    contexts: [],
    pairOnly: false,
    pairType: null,
    operator: null,
    negated: false,
    pattern: `crowd:${verb.lemma}`,
  }
}
