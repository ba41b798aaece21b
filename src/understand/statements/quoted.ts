/** The quotation that belongs to a cue: before it, after it, or broken by it. */
import type { Span } from '../../record/types.ts'
import type { QuotePart, Quotes } from './quotes.ts'
import { coreEnd, coreStart, type Site } from './sites.ts'

/** A quotation may follow its cue by so many tokens: "told reporters on Monday after a meeting in Lagos: “…". */
const REACH = 18

export interface Quoted {
  content: Span[]
  parts: QuotePart[]
  /** Words outside the marks belong to it: `The deal was “dead,” he said.` */
  mixed: boolean
}

export function quotedContent(site: Site, quotes: Quotes, text: string): Quoted | null {
  // "…,” he said, adding “…”: what stands before a participle is somebody's already.
  const before = site.verb.finite ? quoteBefore(site, quotes, text) : null
  const after = quoteAfter(site, quotes, text)
  const content: Span[] = []
  const parts: QuotePart[] = []
  let mixed = false
  if (before !== null) {
    parts.push(before)
    content.push(...runningTo(before, text))
    if (!before.startsSentence && content.length === 1) {
      content[0] = [before.firstSentence.start, before.span[1]]
      mixed = true
    }
  }
  if (after !== null) {
    parts.push(after)
    for (const span of after.parts) if (span[0] >= after.span[0]) content.push(span)
    for (const next of joinedTo(after, quotes, text)) {
      parts.push(next)
      const last = content[content.length - 1]
      if (last !== undefined) last[1] = next.span[1]
    }
  }
  return parts.length > 0 ? { content, parts, mixed } : null
}

/** `“Fund our schools,” and “Put kids first”`: quotations in a row are one. */
function joinedTo(first: QuotePart, quotes: Quotes, text: string): QuotePart[] {
  const row: QuotePart[] = []
  let end = first.span[1]
  while (row.length < 6) {
    const gap = /^,? ?(?:and|or)? /.exec(text.slice(end, end + 8))?.[0]
    const next = gap === undefined ? null : quotes.startingAt(end + gap.length)
    if (next === null || next.claimed || !/and|or|,/.test(gap ?? '')) break
    row.push(next)
    end = next.span[1]
  }
  return row
}

/** The parts up to this one; an earlier one that stands behind other words carries on a cue of its own paragraph. */
function runningTo(part: QuotePart, text: string): Span[] {
  const content: Span[] = [part.span]
  const earlier = part.parts.filter(span => span[1] < part.span[0]).reverse()
  for (const span of earlier) {
    const line = text.slice(text.lastIndexOf('\n', span[0]) + 1, span[0])
    if (line.trim() !== '') break
    content.unshift(span)
  }
  return content
}

function quoteBefore(site: Site, quotes: Quotes, text: string): QuotePart | null {
  const { tokens } = site.sentence
  for (let i = coreStart(site) - 1; i >= 0; i--) {
    const token = tokens[i]
    if (token === undefined) return null
    const part = quotes.endingAt(token.end)
    if (part !== null) return part.claimed || !mayStandBefore(site, part, text) ? null : part
    // `said they want “justice,” but pledged`: the quotation is the first verb's, unless a new subject stands behind.
    const joins = token.pos === 'CCONJ' && site.own !== null
    const passes = token.pos === 'ADV' || joins || /^[,\u2014\u2013-]$/.test(token.text)
    if (!passes) return null
  }
  // `“Why now?” Ruiz asked.`, where the question was taken for a sentence of its own.
  const gap = text.slice(site.sentence.start - 3, site.sentence.start)
  if (gap.includes('\n')) return null
  const part = quotes.endingAt(site.sentence.start - (gap.length - gap.trimEnd().length))
  if (part === null || part.claimed || !/[?!]/.test(text[part.span[1] - 2] ?? '')) return null
  return part
}

/** A short quotation that runs on into the sentence is no quotation of what is said: `the “czar” said no`. */
function mayStandBefore(site: Site, part: QuotePart, text: string): boolean {
  const inside = text.slice(part.span[1] - 3, part.span[1])
  const behind = text.slice(part.span[1], part.span[1] + 2)
  return (
    /[,.?!\u2014\u2013-]/.test(inside) ||
    /^[,\u2014\u2013-]|^ [\u2014\u2013-]/.test(behind) ||
    (part.startsSentence && site.inverted)
  )
}

function quoteAfter(site: Site, quotes: Quotes, text: string): QuotePart | null {
  const { tokens, clauses } = site.sentence
  const from = coreEnd(site) + 1
  const verbs = new Set<number>()
  for (const clause of clauses) {
    const { verb } = clause
    if (clause === site.clause || verb === null) continue
    // "…,” she said, adding later, “…": the second quotation is the second verb's.
    if (verb.finite || (clause.kind === 'participle' && tokens[verb.first - 1]?.text === ','))
      verbs.add(verb.head)
  }
  for (let i = from; i < tokens.length && i < from + REACH; i++) {
    const token = tokens[i]
    if (token === undefined) return null
    const part = quotes.startingAt(token.start)
    if (part !== null) return isIntroduced(site, part, i, text) && !part.claimed ? part : null
    if (verbs.has(i) || token.text === ';') return null
  }
  return null
}

/** After a comma or colon, or right behind the verb where nothing of the sentence follows. */
function isIntroduced(site: Site, part: QuotePart, at: number, text: string): boolean {
  const before = site.sentence.tokens[at - 1]
  const direct = site.cue?.takes.has('quote') === true
  if (before !== undefined && /^[,:\u2014\u2013]$/.test(before.text)) {
    return before.text === ':' || direct || /\p{Lu}/u.test(text[part.span[0] + 1] ?? '')
  }
  return direct && at === coreEnd(site) + 1 && part.endsSentence
}
