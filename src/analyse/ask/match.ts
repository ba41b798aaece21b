/** What of a question a fact must meet: who, when, what about, in which words. Nothing that is asked may be missing. */
import { stemOf } from '../../knowledge/answers.ts'
import type { Knowledge } from '../../knowledge/index.ts'
import type { Interval, Passage } from '../../record/types.ts'
import type { View } from '../view.ts'
import type { Party, Query } from './types.ts'

export interface Bench {
  view: View
  knowledge: Knowledge
}

export const wordsIn = (text: string): string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}]+(?:[-'’.][\p{L}\p{N}]+)*/gu) ?? []

/** The words of a fact, its quotes among them, to be looked at more than once. */
export class Wording {
  readonly text: string
  readonly #knowledge: Knowledge
  #stems: Set<string> | null = null
  #classes: Set<string> | null = null
  #issues: Set<string> | null = null

  constructor(parts: readonly string[], { knowledge }: Bench) {
    this.text = parts.join(' · ')
    this.#knowledge = knowledge
  }

  get stems(): Set<string> {
    this.#stems ??= new Set(
      wordsIn(this.text).flatMap(word =>
        /['’-]/.test(word) ? [stemOf(word), ...word.split(/['’-]/).map(stemOf)] : [stemOf(word)],
      ),
    )
    return this.#stems
  }

  says(word: string): boolean {
    return this.stems.has(stemOf(word)) || (/^\d/.test(word) && this.text.includes(word))
  }

  /** "apology" means what "apologise" does. */
  means(word: string): boolean {
    const own = this.#knowledge.answers.at([word]).classes
    if (own.size === 0) return false
    this.#classes ??= this.#knowledge.answers.in(wordsIn(this.text)).classes
    for (const name of own) if (this.#classes.has(name)) return true
    return false
  }

  holds(word: string): boolean {
    return this.says(word) || this.means(word)
  }

  get issues(): Set<string> {
    this.#issues ??= new Set(this.#knowledge.issues.issuesOf(this.text).map(({ issue }) => issue))
    return this.#issues
  }

  /** A state in any of its forms, anybody else by name. */
  names(party: Party): boolean {
    const state = party.isState && party.state !== null ? this.#knowledge.states.get(party.state) : undefined
    if (state === undefined) return this.#has(party.text)
    return [...state.names, ...state.adjectives, ...state.people, ...state.capitals].some(form =>
      this.#has(form),
    )
  }

  #has(form: string): boolean {
    for (let at = this.text.indexOf(form); at >= 0; at = this.text.indexOf(form, at + 1)) {
      const [before, after] = [this.text[at - 1] ?? ' ', this.text[at + form.length] ?? ' ']
      if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true
    }
    return false
  }
}

export const quotesOf = (evidence: readonly Passage[]): string[] => evidence.map(({ quote }) => quote)

/** Whether an actor of the record is whom the question names: whoever acts for a state, for the state. */
export function isParty({ view }: Bench, party: Party, id: string | null): boolean {
  if (id === null) return false
  if (party.actors.has(id)) return true
  return party.isState && (view.actors.get(id)?.state ?? id) === party.state
}

export const anyParty = (bench: Bench, party: Party, ids: readonly string[]): boolean =>
  ids.some(id => isParty(bench, party, id))

/** Its days all lie within those that are asked for; what has none answers no question about a time. */
export function inTime(date: Interval | null, { from, to }: Query): boolean {
  if (from === null && to === null) return true
  if (date?.start == null || date.end == null) return false
  return (from === null || date.start >= from) && (to === null || date.end <= to)
}

/** When its first document came out, for what has no day of its own. */
export function publishedOf({ view }: Bench, evidence: readonly Passage[]): Interval | null {
  return view.documents.get(evidence[0]?.document ?? '')?.published ?? null
}

/** All words that are asked for; null where one is missing, else what was found. The words themselves go before their like. */
export function contentFit(query: Query, wording: Wording): string[] | null {
  const unsaid = query.content.filter(word => !wording.says(word))
  for (const word of unsaid) if (!wording.means(word)) return null
  return query.content.length === 0 ? [] : [`it speaks of: ${query.content.join(', ')}`]
}

/** "forced labour" may be worded otherwise; "the 1965 agreement" is that one. */
const anyName = (words: readonly string[]): boolean => !words.some(word => /\d/.test(word))

/** The tag first, then words, then any of the issue's terms: the cheap before the dear. */
function isTold(
  issue: string,
  words: readonly string[],
  tagged: readonly string[],
  wording: Wording,
): boolean {
  const free = anyName(words)
  if ((free && tagged.includes(issue)) || words.every(word => wording.says(word))) return true
  return free && wording.issues.has(issue)
}

/** All issues that are asked about: tagged, named in any of their terms, or in the question's own words. */
export function issueFit(query: Query, tagged: readonly string[], wording: Wording): string[] | null {
  for (const { issue, words } of query.issues) if (!isTold(issue, words, tagged, wording)) return null
  return query.issues.length === 0 ? [] : [`it is about ${query.issues.map(({ issue }) => issue).join(', ')}`]
}

export function timeLine({ from, to }: Query): string[] {
  return from === null && to === null ? [] : [`it lies between ${from ?? '…'} and ${to ?? '…'}`]
}

const NUMBER =
  /^(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|sixteen|twenty|thirty|forty|fifty)$/

/** A number that counts the thing: "21 firefighters", "seven Turkish ships". */
export function counts(word: string, text: string): string | null {
  const words = wordsIn(text)
  const stem = stemOf(word)
  for (let i = 0; i < words.length; i++) {
    if (!NUMBER.test(words[i] ?? '')) continue
    const near = words.slice(i + 1, i + 4).findIndex(it => stemOf(it) === stem)
    if (near >= 0) return words.slice(i, i + 2 + near).join(' ')
  }
  return null
}
