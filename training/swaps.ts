/**
 * More text out of the same: copies of a marked line in which open words of its names are others of their kind, known
 * or made up, so that a model learns what stands around a name and not the name. The copy's number and the line
 * decide which, nothing else.
 */
import { createHash } from 'node:crypto'
import type { Knowledge } from '../src/knowledge/index.ts'
import { readTable } from '../src/knowledge/tsv.ts'

const NAME = /<([plo]) ([^<>]+)>/g
const OPEN = /^\p{Lu}\p{Ll}{3,}$/u

interface Pools {
  given: string[]
  family: string[]
  place: string[]
}

let pools: Pools | null = null

function poolsOf(): Pools {
  if (pools !== null) return pools
  const words = (cells: readonly (string | undefined)[], cut: RegExp): string[] =>
    cells.flatMap(cell => (cell ?? '').split(cut)).filter(word => OPEN.test(word))
  const persons = readTable('person-names')
  pools = {
    given: words(
      [...readTable('given-names'), ...persons.filter(row => row.kind === 'given')].map(row => row.names),
      / /,
    ),
    family: words(
      [...readTable('family-names'), ...persons.filter(row => row.kind === 'family')].map(row => row.names),
      / /,
    ),
    place: words(
      [...readTable('cities'), ...readTable('places')].map(row => row.names),
      / \| /,
    ),
  }
  return pools
}

/** Numbers below a limit, one after the other, out of a text. */
function numbersFrom(seed: string): (limit: number) => number {
  let bytes = createHash('sha1').update(seed).digest()
  let at = 0
  return limit => {
    if (at + 4 > bytes.length) {
      bytes = createHash('sha1').update(bytes).digest()
      at = 0
    }
    const number = bytes.readUInt32BE(at)
    at += 4
    return number % limit
  }
}

/** Words that say what a name is of ("Bank", "Lake", "Mrs"), or that a list knows as something else, stay. */
function isOpen(word: string, { organizations, nameWords, titles, states }: Knowledge): boolean {
  const lower = word.toLowerCase()
  if (!OPEN.test(word) || organizations.typeOfWord(word) !== undefined || states.find(word) !== undefined)
    return false
  if (titles.get(lower) !== undefined || titles.isModifier(lower)) return false
  const closed = [
    'never',
    'calendar',
    'place-before',
    'place-after',
    'event',
    'domain',
    'other-name',
    'particle',
  ] as const
  return !closed.some(of => nameWords.is(word, of) || nameWords.is(lower, of))
}

export function swapped(line: string, copy: number, knowledge: Knowledge): string {
  const next = numbersFrom(`${copy} ${line}`)
  const { given, family, place } = poolsOf()
  const made = new Map<string, string>()
  const pick = (pool: readonly string[]): string => pool[next(pool.length)] ?? ''
  /** Half of them are in no list: the beginning of one and the end of another. */
  const another = (pool: readonly string[]): string => {
    const one = pick(pool)
    if (next(2) === 0) return one
    return one.slice(0, 2 + next(2)) + pick(pool).slice(-3)
  }
  return line.replace(NAME, (_, mark: string, name: string) => {
    const words = name.split(' ')
    const swappedWords = words.map((word, i) => {
      const open = mark === 'o' ? words.length > 1 && next(2) === 0 : next(4) > 0
      if (!open || !isOpen(word, knowledge)) return word
      const pool =
        mark === 'p'
          ? i < words.length - 1
            ? given
            : family
          : mark === 'l'
            ? place
            : next(2) === 0
              ? family
              : place
      let other = made.get(word)
      if (other === undefined) {
        other = another(pool)
        made.set(word, other)
      }
      return other
    })
    return `<${mark} ${swappedWords.join(' ')}>`
  })
}
