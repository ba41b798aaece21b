import type { EventType, Level } from '../record/types.ts'
import { eventType, isEventType } from './plover.ts'
import { list, readTable } from './tsv.ts'

/** A noun that names an event: "summit", "air strike". */
export interface EventNoun {
  readonly term: string
  readonly type: EventType
  readonly mode: string | null
  /** The parties act together: "talks between X and Y". */
  readonly joint: boolean
  /** No event by itself: it needs a verb, a date or parties on both sides. */
  readonly weak: boolean
  /** "the invasion *of Kuwait*": behind "of" stands whom it befalls. */
  readonly befalls: boolean
  /** Operator of shifters.tsv that it works on what follows with: "the *lifting* of sanctions". */
  readonly operator: string | null
  /** With nothing to work on, an operator noun is still an event ("a threat"). */
  readonly bare: boolean
  readonly level: Level | null
  readonly contexts: readonly string[]
  /** The type in the pair task, where custom has it differ; else null. */
  readonly pairType: EventType | null
}

/** What a noun names where a phrase of it holds one of these classes or types of event. */
export interface NounSense {
  readonly entry: EventNoun
  readonly classes: readonly string[]
  readonly types: readonly EventType[]
}

/** A row's examples, for the tests. */
export interface EventNounExample {
  type: EventType
  mode: string | null
  operator: string | null
  example: string
  counter: string
}

export interface EventNouns {
  /** The entry of a head noun or of the words up to it, lower case. */
  find(term: string): EventNoun | undefined
  readonly longest: number
  /** Other things that the same noun names, by what one of its phrases holds: "the dispatch *of medics*". */
  senses(term: string): readonly NounSense[]
  /** Whether any term ends with this word: most words end none. */
  endsOne(word: string): boolean
  /** Rows with their example and counter-example, for the tests. */
  readonly examples: readonly EventNounExample[]
}

export function loadEventNouns(): EventNouns {
  const byTerm = new Map<string, EventNoun>()
  const senses = new Map<string, NounSense[]>()
  const examples: EventNounExample[] = []
  let longest = 1
  for (const row of readTable('nouns')) {
    const type = eventType(row.type ?? '', 'nouns.tsv')
    const mode = row.mode || null
    examples.push({
      type,
      mode,
      operator: row.operator || null,
      example: row.example ?? '',
      counter: row.counter ?? '',
    })
    for (const term of list(row.nouns)) {
      longest = Math.max(longest, term.split(' ').length)
      const wished = list(row.within)
      if (wished.length === 0 && byTerm.has(term)) continue
      const entry: EventNoun = {
        term,
        type,
        mode,
        joint: row.joint === 'yes',
        weak: row.weak === 'yes',
        befalls: list(row.of).includes(term),
        operator: row.operator || null,
        bare: row.bare !== 'no',
        level: row.level === 'leader' ? 'leader' : null,
        contexts: list(row.context),
        pairType: row.pair ? eventType(row.pair, 'nouns.tsv') : null,
      }
      if (wished.length === 0) byTerm.set(term, entry)
      else {
        const classes = wished.filter(name => !isEventType(name))
        const types = wished.filter(isEventType).map(name => eventType(name, 'nouns.tsv'))
        const known = senses.get(term)
        if (known === undefined) senses.set(term, [{ entry, classes, types }])
        else known.push({ entry, classes, types })
      }
    }
  }
  const lasts = new Set(
    [...byTerm.keys(), ...senses.keys()].map(term =>
      term.slice(Math.max(term.lastIndexOf(' '), term.lastIndexOf('-')) + 1),
    ),
  )
  return {
    find: term => byTerm.get(term),
    senses: term => senses.get(term) ?? [],
    longest,
    endsOne: word => lasts.has(word),
    examples,
  }
}
