import { EntenteError } from '../../record/errors.ts'
import type { Block, BlockKind } from '../types.ts'
import { decodeEntities } from './entities.ts'
import { isCaptionClass, isJunk } from './junk.ts'
import { attribute, type Piece, pieces, VOID } from './tags.ts'

/** More markup than any article needs, in characters. */
const LONGEST = 3_000_000

const BREAKING: ReadonlySet<string> = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)
const BOLD: ReadonlySet<string> = new Set(['b', 'strong'])

/** Builds blocks from a stream of tags; keeps just enough state to live with markup whose opening tags are lost. */
class BlockBuilder {
  readonly blocks: Block[] = []
  private text = ''
  private linked = 0
  private bold = 0
  /** Length of the text since the last tag: what a lone closing tag closes. */
  private run = 0
  private inLink = 0
  private inBold = 0
  /** Kinds of the elements that are open around the text, innermost last. */
  private readonly around: { name: string; kind: BlockKind }[] = []
  /** An image lost its tag and left the quotation marks of its empty `alt` behind. */
  private imageLeft = false

  add(text: string): void {
    const letters = text.trim().length
    this.text += text
    this.run = letters
    if (this.inLink > 0) this.linked += letters
    if (this.inBold > 0) this.bold += letters
  }

  open(piece: Piece): void {
    const { name } = piece
    if (name === 'a') this.inLink++
    else if (BOLD.has(name)) this.inBold++
    else if (name === 'br') this.text += '\n'
    else if (name === 'td' || name === 'th') this.text += ' '
    else if (BREAKING.has(name)) {
      this.end()
      this.around.push({ name, kind: kindOf(name, piece.raw) })
    }
    this.run = 0
  }

  close(name: string, next: string): void {
    if (name === 'a') {
      if (this.inLink > 0) this.inLink--
      else this.linked += this.run
      this.run = 0
    } else if (BOLD.has(name)) {
      if (this.inBold > 0) this.inBold--
      else this.bold += this.run
    } else if (BREAKING.has(name)) {
      this.end(name, next)
      this.leave(name)
    }
  }

  private leave(name: string): void {
    for (let i = this.around.length - 1; i >= 0 && i >= this.around.length - 40; i--) {
      if (this.around[i]?.name !== name) continue
      this.around.length = i
      return
    }
  }

  /** Ends the block that is being built. `closing` and `next` tell a caption whose opening tags are lost. */
  end(closing = '', next = ''): void {
    const text = this.text
    const { linked, bold } = this
    this.text = ''
    this.linked = this.bold = this.run = 0
    for (const part of text.includes('\n') ? text.split(/\n[ \t]*\n/) : [text]) {
      const clean = tidy(part)
      if (clean === '') continue
      if (/^["'\u201d]{1,4}$/.test(clean)) {
        this.imageLeft = true
        continue
      }
      this.blocks.push({
        text: clean,
        kind: this.kind(clean, bold, closing, next),
        linked: Math.min(1, linked / clean.length),
      })
      this.imageLeft = false
    }
  }

  private kind(text: string, bold: number, closing: string, next: string): BlockKind {
    for (let i = this.around.length - 1; i >= 0; i--) {
      const kind = this.around[i]?.kind
      if (kind !== undefined && kind !== 'paragraph') return kind
    }
    if (/^h[1-6]$/.test(closing)) return 'heading'
    if (closing === 'figcaption') return 'caption'
    if (this.imageLeft && closing === 'p' && next === 'div') return 'caption'
    if (bold >= text.length * 0.9 && text.length < 90 && !/[.!?\u201d"]$/.test(text)) return 'heading'
    return 'paragraph'
  }
}

function kindOf(name: string, raw: string): BlockKind {
  if (/^h[1-6]$/.test(name)) return 'heading'
  if (name === 'li' || name === 'dd' || name === 'dt') return 'item'
  if (name === 'blockquote') return 'quote'
  if (name === 'tr') return 'table'
  if (name === 'figcaption') return 'caption'
  return isCaptionClass(attribute(raw, 'class')) ? 'caption' : 'paragraph'
}

/** White space made single, no-break spaces plain, single line breaks kept out. */
function tidy(text: string): string {
  return text.replace(/[\s\u00a0]+/g, ' ').trim()
}

/**
 * The text of a piece of HTML as blocks: paragraphs, headings, captions, items. Works on markup that lost its
 * opening tags as well: blocks then end at closing tags and blank lines, and what a lone `</a>` closes counts as linked.
 */
export function blocksOf(markup: string): Block[] {
  if (markup.length > LONGEST) {
    throw new EntenteError(
      'E_TOO_LARGE',
      `markup of ${markup.length} characters is no article; the limit is ${LONGEST}`,
    )
  }
  const builder = new BlockBuilder()
  const loose = !/<(?:p|div|br)[\s>/]/i.test(markup)
  let skipping = ''
  let depth = 0
  const all = [...pieces(markup)]
  all.forEach((piece, i) => {
    if (skipping !== '') {
      if (piece.name === skipping) depth += piece.kind === 'open' ? 1 : -1
      if (depth === 0) skipping = ''
      return
    }
    if (piece.kind === 'text') {
      builder.add(decodeEntities(loose ? piece.raw : piece.raw.replace(/\s*\n\s*/g, ' ')))
    } else if (piece.kind === 'close') {
      builder.close(piece.name, following(all, i))
    } else if (
      !VOID.has(piece.name) &&
      isJunk(piece.name, attribute(piece.raw, 'class'), attribute(piece.raw, 'id'))
    ) {
      builder.end()
      skipping = piece.name
      depth = 1
    } else builder.open(piece)
  })
  builder.end()
  return builder.blocks
}

/** Name of the closing tag that follows directly, '' if something else does. */
function following(all: readonly Piece[], i: number): string {
  let next = all[i + 1]
  if (next?.kind === 'text' && next.raw.trim() === '') next = all[i + 2]
  return next?.kind === 'close' ? next.name : ''
}

/** The text of a piece of HTML in one line: titles, names, excerpts. */
export function plainText(markup: string): string {
  let text = ''
  for (const piece of pieces(markup))
    if (piece.kind === 'text') text += piece.raw
    else if (BREAKING.has(piece.name) || piece.name === 'br') text += ' '
  return tidy(decodeEntities(text))
}
