/** Numbers that a clause gives of things: "three missiles" → missile: 3. Dates and ordinals are not counts. */
const WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
const COUNT =
  /(?<![\p{L}\p{N}.,:-])(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+(million|billion|trillion)?\s?((?:\p{Ll}[\p{L}-]*\s?){1,3})/gu
const STOP = new Set(
  'of the a an and or but in on at to for from by with into onto over under off during since until between against near that which who whose were was is are has have had will would could may as than after before ago later years year months month days day weeks week hours hour minutes minute'.split(
    ' ',
  ),
)
const CALENDAR = new Set([
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
])
const SCALE: { readonly [word: string]: number } = { million: 1e6, billion: 1e9, trillion: 1e12 }

function amountOf(words: string, scale: string | undefined): number {
  const at = WORDS.indexOf(words)
  return (at >= 0 ? at : Number(words.replaceAll(',', ''))) * (scale === undefined ? 1 : (SCALE[scale] ?? 1))
}

function singular(word: string): string {
  return word.replace(/(?<=\p{L}{3})s$/u, '')
}

/** The noun that is counted is the last word before a small one: "three short-range ballistic missiles into". */
function nounOf(words: string): string | null {
  const all = words.trim().split(/\s+/)
  const end = all.findIndex(word => STOP.has(word))
  const noun = all[(end < 0 ? all.length : end) - 1]
  return noun === undefined || CALENDAR.has(noun) ? null : singular(noun)
}

export function numbersIn(clause: string): Map<string, number> {
  const found = new Map<string, number>()
  for (const match of clause.matchAll(COUNT)) {
    const noun = nounOf(match[3] ?? '')
    const value = amountOf(match[1] ?? '', match[2])
    const year = match[1]?.length === 4 && value >= 1900 && value <= 2100
    if (noun !== null && !year && !found.has(noun)) found.set(noun, value)
  }
  return found
}
