/** Years, decades, centuries, fiscal years and Japanese eras: "2022", "the 1990s", "the 19th century", "Reiwa 4". */
import { decadeOf, interval } from '../../record/interval.ts'
import { around, spread } from './calendar.ts'
import { dateMatch, isYear, ORDINAL_ENDS } from './dates.ts'
import { at, is, type Lexeme, type Line } from './lexemes.ts'
import type { Context, Match, Meaning } from './match.ts'

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
  (
    '$ £ € ¥ ₩ # no nos number resolution flight room article page section over than about nearly some kilometre ' +
    'kilometer km mile highway route channel paragraph chapter block case docket decree directive unit form agenda vision'
  ).split(' '),
)
const CENTURY_LINKS = new Set(['and', 'or', 'to', '-'])

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
  // A part of an address, "/2022/11/", or of a number: "Law 1999/14".
  if (glued && before.lower === '/') return null
  if (is(line, i + 1, '/') && at(line, i + 1).glued && at(line, i + 2).kind === 'number') return null
  const found = dateMatch(i, i + 1, { year: n, month: null, day: null })
  if (YEAR_FOLLOWS.has(before.lower)) return MEASURES.has(at(line, i + 1).lower) ? null : found
  if (isMeasured(line, i)) return null
  // "post-2014 governments"
  if (glued && before.lower === '-' && at(line, i - 2).kind === 'side') return found
  const counted = isPlural(at(line, i + 1))
  if (YEAR_MAY_FOLLOW.has(before.lower)) {
    // "the 1914 and 1939 wars"
    if (isYear(line, i - 2) && at(line, i - 2).n < n) return found
    return counted && before.lower !== 'the' && before.lower !== 'after' && before.lower !== 'before'
      ? null
      : found
  }
  return n >= 1900 && n < 2100 && !counted ? found : null
}

function decadeMeaning(first: number): Meaning {
  return { value: String(first / 10).padStart(3, '0'), interval: decadeOf(first) }
}

function stated(meaning: Meaning): Meaning {
  return { ...meaning, interval: meaning.interval && { ...meaning.interval, basis: 'stated' } }
}

function centuryMeaning(first: number): Meaning {
  return stated(around(`${String(first).padStart(4, '0')}-01-01`, 'century'))
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
    // "the 1800s" are a century, "the 2000s" the ten years after 1999.
    const resolve = () => (n % 100 === 0 && n < 2000 ? centuryMeaning(n) : decadeMeaning(n))
    return { first: i, end: after, type: 'DATE', the: true, resolve }
  }
  const short = digits === 2 && n >= 20 && apostrophe === 0 && is(line, i - 1, "'")
  if (!short) return null
  return { first: i - 1, end: after, type: 'DATE', the: true, resolve: () => decadeMeaning(1900 + n) }
}

/** "the nineties", "the late sixties"; not "in his early forties". */
export function decadeWord(line: Line, i: number): Match | null {
  const near = [1, 2, 3].find(back => is(line, i - back, 'the'))
  if (near === undefined || at(line, i).capital) return null
  const first = 1900 + at(line, i).n
  return { first: i, end: i + 1, type: 'DATE', the: true, resolve: () => decadeMeaning(first) }
}

/** "19th", "nineteenth": the number and the lexeme after it. */
function centuryNumber(line: Line, i: number): { n: number; end: number } | null {
  const { kind, n } = at(line, i)
  const suffix = at(line, i + 1)
  const spelt = kind === 'ordinal'
  if (n < 1 || n > 22 || !(spelt || (suffix.glued && ORDINAL_ENDS.has(suffix.lower)))) return null
  return { n, end: spelt ? i + 1 : i + 2 }
}

function centuryMatch(first: number, end: number, n: number): Match {
  return { first, end, type: 'DATE', the: true, resolve: () => centuryMeaning((n - 1) * 100 || 1) }
}

/** "19th century", "the twentieth century". */
export function century(line: Line, i: number): Match | null {
  const number = centuryNumber(line, i)
  if (number === null) return null
  const j = is(line, number.end, '-') ? number.end + 1 : number.end
  return is(line, j, 'century') ? centuryMatch(i, j + 1, number.n) : null
}

/** "the 18th and 19th centuries", "14th- to 16th-century": two times, of which the first leaves its noun out. */
export function centuries(line: Line, i: number): Match | null {
  const a = centuryNumber(line, i)
  if (a === null) return null
  const dash = is(line, a.end, '-') ? 1 : 0
  const linked = CENTURY_LINKS.has(at(line, a.end + dash).lower) ? 1 : 0
  const from = a.end + dash + linked
  const b = dash + linked === 0 ? null : centuryNumber(line, from)
  if (b === null) return null
  const j = is(line, b.end, '-') ? b.end + 1 : b.end
  if (at(line, j).code !== 'century') return null
  const points = [centuryMatch(i, a.end, a.n), centuryMatch(from, j + 1, b.n)]
  return { first: i, end: j + 1, type: 'DATE', the: true, points, resolve: () => null }
}

/** "2022", "2022-23", "2022/23" after "fiscal": named by the year in which it begins. */
function fiscalNumber(line: Line, i: number): number {
  const second = at(line, i + 2)
  const spans = (is(line, i + 1, '-') || is(line, i + 1, '/')) && second.glued && second.kind === 'number'
  return spans ? i + 3 : i + 1
}

/**
 * "fiscal 2022", "financial year 2022-23", "the fiscal year": whose fiscal year isn't said, so from the earliest to
 * the latest use.
 */
export function fiscalYear(line: Line, i: number): Match | null {
  const year = is(line, i + 1, 'year')
  const j = year ? i + 2 : i + 1
  if (isYear(line, j)) return { ...fiscal(i, fiscalNumber(line, j), at(line, j).n), the: year }
  return year && is(line, i - 1, 'the') ? relativeFiscal(i, i + 2, 0) : null
}

/** "this fiscal year", "the last financial year". */
export function shiftedFiscal(line: Line, i: number): Match | null {
  const word = at(line, i)
  if (at(line, i + 1).kind !== 'fiscal' || !is(line, i + 2, 'year') || word.code === 'vague') return null
  return isYear(line, i + 3) ? null : relativeFiscal(i, i + 3, word.n)
}

function relativeFiscal(first: number, end: number, by: number): Match {
  const resolve = ({ anchor }: Context) =>
    spread(anchor, day => {
      const { value, interval: days } = fiscalMeaning(Number(day.slice(0, 4)) + by)
      return { value, interval: days && { ...days, basis: 'relative' } }
    })
  return { first, end, type: 'DATE', the: true, resolve }
}

/** "FY2022" is one lexeme. */
export function fiscalWord(line: Line, i: number): Match | null {
  const { lower } = at(line, i)
  const n = Number(lower.slice(2))
  return n >= 1900 && n < 2200 ? fiscal(i, i + 1, n) : null
}

function fiscalMeaning(n: number): Meaning {
  return { value: `FY${n}`, interval: interval(`${n - 1}-07-01`, `${n + 1}-03-31`, 'unknown') }
}

function fiscal(first: number, end: number, n: number): Match {
  return { first, end, type: 'DATE', resolve: () => fiscalMeaning(n) }
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
