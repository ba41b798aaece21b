import { describe, expect, it } from 'vitest'
import { withoutOutlet } from '../../src/read/finish.ts'
import { isByline, isDateLine } from '../../src/read/furniture/marks.ts'
import { read } from '../../src/read/index.ts'
import { namesIn, signedNamesIn } from '../../src/read/meta/authors.ts'
import { datesIn, findDate, findOwnDate, withoutDates } from '../../src/read/meta/dates.ts'
import { isDomain, namesHost } from '../../src/read/meta/host.ts'
import { outletOf } from '../../src/read/meta/outlet.ts'
import { relativeDay } from '../../src/read/meta/relative.ts'
import { stampDate, utcStamp } from '../../src/read/meta/stamps.ts'

const day = (line: string, dayFirst: boolean | null = null) =>
  findDate(line, dayFirst)?.interval.start ?? null

describe('dates that pages write', () => {
  const cases: [string, string | null][] = [
    ['٢١ أيلول ٢٠٢٢', '2022-09-21'],
    ['5 تشرين الثاني 2021', '2021-11-05'],
    ['令和4年1月21日', '2022-01-21'],
    ['平成元年5月1日', '1989-05-01'],
    ['2019. június 12.', '2019-06-12'],
    ['2 tháng 3, 2022', '2022-03-02'],
    ['20. listopadu 2021', '2021-11-20'],
    ['3.mar.2022 às 23h15', '2022-03-03'],
    ['11 जुलाई 2020', '2020-07-11'],
    ['the 14th of May 2021', '2021-05-14'],
    // Months that are words elsewhere: "set" and "out" are Portuguese.
    ['a new set 2019', null],
  ]
  for (const [line, start] of cases) it(line, () => expect(day(line)).toBe(start))

  it('a year of two digits counts only where a page dates itself', () => {
    expect(day('28.04.17, 16:05 Uhr', true)).toBeNull()
    expect(findOwnDate('28.04.17, 16:05 Uhr', true)?.interval.start).toBe('2017-04-28')
    expect(findOwnDate('05.07.20', null)).toBeNull()
    expect(findOwnDate('version 1.13.20.4', true)).toBeNull()
  })

  it('what stands before a date says what it is', () => {
    const labels = (line: string) => datesIn(line, true).map(({ label }) => label)
    expect(labels('Aktualisiert: 13.04.2022, 08:05 – Publiziert: 12.04.2022')).toEqual([
      'updated',
      'published',
    ])
    expect(labels('입력 2022.11.08. 03:00 업데이트 2022.11.08. 14:22')).toEqual(['published', 'updated'])
    expect(labels('Printed on 17 June 2019')).toEqual(['apart'])
    expect(labels('17 June 2019')).toEqual([null])
  })

  it('stamps', () => {
    expect(stampDate('1578373200')?.start).toBe('2020-01-07')
    expect(stampDate('1582041720000')?.start).toBe('2020-02-18')
    expect(stampDate('2019/09')?.precision).toBe('month')
    expect(stampDate('1970-01-01T00:00:00Z')).toBeNull()
    expect(stampDate('0001-01-01')).toBeNull()
    expect(utcStamp('2021-06-17T22:30:00Z')).not.toBeNull()
    expect(utcStamp('2021-06-17T22:30:00+09:00')).toBeNull()
  })

  it('times counted from the day of fetching', () => {
    const from = '2021-02-11T02:20:00Z'
    expect(relativeDay('1 hour ago', from)).toMatchObject({ start: '2021-02-11', basis: 'relative' })
    expect(relativeDay('3 hours ago', from)?.start).toBe('2021-02-10')
    expect(relativeDay('vor 2 Tagen', from)?.start).toBe('2021-02-09')
    expect(relativeDay('어제', from)?.start).toBe('2021-02-10')
    expect(relativeDay('Publié hier à 18:22, mis à jour il y a 3 minutes', from)?.start).toBe('2021-02-10')
    expect(relativeDay('4 min read', from)).toBeNull()
  })
})

describe('bylines', () => {
  const cases: [string, string[]][] = [
    ['By foreign affairs reporter Ana Silva and Pacific correspondent Joon Park', ['Ana Silva', 'Joon Park']],
    ['By Ana Silva / Example Post', ['Ana Silva']],
    ['BY ANA SILVA AND JOON PARK', ['Ana Silva', 'Joon Park']],
    ['Por Ana Silva e Joon Park — Foz do Iguaçu', ['Ana Silva', 'Joon Park']],
    ['Von Ana Silva, Tokio', ['Ana Silva']],
    ['Ein Gastbeitrag von Ana Silva', ['Ana Silva']],
    ['dal nostro inviato Ana Silva', ['Ana Silva']],
    ['Автор: Ана Сильва', ['Ана Сильва']],
    ['Penulis Ana Silva', ['Ana Silva']],
    ['Av Ana Silva og Joon Park', ['Ana Silva', 'Joon Park']],
    ['Reporting by Ana Silva in Lisbon; Editing by Joon Park and Mei Lin', ['Ana Silva']],
    ['Photographs by Ana Silva', []],
    ['Editor: asilva', []],
    ['Ana Silva @asilva ana@example.org', ['Ana Silva']],
    ['Posted by Ana Silva on May 12, 2019 at 10:00 am', ['Ana Silva']],
    ['12 May 2019 — Ana Silva', ['Ana Silva']],
    ['コロール＝佐藤健', ['佐藤健']],
    ['워싱턴=김민수 특파원', ['김민수']],
    ['작성: 온라인 뉴스팀', []],
    ['记者 王小明 报道', ['王小明']],
    ['North Cable A/S', []],
    ['Super User', []],
    ['Staff and agencies in Suva', []],
    ['Par la rédaction avec AFP', []],
  ]
  for (const [line, names] of cases) it(line, () => expect(namesIn(line)).toEqual(names))

  it('names without capitals count where the page marks them', () => {
    expect(signedNamesIn('هالة الشريف')).toEqual(['هالة الشريف'])
    expect(namesIn('هالة الشريف')).toEqual([])
    expect(signedNamesIn('वेब डेस्क')).toEqual([])
  })

  it('lines that sign and lines that do not', () => {
    for (const line of ['An essay by Ana Silva', '김민수·박서준 기자', 'Opinion by Ana Silva'])
      expect(isByline(line), line).toBe(true)
    for (const line of ['The island was taken by Ana Silva’s party.', 'Side by side', 'Edited by hand'])
      expect(isByline(line) && namesIn(line).length > 0, line).toBe(false)
    expect(isDateLine('Ana Silva, 2016.04.05.')).toBe(true)
    expect(isDateLine('They met on 5 April 2016.')).toBe(false)
    expect(withoutDates('Edited by Ana Silva, 5 May 2019')).toContain('Edited by')
  })
})

describe('outlets', () => {
  it('a name that the address repeats', () => {
    expect(namesHost('L’Écho du Sahel', 'echo-du-sahel.example')).toBe(true)
    expect(namesHost('The Hudson Record', 'hudsonrecord.example')).toBe(true)
    expect(namesHost('World News', 'hudsonrecord.example')).toBe(false)
    expect(isDomain('EXAMPLEPOST.EXAMPLE')).toBe(true)
    expect(isDomain('Example Post')).toBe(false)
  })

  it('a name goes before an address, and before its tagline', () => {
    const url = 'https://examplepost.example/a'
    const meta = (name: string) => ({ name, weight: 60 })
    expect(outletOf([meta('EXAMPLEPOST.EXAMPLE'), { name: 'Example Post', weight: 18 }], url)).toBe(
      'Example Post',
    )
    expect(outletOf([meta('Example Post – news from both shores')], url)).toBe('Example Post')
    expect(outletOf([meta('GOV.EXAMPLE')], 'https://www.gov.example/a')).toBe('GOV.EXAMPLE')
  })

  it('titles without it', () => {
    expect(withoutOutlet('Two states agree - Example Post', 'Example Post')).toBe('Two states agree')
    expect(withoutOutlet('Example Post: Two states agree', 'The Example Post')).toBe(
      'Example Post: Two states agree',
    )
    expect(withoutOutlet('Example Post: Two states agree', 'Example Post')).toBe('Two states agree')
    expect(withoutOutlet('Two states: what next', 'Example Post')).toBe('Two states: what next')
  })
})

const BODY =
  '<p>Two states have agreed to open a crossing that had been shut for years, officials of both said on Tuesday.</p>'.repeat(
    3,
  )

async function shown(page: string, url = 'https://examplepost.example/a', retrieved: string | null = null) {
  const bytes = new TextEncoder().encode(`<!doctype html><html lang="en"><body>${page}</body></html>`)
  const { documents } = await read({ source: 'x.html', bytes, url, retrieved })
  const document = documents[0]?.document
  return { title: document?.title, authors: document?.authors, day: document?.published?.start ?? null }
}

describe('what a page shows', () => {
  it('an element that holds the article is no menu, whatever its class', async () => {
    const page = `<div class="sidebar-1"><h1>Two states agree at last</h1><p>Ana Silva</p><p>12 May 2019</p>${BODY}</div>`
    expect(await shown(page)).toEqual({
      title: 'Two states agree at last',
      authors: ['Ana Silva'],
      day: '2019-05-12',
    })
  })

  it('comments and teasers date and sign nothing', async () => {
    const page = `<ul class="ticker"><li><time datetime="2023-08-01">1 Aug 2023</time></li></ul><h1>Two states agree at last</h1>${BODY}<div class="comments"><b class="author">Joon Park</b><time datetime="2019-05-13">13 May 2019</time></div>`
    expect(await shown(page)).toEqual({ title: 'Two states agree at last', authors: [], day: null })
  })

  it('a stamp in UTC gives way to the day that is shown', async () => {
    const page = `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Two states agree at last","datePublished":"2021-06-17T22:30:00Z"}</script><h1>Two states agree at last</h1><p>18 June 2021</p>${BODY}`
    expect((await shown(page)).day).toBe('2021-06-18')
  })

  it('broken data are read all the same', async () => {
    const page = `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Two "states" agree","datePublished":"2021-06-17", "author":{"@type":"Person","name":"Ana Silva",},}</script><h1>Two “states” agree</h1>${BODY}`
    expect(await shown(page)).toEqual({
      title: 'Two “states” agree',
      authors: ['Ana Silva'],
      day: '2021-06-17',
    })
  })
})
