/** One way in which a cue's content stands to it; each file beside holds a family of them. */
import type { Cue } from '../../../knowledge/cues.ts'
import type { Span } from '../../../record/types.ts'
import type { Sentence } from '../../../text/types.ts'
import type { Complement } from '../attribution.ts'
import { spanFrom } from '../ends.ts'
import type { Page } from '../page.ts'
import type { Site } from '../sites.ts'

export interface Reported {
  content: Span[]
  complement: Complement
  pattern: string
  /** The cue may reach further than the site knew: "expressed *hope* that". */
  cueLast: number | null
}

export type Way = (site: Site, cue: Cue, page: Page) => Reported | null

export function reported(
  sentence: Sentence,
  from: number,
  end: number,
  complement: Complement,
  pattern: string,
  cueLast: number | null = null,
): Reported | null {
  const span = spanFrom(sentence, from, end)
  return span === null ? null : { content: [span], complement, pattern, cueLast }
}

export const WH = /^(whether|if|how|why|what|who|whom|when|where|which)$/

export function takesClause(cue: Cue): boolean {
  return ['that', 'wh', 'obj-that', 'obj-wh'].some(name => cue.takes.has(name))
}

export function opensQuote(text: string | undefined): boolean {
  return text !== undefined && /^(["\u201c\u2018]|'')$/.test(text)
}
