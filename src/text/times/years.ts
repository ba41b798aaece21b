/** Years, decades, centuries, fiscal years and Japanese eras: "2022", "the 1990s", "the 19th century", "Reiwa 4". */
import { decadeOf, interval } from '../../record/interval.ts'
import { around } from './calendar.ts'
import { dateMatch, isYear } from './dates.ts'
import { at, is, type Lexeme, type Line } from './lexemes.ts'
import type { Match, Meaning } from './match.ts'

/** After these any number of four digits is a year. */
const YEAR_FOLLOWS = new Set('in since until till during circa'.split(' '))
/** After these it is one unless something is counted. */
const YEAR_MAY_FOLLOW = new Set(
  'by of from to through before after between for and or around early mid late year the a - ( / summer spring winter autumn fall'.split(
    ' ',
  ),
)
const MEASURES = new Set(
  '% $ percent per million billion km kilometers kilometres miles meters metres tons kg won yen'.split(' '),
)
const NUMBERED = new Set(
  '$ £ € ¥ ₩ # no nos number resolution flight room article page section over than about nearly some'.split(
    ' ',
  ),
)

function isPlural(next: Lexeme): boolean {
  return (
    next.kind === 'word' &&
    !next.capital &&
    next.lower.length > 3 &&
    next.lower.endsWith('s') &&
    !next.lower.endsWith('ss')
  )
}

function isMeasured(line: Line, i: number): boolean {
  const before = at(line, i - 1)
  const next = at(line, i + 1)
  if (MEASURES.has(next.lower) || next.kind === 'units' || next.lower === 'people' || next.lower === 'troops')
    return true
  if (NUMBERED.has(before.lower) || (before.lower === '.' && is(line, i - 2, 'no'))) return true
  return at(line, i).glued && !'(-/[\'"“‘'.includes(before.lower)
}

/** A year that stands alone. */
export function year(line: Line, i: number): Match | null {
  if (!isYear(line, i)) return null
  const { n, glued } = at(line, i)
  const before = at(line, i - 1)
  // A part of an address: "/2022/11/".
  if (glued && before.lower === '/') return null
  const found = dateMatch(i, i + 1, { year: n, month: null, day: null })
  if (YEAR_FOLLOWS.has(before.lower)) return MEASURES.has(at(line, i + 1).lower) ? null : found
  if (isMeasured(line, i)) return null
  const counted = isPlural(at(line, i + 1))
  if (YEAR_MAY_FOLLOW.has(before.lower)) {
    return counted && before.lower !== 'the' && before.lower !== 'after' && before.lower !== 'before'
      ? null
      : found
  }
  return n >= 1900 && n < 2100 && !counted ? found : null
}

function decadeMeaning(first: number): Meaning {
  return { value: String(first / 10).padStart(3, '0'), interval: decadeOf(first) }
}

/** "1990s", "'90s", "1990's". */
export function decade(line: Line, i: number): Match | null {
  const { n, start, end } = at(line, i)
  const digits = end - start
  const apostrophe = is(line, i + 1, "'") && at(line, i + 1).glued ? 1 : 0
  const s = at(line, i + 1 + apostrophe)
  if (s.lower !== 's' || !s.glued || n % 10 !== 0) return null
  const after = i + 2 + apostrophe
  if (digits === 4 && n >= 1500 && n < 2200) {
    return { first: i, end: after, type: 'DATE', the: true, resolve: () => decadeMeaning(n) }
  }
  const short = digits === 2 && n >= 20 && apostrophe === 0 && is(line, i - 1, "'")
  if (!short) return null
  return { first: i - 1, end: after, type: 'DATE', the: true, resolve: () => decadeMeaning(1900 + n) }
}

/** "19th century", "the twentieth century". */
export function century(line: Line, i: number): Match | null {
  const spelt = at(line, i).kind === 'ordinal'
  const suffix = at(line, i + 1)
  const figures = !spelt && suffix.glued && /^(st|nd|rd|th)$/.test(suffix.lower)
  if (!spelt && !figures) return null
  let j = spelt ? i + 1 : i + 2
  if (is(line, j, '-')) j++
  const { n } = at(line, i)
  if (!is(line, j, 'century') || n < 1 || n > 22) return null
  return {
    first: i,
    end: j + 1,
    type: 'DATE',
    the: true,
    resolve() {
      const { value, interval: days } = around(
        `${String((n - 1) * 100 + 1).padStart(4, '0')}-01-01`,
        'century',
      )
      return { value, interval: days === null ? null : { ...days, basis: 'stated' } }
    },
  }
}

/** "fiscal 2022", "fiscal year 2022", "FY2022": whose fiscal year isn't said, so from the earliest to the latest use. */
export function fiscalYear(line: Line, i: number): Match | null {
  const j = is(line, i + 1, 'year') ? i + 2 : i + 1
  if (!isYear(line, j)) return null
  return fiscal(i, j + 1, at(line, j).n)
}

/** "FY2022" is one lexeme. */
export function fiscalWord(line: Line, i: number): Match | null {
  const { lower } = at(line, i)
  const n = Number(lower.slice(2))
  return n >= 1900 && n < 2200 ? fiscal(i, i + 1, n) : null
}

function fiscal(first: number, end: number, n: number): Match {
  return {
    first,
    end,
    type: 'DATE',
    resolve: () => ({ value: `FY${n}`, interval: interval(`${n - 1}-07-01`, `${n + 1}-03-31`, 'unknown') }),
  }
}

/** "Reiwa 4", "the 30th year of Heisei" isn't read. */
export function era(line: Line, i: number): Match | null {
  const next = at(line, i + 1)
  if (next.kind !== 'number' || next.n < 1 || next.n > 64) return null
  return dateMatch(i, i + 2, { year: at(line, i).n + next.n, month: null, day: null })
}

/** "year 2022", "the year 2022". */
export function yearWord(line: Line, i: number): Match | null {
  if (!is(line, i, 'year') || !isYear(line, i + 1)) return null
  return { ...dateMatch(i, i + 2, { year: at(line, i + 1).n, month: null, day: null }), the: true }
}
