/** Numbers as digits and words: "1,200", "3.5", "twenty-five", "a dozen", "a couple of", "two and a half". */
import { at, is, type Line } from './lexemes.ts'

export interface Quantity {
  /** Lexeme after it. */
  end: number
  /** Null where it is vague: "several". */
  n: number | null
}

function digits(line: Line, i: number): Quantity {
  let n = at(line, i).n
  let end = i + 1
  while (is(line, end, ',') && at(line, end).glued && isGroup(line, end + 1)) {
    n = n * 1000 + at(line, end + 1).n
    end += 2
  }
  const fraction = at(line, end + 1)
  if (is(line, end, '.') && at(line, end).glued && fraction.kind === 'number' && fraction.glued) {
    n += fraction.n / 10 ** (fraction.end - fraction.start)
    end += 2
  }
  return { end, n }
}

function isGroup(line: Line, i: number): boolean {
  const lexeme = at(line, i)
  return lexeme.kind === 'number' && lexeme.glued && lexeme.end - lexeme.start === 3
}

/** "twenty-five", "two hundred". */
function words(line: Line, i: number): Quantity {
  let n = at(line, i).n
  let end = i + 1
  const hyphen = is(line, end, '-') && at(line, end).glued ? 1 : 0
  const next = at(line, end + hyphen)
  if (at(line, i).code === 'tens' && next.kind === 'cardinal' && next.n < 10) {
    n += next.n
    end += hyphen + 1
  }
  if (at(line, end).code === 'mass') {
    n *= at(line, end).n
    end++
  }
  return { end, n }
}

/** "a dozen", "a few", "a couple of", "a hundred", plain "a". */
function article(line: Line, i: number): Quantity {
  const next = at(line, i + 1)
  if (next.kind === 'vague') return vague(line, i + 1)
  if (next.code === 'mass') return { end: i + 2, n: next.n }
  return { end: i + 1, n: 1 }
}

function vague(line: Line, i: number): Quantity {
  const end = is(line, i + 1, 'of') ? i + 2 : i + 1
  const { n } = at(line, i)
  return { end, n: n === 0 ? null : n }
}

/** "half a century", "half-century". */
function half(line: Line, i: number): Quantity | null {
  const next = at(line, i + 1)
  if (next.kind === 'article') return { end: i + 2, n: 0.5 }
  return next.lower === '-' && next.glued ? { end: i + 2, n: 0.5 } : null
}

/** "and a half" after a number. */
function andHalf(line: Line, quantity: Quantity): Quantity {
  const { end, n } = quantity
  const step = is(line, end, '-') ? 1 : 0
  const rest = ['and', 'a', 'half']
  let i = end
  for (const word of rest) {
    if (step === 1 && is(line, i, '-')) i++
    if (!is(line, i, word)) return quantity
    i++
  }
  return n === null ? quantity : { end: i, n: n + 0.5 }
}

/** The number at lexeme `i`, null where there is none. */
export function quantity(line: Line, i: number): Quantity | null {
  switch (at(line, i).kind) {
    case 'number':
      return andHalf(line, digits(line, i))
    case 'cardinal':
      return andHalf(line, words(line, i))
    case 'article':
      return is(line, i + 1, 'half') ? { end: i + 2, n: 0.5 } : article(line, i)
    case 'vague':
      return vague(line, i)
    case 'half':
      return half(line, i)
    default:
      return null
  }
}
