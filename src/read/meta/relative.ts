import { anyPageWord, type PageWordKind } from '../../knowledge/page-words.ts'
import { addDays, dayOf, isDate } from '../../record/interval.ts'
import type { Interval } from '../../record/types.ts'

const HOURS: readonly (readonly [PageWordKind, number])[] = [
  ['minute', 1 / 60],
  ['hour', 1],
  ['day', 24],
  ['week', 168],
]

interface Patterns {
  ago: RegExp
  near: RegExp
}

let patterns: Patterns | null = null

function patternsOf(): Patterns {
  const units = HOURS.map(([kind]) => `(${anyPageWord(kind)})`).join('|')
  const count = '(\\d{1,3}|an?|one|eine[rmn]?|une?|un[ao]?|en|een)\\s?'
  patterns ??= {
    ago: new RegExp(
      `(?<!\\p{L})(?:(?:${anyPageWord('ago-before')})\\s${count}(?:${units})(?!\\p{L})|${count}(?:${units})\\s?(?:${anyPageWord('ago-after')})(?!\\p{L}))`,
      'iu',
    ),
    near: new RegExp(
      `(?<!\\p{L})(?:(${anyPageWord('today')})|(${anyPageWord('yesterday')}))(?!\\p{L})`,
      'iu',
    ),
  }
  return patterns
}

/**
 * The day that "3 hours ago", "vor 2 Tagen", "어제" or "Yesterday, 14:05" mean on a page that was fetched at
 * `fetched` (ISO 8601, by its own clock); null where the line says no such thing.
 */
export function relativeDay(line: string, fetched: string): Interval | null {
  const day = fetched.slice(0, 10)
  if (!isDate(day)) return null
  // "Publié hier à 18:22, mis à jour il y a 3 heures"
  const parts = line.split(/\s?[,;|•·]\s/)
  const changed = new RegExp(`^\\s{0,9}(?:${anyPageWord('updated')})(?!\\p{L})`, 'iu')
  const own = parts.filter(part => !changed.test(part))
  for (const part of own.length > 0 ? own : parts) {
    const found = relativePart(part, day, fetched)
    if (found !== null) return found
  }
  return null
}

function relativePart(line: string, day: string, fetched: string): Interval | null {
  const { ago, near } = patternsOf()
  const match = ago.exec(line)
  if (match !== null) {
    const count = Number(match[1] ?? match[6])
    const unit = [2, 3, 4, 5].findIndex(i => match[i] !== undefined || match[i + 5] !== undefined)
    const hours = (Number.isNaN(count) ? 1 : count) * (HOURS[unit]?.[1] ?? 0)
    const clock = /^T(\d{2}):(\d{2})/.exec(fetched.slice(10))
    const hour = clock === null ? 12 : Number(clock[1]) + Number(clock[2]) / 60
    const back = hours >= 24 ? Math.round(hours / 24) : hour - hours < 0 ? Math.ceil((hours - hour) / 24) : 0
    return dayOf(addDays(day, -back), 'relative')
  }
  const word = near.exec(line)
  return word === null ? null : dayOf(addDays(day, word[1] === undefined ? -1 : 0), 'relative')
}
