import { describe, expect, test } from 'vitest'
import { said, times } from './say.ts'

describe('weekdays and weekends follow the tense', () => {
  test.each([
    ['They met on Monday.', 'Monday | 2022-11-14 | 2022-11-14'],
    ['They met on Wednesday.', 'Wednesday | 2022-11-16 | 2022-11-16'],
    ['They will meet on Monday.', 'Monday | 2022-11-21 | 2022-11-21'],
    ['A meeting on Friday is likely.', 'Friday | 2022-11-18 | 2022-11-18'],
    ['They are likely to meet on Friday.', 'Friday | 2022-11-18 | 2022-11-18'],
    ['They were able to meet on Friday.', 'Friday | 2022-11-11 | 2022-11-11'],
    ['They could not agree on Friday.', 'Friday | 2022-11-11 | 2022-11-11'],
    ['Tokyo agreed to meet on Friday.', 'Friday | 2022-11-18 | 2022-11-18'],
    ['Talks are scheduled for Friday.', 'Friday | 2022-11-18 | 2022-11-18'],
    ['The trial begins Monday.', 'Monday | 2022-11-21 | 2022-11-21'],
    ['They arrived on Monday to see the mayor.', 'Monday | 2022-11-14 | 2022-11-14'],
    ["Ahead of Sunday's vote they met.", 'Sunday | 2022-11-20 | 2022-11-20'],
    ['They met last Friday.', 'last Friday | 2022-11-11 | 2022-11-11'],
    ['They left next Monday open.', 'next Monday | 2022-11-21 | 2022-11-21'],
    ['They met on Friday morning.', 'Friday morning | 2022-11-11TMO | 2022-11-11'],
    ['They met over the weekend.', 'the weekend | 2022-W45-WE | 2022-11-12..2022-11-13'],
    ['They will meet at the weekend.', 'the weekend | 2022-W46-WE | 2022-11-19..2022-11-20'],
    ['Tokyo offered to help in September.', 'September | 2022-09 | 2022-09-01..2022-09-30'],
    ['Tokyo agreed to meet in December.', 'December | 2022-12 | 2022-12-01..2022-12-31'],
    ['They meet on Mondays.', 'Mondays | XXXX-WXX-1 | -'],
  ])('%s', (text, due) => {
    expect(said(text)).toEqual([due])
  })
})

describe('counted from the document’s date', () => {
  test.each([
    ['They met today.', 'today | 2022-11-16 | 2022-11-16'],
    ['They met yesterday.', 'yesterday | 2022-11-15 | 2022-11-15'],
    ['They meet tomorrow evening.', 'tomorrow evening | 2022-11-17TEV | 2022-11-17'],
    ['They met the day before yesterday.', 'the day before yesterday | 2022-11-14 | 2022-11-14'],
    ['They spoke this morning.', 'this morning | 2022-11-16TMO | 2022-11-16'],
    ['They spoke last night.', 'last night | 2022-11-15TNI | 2022-11-15'],
    ['They met last week.', 'last week | 2022-W45 | 2022-11-07..2022-11-13'],
    ['They meet next week.', 'next week | 2022-W47 | 2022-11-21..2022-11-27'],
    ['They met last month.', 'last month | 2022-10 | 2022-10-01..2022-10-31'],
    ['They met this year.', 'this year | 2022 | 2022-01-01..2022-12-31'],
    ['They met last quarter.', 'last quarter | 2022-Q3 | 2022-07-01..2022-09-30'],
    ['They met earlier this year.', 'earlier this year | 2022 | 2022-01-01..2022-11-16'],
    ['They meet later this month.', 'later this month | 2022-11 | 2022-11-16..2022-11-30'],
    ['They met two years ago.', 'two years ago | 2020 | 2020-01-01..2020-12-31'],
    ['They met three days ago.', 'three days ago | 2022-11-13 | 2022-11-13'],
    ['They met a month ago.', 'a month ago | 2022-10 | 2022-10-01..2022-10-31'],
    ['They met several years ago.', 'several years ago | PAST_REF | ..2022-11-16'],
    ['They meet two weeks from now.', 'two weeks from now | 2022-W48 | 2022-11-28..2022-12-04'],
    ['It has cooled in recent years.', 'recent years | PAST_REF | ..2022-11-16'],
    ['It will cool in the coming days.', 'the coming days | FUTURE_REF | 2022-11-16..'],
    ['It cooled over the past three years.', 'the past three years | P3Y | 2019-11-16..2022-11-16'],
    ['It will cool over the next six months.', 'the next six months | P6M | 2022-11-16..2023-05-16'],
    ['It cooled in the past decade.', 'the past decade | P10Y | 2012-11-16..2022-11-16'],
    ['The deal will expire in three years.', 'three years | 2025 | 2025-01-01..2025-12-31'],
    ['They recently met.', 'recently | PAST_REF | ..2022-11-16'],
  ])('%s', (text, due) => {
    expect(said(text)).toEqual([due])
  })
})

describe('a rough date gives rough days, never made-up ones', () => {
  test.each([
    ['They met last month.', '2022', 'last month | XXXX-XX | 2021-12-01..2022-11-30', 'unknown'],
    ['They met last year.', '2022', 'last year | 2021 | 2021-01-01..2021-12-31', 'year'],
    ['They met this year.', '2022-11', 'this year | 2022 | 2022-01-01..2022-12-31', 'year'],
    ['They met last month.', '2022-11', 'last month | 2022-10 | 2022-10-01..2022-10-31', 'month'],
    ['They met on Monday.', '2022-11', 'Monday | 2022-XX-XX | 2022-10-31..2022-11-28', 'unknown'],
    ['They met two years ago.', '2022', 'two years ago | 2020 | 2020-01-01..2020-12-31', 'year'],
  ])('%s in a document of %s', (text, known, due, precision) => {
    expect(said(text, known)).toEqual([due])
    expect(times(text, known)[0]?.interval).toMatchObject({ precision, basis: 'relative' })
  })

  test.each([
    ['They met last month.', 'last month | XXXX-XX | -'],
    ['They met on Monday.', 'Monday | XXXX-XX-XX | -'],
    ['They met today.', 'today | XXXX-XX-XX | -'],
    ['They met over the past three years.', 'the past three years | P3Y | -'],
    ['They met two years ago.', 'two years ago | XXXX | -'],
  ])('%s in an undated document', (text, due) => {
    expect(said(text, null)).toEqual([due])
  })
})

describe('counted from the date said before', () => {
  test.each([
    ['On 13 May 2019 they met. Two days later they parted.', 'Two days later | 2019-05-15 | 2019-05-15'],
    ['On 13 May 2019 they met, having quarrelled a day earlier.', 'a day earlier | 2019-05-12 | 2019-05-12'],
    ['On 13 May 2019 they met and parted on the same day.', 'the same day | 2019-05-13 | 2019-05-13'],
    ['On 13 May 2019 they met and left the next day.', 'the next day | 2019-05-14 | 2019-05-14'],
    [
      'On 13 May 2019 they met. They had quarrelled the day before.',
      'the day before | 2019-05-12 | 2019-05-12',
    ],
    [
      'In July 2019 they met. The following month they parted.',
      'The following month | 2019-08 | 2019-08-01..2019-08-31',
    ],
    [
      'In 2015 they agreed. Three years later they parted.',
      'Three years later | 2018 | 2018-01-01..2018-12-31',
    ],
    ['In July 2015 they agreed; that year it rained.', 'that year | 2015 | 2015-01-01..2015-12-31'],
    [
      'On 13 May 2019 they met, and again the following Friday.',
      'the following Friday | 2019-05-17 | 2019-05-17',
    ],
    [
      'On 19 May 2019 they kept what they had promised in July 2018. Two days later they parted.',
      'Two days later | 2019-05-21 | 2019-05-21',
    ],
    ['In 2012 it rose; in August that year it fell.', 'August that year | 2012-08 | 2012-08-01..2012-08-31'],
    [
      'They met in 2015. They quarrelled for the following two years.',
      'the following two years | P2Y | 2015-01-01..2017-12-31',
    ],
    [
      'On 13 May 2019 they met. Earlier in the day it rained.',
      'Earlier in the day | 2019-05-13 | 2019-05-13',
    ],
    ['In 2015 they agreed. Two days later they parted.', 'Two days later | XXXX-XX-XX | -'],
  ])('%s', (text, due) => {
    expect(said(text).at(-1)).toBe(due)
  })

  test('nothing said: nothing made up', () => {
    expect(said('Two days later they parted.')).toEqual(['Two days later | XXXX-XX-XX | -'])
  })

  test('what was said too far back is forgotten', () => {
    const text =
      'They met on 13 May 2019. It rained. It snowed. It hailed. It thawed. It froze. A day later they parted.'
    expect(said(text).at(-1)).toBe('A day later | XXXX-XX-XX | -')
  })

  test('after an event a length of time stays one', () => {
    expect(said('Two years after the ruling they met.')).toEqual(['Two years | P2Y | -'])
  })
})
