/** Cues that stand aside: "as one envoy put it", "which, they said, would cut wages", "what she called a farce". */
import type { Cue } from '../../../knowledge/cues.ts'
import type { Span } from '../../../record/types.ts'
import type { Sentence } from '../../../text/types.ts'
import { clauseEnd, phraseEnd, spanFrom, trimmedEnd } from '../ends.ts'
import type { Page } from '../page.ts'
import { coreEnd, coreStart, isWord, type Site } from '../sites.ts'
import { type Reported, takesClause } from './way.ts'

/** "As Ruiz noted, …", "…, as even his aides admit", "The pact, as he sees it, is dead": all but the aside is content. */
export function asAside(site: Site, cue: Cue, page: Page): Reported | null {
  const { sentence, verb } = site
  const { tokens } = sentence
  if (!verb.finite || verb.voice === 'passive' || site.own === null || site.inverted) return null
  if (!takesClause(cue) && !/^(put|see)$/.test(cue.word)) return null
  let as = coreStart(site) - 1
  while (tokens[as]?.pos === 'ADV' && tokens[as]?.lower !== 'as') as--
  const seam = tokens[as - 1]
  if (tokens[as]?.lower !== 'as' || (as > 0 && !/^[,\u2014\u2013("\u201d]$/.test(seam?.text ?? '')))
    return null
  const end = endOfAside(sentence, coreEnd(site) + 1)
  if (end === null) return null
  const content: Span[] = []
  const head =
    as > 1 ? spanFrom(sentence, firstWord(sentence), trimmedEnd(sentence, as - 1, page.quotes)) : null
  if (head !== null) content.push(head)
  const tail = spanFrom(sentence, end + 1, clauseEnd(site, end + 1, page))
  if (tail !== null && isWord(tokens[end + 1]) && (head === null || !startsAnew(sentence, end + 1)))
    content.push(tail)
  return content.length === 0
    ? null
    : { content, complement: 'clause', pattern: 'clause around an aside', cueLast: null }
}

/** The comma or end of sentence behind the cue, where nothing but "it", a time or an occasion stands between. */
function endOfAside(sentence: Sentence, from: number): number | null {
  const { tokens, clauses } = sentence
  for (let i = from; i < from + 10; i++) {
    const token = tokens[i]
    if (token === undefined || /^[,.;)\u2014\u2013]$/.test(token.text)) return i
    if (i === from && token.lower === 'it') continue
    const phrase = token.pos === 'ADP' || token.pos === 'ADV' || i > from
    if (
      !phrase ||
      clauses.some(({ verb }) => verb?.first === i) ||
      /^(that|he|she|it|they)$/.test(token.lower)
    )
      return null
  }
  return null
}

function firstWord({ tokens }: Sentence): number {
  return Math.max(0, tokens.findIndex(isWord))
}

/** Behind "…, as he said," a new clause of the writer's: "but …", "and …". */
function startsAnew({ tokens }: Sentence, at: number): boolean {
  return tokens[at]?.pos === 'CCONJ' || tokens[at]?.form === 'gerund'
}

const PRONOUN = /^(which|who|that|what)$/

/** "men *who* she says *are armed*", "the stadium, *which*, Ruiz said, *is full*": the pronoun and the verb behind the cue. */
export function aroundCue(site: Site, cue: Cue, page: Page): Reported | null {
  const { sentence, verb } = site
  const { tokens } = sentence
  if (!verb.finite || verb.voice === 'passive' || site.own === null || site.inverted) return null
  if (!takesClause(cue) || cue.class === 'stance') return null
  let at = coreStart(site) - 1
  const comma = tokens[at]?.text === ','
  if (comma) at--
  const pronoun = tokens[at]
  if (pronoun === undefined || !PRONOUN.test(pronoun.lower)) return null
  // "the reforms that the premier proposed have stalled": what he proposed is the noun.
  if (pronoun.lower === 'that' && cue.takes.has('np')) return null
  let from = coreEnd(site) + 1
  if (comma && tokens[from]?.text === ',') from++
  const next = tokens[from]
  const finite =
    next?.pos === 'AUX' || (next?.pos === 'VERB' && /^(third|past|past-or-participle)$/.test(next.form ?? ''))
  if (!finite) return null
  let last = from
  while (last + 1 < tokens.length && !/^[,;\u2014\u2013]$/.test(tokens[last + 1]?.text ?? '')) last++
  const rest = spanFrom(sentence, from, trimmedEnd(sentence, last, page.quotes))
  if (rest === null) return null
  return {
    content: [[pronoun.start, pronoun.end], rest],
    complement: 'clause',
    pattern: 'clause around its cue',
    cueLast: null,
  }
}

/** "what she called a “rant”", "what they see as neglect". */
export function whatCalled(site: Site, cue: Cue, page: Page): Reported | null {
  const { sentence, verb } = site
  if (!verb.finite || verb.voice === 'passive' || site.own === null) return null
  const what = sentence.tokens[coreStart(site) - 1]
  if (what?.lower !== 'what') return null
  const as = sentence.tokens[site.last + 1]?.lower === 'as'
  if (!(as ? cue.takes.has('np-as') : cue.takes.has('np-pred'))) return null
  const from = site.last + (as ? 2 : 1)
  const name = spanFrom(sentence, from, phraseEnd(sentence, from, page))
  if (name === null) return null
  return {
    content: [[what.start, what.end], name],
    complement: 'phrase',
    pattern: 'what somebody calls it',
    cueLast: as ? site.last + 1 : null,
  }
}
