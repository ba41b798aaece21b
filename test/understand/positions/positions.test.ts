import { describe, expect, test } from 'vitest'
import { mentionsIn } from '../reading.ts'

function positionsIn(text: string): string[] {
  return mentionsIn(text).flatMap(mention =>
    mention.kind === 'position' ? [`${mention.actor} ${mention.stance} ${mention.issue}`] : [],
  )
}

describe('positions', () => {
  test.each([
    [
      'Athens and Ankara spoke. Ankara repeated that Greece must reopen the border crossing.',
      'TUR demands border',
    ],
    [
      '“Turkey must withdraw its troops from the land border,” said a spokesman for the Greek foreign ministry.',
      'demands border',
    ],
    [
      'Tokyo regards the forced labour issue with South Korea as settled.',
      'JPN considers-settled forced-labour',
    ],
    [
      'Tokyo takes the view that the issue of forced labour in South Korea is settled.',
      'JPN considers-settled forced-labour',
    ],
    ['Greece laid out a plan for the land border. Turkey rejected the plan.', 'TUR opposes border'],
    ['Turkey built a border fence. Greece called the step illegal.', 'GRC opposes border'],
    ['Greece repeated its demand for a border treaty with Turkey.', 'GRC demands border'],
    ['Ankara is opposed to the border treaty with Greece.', 'TUR opposes border'],
  ])('%s', (text, due) => {
    expect(positionsIn(text).join(' | ')).toContain(due)
  })

  test.each([
    [
      'an expert speaks for nobody',
      '“Turkey must open the land border,” said Eleni Vlachou, a lecturer in law.',
    ],
    ['what one must do oneself', 'Ankara said that Turkey must guard its land border.'],
    ['what may come', 'Ankara might reject the border treaty with Greece.'],
    ['habits', 'The Greek minister welcomed his guests.'],
  ])('none where %s: %s', (_why, text) => {
    expect(positionsIn(text)).toEqual([])
  })

  test('a demand given up is no demand', () => {
    const found = positionsIn('Greece dropped its demand for a border treaty with Turkey.')
    expect(found).not.toContain('GRC demands border')
  })
})
