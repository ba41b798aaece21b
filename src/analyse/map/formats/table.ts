/** Tables of values between commas (RFC 4180), as spreadsheets write them too. */

/** A cell that a spreadsheet would run as a formula gets an apostrophe, and so does one that begins with it. */
function safe(cell: string): string {
  return /^['=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell
}

function plain(cell: string): string {
  return /^'['=+\-@\t\r\n]/.test(cell) ? cell.slice(1) : cell
}

export function tableLine(cells: readonly (string | number)[]): string {
  const written = cells.map(cell => {
    if (typeof cell === 'number') return String(cell)
    const text = safe(cell)
    return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  })
  return `${written.join(',')}\r\n`
}

/** Rows of cells. The mark between cells is the one of , ; and tab that the first line has most of. */
export function tableRows(text: string): string[][] {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text
  const mark = markOf(body.split('\n', 1)[0] ?? '')
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < body.length) {
    const cell = body[at] === '"' ? quoted(body, at) : bare(body, at, mark)
    row.push(plain(cell.text))
    at = cell.end
    if (body[at] === mark) {
      at++
      // A mark at the very end opens one more, empty, cell.
      if (at === body.length) row.push('')
      continue
    }
    if (body[at] === '\r') at++
    if (body[at] === '\n') at++
    rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push(row)
  return rows.filter(cells => cells.some(cell => cell.trim() !== ''))
}

interface Cell {
  text: string
  end: number
}

function bare(text: string, start: number, mark: string): Cell {
  let end = start
  while (end < text.length && text[end] !== mark && text[end] !== '\n' && text[end] !== '\r') end++
  return { text: text.slice(start, end), end }
}

/** Up to the quotation mark that is not doubled; what stands behind it up to the next mark belongs to nothing. */
function quoted(text: string, start: number): Cell {
  let out = ''
  let at = start + 1
  for (;;) {
    const next = text.indexOf('"', at)
    if (next < 0) return { text: out + text.slice(at), end: text.length }
    out += text.slice(at, next)
    if (text[next + 1] !== '"') return { text: out, end: next + 1 }
    out += '"'
    at = next + 2
  }
}

function markOf(line: string): string {
  let best = ','
  for (const mark of [';', '\t']) if (line.split(mark).length > line.split(best).length) best = mark
  return best
}
