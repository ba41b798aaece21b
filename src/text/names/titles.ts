/** Titles as they stand in the text, in capitals or not: "first vice-foreign minister", "Secretary of State". */
import type { Knowledge } from '../../knowledge/index.ts'
import type { Title } from '../../knowledge/titles.ts'
import type { Token } from '../types.ts'

export interface FoundTitle {
  /** Token indices, inclusive; `first` takes in the modifiers. */
  first: number
  last: number
  title: Title
  /** "Presidents Xi and Biden". */
  plural: boolean
}

/** All titles of a sentence, longest first from the left, by the token where they end. */
export function findTitles(tokens: readonly Token[], knowledge: Knowledge): Map<number, FoundTitle> {
  const byEnd = new Map<number, FoundTitle>()
  for (let i = 0; i < tokens.length; i++) {
    const found = titleAt(tokens, i, knowledge)
    if (found === null) continue
    let first = i
    while (first > 0 && isModifier(tokens[first - 1], knowledge)) first--
    // "deputy trade minister": "deputy" alone is a title too, but here it is part of one.
    for (let k = first; k < i; k++) byEnd.delete(k)
    byEnd.set(found.last, { ...found, first })
    i = found.last
  }
  return byEnd
}

function titleAt(tokens: readonly Token[], i: number, knowledge: Knowledge): FoundTitle | null {
  const token = tokens[i]
  if (token === undefined) return null
  const dash = token.lower.indexOf('-')
  const word = dash > 0 ? token.lower.slice(0, dash) : token.lower
  const single = singular(word)
  for (const start of single === word ? [word] : [word, single]) {
    for (const title of knowledge.titles.beginningWith(start)) {
      const last = matchWords(tokens, i, title.title)
      if (last !== null && !isVerbOrMonth(token, tokens[i + 1], title)) {
        return { first: i, last, title, plural: last === i && start !== word }
      }
    }
  }
  return null
}

/** Token where the title's words end; a plural of the last word counts. Hyphens and spaces are alike. */
function matchWords(tokens: readonly Token[], i: number, title: string): number | null {
  let at = i
  let rest = title
  while (true) {
    const lower = (tokens[at]?.lower ?? '').replaceAll('-', ' ')
    const want = rest.replaceAll('-', ' ')
    if (lower === want || singular(lower) === want) return at
    if (lower === '' || !want.startsWith(`${lower} `)) return null
    rest = want.slice(lower.length + 1)
    at++
  }
}

function singular(word: string): string {
  return word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

/** "to head a delegation", "He chairs": a verb, not a title; "U" and "Don" only as names have them. */
function isVerbOrMonth(token: Token, next: Token | undefined, title: Title): boolean {
  if (token.pos === 'VERB' && token.text === token.lower) return true
  const capital = token.text !== token.lower
  if (
    /^(?:u|don|daw|count|miss|father|mother|major|private|general|khan|shah|saint|master|sir|sister|brother|dame|lady|lord)$/.test(
      title.title,
    )
  ) {
    return !capital || next === undefined || !/^\p{Lu}/u.test(next.text)
  }
  return false
}

function isModifier(token: Token | undefined, knowledge: Knowledge): boolean {
  if (token === undefined || token.pos === 'VERB') return false
  return token.lower.split('-').every(part => part === '' || knowledge.titles.isModifier(part))
}
