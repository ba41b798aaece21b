/** Lines that belong to one another: what stands between two blank lines. */
export type Chunk = string[]

const LONGEST_WRAPPED = 140
const ENDED = /[.!?\u2026:\u3002]["'\u201d\u2019\u00bb\u300d)\]]{0,3}$/

/** A text's chunks, each line trimmed of no-break and ordinary spaces; hard-wrapped lines are joined again. */
export function chunksOf(text: string): Chunk[] {
  const chunks: Chunk[] = []
  let current: string[] = []
  const flush = () => {
    if (current.length > 0) chunks.push(unwrap(current))
    current = []
  }
  for (const line of text.split('\n')) {
    if (line.trim() === '') flush()
    else current.push(...columnsOf(line))
  }
  flush()
  return chunks
}

/** A running head sets two things at the two ends of a line: "Example Institute            Policy Note 7". */
function columnsOf(line: string): string[] {
  if (!line.includes('        ')) return [line]
  const parts = line.trim().split(/ {8,}/)
  return parts.length === 2 && parts.every(part => /\p{L}{2}/u.test(part)) ? parts : [line]
}

/**
 * Joins lines that were broken at a column. They are about as long as one another, the last of a paragraph excepted,
 * and most break off in mid-sentence. An indented line, or one after a short line that ends a sentence, begins a paragraph.
 */
function unwrap(lines: readonly string[]): string[] {
  const width = widthOf(lines)
  if (width === 0) return lines.map(squeeze)
  const paragraphs: string[] = []
  let parts: string[] = []
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1] ?? ''
    const begins =
      parts.length > 0 &&
      (/^(?:\s{2,}|\t)\S/.test(line) || (before.length < width * 0.75 && ENDED.test(before.trimEnd())))
    if (begins) {
      paragraphs.push(parts.join(''))
      parts = []
    }
    append(parts, squeeze(line))
  }
  paragraphs.push(parts.join(''))
  return paragraphs
}

/** Lines of a mail's head are lines of their own, however long. */
const LABEL = /^>?\s?(?:From|To|Cc|Date|Sent|Subject|Reply-To)\s?:\s/
/** "URL: https://example.org/a" */
const ADDRESS = /^\s*(?:url|link|source|web)\s?:\s?https?:\/\/\S+\s*$/i

/** The column at which lines are broken, 0 if they are not. */
function widthOf(lines: readonly string[]): number {
  if (lines.length < 2 || lines.filter(line => LABEL.test(line)).length >= 2) return 0
  if (lines.some(line => ADDRESS.test(line))) return 0
  let width = 0
  for (const line of lines) width = Math.max(width, line.trimEnd().length)
  // Two or three short lines are labels rather than a broken paragraph.
  if (width > LONGEST_WRAPPED || width < (lines.length < 4 ? 60 : 40)) return 0
  let full = 0
  let open = 0
  for (let i = 0; i < lines.length - 1; i++) {
    const line = lines[i]?.trimEnd() ?? ''
    if (line.length >= width * 0.75) full++
    if (!ENDED.test(line)) open++
  }
  const breaks = lines.length - 1
  return full >= breaks * 0.7 && open >= Math.max(1, breaks * 0.5) ? width : 0
}

/** Beginnings of words that keep their hyphen: "co-" at the end of a line, "operation" on the next. */
const HYPHENED =
  /(?:^|[\s-])(?:co|non|anti|pre|post|self|well|ex|semi|multi|long|short|so|vice|mid|cross|half|high|low|north|south|east|west|two|three|four|five|six|one|all|then|now|near|far|full|part|inter|pro|counter|ultra|war|peace|trade|state|air|sea|land|anglo|sino|russo|franco)-$/i

/** Adds a line to those before it. A hyphen at the break goes with the break, unless the word is written with one. */
function append(parts: string[], line: string): void {
  const before = parts.at(-1)
  if (before === undefined) parts.push(line)
  else if (!/\p{L}-$/u.test(before)) parts.push(` ${line}`)
  else {
    const broken = /\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(line) && !HYPHENED.test(before)
    if (broken) parts[parts.length - 1] = before.slice(0, -1)
    parts.push(line)
  }
}

function squeeze(line: string): string {
  const trimmed = line.trim()
  return /[\t\u00a0\u3000\u2000-\u200a]| {2}/.test(trimmed)
    ? trimmed.replace(/[\s\u00a0\u3000]+/g, ' ')
    : trimmed
}
