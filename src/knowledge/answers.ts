import { list, readTable } from './tsv.ts'

/** One row of `answers.tsv`: deeds that answer a forecast of such a deed. */
export interface AnswerClass {
  readonly name: string
  /** It and the classes that answer it as well. */
  readonly answeredBy: ReadonlySet<string>
  /** Classes that say it did not come so. */
  readonly against: ReadonlySet<string>
}

export interface Answers {
  readonly all: readonly AnswerClass[]
  get(name: string): AnswerClass | undefined
  /** Classes of the deeds that these words name, in their order, and the stems of the words that begin their names. */
  in(words: readonly string[]): { classes: Set<string>; used: Set<string> }
  /** Of the deed whose name begins with the first of these words alone. */
  at(words: readonly string[]): { classes: Set<string>; used: Set<string> }
}

/** One key for "renew", "renewed" and "renewal", as far as endings go; of a whole table and both sides of a comparison. */
export function stemOf(word: string): string {
  let stem = stems.get(word)
  if (stem === undefined) {
    stem = stemmed(word)
    if (stems.size < MOST_STEMS) stems.set(word, stem)
  }
  return stem
}

/** Few words make up most of any text. */
const stems = new Map<string, string>()
const MOST_STEMS = 50_000

function stemmed(word: string): string {
  const plain = word.toLowerCase()
  const cut = plain.replace(/(?:ations?|ments?|ings?|ions?|als?|ers?|ed|es|s|e)$/, '')
  const stem = cut.length < 3 ? plain : cut
  return stem.length > 3 && stem.endsWith('y')
    ? stem.slice(0, -1)
    : stem.replace(/([b-df-hj-km-np-rt-z])\1$/, '$1')
}

interface Pattern {
  stems: string[]
  name: string
}

/** So many other words may stand between two of a pattern. */
const BETWEEN = 3

/** Where the pattern that begins at `at` has its words; null where it does not stand there. */
function placesOf(stems: readonly string[], words: readonly string[], at: number): number[] | null {
  const places = [at]
  for (let k = 1; k < stems.length; k++) {
    const last = places[k - 1] ?? at
    let found = -1
    for (let i = last + 1; i <= last + 1 + BETWEEN && i < words.length; i++) {
      if (words[i] === stems[k]) {
        found = i
        break
      }
    }
    if (found < 0) return null
    places.push(found)
  }
  return places
}

export function loadAnswers(): Answers {
  const byFirst = new Map<string, Pattern[]>()
  const all = readTable('answers').map((row): AnswerClass => {
    const name = row.class ?? ''
    for (const words of list(row.words)) {
      const stems = words.split(' ').map(stemOf)
      const first = stems[0] ?? ''
      const patterns = byFirst.get(first) ?? []
      patterns.push({ stems, name })
      // "suspend the end" is no end: the longer pattern goes first.
      byFirst.set(
        first,
        patterns.sort((a, b) => b.stems.length - a.stems.length),
      )
    }
    return { name, answeredBy: new Set([name, ...list(row.also)]), against: new Set(list(row.against)) }
  })
  const byName = new Map(all.map(it => [it.name, it]))
  const find = (words: readonly string[], ends: number) => {
    const stems = words.map(stemOf)
    const classes = new Set<string>()
    const used = new Set<string>()
    const taken = new Set<number>()
    for (let i = 0; i < Math.min(ends, stems.length); i++) {
      const stem = stems[i] ?? ''
      if (taken.has(i)) continue
      for (const pattern of byFirst.get(stem) ?? []) {
        const places = placesOf(pattern.stems, stems, i)
        if (places === null) continue
        classes.add(pattern.name)
        used.add(stem)
        for (const place of places) taken.add(place)
        if (pattern.stems.length > 1) break
      }
    }
    return { classes, used }
  }
  return {
    all,
    get: name => byName.get(name),
    in: words => find(words, words.length),
    at: words => find(words, 1),
  }
}
