/** What was said of the sample's facts: every act, and every fate of one. */
import type { Corrections, Fate } from '../../parts/review/types.ts'
import { EVENT, EVIDENCE } from './sample.ts'

const [first] = EVIDENCE
const about = (line: string) => ({
  id: EVENT.id,
  kind: 'event' as const,
  traits: '',
  line,
  confidence: 0.9,
  passage: first ?? { document: 'a', start: 0, end: 0, quote: '' },
})

const fate = (
  id: string,
  act: Fate['correction']['act'],
  state: Fate['state'] = 'applied',
  reason: string | null = null,
): Fate => ({
  correction: {
    id,
    act,
    fact: about(EVENT.title),
    author: 'ana',
    at: '2021-06-01T09:30:00Z',
    reason,
    withdrawn: state === 'withdrawn' ? { author: 'ana', at: '2021-06-02T09:30:00Z' } : null,
  },
  fact: EVENT.id,
  state,
})

export const CORRECTIONS: Corrections = {
  items: [
    fate('1', { do: 'accept' }, 'withdrawn'),
    fate('2', { do: 'reject' }, 'lost', 'told of another meeting'),
    fate('3', { do: 'correct', field: 'place', value: 'Bergen' }),
    fate('4', { do: 'merge', with: about('Ministers meet again') }),
    fate('5', { do: 'split', passages: [], into: 'b' }, 'withdrawn'),
    fate('6', { do: 'tag', tag: 'for Friday' }),
    fate('7', { do: 'note', text: 'Ask the embassy which of the two ministers it was.' }),
  ],
  accuracy: [
    { kind: 'event', reviewed: 40, right: 37, expected: 0.88 },
    { kind: 'statement', reviewed: 0, right: 0, expected: null },
  ],
}
