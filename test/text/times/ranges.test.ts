import { describe, expect, test } from 'vitest'
import { said, times } from './say.ts'

describe('ranges come before their points', () => {
  test.each([
    [
      'He will visit on 7-8 May 2023.',
      '7-8 May 2023 | P1D | 2023-05-07..2023-05-08',
      '  7 | 2023-05-07 | 2023-05-07',
      '  8 May 2023 | 2023-05-08 | 2023-05-08',
    ],
    [
      'He will visit on March 16 and 17.',
      'March 16 and 17 | P1D | 2023-03-16..2023-03-17',
      '  March 16 | 2023-03-16 | 2023-03-16',
      '  17 | 2023-03-17 | 2023-03-17',
    ],
    [
      'He visited from Nov. 11 to 13.',
      'Nov. 11 to 13 | P2D | 2022-11-11..2022-11-13',
      '  Nov. 11 | 2022-11-11 | 2022-11-11',
      '  13 | 2022-11-13 | 2022-11-13',
    ],
    [
      'He ruled from 1999 to 2004.',
      'from 1999 to 2004 | P5Y | 1999-01-01..2004-12-31',
      '  1999 | 1999 | 1999-01-01..1999-12-31',
      '  2004 | 2004 | 2004-01-01..2004-12-31',
    ],
    [
      'He ruled in 1999-2004.',
      '1999-2004 | P5Y | 1999-01-01..2004-12-31',
      '  1999 | 1999 | 1999-01-01..1999-12-31',
      '  2004 | 2004 | 2004-01-01..2004-12-31',
    ],
    [
      'He ruled in 2018–22.',
      '2018–22 | P4Y | 2018-01-01..2022-12-31',
      '  2018 | 2018 | 2018-01-01..2018-12-31',
      '  22 | 2022 | 2022-01-01..2022-12-31',
    ],
    [
      'They talked between March and June 2019.',
      'between March and June 2019 | P3M | 2019-03-01..2019-06-30',
      '  March | 2019-03 | 2019-03-01..2019-03-31',
      '  June 2019 | 2019-06 | 2019-06-01..2019-06-30',
    ],
    [
      'They talked from November 2018 to January 2019.',
      'from November 2018 to January 2019 | P2M | 2018-11-01..2019-01-31',
      '  November 2018 | 2018-11 | 2018-11-01..2018-11-30',
      '  January 2019 | 2019-01 | 2019-01-01..2019-01-31',
    ],
    [
      'They talked from Dec. 30 to Jan. 2.',
      'from Dec. 30 to Jan. 2 | P3D | 2021-12-30..2022-01-02',
      '  Dec. 30 | 2021-12-30 | 2021-12-30',
      '  Jan. 2 | 2022-01-02 | 2022-01-02',
    ],
    [
      'They talked from 6 a.m. to 9 a.m. on end.',
      'from 6 a.m. to 9 a.m. | PT3H | 2022-11-16',
      '  6 a.m. | 2022-11-16T06:00 | 2022-11-16',
      '  9 a.m. | 2022-11-16T09:00 | 2022-11-16',
    ],
  ])('%s', (text, ...due) => {
    expect(said(text)).toEqual(due)
  })

  test('days that do not follow each other stay two', () => {
    expect(said('They met on March 16 and 19.')).toEqual([
      'March 16 | 2022-03-16 | 2022-03-16',
      '19 | 2022-03-19 | 2022-03-19',
    ])
  })

  test.each(['It rose from 3 to 5.', 'They won 20-18.', 'Between 7 and 8 ships sank.'])(
    'no range: %s',
    text => {
      expect(said(text)).toEqual([])
    },
  )
})

test.each([
  ['It has held since 1965.', 'since'],
  ['It will hold until 2030.', 'until'],
  ['It will end by the end of May.', 'by'],
  ['It ended before Monday.', 'before'],
  ['It will end before the end of the year.', 'by'],
  ['It ended ahead of next week’s summit.', 'before'],
  ['It came after 2018.', 'after'],
  ['The first summit in 12 years was held.', 'in'],
  ['It lasted for three years.', 'for'],
  ['It ended in 2018.', null],
  ['It ended on Monday.', null],
  ['It has held since at least 1965.', 'since'],
  ['It held between 1965 and 2018.', 'between'],
])('the relation of %s', (text, relation) => {
  expect(times(text)[0]?.relation).toBe(relation)
})
