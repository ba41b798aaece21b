import { describe, expect, test } from 'vitest'
import { holidays } from '../../../src/knowledge/holidays.ts'
import { said } from './say.ts'

describe('days by their names', () => {
  test.each([
    ['They met before Easter.', 'Easter | 2022-04-17 | 2022-04-17'],
    ['They will meet on Easter Monday 2024.', 'Easter Monday 2024 | 2024-04-01 | 2024-04-01'],
    ['They met on Good Friday.', 'Good Friday | 2022-04-15 | 2022-04-15'],
    ['They will meet on Thanksgiving.', 'Thanksgiving | 2022-11-24 | 2022-11-24'],
    ['They will meet after the Lunar New Year.', 'Lunar New Year | 2023-01-22 | 2023-01-22'],
    ["They met on New Year's Day this year.", "New Year's Day this year | 2022-01-01 | 2022-01-01"],
    ['They will meet by New Year.', 'New Year | 2023-01-01 | 2023-01-01'],
    ['They will meet in the new year.', 'the new year | 2023 | 2023-01-01..2023-12-31'],
    ["They met on Ukraine's Independence Day.", "Ukraine's Independence Day | 2022-08-24 | 2022-08-24"],
    ['They met at Christmas 2006.', 'Christmas 2006 | 2006-12-25 | 2006-12-25'],
  ])('%s', (text, due) => {
    expect(said(text)).toEqual([due])
  })

  test.each([
    'He flew to Easter Island and saw a Christmas tree.',
    'They met on Independence Day.',
    'The New Year holiday ended, and a new year of talks began.',
    'Shares fell as they did on Black Monday.',
  ])('no day: %s', text => {
    expect(said(text)).toEqual([])
  })

  test.each([
    ['easter', 1818, '1818-03-22'],
    ['easter', 1943, '1943-04-25'],
    ['ash wednesday', 2024, '2024-02-14'],
    ['thanksgiving', 2018, '2018-11-22'],
    ['chuseok', 1999, null],
  ])('%s in %i', (name, year, day) => {
    expect(holidays().get(name)?.(year)).toBe(day)
  })
})

describe('parts of a day', () => {
  test.each([
    ['They left at dawn.', 'dawn | 2022-11-16TMO | 2022-11-16'],
    ['They left on the evening of 3 May.', 'the evening of 3 May | 2022-05-03TEV | 2022-05-03'],
    ['They left at dawn on Sunday.', 'dawn on Sunday | 2022-11-13TMO | 2022-11-13'],
    ['They will leave at dawn tomorrow.', 'dawn tomorrow | 2022-11-17TMO | 2022-11-17'],
    ['They left in the early hours of Friday.', 'the early hours of Friday | 2022-11-11TMO | 2022-11-11'],
    ['They left in the early hours.', 'the early hours | 2022-11-16TMO | 2022-11-16'],
    ['They left in the morning.', 'the morning | 2022-11-16TMO | 2022-11-16'],
    ['They left on the night of 12-13 November.', 'the night of 12-13 November | 2022-11-12TNI | 2022-11-12'],
    ['They left at 8 in the morning.', '8 in the morning | 2022-11-16T08:00 | 2022-11-16'],
    ['They left at 10 at night.', '10 at night | 2022-11-16T22:00 | 2022-11-16'],
    ['They left at 6 p.m. (UTC+3).', '6 p.m. (UTC+3) | 2022-11-16T18:00 | 2022-11-16'],
    ['They left at 9:30 Friday night.', '9:30 Friday night | 2022-11-11T21:30 | 2022-11-11'],
    ['They left at 12 noon.', '12 noon | 2022-11-16T12:00 | 2022-11-16'],
    ['They left at 1530 hours.', '1530 hours | 2022-11-16T15:30 | 2022-11-16'],
  ])('%s', (text, due) => {
    expect(said(text)).toEqual([due])
  })

  test.each([
    'It was the dawn of a new age.',
    'He came with 8 in the boat.',
    'The evening paper wrote of it.',
  ])('none: %s', text => {
    expect(said(text)).toEqual([])
  })

  test('of the day said before', () => {
    expect(said('A shell hit the mill on Saturday. In the evening the mill was gone.')).toEqual([
      'Saturday | 2022-11-12 | 2022-11-12',
      'the evening | 2022-11-12TEV | 2022-11-12',
    ])
    expect(said('They left at 3 p.m. on Monday; two hours later they were back.').at(-1)).toBe(
      'two hours later | 2022-11-14T17:00 | 2022-11-14',
    )
    expect(said('It sank on Monday; the Friday before, it had left.').at(-1)).toBe(
      'the Friday before | 2022-11-11 | 2022-11-11',
    )
  })
})

describe('days by their place in a month', () => {
  test.each([
    ['They will meet on the first Monday in March.', 'the first Monday in March | 2023-03-06 | 2023-03-06'],
    ['They met on the last Friday of the month.', 'the last Friday of the month | 2022-11-25 | 2022-11-25'],
    ['It begins on the 5th of next month.', 'the 5th of next month | 2022-12-05 | 2022-12-05'],
    ['It began on the first of this month.', 'the first of this month | 2022-11-01 | 2022-11-01'],
    [
      'They met over the weekend of March 5.',
      'the weekend of March 5 | 2022-W09-WE | 2022-03-05..2022-03-06',
    ],
  ])('%s', (text, due) => {
    expect(said(text)).toEqual([due])
  })

  test('a list shares its month', () => {
    expect(said('They met on May 8, 9 and 10, 2021.')).toEqual([
      'May 8 | 2021-05-08 | 2021-05-08',
      '9 | 2021-05-09 | 2021-05-09',
      '10, 2021 | 2021-05-10 | 2021-05-10',
    ])
    expect(said('On May 8, 9 people died.')).toEqual(['May 8 | 2022-05-08 | 2022-05-08'])
  })

  test('the fifth Monday of a month that has four is none', () => {
    expect(said('They met on the fifth Monday of February 2022.')).toEqual([])
  })

  test('an order of day and month that is open is the one near the document', () => {
    expect(said('Dated 05/11/2022.')).toEqual(['05/11/2022 | 2022-11-05 | 2022-11-05'])
    expect(said('Dated 05/11/2016.')).toEqual([])
  })
})

describe('words before a time look ahead', () => {
  test.each([
    ['Talks set for Monday', 'Monday | 2022-11-21 | 2022-11-21'],
    ['A meeting was put off until Friday.', 'Friday | 2022-11-18 | 2022-11-18'],
    ['It gave them until Monday to leave.', 'Monday | 2022-11-21 | 2022-11-21'],
    ['The court ordered him to appear on Thursday.', 'Thursday | 2022-11-17 | 2022-11-17'],
    ['By Monday the army will have left.', 'Monday | 2022-11-21 | 2022-11-21'],
    ['They may have met on Monday.', 'Monday | 2022-11-14 | 2022-11-14'],
    ['They were in office until Monday.', 'Monday | 2022-11-14 | 2022-11-14'],
    ['The firm expects a profit in December.', 'December | 2022-12 | 2022-12-01..2022-12-31'],
    ['The firm cut its forecast for December.', 'December | 2022-12 | 2022-12-01..2022-12-31'],
    ['The firm had a loss in December.', 'December | 2021-12 | 2021-12-01..2021-12-31'],
    ['They met for talks on Monday.', 'Monday | 2022-11-14 | 2022-11-14'],
  ])('%s', (text, due) => {
    expect(said(text)).toEqual([due])
  })
})

test('a time of day has one day', () => {
  expect(said('They met at 5 p.m. today, early today, at noon on Monday.')).toEqual([
    '5 p.m. today | 2022-11-16T17:00 | 2022-11-16',
    'early today | 2022-11-16 | 2022-11-16',
    'noon on Monday | 2022-11-14T12:00 | 2022-11-14',
  ])
  expect(said('It was on a Friday.')).toEqual(['Friday | XXXX-WXX-5 | -'])
})

describe('from one time of day to another', () => {
  test.each([
    ['It was open between 6.10 and 6.45 p.m. on Friday.', 'PT35M | 2022-11-11'],
    ['It will be open from 6 a.m. to 6 p.m. on Thursday.', 'PT12H | 2022-11-17'],
    ['It was open from 10 to 2 p.m.', 'PT4H | 2022-11-16'],
    ['It was open 8-10 a.m.', 'PT2H | 2022-11-16'],
    ['It was open from six in the morning until dusk.', 'PTXH | 2022-11-16'],
  ])('%s', (text, due) => {
    expect(said(text)[0]).toMatch(` | ${due}`)
  })

  test.each(['They lost 2-4 at home.', 'They gave 8 to 10 a medal.'])('none: %s', text => {
    expect(said(text)).toEqual([])
  })

  test('a time in another zone is of the same day', () => {
    expect(said('At 10 a.m. (0200 GMT) on Sunday it began.')).toEqual([
      '10 a.m. | 2022-11-13T10:00 | 2022-11-13',
      '0200 GMT | 2022-11-13T02:00Z | 2022-11-13',
      'Sunday | 2022-11-13 | 2022-11-13',
    ])
  })

  test.each([
    ['They left at three in the morning.', 'three in the morning | 2022-11-16T03:00 | 2022-11-16'],
    ["They left at four o'clock.", "four o'clock | 2022-11-16T04:00 | 2022-11-16"],
    ['They left at half past five.', 'half past five | 2022-11-16T05:30 | 2022-11-16'],
  ])('%s', (text, due) => {
    expect(said(text)).toEqual([due])
  })
})
