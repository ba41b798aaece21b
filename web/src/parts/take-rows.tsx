/** What is on a screen that the server has no list for, to take away as it stands there. */
import { useState } from 'react'
import { csvLine, mdCell, mdLine } from '../../../src/export/cells.ts'
import { type Dossier, messageOf, useAsk } from '../api.ts'
import { useWords } from '../i18n/index.tsx'

type Cell = string | number | null

export interface Rows {
  /** Names of the columns; the same in every language, as programs read them. */
  columns: readonly string[]
  rows: readonly (readonly Cell[])[]
}

const TYPES = { csv: 'text/csv', json: 'application/json', md: 'text/markdown' } as const
type Format = keyof typeof TYPES

/** What was asked, of which record, when: a table without it cannot be cited. */
function stampOf(name: string, version: string): string {
  const asked = [...new URLSearchParams(window.location.search)].map(([key, value]) => `${key}=${value}`)
  const at = new Date().toISOString().slice(0, 16).replace('T', ' ')
  return `Entente, ${[name, ...asked].join(', ')}; record ${version}; ${at} UTC`
}

function write({ columns, rows }: Rows, format: Format, stamp: string): string {
  if (format === 'json') {
    const items = rows.map(row => Object.fromEntries(columns.map((column, i) => [column, row[i] ?? null])))
    return `${JSON.stringify({ stamp, items }, null, 1)}\n`
  }
  if (format === 'csv')
    return [csvLine([...columns, 'stamp']), ...rows.map(row => csvLine([...row, stamp]))].join('')
  return [
    mdLine(columns),
    mdLine(columns.map(() => '---')),
    ...rows.map(mdLine),
    `\n${mdCell(stamp)}\n`,
  ].join('')
}

/** Hands a text to the browser as a file. */
export function saveFile(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type}; charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

/** `take`: all rows, those of later pages among them. */
export function TakeRows({ name, take }: { name: string; take: () => Rows | Promise<Rows> }) {
  const { t } = useWords()
  const { data } = useAsk<Dossier>('/api/dossier')
  const [error, setError] = useState('')
  const save = async (format: Format) => {
    try {
      const text = write(await take(), format, stampOf(name, data?.version ?? ''))
      saveFile(`entente-${name}.${format}`, text, TYPES[format])
      setError('')
    } catch (wrong) {
      setError(messageOf(wrong))
    }
  }
  return (
    <span className="take">
      {error === '' ? null : <span role="alert">{error}</span>}
      <span>{t.common.take}:</span>
      {(['csv', 'json', 'md'] as const).map(format => (
        <button key={format} type="button" onClick={() => void save(format)}>
          {format.toUpperCase()}
        </button>
      ))}
      <Print />
    </span>
  )
}

export function Print() {
  const { t } = useWords()
  return (
    <button type="button" onClick={() => window.print()}>
      {t.common.print}
    </button>
  )
}

/** A day or days of an interval, as a cell. */
export const dayCell = (date: { start: string | null; end: string | null } | null): string =>
  date === null ? '' : date.start === date.end ? (date.start ?? '') : `${date.start ?? ''}/${date.end ?? ''}`
