import { describe, expect, test } from 'vitest'
import { said, times } from './say.ts'

describe('years, decades, centuries', () => {
  test.each([
    ['Our forecast for 2024: no change.', '2024 | 2024 | 2024-01-01..2024-12-31'],
    ['They met in 2018.', '2018 | 2018 | 2018-01-01..2018-12-31'],
    ['The 1965 treaty holds.', '1965 | 1965 | 1965-01-01..1965-12-31'],
    ['It began in the 1990s.', 'the 1990s | 199 | 1990-01-01..1999-12-31'],
    ["It began in the '90s.", "the '90s | 199 | 1990-01-01..1999-12-31"],
    ['It began in the 19th century.', 'the 19th century | 18 | 1800-01-01..1899-12-31'],
    ['It began in fiscal 2022.', 'fiscal 2022 | FY2022 | 2021-07-01..2023-03-31'],
    ['It began in FY2022.', 'FY2022 | FY2022 | 2021-07-01..2023-03-31'],
    ['It began in Reiwa 4.', 'Reiwa 4 | 2022 | 2022-01-01..2022-12-31'],
    ['It began in the year 2000.', 'the year 2000 | 2000 | 2000-01-01..2000-12-31'],
  ])('%s', (text, due) => {
    expect(said(text)).toEqual([due])
  })

  test.each([
    'Some 2000 troops and 1,950 people came.',
    'It cost $2015 and 2015 won.',
    'Flight 1965 was late.',
    'See https://example.org/2022/11/13/news for more.',
    'No. 2018 was called.',
  ])('no year: %s', text => {
    expect(said(text)).toEqual([])
  })
})

describe('seasons, quarters, halves', () => {
  test.each([
    ['It began in the summer of 2019.', 'the summer of 2019 | 2019-SU | 2019-06-01..2019-08-31'],
    ['The summer 2019 curbs remain.', 'summer 2019 | 2019-SU | 2019-06-01..2019-08-31'],
    ['It began in the winter of 2019.', 'the winter of 2019 | 2019-WI | 2019-12-01..2020-02-29'],
    ['It will begin in spring.', 'spring | 2023-SP | 2023-03-01..2023-05-31'],
    ['It began in spring.', 'spring | 2022-SP | 2022-03-01..2022-05-31'],
    ['It began last summer.', 'last summer | 2022-SU | 2022-06-01..2022-08-31'],
    ['It grew in Q3 2022.', 'Q3 2022 | 2022-Q3 | 2022-07-01..2022-09-30'],
    ['It grew in the third quarter of 2022.', 'the third quarter of 2022 | 2022-Q3 | 2022-07-01..2022-09-30'],
    ['It grew in the fourth quarter.', 'the fourth quarter | 2022-Q4 | 2022-10-01..2022-12-31'],
    ['It grew in the first half of 2021.', 'the first half of 2021 | 2021-H1 | 2021-01-01..2021-06-30'],
    [
      'It grew in the latter half of last year.',
      'the latter half of last year | 2021-H2 | 2021-07-01..2021-12-31',
    ],
  ])('%s', (text, due) => {
    expect(said(text)).toEqual([due])
  })

  test.each(['Prices fall and may fall again.', 'Water sprang from the spring.', 'The first half was dull.'])(
    'no season: %s',
    text => {
      expect(said(text)).toEqual([])
    },
  )
})

describe('parts of a time', () => {
  test.each([
    ['They met in late April.', 'late April | 2022-04 | 2022-04-21..2022-04-30'],
    ['They met in the last week of May.', 'the last week of May | 2022-05 | 2022-05-25..2022-05-31'],
    [
      'They met in the second week of March 2021.',
      'the second week of March 2021 | 2021-03 | 2021-03-08..2021-03-14',
    ],
    [
      'It grew in the first three months of 2021.',
      'the first three months of 2021 | 2021 | 2021-01-01..2021-03-31',
    ],
    ['They met in the final week of May.', 'the final week of May | 2022-05 | 2022-05-25..2022-05-31'],
    ['It ended on the last day of 2021.', 'the last day of 2021 | 2021-12-31 | 2021-12-31'],
    ['They met in the week of Nov. 7.', 'the week of Nov. 7 | 2022-W45 | 2022-11-07..2022-11-13'],
    ['They met in early 2018.', 'early 2018 | 2018 | 2018-01-01..2018-04-30'],
    ['They met in mid-December 2021.', 'mid-December 2021 | 2021-12 | 2021-12-11..2021-12-21'],
    ['They will meet in mid-May.', 'mid-May | 2023-05 | 2023-05-11..2023-05-21'],
    ['They met in the late 1990s.', 'the late 1990s | 199 | 1996-09-01..1999-12-31'],
    ['They will meet by the end of the year.', 'the end of the year | 2022 | 2022-11-01..2022-12-31'],
    ['They will meet by year-end.', 'year-end | 2022 | 2022-11-01..2022-12-31'],
    ['It began at the beginning of 2018.', 'the beginning of 2018 | 2018 | 2018-01-01..2018-02-28'],
    ['They will meet early next month.', 'early next month | 2022-12 | 2022-12-01..2022-12-11'],
  ])('%s', (text, due) => {
    expect(said(text)).toEqual([due])
  })

  test.each([
    'They want an early end of the war.',
    'The late president spoke.',
    'At the end of the day it matters.',
  ])('no part of a time: %s', text => {
    expect(said(text)).toEqual([])
  })
})

describe('lengths', () => {
  test.each([
    ['They talked for three hours.', 'three hours | PT3H | -'],
    ['A two-day visit ended.', 'two-day | P2D | -'],
    ['The first summit in 12 years was held.', '12 years | P12Y | -'],
    [
      'He will be the first premier to come to Seoul for talks with its leaders in 12 years.',
      '12 years | P12Y | -',
    ],
    ['It lasted two and a half years.', 'two and a half years | P2.5Y | -'],
    ['They talked for an hour and a half.', 'an hour and a half | PT1.5H | -'],
    ['It lasted several decades.', 'several decades | PXY | -'],
    ['It lasted for decades.', 'decades | PXY | -'],
    ['It lasted a couple of weeks.', 'a couple of weeks | P2W | -'],
    ['A decades-long feud ended.', 'decades-long | PXY | -'],
    ['It lasted twenty-five years.', 'twenty-five years | P25Y | -'],
    ['It lasted three to five years.', 'three to five years | P5Y | -'],
    ['It lasted half a century.', 'half a century | P50Y | -'],
  ])('%s', (text, due) => {
    expect(said(text)).toEqual([due])
  })

  test.each([
    'A 55-year-old man and a woman aged 60 came.',
    'He is 55 years old.',
    'One day they may meet.',
    'A second round began.',
    'A quarter of the cost was paid.',
    'They live from day to day.',
  ])('no length: %s', text => {
    expect(said(text)).toEqual([])
  })
})

describe('what comes back', () => {
  test.each([
    ['They meet every year.', 'every year | P1Y'],
    ['They meet every two years.', 'every two years | P2Y'],
    ['They meet every other week.', 'every other week | P2W'],
    ['They meet each Monday.', 'each Monday | XXXX-WXX-1'],
    ['The annual talks resumed.', 'annual | P1Y'],
    ['They build 15 a year.', 'a year | P1Y'],
    ['They meet three times a month.', 'three times a month | P1M'],
    ['It costs $3 per day.', 'per day | P1D'],
  ])('%s', (text, due) => {
    expect(said(text)).toEqual([`${due} | -`])
    expect(times(text)[0]?.type).toBe('SET')
  })

  test('a newspaper is none', () => {
    expect(said('The China Daily and the Japanese daily Example Shimbun wrote of it.')).toEqual([])
  })
})

describe('times of day', () => {
  test.each([
    ['They met at 8 am GMT on Monday.', '8 am GMT on Monday | 2022-11-14T08:00Z | 2022-11-14'],
    ['They met on Friday at 10:30 p.m. in Seoul.', 'Friday at 10:30 p.m. | 2022-11-11T22:30 | 2022-11-11'],
    ['They met at 14:05 local time.', '14:05 local time | 2022-11-16T14:05 | 2022-11-16'],
    ['They met at noon.', 'noon | 2022-11-16T12:00 | 2022-11-16'],
    ['It struck at 0800 GMT.', '0800 GMT | 2022-11-16T08:00Z | 2022-11-16'],
  ])('%s', (text, due) => {
    expect(said(text)).toEqual([due])
  })

  test.each(['They won 3:2.', 'The ratio is 1:30:2.', 'I am 8.'])('none: %s', text => {
    expect(said(text)).toEqual([])
  })
})
