/**
 * One cell of a CSV table (RFC 4180). Spreadsheets run a cell that begins with = + - @ as a formula, and a headline may begin so: such a cell
 * gets an apostrophe before it, which they take for "text". Numbers stay numbers.
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[\s\u0000]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** One cell of a Markdown table: a line, with nothing in it that Markdown would take for its own. */
export const mdCell = (cell: string | number | null): string =>
  String(cell ?? '')
    .replace(/\s+/g, ' ')
    .replace(/[\\|`*_<>[\]]/g, c => `\\${c}`)

export const mdLine = (cells: readonly (string | number | null)[]): string =>
  `| ${cells.map(mdCell).join(' | ')} |\n`
