/** Deeds of both sides: "patrolled the sea *together with* Peru", "Peru and Chile built a *joint* depot". */
import type { EventType } from '../../record/types.ts'
import type { Clause, NounGroup, Sentence } from '../../text/types.ts'
import { rolesOf } from '../events/roles.ts'
import type { Reader } from '../events/types.ts'
import type { Candidate, Sides } from './pair.ts'
import { touches } from './sides.ts'

const BESIDE =
  /^(?:together with|jointly with|alongside|along with|in concert with|side by side with|in tandem with|hand in hand with)$/
const SHARED = /\b(?:joint|shared|common|mixed|combined|cross-border)\b/i
/** What is said or settled together is talk or a pact. */
const TALK: ReadonlySet<EventType> = new Set([
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'REJECT',
  'REQUEST',
  'THREATEN',
  'PROTEST',
])
const SAID =
  /\b(?:statement|declaration|communiqu|letter|call|appeal|session|meeting|conference|talks|interest|ground|position)/i

export function together(sentences: readonly Sentence[], reader: Reader, pair: Sides): Candidate[] {
  return sentences.flatMap(sentence =>
    sentence.clauses.flatMap(clause => {
      const reading = reader.clause(clause)
      const verb = clause.verb
      if (verb === null || verb.negated || /^(?:be|have|say|tell)$/.test(verb.lemma)) return []
      if (reading !== null && (TALK.has(reading.type) || reading.type === 'COOPERATE')) return []
      if (reading?.type === 'ACCUSE' && reading.mode !== 'investigate') return []
      if (!isShared(clause, sentence, pair)) return []
      const roles = rolesOf(clause)
      const own: Candidate['reading'] = {
        type: 'COOPERATE',
        mode: null,
        status: reading?.status ?? null,
        clause,
        roles,
        trigger: verb.span,
        head: verb.lemma,
        inner: null,
        noun: null,
        phrase: null,
        joint: true,
        contexts: [],
        pairOnly: false,
        pairType: null,
        operator: null,
        negated: false,
        pattern: `together:${verb.lemma}`,
      }
      return [{ reading: own, score: 8.5 }]
    }),
  )
}

function isShared(clause: Clause, sentence: Sentence, { source, target }: Sides): boolean {
  const { agent, patient, others, phrases } = rolesOf(clause)
  if (agent === null) return false
  const members = [agent, ...agent.conjuncts]
  const acts = (span: Sides['source']) => members.some(it => touches(it.span, span))
  const both = acts(source) && acts(target)
  const one = acts(source) ? target : acts(target) ? source : null
  if (one === null) return false
  const beside = phrases.find(it => it.object !== null && touches(it.span, one))
  if (beside !== undefined && BESIDE.test(beside.preposition)) return true
  const withOne = beside?.preposition === 'with'
  if (!both && !withOne) return false
  const words = sentence.tokens.slice(clause.first, clause.last + 1)
  if (words.some(token => token.lower === 'jointly' || token.lower === 'together')) return true
  const things = [patient, ...others, ...phrases.map(it => it.object)].filter(it => it !== null)
  return things.some(it => sharedThing(it, sentence))
}

function sharedThing(group: NounGroup, sentence: Sentence): boolean {
  const text = sentence.tokens
    .slice(group.first, group.last + 1)
    .map(token => token.lower)
    .join(' ')
  return SHARED.test(text) && !SAID.test(text)
}
