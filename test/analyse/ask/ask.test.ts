import { describe, expect, it } from 'vitest'
import { answersTo, queryOf } from '../../../src/analyse/ask/index.ts'
import { parseWith } from '../../../src/cli/question.ts'
import { loadKnowledge } from '../../../src/knowledge/index.ts'
import type { Event } from '../../../src/record/types.ts'
import { analyse } from '../../../src/text/index.ts'
import { aDocument, anEvent, aView, day } from '../builders.ts'

const knowledge = loadKnowledge()

async function ask(question: string, events: Event[]): Promise<string[]> {
  const view = await aView({ documents: [aDocument('d1', '2021-05-10')], events })
  const parsed = parseWith(analyse, question, '2021-06-01', knowledge)
  if (parsed === null) throw new Error('no question')
  return answersTo(queryOf(parsed, view, knowledge), { view, knowledge }).map(({ fact }) => fact.id)
}

const accusation = (more: Partial<Event> = {}): Event =>
  anEvent(day('2021-05-03'), ['d1'], {
    id: 'accuses',
    title: 'Peru accuses Norway of overfishing',
    type: 'ACCUSE',
    source: ['PER'],
    target: ['NOR'],
    evidence: [{ document: 'd1', start: 0, end: 10, quote: 'Lima accused Oslo of overfishing.' }],
    ...more,
  })

describe('a question', () => {
  it.each([
    ['who', 'Who accused Norway of overfishing?'],
    ['by its capital', 'Who accused Oslo?'],
    ['whether', 'Did Peru accuse Norway in May 2021?'],
    ['when', 'When did Peru accuse Norway?'],
    ['passive', 'Was Norway accused by Peru?'],
  ])('%s: is answered: %s', async (_, question) => {
    expect(await ask(question, [accusation()])).toEqual(['accuses'])
  })

  it.each([
    ['the sides are swapped', 'Did Norway accuse Peru?'],
    ['the year is another', 'Did Peru accuse Norway in 2020?'],
    ['the act is another', 'Did Peru thank Norway?'],
    ['the matter is another', 'Who accused Norway of espionage?'],
    ['somebody else is asked about', 'Did Peru accuse Sweden?'],
    ['it asks nothing', 'Well?'],
  ])('is not answered where %s: %s', async (_, question) => {
    expect(await ask(question, [accusation()])).toEqual([])
  })

  it('is not answered by what is only planned, or said not to have been', async () => {
    const question = 'When did Peru accuse Norway?'
    expect(await ask(question, [accusation({ status: 'planned' })])).toEqual([])
    expect(
      await ask(question, [accusation({ title: 'Peru does not accuse Norway of overfishing' })]),
    ).toEqual([])
  })
})
