/** Quotations with a dash and a name behind them: “We will be back.” — Ann Petrie, teacher, Toledo */
import type { Span } from '../../record/types.ts'
import type { NounGroup, Sentence } from '../../text/types.ts'
import type { Attribution } from './attribution.ts'
import type { Page } from './page.ts'
import type { QuotePart } from './quotes.ts'

/** On the same line or the next one. Two breaks of line make a paragraph of its own. */
const DASH = /^[ \t\u00a0]?\n{0,2}[ \t]?(?:[\u2014\u2013\u2015]|--?)[ \t\u00a0]?(?=\p{Lu})/u

/** A longer line is no name with a description. */
const LONGEST = 140

/** Of the words behind the dash, the place or occasion is no part of who speaks: ", at the memorial". */
const OCCASION = /,? (?:at|in|on|during|after|to|via) (?:the|a|an|his|her|\p{Lu})/u

export function captionAttributions(page: Page): Attribution[] {
  const found: Attribution[] = []
  for (const part of page.quotes.all) {
    const caption = captionOf(part, page)
    if (caption === null) continue
    part.claimed = true
    found.push(caption)
  }
  return found
}

function captionOf(part: QuotePart, page: Page): Attribution | null {
  const { text, sentences } = page.analysis
  const last = part.parts[part.parts.length - 1]
  if (part.words < 3 || last === undefined || last[1] !== part.span[1]) return null
  const dash = DASH.exec(text.slice(part.span[1], part.span[1] + 8))?.[0]
  if (dash === undefined) return null
  const start = part.span[1] + dash.length
  const source = nameFrom(text, start)
  const sentence = source === null ? undefined : sentenceAt(sentences, start, part.lastSentence.index)
  if (source === null || sentence === undefined || saysSomething(sentence, source)) return null
  const speaker = groupAt(sentence, source)
  if (speaker === null) return null
  const cue = part.span[1] + dash.search(/\S/)
  return {
    class: 'saying',
    strength: 'neutral',
    how: 'direct',
    complement: 'quote',
    source,
    speaker,
    cue: [cue, part.span[1] + dash.trimEnd().length],
    content: [...part.parts],
    sentence,
    hypothetical: false,
    ofThings: false,
    pattern: 'quotation with a dash and a name',
  }
}

/** To the end of the line, or to where the place or occasion begins. */
function nameFrom(text: string, start: number): Span | null {
  const newline = text.indexOf('\n', start)
  const line = text.slice(start, newline < 0 ? text.length : newline).trimEnd()
  if (line.length > LONGEST || /["\u201c\u201d]|[.!?] \p{Lu}\p{Ll}{3,} \p{Ll}/u.test(line)) return null
  const occasion = OCCASION.exec(line)
  const name = (occasion === null ? line : line.slice(0, occasion.index)).replace(/[.;:]$/, '')
  return name.length < 3 ? null : [start, start + name.length]
}

function sentenceAt(sentences: readonly Sentence[], offset: number, from: number): Sentence | undefined {
  for (let i = from; i < Math.min(sentences.length, from + 3); i++) {
    const sentence = sentences[i]
    if (sentence !== undefined && sentence.start <= offset && offset < sentence.end) return sentence
  }
  return undefined
}

/** `“…” — Ruiz said so`: a sentence, and no caption. */
function saysSomething(sentence: Sentence, [start, end]: Span): boolean {
  return sentence.clauses.some(
    ({ verb }) => verb?.finite === true && verb.span[0] >= start && verb.span[0] < end,
  )
}

function groupAt(sentence: Sentence, [start, end]: Span): NounGroup | null {
  return sentence.groups.find(group => group.span[0] >= start && group.span[0] < end) ?? null
}
