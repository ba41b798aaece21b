/** Quotations without a cue of their own: they carry on whoever spoke last. */
import type { Attribution } from './attribution.ts'
import type { Page } from './page.ts'
import type { QuotePart } from './quotes.ts'

/** Fewer words in the middle of a sentence are a title, a term, or a distancing mark. */
const SENTENCE_LENGTH = 4

/**
 * Adds each unclaimed quotation to the attribution before it in its paragraph; returns new attributions for
 * those that stand in a paragraph of their own, by the last speaker.
 */
export function followOns(page: Page, found: Attribution[]): Attribution[] {
  const added: Attribution[] = []
  const spoken = found
    .filter(one => one.class === 'saying' && /^(quote|clause)$/.test(one.complement))
    .sort((a, b) => endOf(a) - endOf(b))
  let at = 0
  let last: Attribution | null = null
  for (const part of page.quotes.all) {
    while (at < spoken.length && endOf(spoken[at]) <= part.span[0]) {
      last = spoken[at] ?? null
      at++
    }
    if (last === null || part.claimed) continue
    // Each paragraph of a long quotation opens with a mark; all are one speech.
    const runsOn = last.content.some(span => part.parts.includes(span))
    if (!runsOn && (!isUtterance(part, last) || isInside(part, found))) continue
    if (runsOn || last.sentence.paragraph === part.firstSentence.paragraph) {
      last.content.push(part.span)
      part.claimed = true
    } else if (part.firstSentence.paragraph - last.sentence.paragraph <= 2 && last.how !== 'indirect') {
      part.claimed = true
      last = carriedOn(last, part)
      added.push(last)
    }
  }
  return added
}

function carriedOn(last: Attribution, part: QuotePart): Attribution {
  return {
    ...last,
    cue: null,
    content: [part.span],
    complement: 'quote',
    how: 'direct',
    sentence: part.firstSentence,
    pattern: 'quotation that carries on',
  }
}

function isUtterance(part: QuotePart, last: Attribution): boolean {
  if (!part.startsSentence || !part.endsSentence) return false
  const follows = last.how === 'direct' && last.sentence.paragraph === part.firstSentence.paragraph
  return follows || part.words >= SENTENCE_LENGTH
}

/** The end of an attribution: of its content or its cue, whichever is later. */
function endOf(attribution: Attribution | undefined): number {
  if (attribution === undefined) return 0
  const content = attribution.content[attribution.content.length - 1]?.[1] ?? 0
  return Math.max(content, attribution.cue?.[1] ?? 0)
}

/** Already somebody's: part of longer words that are attributed. */
function isInside(part: QuotePart, found: readonly Attribution[]): boolean {
  return found.some(one => one.content.some(([start, end]) => start <= part.span[0] && part.span[1] <= end))
}
