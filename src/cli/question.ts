/** A question as the analysis of the language reads it, for `entente ask`. */
import type { Parsed } from '../analyse/ask/index.ts'
import type { Session } from '../pipeline.ts'

/** `today`: what "last year" is counted from. */
export async function parseQuestion(
  session: Session,
  question: string,
  today: string | null,
): Promise<Parsed | null> {
  // Without a question mark a question is read as a statement, and its verb is missed.
  const text = question
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!?]*$/, '?')
  if (text === '?') return null
  const { analyse } = await session.stages()
  const published =
    today === null ? null : { start: today, end: today, precision: 'day' as const, basis: 'stated' as const }
  const { sentences, times } = analyse(text, { published }, session.knowledge)
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
