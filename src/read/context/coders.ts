/** Events of other coders, as their tables have them: context for ours, never part of the record. */
import { isDate } from '../../record/interval.ts'

export interface OthersEvent {
  /** YYYY-MM-DD. GDELT's is often the day of the report. */
  day: string
  /** ISO 3166-1 alpha-3, where the coder knows the states of both sides. */
  source: string
  target: string
  /** From −10 (conflict) to 10 (cooperation), by the coder's own scale. */
  intensity: number
}

/** One coder's table. */
export interface Coder {
  readonly name: string
  /** How its rows are read, from the first line; null where it is no table of this coder. */
  reader(first: string): ((cells: readonly string[]) => OthersEvent | null) | null
}

/** CAMEO's codes of states that are not, or no longer, those of ISO. */
const CAMEO: { readonly [code: string]: string } = { ROM: 'ROU', ZAR: 'COD', TMP: 'TLS' }

function event(day: string, source: string, target: string, intensity: string): OthersEvent | null {
  if (!isDate(day) || !/^[A-Z]{3}$/.test(source) || !/^[A-Z]{3}$/.test(target)) return null
  const number = Number(intensity)
  if (intensity.trim() === '' || !(Math.abs(number) <= 10)) return null
  return { day, source, target, intensity: number }
}

/** GDELT 1.0 (57 or 58 columns) and 2.0 (61): no heading; the first 34 columns are the same. */
const gdelt: Coder = {
  name: 'GDELT',
  reader: first => {
    const cells = first.split('\t')
    if (cells.length < 57 || !/^\d{1,12}$/.test(cells[0] ?? '') || !/^\d{8}$/.test(cells[1] ?? ''))
      return null
    const state = (code = '') => CAMEO[code] ?? code
    return row =>
      event(
        (row[1] ?? '').replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'),
        state(row[7]),
        state(row[17]),
        row[30] ?? '',
      )
  },
}

/** POLECAT: a heading tells the columns. */
const polecat: Coder = {
  name: 'POLECAT',
  reader: first => {
    const names = first.replace(/^\ufeff/, '').split('\t')
    const [day, source, target, intensity] = [
      'Event Date',
      'Actor Country',
      'Recipient Country',
      'Intensity',
    ].map(name => names.indexOf(name))
    if ([day, source, target, intensity].some(at => at === undefined || at < 0)) return null
    const cell = (row: readonly string[], at = -1) => (row[at] ?? '').trim()
    return row => event(cell(row, day), cell(row, source), cell(row, target), cell(row, intensity))
  },
}

export const CODERS: readonly Coder[] = [gdelt, polecat]
