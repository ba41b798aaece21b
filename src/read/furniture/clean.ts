import { bioName, namesIn } from '../meta/authors.ts'
import type { Block, Page, Removal } from '../types.ts'
import { isCaption } from './captions.ts'
import { isByline, isDateLine } from './marks.ts'
import { furnitureRule } from './match.ts'
import { isProse, isSentence, key, wordCount } from './prose.ts'
import type { FurnitureRule } from './rule.ts'

/** What follows a marker such as "More from World" is cut to the end if it holds less than this share of the prose. */
const TAIL_SHARE = 0.3
/** Blocks at the beginning that may be labels. */
const START_REACH = 12
/** Blocks at the end among which the author may be presented. */
const BIO_REACH = 4

const COLOPHON: ReadonlySet<string> = new Set(['copyright', 'print edition note', 'syndication note'])

/** What agencies put behind their last word. */
const END_MARK = /\s+(?:Enditem|\((?:END|ENDS|MORE)\)|-30-|#{3}|■|●|▲|◆)$/

export interface Cleaned {
  paragraphs: string[]
  captions: string[]
  removed: Removal[]
  /** Lines outside the article that may say who published it and when. */
  edges: string[]
  /** Lines that present the author. */
  bios: string[]
}

/** Takes everything out of a page's blocks that is not the article. */
export function clean(page: Page): Cleaned {
  const work = new Cleaning(page)
  work.cutLines()
  work.cutStart()
  work.cutEnd()
  work.cutLinks()
  return work.result()
}

class Cleaning {
  private blocks: Block[]
  private readonly captions: string[]
  private readonly removed: Removal[]
  private readonly edges: string[] = []
  private readonly bios: string[] = []
  private readonly titleKey: string
  private readonly page: Page

  /** Rules that take a line at an article's edges, by line: asked for more than once. */
  private readonly atEdge = new Map<string, FurnitureRule | null>()

  constructor(page: Page) {
    this.page = page
    this.blocks = page.blocks
    this.captions = [...page.captions]
    this.removed = [...page.removed]
    this.titleKey = key(page.title ?? '')
  }

  /** Captions, lines that no article holds, and what follows a marker of other articles. */
  cutLines(): void {
    const kept: Block[] = []
    const [first, last] = this.proseRange()
    for (let i = 0; i < this.blocks.length; i++) {
      const block = this.blocks[i]
      if (block === undefined) continue
      const reason = this.reasonAgainst(block, i < first || i > last)
      if (reason === null) {
        kept.push(block)
        continue
      }
      this.cut(block, reason.reason)
      if (!reason.rest) continue
      const end = block.text.endsWith(':') ? this.endOfList(i + 1) : this.endOfTeasers(i + 1)
      for (let k = i + 1; k < end; k++) this.cutTeaser(this.blocks[k], reason.reason)
      i = end - 1
    }
    this.blocks = kept
  }

  /** Rights and editions are noted below the teasers as well. */
  private cutTeaser(block: Block | undefined, reason: string): void {
    if (block !== undefined && COLOPHON.has(this.ruleFor(block.text, true)?.reason ?? ''))
      this.edges.push(block.text)
    this.cut(block, reason)
  }

  private reasonAgainst(block: Block, edge: boolean): { reason: string; rest: boolean } | null {
    const { text, kind } = block
    if (kind === 'caption' || (kind !== 'heading' && isCaption(text))) {
      if (wordCount(text) > 3) this.captions.push(text)
      return { reason: 'caption', rest: false }
    }
    if (edge && this.titleKey !== '' && key(text) === this.titleKey)
      return { reason: 'title repeated', rest: false }
    const rule = this.ruleFor(text, edge)
    if (rule === null) return null
    if (rule.reason === 'about the author') this.bios.push(text)
    else this.edges.push(text)
    return { reason: rule.reason, rest: rule.takes === 'rest' }
  }

  /** Dates, bylines and labels that stand before the first sentence of a page that has paragraphs. */
  cutStart(): void {
    if (this.blocks.filter(block => isProse(block.text)).length < 2) return
    let start = 0
    const authors = this.page.authors.flatMap(namesIn)
    for (const block of this.blocks.slice(0, START_REACH)) {
      const { text, kind } = block
      const presented = bioName(text)
      if (presented !== null && authors.includes(presented)) {
        this.bios.push(text)
        this.cut(block, 'about the author')
        start++
        continue
      }
      if (kind !== 'paragraph' && kind !== 'heading') break
      const marked = isByline(text) || isDateLine(text)
      if (!marked && (isSentence(text) || text.length > 120 || /[:,;]$/.test(text))) break
      if (marked) this.edges.push(text)
      this.cut(block, marked ? 'byline or date' : 'line before the beginning')
      start++
    }
    this.blocks = this.blocks.slice(start)
  }

  private ruleFor(text: string, edge: boolean): FurnitureRule | null {
    let rule = this.atEdge.get(text)
    if (rule === undefined) {
      rule = furnitureRule(text, true)
      this.atEdge.set(text, rule)
    }
    // A line that a rule for edges takes may still fall under one that holds anywhere.
    return rule === null || edge || rule.where === 'anywhere' ? rule : furnitureRule(text, false)
  }

  /** First and last paragraph of running text. */
  private proseRange(): [number, number] {
    const at = this.blocks.flatMap((block, i) =>
      isProse(block.text) && this.ruleFor(block.text, true) === null ? [i] : [],
    )
    return [at[0] ?? 0, at[at.length - 1] ?? this.blocks.length - 1]
  }

  /** "Related:" with a colon stands amid an article, over a few headlines that end without a full stop. */
  private endOfList(from: number): number {
    let end = from
    while (end < this.blocks.length && !/\.["'\u201d\u2019]?$/.test(this.blocks[end]?.text ?? '')) end++
    return end
  }

  /** For each block the characters of prose from it on, by the blocks that it was counted for: a page may have thousands of markers. */
  private prose: { of: readonly Block[]; from: number[] } = { of: [], from: [0] }

  private proseFrom(at: number): number {
    if (this.prose.of !== this.blocks) {
      const from = Array.from({ length: this.blocks.length + 1 }, () => 0)
      for (let i = this.blocks.length - 1; i >= 0; i--) {
        const block = this.blocks[i]
        const own = block !== undefined && isProse(block.text) && block.linked < 0.5 ? block.text.length : 0
        from[i] = (from[i + 1] ?? 0) + own
      }
      this.prose = { of: this.blocks, from }
    }
    return this.prose.from[at] ?? 0
  }

  /** Where the article goes on after a marker: nowhere if little prose is left, else at the next paragraph. */
  private endOfTeasers(from: number): number {
    const rest = this.proseFrom(from)
    // "UP NEXT" over "Argentina: Host Chile on Friday." is a heading of the article's own.
    const next = this.blocks[from]
    if (
      next !== undefined &&
      isSentence(next.text) &&
      next.linked < 0.5 &&
      !/(?:\.\.\.|\u2026)$/.test(next.text)
    )
      return from
    if (rest < this.proseFrom(0) * TAIL_SHARE) return this.blocks.length
    for (let i = from; i < this.blocks.length; i++) {
      const block = this.blocks[i]
      if (block !== undefined && isSentence(block.text) && block.linked < 0.5) return i
    }
    return this.blocks.length
  }

  /** The author's presentation and whatever else stands after the last sentence. */
  cutEnd(): void {
    this.cutTrailing()
    this.cutBio()
    this.cutTrailing()
  }

  private cutTrailing(): void {
    for (let step = 0; step < 30 && this.blocks.length > 1; step++) {
      const last = this.blocks[this.blocks.length - 1]
      if (last === undefined) return
      const reason = this.endReason(last)
      if (reason === null) break
      this.blocks.pop()
      this.cut(last, reason)
    }
  }

  private endReason(block: Block): string | null {
    const rule = this.ruleFor(block.text, true)
    if (rule !== null) {
      if (rule.reason === 'about the author') this.bios.push(block.text)
      else this.edges.push(block.text)
      return rule.reason
    }
    if (isByline(block.text) || isDateLine(block.text)) {
      this.edges.push(block.text)
      return 'byline or date'
    }
    if (block.kind === 'heading') return 'heading without text'
    if (block.kind === 'item' || block.kind === 'table' || block.kind === 'quote')
      return block.linked > 0.8 ? 'list of links' : null
    if (
      isSentence(block.text) ||
      block.text.length > 140 ||
      /[.!?\u3002]['"\u201d\u2019]?\s/.test(block.text) ||
      /[:;,\u3002]$/.test(block.text)
    )
      return null
    if (block.linked > 0.8) return 'list of links'
    if (this.page.format !== 'text' && block.linked === 0) return null
    this.edges.push(block.text)
    return 'line after the end'
  }

  /** "Ana Silva is a fellow at …" at the end, unless the article has spoken of Silva before. */
  private cutBio(): void {
    const authors = this.page.authors.flatMap(namesIn)
    for (let i = this.blocks.length - 1; i > 0 && i >= this.blocks.length - BIO_REACH; i--) {
      const block = this.blocks[i]
      const name = block === undefined || block.text.length > 700 ? null : bioName(block.text)
      if (block === undefined || name === null) continue
      if (!authors.includes(name) && this.spokenOf(name, i)) continue
      for (const after of this.blocks.splice(i)) this.cut(after, 'about the author')
      this.bios.push(block.text)
      // The name alone stands over it as a label.
      const label = this.blocks.at(-1)
      if (label?.text === name && this.blocks.length > 1) this.cut(this.blocks.pop(), 'about the author')
    }
  }

  private spokenOf(name: string, before: number): boolean {
    const surname = name.split(' ').at(-1) ?? name
    const pattern = new RegExp(`(?<![\\p{L}])${surname.replace(/[^\p{L}'’-]/gu, '.')}(?![\\p{L}])`, 'u')
    return this.blocks.slice(0, before).some(block => pattern.test(block.text))
  }

  /** Lines that are nothing but links, and headings that head nothing. */
  cutLinks(): void {
    this.blocks = this.blocks.filter((block, i) => {
      const loose = block.linked > 0.9 && block.kind !== 'quote' && !isSentence(block.text)
      const empty = block.kind === 'heading' && this.blocks[i + 1] === undefined
      if (loose) this.cut(block, 'link')
      else if (empty) this.cut(block, 'heading without text')
      return !loose && !empty
    })
  }

  private cut(block: Block | undefined, reason: string): void {
    if (block !== undefined) this.removed.push({ text: block.text, reason })
  }

  result(): Cleaned {
    const { captions, removed, edges, bios } = this
    const paragraphs = this.blocks.map(block => block.text)
    const last = paragraphs.at(-1)
    if (last !== undefined) paragraphs[paragraphs.length - 1] = last.replace(END_MARK, '')
    return { paragraphs, captions, removed, edges, bios }
  }
}
