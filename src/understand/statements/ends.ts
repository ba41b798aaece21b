/** Where attributed words end. A speaker's words seldom run to the full stop: the writer goes on. */
import type { Span } from '../../record/types.ts'
import type { Clause, NounGroup, Sentence } from '../../text/types.ts'
import type { Quotes } from './quotes.ts'
import { isWord, type Site, tokenBefore } from './sites.ts'

/** "…, though his allies disagree": the writer's own words again. */
const TURNS = new Set(['but', 'though', 'although', 'whereas', 'while', 'even though', 'yet'])

/** Nouns of the occasion: "attacked the plan *in a speech*". */
const OCCASIONS =
  /^(speech|interview|statement|tweet|letter|email|post|address|briefing|conference|appearance|remarks?|op-ed|editorial|column|memo|report|press|news|radio|television|call|podcast|testimony|hearing)$/

/** Is `clause` part of `root`? */
export function within(clause: Clause, root: Clause): boolean {
  let at: Clause | null = clause
  for (let depth = 0; at !== null && depth < 40; depth++) {
    if (at === root) return true
    at = at.parent
  }
  return false
}

/** Offset of the end of a clause's content that begins at token `from`: before the writer's next words. */
export function clauseEnd(site: Site, from: number, quotes: Quotes): number {
  const { sentence } = site
  let cut = sentence.tokens.length
  for (const clause of sentence.clauses) {
    const at = startWithJoiner(sentence, clause)
    if (at <= from || at >= cut || clause === site.clause) continue
    if (!leaves(site, clause, at)) continue
    const token = sentence.tokens[at]
    const part = token === undefined ? null : quotes.at(token.start)
    if (part !== null && part.span[0] < (token?.start ?? 0)) continue
    cut = at
  }
  return trimmedEnd(sentence, cut - 1, quotes)
}

/** The comma or conjunction before a clause belongs to the seam. */
function startWithJoiner(sentence: Sentence, clause: Clause): number {
  let at = clause.first
  while (at > 0 && /^(CCONJ)$/.test(sentence.tokens[at - 1]?.pos ?? '')) at--
  if (sentence.tokens[at - 1]?.text === ',') at--
  return at
}

function leaves(site: Site, clause: Clause, at: number): boolean {
  const { sentence } = site
  const comma = sentence.tokens[at]?.text === ','
  const marker = clause.marker ?? sentence.tokens[clause.first]?.lower ?? ''
  if (clause.kind === 'coordinate' && clause.parent === site.clause) return true
  if (!comma) return false
  if (TURNS.has(marker) && clause.subject !== null && !clause.inheritedSubject) return true
  if (clause.kind === 'participle' && clause.parent === site.clause) return true
  return clause.kind === 'coordinate' && clause.parent === site.clause
}

/** Where a noun phrase's content ends: at a comma, a clause of the writer's, the day or the occasion. */
export function phraseEnd(sentence: Sentence, from: number, group: NounGroup, quotes: Quotes): number {
  const { tokens } = sentence
  const held = tokenBefore(sentence, group.span[1])
  let last = Math.max(held, from)
  for (let i = last + 1; i < tokens.length; i++) {
    const token = tokens[i]
    if (token === undefined) break
    const part = quotes.at(token.start)
    if (part !== null) {
      last = i
      continue
    }
    if (/^[,;:\u2014\u2013]$/.test(token.text)) break
    if (startsWritersClause(sentence, i) || startsOccasion(sentence, i)) break
    last = i
  }
  return trimmedEnd(sentence, last, quotes)
}

function startsWritersClause(sentence: Sentence, at: number): boolean {
  return sentence.clauses.some(
    clause =>
      clause.verb !== null &&
      ((clause.first === at && clause.kind === 'adverbial') ||
        (clause.kind === 'coordinate' &&
          (clause.first === at || (clause.first === at + 1 && sentence.tokens[at]?.pos === 'CCONJ')))),
  )
}

/** "on Monday", "in a speech", "during a rally". */
function startsOccasion(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at]
  if (token === undefined || token.pos !== 'ADP') return isDay(token?.lower ?? '')
  for (let i = at + 1; i < at + 5; i++) {
    const word = sentence.tokens[i]?.lower ?? ''
    if (isDay(word)) return token.lower === 'on'
    if (OCCASIONS.test(word)) return /^(in|at|during|on)$/.test(token.lower)
  }
  return false
}

function isDay(word: string): boolean {
  return /^(monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today)$/.test(word)
}

/** The end of token `last`, or of the last word before it: no comma, no full stop, but a closing mark stays. */
export function trimmedEnd(sentence: Sentence, last: number, quotes: Quotes): number {
  for (let i = Math.min(last, sentence.tokens.length - 1); i >= 0; i--) {
    const token = sentence.tokens[i]
    if (token === undefined) continue
    if (isWord(token) || /^[)\]%!?]$/.test(token.text) || quotes.at(token.end - 1) !== null) return token.end
  }
  return sentence.start
}

export function spanFrom(sentence: Sentence, first: number, end: number): Span | null {
  const start = sentence.tokens[first]?.start
  return start === undefined || start >= end ? null : [start, end]
}
