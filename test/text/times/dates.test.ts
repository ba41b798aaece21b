import { describe, expect, test } from 'vitest'
import { said } from './say.ts'

const NOV13 = '2022-11-13 | 2022-11-13'

describe('calendar dates in all orders', () => {
  test.each([
    ['They met on 13 November 2022.', `13 November 2022 | ${NOV13}`],
    ['They met on November 13, 2022.', `November 13, 2022 | ${NOV13}`],
    ['They met on Nov. 13, 2022, in Phnom Penh.', `Nov. 13, 2022 | ${NOV13}`],
    ['They met on the 13th of November 2022.', `the 13th of November 2022 | ${NOV13}`],
    ['They met on Sunday, Nov. 13, 2022.', `Sunday, Nov. 13, 2022 | ${NOV13}`],
    ['They met on Nov. 13 (Sunday).', `Nov. 13 (Sunday) | ${NOV13}`],
    ['They met on 2022-11-13.', `2022-11-13 | ${NOV13}`],
    ['They met on 13.11.2022.', `13.11.2022 | ${NOV13}`],
    ['They met on 13/11/2022.', `13/11/2022 | ${NOV13}`],
    ['They met in November of 2022.', 'November of 2022 | 2022-11 | 2022-11-01..2022-11-30'],
    ['They met in November, 2022.', 'November, 2022 | 2022-11 | 2022-11-01..2022-11-30'],
    ['They met in February 2024.', 'February 2024 | 2024-02 | 2024-02-01..2024-02-29'],
    ['They will meet in May next year.', 'May next year | 2023-05 | 2023-05-01..2023-05-31'],
    ['They met on March 31, this year.', 'March 31, this year | 2022-03-31 | 2022-03-31'],
    ['In March 15 people died.', 'March | 2022-03 | 2022-03-01..2022-03-31'],
    ['A May summit failed.', 'May | 2022-05 | 2022-05-01..2022-05-31'],
    ["They met in Jan. '22.", "Jan. '22 | 2022-01 | 2022-01-01..2022-01-31"],
    ['They met last August.', 'last August | 2022-08 | 2022-08-01..2022-08-31'],
    ['They met last November.', 'last November | 2021-11 | 2021-11-01..2021-11-30'],
    ["They met on New Year's Eve.", "New Year's Eve | 2021-12-31 | 2021-12-31"],
    ['They met on Christmas Day 2015.', 'Christmas Day 2015 | 2015-12-25 | 2015-12-25'],
  ])('%s', (text, due) => {
    expect(said(text)).toEqual([due])
  })
})

describe('a missing year comes from the tense, the sentence or the document', () => {
  test.each([
    ['They met on Nov. 13.', `Nov. 13 | ${NOV13}`],
    ['They met in December.', 'December | 2021-12 | 2021-12-01..2021-12-31'],
    ['They will meet in December.', 'December | 2022-12 | 2022-12-01..2022-12-31'],
    ['They will meet in March.', 'March | 2023-03 | 2023-03-01..2023-03-31'],
    ['They met in November.', 'November | 2022-11 | 2022-11-01..2022-11-30'],
    ['A deal signed on Dec. 28 was scrapped.', 'Dec. 28 | 2021-12-28 | 2021-12-28'],
    ['The Nov. 18 summit was announced.', 'Nov. 18 | 2022-11-18 | 2022-11-18'],
    ['The summit is planned for March 16.', 'March 16 | 2023-03-16 | 2023-03-16'],
  ])('%s', (text, due) => {
    expect(said(text)).toEqual([due])
  })

  test('a past year said in the sentence goes on', () => {
    expect(said('In October 2018 the court ruled for them, and on Nov. 29 it did so again.')).toEqual([
      'October 2018 | 2018-10 | 2018-10-01..2018-10-31',
      'Nov. 29 | 2018-11-29 | 2018-11-29',
    ])
  })

  test.each([
    ['Seoul rejected the 2015 accord in May.', 'May | 2022-05 | 2022-05-01..2022-05-31'],
    ['The 2023 summit in May', 'May | 2023-05 | 2023-05-01..2023-05-31'],
    ['Tokyo wants it by 2030, the minister said in May.', 'May | 2022-05 | 2022-05-01..2022-05-31'],
  ])('%s', (text, due) => {
    expect(said(text).at(-1)).toBe(due)
  })

  test('the document’s own date in the text does not turn months before it to the next year', () => {
    expect(said('November 16, 2022 The office on June 18 called for a new vote.')).toEqual([
      'November 16, 2022 | 2022-11-16 | 2022-11-16',
      'June 18 | 2022-06-18 | 2022-06-18',
    ])
  })

  test.each([
    ['They met on Nov. 13.', '2022', `Nov. 13 | ${NOV13}`],
    ['They met in November.', '2022', 'November | 2022-11 | 2022-11-01..2022-11-30'],
    ['They met on Nov. 13.', '2022-11', `Nov. 13 | ${NOV13}`],
    ['They met on Nov. 13.', null, 'Nov. 13 | XXXX-11-13 | -'],
    ['They met in November.', null, 'November | XXXX-11 | -'],
    ['They met on 13 November 2022.', null, `13 November 2022 | ${NOV13}`],
  ])('%s, in a document of %s', (text, known, due) => {
    expect(said(text, known)).toEqual([due])
  })
})

describe('a day alone belongs to the month that is talked of', () => {
  test.each([
    ['They met on the 13th.', [`the 13th | ${NOV13}`]],
    [
      'They met on March 16, 2021, and parted on the 18th.',
      ['March 16, 2021 | 2021-03-16 | 2021-03-16', 'the 18th | 2021-03-18 | 2021-03-18'],
    ],
    ['It was the 13th round of talks.', []],
    ['On the 13th floor they waited.', []],
  ])('%s', (text, due) => {
    expect(said(text)).toEqual(due)
  })
})

describe('no dates', () => {
  test.each([
    'Prime Minister Theresa May may resign.',
    'They march on, and may win.',
    'April Jones and June Carter spoke.',
    'They met at Mar-a-Lago.',
    'It costs $13 and weighs 13.5 kg.',
    'Article 9 and Resolution 1718 were cited.',
    'They saw 30/2/20 and 99/99/2020.',
    'On February 30, 2022 nothing can happen.',
    'The Sunday Times and USA Today wrote of it.',
  ])('%s', text => {
    expect(said(text)).toEqual([])
  })
})
