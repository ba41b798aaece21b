import { addDays } from '../../record/interval.ts'
import type { Entity, Sentence } from '../../text/types.ts'
import type { Context } from '../context.ts'
import type { Dated } from './dates.ts'
import type { Parties } from './parties.ts'

/** Longer than all but a few stay in office. */
const ERA = 30 * 365

/**
 * "Moto and Warsame met on Friday. They normalized relations in 1965.": leaders of today are no actors of what was done
 * a generation ago; their states are. Not where the sentence itself names them: "In 1986 Museveni signed …".
 */
export function ofItsTime(
  { analysis, knowledge }: Context,
  parties: Parties,
  dated: Dated | null,
  sentence: Sentence,
  toState: (iso3: string, words: string) => Entity,
): Parties {
  const now = analysis.published?.start ?? null
  const then = dated?.date.end ?? null
  if (now === null || then === null || then > addDays(now, -ERA)) return parties
  const instead = (actor: Entity): Entity => {
    const { type, state } = actor
    if (type !== 'person' || state === null || isNamed(sentence, actor)) return actor
    return toState(state, knowledge.states.get(state)?.name ?? state)
  }
  return { source: once(parties.source.map(instead)), target: once(parties.target.map(instead)) }
}

function isNamed({ tokens }: Sentence, { name, aliases }: Entity): boolean {
  const parts = new Set([name, ...aliases].flatMap(it => it.split(' ')))
  return tokens.some(({ text }) => parts.has(text))
}

function once(actors: readonly Entity[]): Entity[] {
  return [...new Map(actors.map(it => [it.key, it])).values()]
}
