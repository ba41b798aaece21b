/** Characters that do something where they are shown, instead of being read: a page may bring them in as `&#27;` or `\u001b`. */
import type { Page } from './types.ts'

/** What a terminal takes for one command: `ESC [ 31 m`, `ESC ] 0 ; title BEL`, with their codes of one byte. */
const COMMANDS =
  /(?:\u001b\[|\u009b)[0-?]{0,40}[ -/]{0,4}[@-~]|(?:\u001b\]|\u009d)[^\u0007\u001b\u009c]{0,400}(?:\u0007|\u001b\\|\u009c)/g
/** All other controls but tab and line end, and the marks that turn the order of reading round. */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

class Sieve {
  count = 0

  readonly text = (text: string): string => {
    const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
    CONTROLS.lastIndex = 0
    if (!CONTROLS.test(lines)) return lines
    const drop = () => {
      this.count++
      return ''
    }
    return lines.replace(COMMANDS, drop).replace(CONTROLS, drop)
  }

  readonly line = (text: string): string => this.text(text).replace(/\s+/g, ' ')

  /** In an address they are written as the web writes them. */
  readonly address = (url: string): string =>
    url.replace(/[\s"<>]/g, c => encodeURIComponent(c)).replace(CONTROLS, c => encodeURIComponent(c))
}

/** The page without such characters, and a receipt for them. */
export function withoutControls(page: Page): Page {
  const sieve = new Sieve()
  const { line, text, address } = sieve
  const maybe = (words: string | null) => (words === null ? null : line(words))
  const clean: Page = {
    ...page,
    url: page.url === null ? null : address(page.url),
    title: maybe(page.title),
    section: maybe(page.section),
    authors: page.authors.map(line),
    outlets: page.outlets.map(hint => ({ ...hint, name: line(hint.name) })),
    blocks: page.blocks.map(block => ({ ...block, text: text(block.text) })),
    captions: page.captions.map(line),
    part: maybe(page.part),
  }
  if (sieve.count === 0) return clean
  const receipt = { text: `${sieve.count} control characters`, reason: 'control characters' }
  return { ...clean, removed: [...page.removed, receipt] }
}
