/** How wide text stands on a terminal: Chinese, Japanese and Korean letters take two columns, combining marks none. */

const WIDE: readonly [number, number][] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
]

function widthOf(char: string): number {
  const code = char.codePointAt(0) ?? 0
  if (code < 0x300) return 1
  if (/^(?:\p{Mn}|\p{Me}|\p{Cf})$/u.test(char)) return 0
  return WIDE.some(([from, to]) => code >= from && code <= to) ? 2 : 1
}

export function width(text: string): number {
  let sum = 0
  for (const char of text) sum += widthOf(char)
  return sum
}

/** Cut to `columns`, the cut shown by "…". */
export function cutTo(text: string, columns: number): string {
  if (width(text) <= columns) return text
  let out = ''
  let used = 1
  for (const char of text) {
    used += widthOf(char)
    if (used > columns) break
    out += char
  }
  return `${out.trimEnd()}…`
}

export function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)))
}

export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - width(text))) + text
}

/** Lines of at most `columns`, broken between words, or within one that is longer. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  for (let word of text.split(' ')) {
    if (line !== '' && width(line) + 1 + width(word) > columns) {
      lines.push(line)
      line = ''
    }
    while (width(word) > columns) {
      let head = ''
      for (const char of word) {
        if (width(head + char) > columns) break
        head += char
      }
      if (head === '') break
      lines.push(head)
      word = word.slice(head.length)
    }
    line = line === '' ? word : `${line} ${word}`
  }
  if (line !== '') lines.push(line)
  return lines
}
