import fc from 'fast-check'
import { expect, describe as group, test } from 'vitest'
import { describe } from '../../src/record/describe.ts'
import {
  addDays,
  addMonths,
  byDate,
  contains,
  dayOf,
  daysBetween,
  decadeOf,
  fromDays,
  gap,
  hull,
  intersect,
  interval,
  isDate,
  isoWeek,
  monthOf,
  overlap,
  parts,
  quarterOf,
  related,
  seasonOf,
  toDays,
  weekday,
  weekOf,
  width,
  yearOf,
} from '../../src/record/interval.ts'
import type { Interval } from '../../src/record/types.ts'

/** Days of the years 1 to 9999. */
const days = fc.integer({ min: -719_162, max: 2_932_896 })
const near = fc.integer({ min: 0, max: 60 })
const intervals: fc.Arbitrary<Interval> = fc
  .tuple(fc.integer({ min: 19_000, max: 19_060 }), near, fc.boolean(), fc.boolean())
  .map(([start, length, openStart, openEnd]) =>
    interval(openStart ? null : fromDays(start), openEnd ? null : fromDays(start + length), 'range'),
  )

/** The platform's own calendar, as an oracle. */
function oracle(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

function covers(it: Interval, day: string): boolean {
  return (it.start === null || it.start <= day) && (it.end === null || it.end >= day)
}

group('days', () => {
  test('count as the platform counts them', () => {
    fc.assert(
      fc.property(days, n => {
        expect(fromDays(n)).toBe(oracle(n))
        expect(toDays(fromDays(n))).toBe(n)
        expect(isDate(fromDays(n))).toBe(true)
        expect(weekday(fromDays(n)) % 7).toBe(new Date(n * 86_400_000).getUTCDay())
      }),
    )
  })

  test('added and taken away', () => {
    const by = fc.integer({ min: -4000, max: 4000 })
    const middle = fc.integer({ min: -600_000, max: 600_000 }).map(fromDays)
    fc.assert(
      fc.property(middle, by, (d, n) => {
        expect(daysBetween(d, addDays(d, n))).toBe(n)
        const { day } = parts(addMonths(d, n))
        expect(day).toBeLessThanOrEqual(parts(d).day)
        expect(day >= 28 || day === parts(d).day).toBe(true)
      }),
    )
  })

  test.each([
    ['2022-02-29', false],
    ['2024-02-29', true],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2022-13-01', false],
    ['2022-11', false],
    ['2022-11-00', false],
    ['0000-01-01', false],
  ])('isDate %s: %s', (d, is) => {
    expect(isDate(d)).toBe(is)
  })

  test.each([
    ['2022-01-01', 2021, 52],
    ['2022-01-03', 2022, 1],
    ['2020-12-31', 2020, 53],
    ['2024-12-30', 2025, 1],
    ['2022-11-13', 2022, 45],
  ])('week of %s', (d, year, week) => {
    expect(isoWeek(d)).toEqual({ year, week })
  })

  test('the ISO week belongs to its Thursday', () => {
    fc.assert(
      fc.property(fc.integer({ min: -600_000, max: 600_000 }), n => {
        const week = weekOf(fromDays(n))
        const all = [0, 1, 2, 3, 4, 5, 6].map(i => isoWeek(addDays(week.start ?? '', i)))
        expect(new Set(all.map(w => `${w.year}-${w.week}`)).size).toBe(1)
        expect(all[0]?.year).toBe(parts(addDays(week.start ?? '', 3)).year)
      }),
    )
  })
})

group('intervals', () => {
  test('overlap, contains, intersect and hull agree with the days they cover', () => {
    fc.assert(
      fc.property(intervals, intervals, (a, b) => {
        const both = intersect(a, b)
        const around = hull(a, b)
        let shared = false
        for (let n = 18_900; n < 19_200; n++) {
          const day = fromDays(n)
          const inBoth = covers(a, day) && covers(b, day)
          shared ||= inBoth
          expect(both !== null && covers(both, day)).toBe(inBoth)
          if (covers(a, day) || covers(b, day)) expect(covers(around, day)).toBe(true)
        }
        expect(overlap(a, b)).toBe(shared)
        expect(overlap(b, a)).toBe(shared)
        expect(contains(around, a) && contains(around, b)).toBe(true)
        expect(gap(a, b)).toBe(gap(b, a))
        expect(gap(a, b) === 0).toBe(shared)
      }),
    )
  })

  test('width counts both ends', () => {
    expect(width(dayOf('2022-11-13'))).toBe(1)
    expect(width(weekOf('2022-11-13'))).toBe(7)
    expect(width(monthOf(2024, 2))).toBe(29)
    expect(width(quarterOf(2022, 3))).toBe(92)
    expect(width(yearOf(2024))).toBe(366)
    expect(width(decadeOf(1997))).toBe(3652)
    expect(width(interval(null, '2022-11-13', 'range'))).toBeNull()
  })

  test('order: an open start stands where its end is, wholly open last', () => {
    const sorted = [dayOf('2022-11-13'), interval(null, '2022-01-01', 'range'), monthOf(2022, 11)].sort(
      byDate,
    )
    expect(sorted.map(describe)).toEqual(['until 1 Jan 2022', 'Nov 2022', '13 Nov 2022'])
    expect(byDate(interval('2022-01-01', null, 'range'), yearOf(2022))).toBeGreaterThan(0)
  })

  test.each([
    ['since', '2022-11-01', null],
    ['after', '2022-12-01', null],
    ['until', null, '2022-11-30'],
    ['by', null, '2022-11-30'],
    ['before', null, '2022-10-31'],
    ['during', '2022-11-01', '2022-11-30'],
    [null, '2022-11-01', '2022-11-30'],
  ])('%s November', (relation, start, end) => {
    expect(related(monthOf(2022, 11), relation)).toMatchObject({ start, end })
  })

  test('intersect keeps the precision of the one that has just these days', () => {
    expect(intersect(yearOf(2022), monthOf(2022, 11))).toEqual(monthOf(2022, 11))
    expect(intersect(monthOf(2022, 11), weekOf('2022-11-30'))).toMatchObject({
      start: '2022-11-28',
      end: '2022-11-30',
      precision: 'range',
    })
  })
})

test.each<[string, Interval | null]>([
  ['13 Nov 2022', dayOf('2022-11-13')],
  ['week of 7 Nov 2022', weekOf('2022-11-13')],
  ['Nov 2022', monthOf(2022, 11)],
  ['Q3 2022', quarterOf(2022, 3)],
  ['summer 2019', seasonOf(2019, 'summer')],
  ['winter 2022–23', seasonOf(2022, 'winter')],
  ['2022', yearOf(2022)],
  ['1990s', decadeOf(1994)],
  ['11–13 Nov 2022', interval('2022-11-11', '2022-11-13', 'range')],
  ['28 Feb – 3 Mar 2022', interval('2022-02-28', '2022-03-03', 'range')],
  ['30 Dec 2022 – 2 Jan 2023', interval('2022-12-30', '2023-01-02', 'range')],
  ['2018–2022', interval('2018-01-01', '2022-12-31', 'range')],
  ['Nov–Dec 2022', interval('2022-11-01', '2022-12-31', 'range')],
  ['Nov 2022 – Mar 2023', interval('2022-11-01', '2023-03-31', 'range')],
  ['c. 2018–2022', interval('2018-01-01', '2022-12-31', 'unknown')],
  ['since 13 Nov 2022', interval('2022-11-13', null, 'range')],
  ['since 2020', interval('2020-01-01', null, 'year')],
  ['since Mar 2021', interval('2021-03-01', null, 'month')],
  ['until 2020', interval(null, '2020-12-31', 'year')],
  ['until 13 Nov 2022', interval(null, '2022-11-13', 'range')],
  ['undated', interval(null, null, 'unknown')],
  ['undated', null],
])('printed: %s', (text, it) => {
  expect(describe(it)).toBe(text)
})
