import { cutTo, pad, padStart, width, wrap } from './width.ts'

export interface TableColumn {
  name: string
  align?: 'left' | 'right'
  /** Takes what room the others leave; its text is wrapped, the others' is cut. */
  flexible?: boolean
  /** Widest that a column may get. */
  most?: number
}

export type Paint = (text: string) => string

export interface Cell {
  text: string
  paint?: Paint
  /** Of our own making, its blanks to be kept: a bar. All other text is cleaned. */
  drawn?: true
}

const GAP = '  '
/** What the flexible column gets at least. */
const LEAST = 30

function widths(
  columns: readonly TableColumn[],
  rows: readonly (readonly Cell[])[],
  total: number,
): number[] {
  const natural = columns.map(({ name, most = 40 }, i) =>
    Math.min(most, Math.max(width(name), ...rows.map(row => width(row[i]?.text ?? '')))),
  )
  const flexible = columns.findIndex(column => column.flexible === true)
  if (flexible < 0) return natural
  const room = total - GAP.length * (columns.length - 1)
  const others = () => natural.reduce((sum, w, i) => (i === flexible ? sum : sum + w), 0)
  // The widest of the others give way, one column at a time, until the text has its least.
  while (room - others() < LEAST) {
    const widest = natural.reduce(
      (best, w, i) => (i !== flexible && w > (natural[best] ?? 0) ? i : best),
      flexible === 0 ? 1 : 0,
    )
    if ((natural[widest] ?? 0) <= 6) break
    natural[widest] = (natural[widest] ?? 0) - 1
  }
  natural[flexible] = Math.max(LEAST, room - others())
  return natural
}

function line(cells: readonly Cell[], columns: readonly TableColumn[], sizes: readonly number[]): string {
  const painted = columns.map((column, i) => {
    const { text = '', paint = (t: string) => t } = cells[i] ?? {}
    const size = sizes[i] ?? 0
    const cut = cutTo(text, size)
    const space = ' '.repeat(Math.max(0, size - width(cut)))
    return column.align === 'right' ? space + paint(cut) : paint(cut) + space
  })
  return painted.join(GAP).trimEnd()
}

/** Lays out a table: its heading, and a printer for each row; a row's long text goes on below itself. */
export function layOut(
  columns: readonly TableColumn[],
  rows: readonly (readonly Cell[])[],
  room: number,
): { heading: string; row(cells: readonly Cell[]): string; indent: string } {
  const sizes = widths(columns, rows, room)
  const flexible = columns.findIndex(column => column.flexible === true)
  const before = sizes.slice(0, Math.max(0, flexible)).reduce((sum, w) => sum + w + GAP.length, 0)
  const indent = ' '.repeat(before)
  const heading = columns
    .map(({ name, align }, i) => (align === 'right' ? padStart : pad)(name, sizes[i] ?? 0))
    .join(GAP)
    .trimEnd()
  return {
    heading,
    indent,
    row(cells) {
      const long = cells[flexible]
      if (long === undefined) return line(cells, columns, sizes)
      const [first = '', ...rest] = wrap(long.text, sizes[flexible] ?? 40)
      const paint = long.paint ?? (t => t)
      const head = line(
        cells.map((cell, i) => (i === flexible ? { ...cell, text: first } : cell)),
        columns,
        sizes,
      )
      return [head, ...rest.map(text => indent + paint(text))].join('\n')
    },
  }
}
