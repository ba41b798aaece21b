import { describe, expect, test } from 'vitest'
import { loadKnowledge } from '../../src/knowledge/index.ts'
import type { Office, Person } from '../../src/knowledge/people.ts'
import { foldName } from '../../src/knowledge/spellings.ts'

const { people, states } = loadKnowledge()

const FIRST = '1990-01-01'
const LAST = '2025-06-30'
const DAY = 86_400_000
const DAYS = (Date.parse(LAST) - Date.parse(FIRST)) / DAY + 1

const PRESIDENTS = ['President', 'Acting President', 'Supreme Leader', 'Head of State']
const GOVERNMENTS = [
  'Prime Minister',
  'Premier',
  'Chancellor',
  'Taoiseach',
  'Chief Adviser',
  'Chief Executive',
]
const FOREIGN = ['Foreign Minister', 'Foreign Secretary', 'Secretary of State']

/** Offices that one person holds at a time. */
const SINGLE = [
  'President',
  'King',
  'Emperor',
  'Supreme Leader',
  'Prime Minister',
  'Premier',
  'Chancellor',
  'Taoiseach',
  'Foreign Minister',
  'Foreign Secretary',
  'Secretary of State',
  'Defense Minister',
  'Defence Secretary',
  'Secretary of Defense',
]

/** Two who both called themselves president for months, each with some of the world behind him. */
const DISPUTED = [['CIV', 'President', '2010-12-04']]

function termsOf(state: string, titles: readonly string[]): { person: Person; office: Office }[] {
  return people
    .all()
    .filter(person => person.state === state)
    .flatMap(person => person.offices.map(office => ({ person, office })))
    .filter(term => titles.includes(term.office.title) && term.office.organization === null)
}

/** A year begins on its first day and ends on its last. */
function dayOf(date: string, end: boolean): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  if (date === '') return DAYS
  const at = end
    ? Date.UTC(year, month === 0 ? 12 : day === 0 ? month : month - 1, day)
    : Date.UTC(year, Math.max(month - 1, 0), day || 1)
  return Math.round((at - Date.parse(FIRST)) / DAY)
}

/** The share of the days from 1990 on which somebody is known to have held one of the offices. */
function coverage(state: string, titles: readonly string[]): number {
  const days = new Uint8Array(DAYS)
  for (const { office } of termsOf(state, titles)) {
    if (office.from === '') continue
    days.fill(1, Math.max(dayOf(office.from, false), 0), Math.min(dayOf(office.to, true) + 1, DAYS))
  }
  return days.reduce((sum, day) => sum + day, 0) / DAYS
}

describe('terms of office', () => {
  test('have dates that are dates, in order', () => {
    for (const person of people.all()) {
      for (const { title, from, to } of person.offices) {
        for (const date of [from, to].filter(each => each !== '')) {
          expect([person.name, title, date]).toEqual([
            person.name,
            title,
            expect.stringMatching(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/),
          ])
        }
        if (from !== '' && to !== '')
          expect([person.name, title, from <= to]).toEqual([person.name, title, true])
      }
    }
  })

  test('are listed once', () => {
    const seen = new Set<string>()
    const twice: string[] = []
    for (const person of people.all()) {
      for (const { title, from, organization } of person.offices) {
        const key = [person.name, person.state, organization, title, from].join('|')
        if (seen.has(key)) twice.push(key)
        seen.add(key)
      }
    }
    expect(twice).toEqual([])
  })

  test('do not overlap where one person holds the office', () => {
    const overlaps: string[] = []
    for (const { iso3 } of states.all) {
      for (const title of SINGLE) {
        const terms = termsOf(iso3, [title]).sort((a, b) => (a.office.from < b.office.from ? -1 : 1))
        terms.forEach((one, at) => {
          for (const two of terms.slice(at + 1)) {
            const digits = Math.min(one.office.to.length || 10, two.office.from.length)
            const after =
              one.office.to === '' || one.office.to.slice(0, digits) > two.office.from.slice(0, digits)
            const known = DISPUTED.some(each => each.join() === [iso3, title, two.office.from].join())
            if (after && !known) overlaps.push(`${iso3} ${title}: ${one.person.name}, ${two.person.name}`)
          }
        })
      }
    }
    expect(overlaps).toEqual([])
  })

  test('make complete chains of leaders and foreign ministers since 1990 for at least 140 states', () => {
    const complete = states.all.filter(({ iso3, leader }) => {
      const byGovernment = coverage(iso3, GOVERNMENTS)
      const leads = /^(?:Prime Minister|Chancellor|Taoiseach|Chief Executive)$/.test(leader)
      const led = leads ? byGovernment : Math.max(byGovernment, coverage(iso3, PRESIDENTS))
      return led >= 0.9 && coverage(iso3, FOREIGN) >= 0.85
    })
    expect(complete.length).toBeGreaterThanOrEqual(140)
  })
})

test.each([
  ['FRA', 'Foreign Minister', '2003-02-14', 'Dominique de Villepin'],
  ['IND', 'Prime Minister', '1990-06-01', 'V. P. Singh'],
  ['IDN', 'Foreign Minister', '2012-11-20', 'Marty Natalegawa'],
  ['PHL', 'Foreign Minister', '2016-07-12', 'Perfecto Yasay'],
  ['TUR', 'Prime Minister', '1994-01-01', 'Tansu Çiller'],
  ['UKR', 'Foreign Minister', '2014-03-18', 'Andriy Deshchytsia'],
  ['GBR', 'Foreign Secretary', '1991-01-15', 'Douglas Hurd'],
  ['PRK', 'Foreign Minister', '2000-07-26', 'Paek Nam-sun'],
  ['ZAF', 'Foreign Minister', '2001-01-01', 'Nkosazana Dlamini-Zuma'],
])('%s, %s on %s: %s', (state, title, date, name) => {
  expect(people.holders(state, title, date).map(person => person.name)).toEqual([name])
})

test('nobody is in office before the term or after it', () => {
  expect(people.holders('FRA', 'Foreign Minister', '2004-05-01').map(person => person.name)).toEqual([
    'Michel Barnier',
  ])
})

test.each([
  ['Muhammad Khatami', 'Mohammad Khatami'],
  ['Sergey Lavrov', 'Sergei Lavrov'],
  ['Abdel-Fattah El-Sisi', 'Abdel Fattah al-Sisi'],
  ['Nuri Al-Maliki', 'Nouri al-Maliki'],
  ['Tayyip Erdogan', 'Recep Tayyip Erdoğan'],
  ['Volodymyr Zelenskyi', 'Volodymyr Zelensky'],
])('%s is %s in another spelling', (spelling, name) => {
  expect(people.byName(spelling).map(person => person.name)).toEqual([name])
})

test.each(['Mohammed', 'Maliki Nouri', 'Sergei Lavrovsky'])('%s is the full name of nobody', text => {
  expect(people.byName(text)).toEqual([])
})

test('a family name is known without its article and its diacritics', () => {
  expect(people.byFamily('Maliki').some(person => person.name === 'Nouri al-Maliki')).toBe(true)
  expect(people.byFamily('Ciller').map(person => person.name)).toEqual(['Tansu Çiller'])
})

test('spellings of one name are folded together, other names are not', () => {
  expect(foldName('Muhammad Al-Sadr')).toBe(foldName('Mohamed el Sadr'))
  expect(foldName('George H. W. Tam')).toBe(foldName('George Tam'))
  expect(foldName('Mahmoud Sadr')).not.toBe(foldName('Mohammed Sadr'))
})
