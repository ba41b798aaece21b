/** A question as the analysis of the language reads it, for `entente ask`. */
import type { Parsed } from '../analyse/ask/index.ts'
import type { Session } from '../pipeline.ts'
import { interval } from '../record/interval.ts'

type Analyse = Awaited<ReturnType<Session['stages']>>['analyse']

/** `today`: what "last year" is counted from. Null where there is no question. */
export function parseWith(
  analyse: Analyse,
  question: string,
  today: string | null,
  knowledge: Session['knowledge'],
): Parsed | null {
  // Without a question mark a question is read as a statement, and its verb is missed.
  const text = question
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!?]*$/, '?')
  if (text === '?') return null
  const published = today === null ? null : interval(today, today, 'day', 'stated')
  const { sentences, times } = analyse(text, { published }, knowledge)
  return {
    text,
    words: sentences.flatMap(({ tokens }) =>
      tokens.map(({ text, lower, lemma, pos, start, end }) => ({
        text,
        lower,
        lemma: lemma.toLowerCase(),
        pos,
        start,
        end,
      })),
    ),
    times: times.map(({ start, end, interval, relation }) => ({ start, end, interval, relation })),
  }
}

export async function parseQuestion(
  session: Session,
  question: string,
  today: string | null,
): Promise<Parsed | null> {
  const { analyse } = await session.stages()
  return parseWith(analyse, question, today, session.knowledge)
}
