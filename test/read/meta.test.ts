import { describe, expect, it } from 'vitest'
import { isCaption } from '../../src/read/furniture/captions.ts'
import { isByline, isDateLine } from '../../src/read/furniture/marks.ts'
import { read } from '../../src/read/index.ts'
import { bioName, namesIn } from '../../src/read/meta/authors.ts'
import { datesIn, findDate } from '../../src/read/meta/dates.ts'
import { detectLanguage, languageOf } from '../../src/read/meta/language.ts'
import { hintsInLine, houseLines, outletOf } from '../../src/read/meta/outlet.ts'
import { copyrightYear, stampDate, urlDate } from '../../src/read/meta/stamps.ts'

describe('dates', () => {
  const days: [string, string][] = [
    ['05 May, 2023', '2023-05-05'],
    ['May 5th, 2023', '2023-05-05'],
    ['Sept. 3, 2019 at 6:00 a.m.', '2019-09-03'],
    ['3. März 2020', '2020-03-03'],
    ['le 1er août 2017', '2017-08-01'],
    ['5 de mayo de 2021', '2021-05-05'],
    ['2016年2月29日', '2016-02-29'],
    ['2022년 10월 18일', '2022-10-18'],
    ['2022. 3. 7.', '2022-03-07'],
    ['Published 2018-11-21T06:30:00+01:00', '2018-11-21'],
    ['25/12/2019', '2019-12-25'],
  ]
  for (const [text, day] of days) {
    it(text, () => {
      expect(findDate(text)?.interval).toEqual({ start: day, end: day, precision: 'day', basis: 'stated' })
    })
  }
  it('does not guess', () => {
    expect(findDate('05/06/2019')).toBeNull()
    expect(findDate('30 February 2019')?.interval.precision).not.toBe('day')
    expect(findDate('In 2019 the two states met 12 times')).toBeNull()
    expect(findDate('05/06/2019', true)?.interval.start).toBe('2019-06-05')
  })
  it('a month alone is a month', () => {
    expect(findDate('March 2020')?.interval).toEqual({
      start: '2020-03-01',
      end: '2020-03-31',
      precision: 'month',
      basis: 'stated',
    })
  })
  it('a stamp is the day that it names, whatever its zone', () => {
    expect(stampDate('2022-03-08T23:50:00-05:00')?.start).toBe('2022-03-08')
    expect(stampDate('Tue, 05 Mar 2019 10:00:00 +0700')?.start).toBe('2019-03-05')
  })
  it('addresses and copyright notices', () => {
    expect(urlDate('https://a.example/2019/10/16/oman')?.start).toBe('2019-10-16')
    expect(urlDate('https://a.example/2019/10/oman')?.precision).toBe('month')
    expect(urlDate('https://a.example/item/20191016')?.start).toBe('2019-10-16')
    expect(urlDate('https://a.example/item/99191016')).toBeNull()
    expect(copyrightYear('Copyright (c) 2021. Example Post Publishers Ltd.')).toBe(2021)
    expect(copyrightYear('© Example Times 2018')).toBe(2018)
    expect(copyrightYear('© 2004-2023 Example Times')).toBeNull()
  })
})

describe('authors', () => {
  const cases: [string, string[]][] = [
    ['By Ana Silva and Joon Park in Lisbon', ['Ana Silva', 'Joon Park']],
    ['BY JEAN-LUC O’NEIL, STAFF WRITER', ['Jean-Luc O’Neil']],
    ['Dr. Maria del Mar, Prof. Ludwig van den Berg', ['Maria del Mar', 'Ludwig van den Berg']],
    ['Ana Silva | Tokyo correspondent', ['Ana Silva']],
    ['김민수 기자', ['김민수']],
    ['By Reuters', []],
    ['Getty Images', []],
    ['Associated Press', []],
    ['asilva', []],
    ['Web Desk', []],
    ['admin', []],
    ['The Example Times', []],
  ]
  for (const [line, names] of cases) {
    it(line, () => {
      expect(namesIn(line)).toEqual(names)
    })
  }
  it('bios name their subject', () => {
    expect(bioName('Dr. Ana Silva is Associate Professor at the Example University.')).toBe('Ana Silva')
    expect(bioName('Joon Park covers the far north for the Example Post.')).toBe('Joon Park')
    expect(bioName('About the author: Ana M. Silva is a fellow at the Example Institute.')).toBe(
      'Ana M. Silva',
    )
    expect(bioName('The treaty is a document of forty pages.')).toBeNull()
    expect(bioName('Prime Minister Silva met her guests on Friday.')).toBeNull()
  })
  it('bylines and date lines are told from sentences', () => {
    expect(isByline('By Ana Silva')).toBe(true)
    expect(isByline('By the end of the week both sides had left the hall.')).toBe(false)
    expect(isDateLine('Published: May 5, 2023 10:30 KST')).toBe(true)
    expect(isDateLine('The two sides met on May 5, 2023, and parted without an agreement.')).toBe(false)
  })
})

describe('outlets', () => {
  it('an outlet and a date on one line are two things', async () => {
    const page = [
      'A lesson in leverage',
      'By Ana Silva',
      'The Quayside Observer, 30 January 2024',
      'The two governments agreed on Monday to open the border again after a closure of eleven months.',
      'The two governments agreed on Tuesday to close the border again after an opening of one day.',
    ].join('\n\n')
    const { documents } = await read({ source: 'a.txt', bytes: Buffer.from(page) })
    expect(documents[0]?.document).toMatchObject({
      outlet: 'The Quayside Observer',
      published: { start: '2024-01-30' },
    })
  })
  it('authors, a quarterly and its season on one line', async () => {
    const page = [
      'A lesson in leverage',
      'Ana Silva and Joon Park, Quayside Quarterly, Summer 2022',
      'The two governments agreed on Monday to open the border again after a closure of eleven months.',
      'The two governments agreed on Tuesday to close the border again after an opening of one day.',
    ].join('\n\n')
    const { documents } = await read({ source: 'a.txt', bytes: Buffer.from(page) })
    expect(documents[0]?.document).toMatchObject({
      authors: ['Ana Silva', 'Joon Park'],
      outlet: 'Quayside Quarterly',
      published: { start: '2022-06-01', end: '2022-08-31' },
    })
  })

  it('domains, also below them', () => {
    expect(outletOf([], 'https://www.koreatimes.co.kr/www/nation/1.html')).toBe('The Korea Times')
    expect(outletOf([], 'https://asia.nikkei.com/Politics')).toBe('Nikkei Asia')
    expect(outletOf([], 'https://unknown.example/a')).toBe('unknown.example')
    expect(outletOf([], null)).toBeNull()
  })
  it('colophons name outlets that no table knows', () => {
    expect(
      outletOf(hintsInLine('Copyright (c) 2021. Example Post Publishers Ltd. All rights reserved.'), null),
    ).toBe('Example Post')
    expect(
      outletOf(hintsInLine('This article originally appeared in the Lagoon Review on May 3.'), null),
    ).toBe('the Lagoon Review')
  })
  it('house lines: what an official told this paper', () => {
    expect(outletOf(houseLines('"We wait," an official told The Example Times on Friday.'), null)).toBe(
      'The Example Times',
    )
    expect(outletOf(houseLines('He told Reuters so. She told the BBC so.'), null)).toBeNull()
    expect(outletOf(houseLines('He told the Foreign Ministry so.'), null)).toBeNull()
  })
  it('a name that two outlets share goes to the one that another hint speaks for', () => {
    expect(
      outletOf(
        [...hintsInLine('Join ST’s Telegram channel'), { name: 'The Sunday Times', weight: 30 }],
        null,
      ),
    ).toBe('The Straits Times')
  })
})

describe('captions', () => {
  for (const line of [
    'Foreign Minister Ana Silva, left, and her counterpart sign the treaty in Lisbon.',
    'A patrol boat off the islands. (Photo: Example Navy)',
    'In this photo taken Monday, fishermen mend their nets.',
    'The bridge at Vientiane. — AFP',
  ]) {
    it(`takes "${line}"`, () => {
      expect(isCaption(line)).toBe(true)
    })
  }
  for (const line of [
    'The left, which holds the coalition together, opposed the treaty.',
    'He asked for pictures of the damage, and got none.',
    'The minister left for Geneva on Friday.',
  ]) {
    it(`leaves "${line}"`, () => {
      expect(isCaption(line)).toBe(false)
    })
  }
})

describe('language', () => {
  it('by script, by letters, by hint', async () => {
    expect(languageOf('両国の外相は東京で会談した。')).toBe('ja')
    expect(languageOf('한국과 일본은 서울에서 회담했다.')).toBe('ko')
    expect(languageOf('Le ministre est arrivé vendredi.')).toBeNull()
    const english =
      'The two ministers met in the capital on Friday, and said that the talks had been of use to both. '
    expect(languageOf(english.repeat(3))).toBe('en')
    expect(await detectLanguage(english, null)).toBe('en')
    expect(await detectLanguage('Die beiden Minister trafen sich am Freitag in der Hauptstadt.', 'en')).toBe(
      'de',
    )
    expect(await detectLanguage('Oslo.', 'nb-NO')).toBe('nb')
  })
})

describe('dates in a line', () => {
  const days = (line: string) => datesIn(line).map(({ interval, updated }) => [interval.start, updated])

  it.each([
    ['3rd of May, 2023', '2023-05-03'],
    ['2023.05.03', '2023-05-03'],
    ['2023년 5월 3일', '2023-05-03'],
    ['2023年5月3日', '2023-05-03'],
    ['2023. 5. 3. 18:20', '2023-05-03'],
    ['Posted on: Wednesday, 3 May 2023', '2023-05-03'],
    ['Mon, 04/11/2019 - 07:15 AM', '2019-11-04'],
    ['Thu 04/11/2019', '2019-04-11'],
    ['Wed., May. 3rd, 2023', '2023-05-03'],
    ['3 mai 2023', '2023-05-03'],
  ])('%s', (line, day) => expect(days(line)).toEqual([[day, false]]))

  it('tells the day of a change from the day of publication', () => {
    expect(days('Published: Jan 12, 2023 19:47 Updated: Jan 13, 2023 22:10')).toEqual([
      ['2023-01-12', false],
      ['2023-01-13', true],
    ])
    expect(days('입력 2023. 5. 3. 18:20 수정 2023. 5. 4. 09:10')).toEqual([
      ['2023-05-03', false],
      ['2023-05-04', true],
    ])
    expect(days('Updated: 14:05, 7th August, 2018')).toEqual([['2018-08-07', true]])
  })

  it('leaves a numeric date open that nothing settles', () => {
    expect(days('04/11/2019')).toEqual([])
  })
})
