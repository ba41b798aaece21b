import { describe, expect, test } from 'vitest'
import { said, times } from './say.ts'

describe('years and parts of them', () => {
  test.each([
    ['In the fifties they met.', 'the fifties | 195 | 1950-01-01..1959-12-31'],
    ['They met in the 1800s.', 'the 1800s | 18 | 1800-01-01..1899-12-31'],
    ['This fiscal year was good.', 'This fiscal year | FY2022 | 2021-07-01..2023-03-31'],
    ['The financial year 2022-23 was good.', 'The financial year 2022-23 | FY2022 | 2021-07-01..2023-03-31'],
    ['They met in the winter of 2021-22.', 'the winter of 2021-22 | 2021-WI | 2021-12-01..2022-02-28'],
    ['The post-2014 order held.', '2014 | 2014 | 2014-01-01..2014-12-31'],
    [
      'They met in the first half of the 19th century.',
      'the first half of the 19th century | 18 | 1800-01-01..1849-12-31',
    ],
    ['They met in the last days of 2020.', 'the last days of 2020 | 2020 | 2020-11-01..2020-12-31'],
    [
      'They met in the early years of the 1990s.',
      'the early years of the 1990s | 199 | 1990-01-01..1993-04-30',
    ],
    ['They met in early to mid-May.', 'early to mid-May | 2022-05 | 2022-05-01..2022-05-21'],
    ['It was the hottest day of the year.', 'the year | 2022 | 2022-01-01..2022-12-31'],
    ['They will meet for the rest of the year.', 'the rest of the year | 2022 | 2022-11-16..2022-12-31'],
    ['It fell in the first quarter of fiscal 2021.', 'the first quarter of fiscal 2021 | 2021-Q1 | -'],
    ['They met on 16-Oct-2008.', '16-Oct-2008 | 2008-10-16 | 2008-10-16'],
    ['They met a day after the vote.', 'a day | P1D | -'],
    ['They met in H1 2022.', 'H1 2022 | 2022-H1 | 2022-01-01..2022-06-30'],
    ['They met in midyear.', 'midyear | 2022 | 2022-05-01..2022-08-31'],
  ])('%s', (text, due) => {
    expect(said(text)).toEqual([due])
  })

  test.each([
    'He was in his early fifties.',
    'The financial crisis and the budget talks went on.',
    'The law bears the number 1999/14 and rests on Agenda 2030.',
    'She was the woman of the year.',
    'The rest of them left.',
  ])('none: %s', text => {
    expect(said(text)).toEqual([])
  })

  test('centuries of a list share their noun', () => {
    expect(said('They met in the 17th and 18th centuries.')).toEqual([
      'the 17th | 16 | 1600-01-01..1699-12-31',
      '18th centuries | 17 | 1700-01-01..1799-12-31',
    ])
  })

  test('the next year counts from a past one that was said, and a decade from the end of a range', () => {
    expect(said('They met in 1961. The next year they quarrelled.').at(-1)).toMatch('The next year | 1962')
    expect(said('They met in 1961. The next year will be hard.').at(-1)).toMatch('The next year | 2023')
    expect(said('They ruled from 1999 to 2007 and fell in the following decade.').at(-1)).toMatch('| 201 |')
  })
})

describe('counted from the document’s date', () => {
  test.each([
    ['They met the week before last.', 'the week before last | 2022-W44 | 2022-10-31..2022-11-06'],
    ['They met two summers ago.', 'two summers ago | 2020-SU | 2020-06-01..2020-08-31'],
    ['They met a year ago today.', 'a year ago today | 2021-11-16 | 2021-11-16'],
    ['They met two weeks ago Monday.', 'two weeks ago Monday | 2022-10-31 | 2022-10-31'],
    ['They met a year ago this month.', 'a year ago this month | 2021-11 | 2021-11-01..2021-11-30'],
    ['They met on the same day last year.', 'the same day last year | 2021-11-16 | 2021-11-16'],
    ['They met earlier Monday.', 'earlier Monday | 2022-11-14 | 2022-11-14'],
    ['They met later in 2021.', 'later in 2021 | 2021 | 2021-01-01..2021-12-31'],
    ['They will meet next Monday, 21 November.', 'next Monday, 21 November | 2022-11-21 | 2022-11-21'],
    ['They met this past Friday.', 'this past Friday | 2022-11-11 | 2022-11-11'],
    ['They will meet this coming Friday.', 'this coming Friday | 2022-11-18 | 2022-11-18'],
    ["They will meet in two weeks' time.", "two weeks' time | 2022-W48 | 2022-11-28..2022-12-04"],
    ['In the past, they met.', 'the past | PAST_REF | ..2022-11-16'],
    ['They may meet in the future.', 'the future | FUTURE_REF | 2022-11-16..'],
    ['They may meet in the near future.', 'the near future | FUTURE_REF | 2022-11-16..'],
    ['They met a moment ago.', 'a moment ago | PAST_REF | ..2022-11-16'],
    ['They are at peace these days.', 'these days | PRESENT_REF | 2022-11-16'],
  ])('%s', (text, due) => {
    expect(said(text)).toEqual([due])
  })

  test.each(['The future of the talks is dark.', 'It was called off at the last minute.'])(
    'none: %s',
    text => {
      expect(said(text)).toEqual([])
    },
  )
})

describe('lengths and what comes back', () => {
  test.each([
    ['They met all week.', 'all week | P1W | -'],
    ['A decade-old row ended.', 'decade-old | P10Y | -'],
    ['A 10-day-old truce ended.', '10-day-old | P10D | -'],
    ['A two-year-old war ended.', 'two-year-old | P2Y | -'],
    ['It will last six weeks.', 'six weeks | P6W | -'],
    ['It will open in about a year.', 'a year | 2023 | 2023-01-01..2023-12-31'],
    ['It will be the worst harvest in 30 years.', '30 years | P30Y | -'],
    ['They meet every Friday morning.', 'every Friday morning | XXXX-WXX-5TMO | -'],
    ['They meet every few years.', 'every few years | PXY | -'],
    ['They sold 4 million tonnes of wheat a year.', 'a year | P1Y | -'],
    ['They meet twice a week.', 'twice a week | P1W | -'],
    ['They meet at weekends.', 'weekends | XXXX-WXX-WE | -'],
    ['It will take a day or two.', 'a day or two | PXD | -'],
    ['It will take a year or so.', 'a year or so | P1Y | -'],
  ])('%s', (text, due) => {
    expect(said(text)).toEqual([due])
  })

  test.each([
    'A two-year-old girl and a 10-day-old baby were found.',
    'All the days were the same.',
    'Once-in-a-century floods came.',
  ])('none: %s', text => {
    expect(said(text)).toEqual([])
  })

  test('a week after so many of a thing is no rate', () => {
    expect(said('They sold three ships a month before.')[0]).toMatch('a month before')
  })
})

test('from Monday to Wednesday ends on the Wednesday after it', () => {
  expect(said('The talks will run from Monday to Wednesday.')[0]).toMatch('P2D | 2022-11-21..2022-11-23')
})

test('a time is as sure as its family', () => {
  const [day, set, open] = times(
    'On 3 May 2022 the annual talks began; two days later, on the 8th of it, not.',
  )
  expect([day?.family, set?.family, open?.family]).toEqual(['date', 'set', 'said'])
  for (const time of [day, set, open]) expect(time?.confidence).toBeGreaterThan(0.5)
})
