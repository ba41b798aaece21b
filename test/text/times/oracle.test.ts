import * as chrono from 'chrono-node'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, fromDays, parts, toDays } from '../../../src/record/interval.ts'
import { times, WEDNESDAY } from './say.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)
const SHORT = [
  'Jan.',
  'Feb.',
  'March',
  'April',
  'May',
  'June',
  'July',
  'Aug.',
  'Sept.',
  'Oct.',
  'Nov.',
  'Dec.',
]

function ordinal(n: number): string {
  const teen = n > 10 && n < 14
  return `${n}${teen ? 'th' : n % 10 === 1 ? 'st' : n % 10 === 2 ? 'nd' : n % 10 === 3 ? 'rd' : 'th'}`
}

/** Ways to write one day that leave no doubt. */
const FORMS: ((date: string) => string)[] = [
  date => date,
  date => `${parts(date).day} ${MONTHS[parts(date).month - 1]} ${parts(date).year}`,
  date => `${MONTHS[parts(date).month - 1]} ${parts(date).day}, ${parts(date).year}`,
  date => `${SHORT[parts(date).month - 1]} ${parts(date).day}, ${parts(date).year}`,
  date => `the ${ordinal(parts(date).day)} of ${MONTHS[parts(date).month - 1]} ${parts(date).year}`,
  date => `${MONTHS[parts(date).month - 1]} ${ordinal(parts(date).day)}, ${parts(date).year}`,
]
const day = fc.integer({ min: toDays('1900-01-01'), max: toDays('2099-12-31') }).map(fromDays)
const form = fc.constantFrom(...FORMS)

test('whole dates are the ones that chrono reads', () => {
  fc.assert(
    fc.property(day, form, (date, write) => {
      const text = `The two sides met on ${write(date)} in Geneva.`
      const other = chrono.parse(text, { instant: new Date(`${WEDNESDAY}T12:00:00Z`), timezone: 0 })[0]?.start
      const read = other && [other.get('year'), other.get('month'), other.get('day')]
      const { year, month, day: n } = parts(date)
      expect(read).toEqual([year, month, n])
      expect(times(text)).toMatchObject([
        { value: date, interval: { start: date, end: date, basis: 'stated' } },
      ])
    }),
    { numRuns: 300 },
  )
})

test('ranges of two whole dates cover exactly their days', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 4000 }), form, (start, length, write) => {
      const end = addDays(start, length)
      const text = `It was shown from ${write(start)} to ${write(end)} in Geneva.`
      expect(times(text)[0]?.interval).toMatchObject({ start, end })
    }),
    { numRuns: 200 },
  )
})

const WORDS = fc.constantFrom(
  ...'the a last next this past May March 13 2022 19 Monday , . - to and from of in by early late mid end year month days two several ago later earlier before after weekend summer first quarter half every per at 8 a.m. Nov. 13th 1990s Q3 century'.split(
    ' ',
  ),
)

test('any jumble of time words gives spans in order, within the text, with days in order', () => {
  fc.assert(
    fc.property(
      fc.array(WORDS, { maxLength: 25 }),
      fc.constantFrom(WEDNESDAY, '2022', null),
      (words, known) => {
        const text = words.join(' ')
        let last = 0
        for (const time of times(text, known)) {
          expect(time.start).toBeGreaterThanOrEqual(time.part ? 0 : last)
          expect(time.end).toBeGreaterThan(time.start)
          expect(time.end).toBeLessThanOrEqual(text.length)
          if (!time.part) last = time.end
          const { start, end } = time.interval ?? { start: null, end: null }
          if (start !== null && end !== null) expect(start <= end).toBe(true)
        }
      },
    ),
    { numRuns: 500 },
  )
})
