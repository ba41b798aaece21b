import { isDate } from '../record/interval.ts'
import { OUTCOMES, type Outcome } from '../record/types.ts'

/** What came of a forecast, by somebody's own judgment: a row under `settlements:` in `dossier.yaml`. */
export interface Settlement {
  /** The forecast's id, or the beginning of it. */
  forecast: string
  outcome: Outcome
  reason: string
  /** The day from which it is known; null: always. */
  date: string | null
}

const KEYS = ['forecast', 'outcome', 'reason', 'date'] as const

type Fault = (place: string, fault: string) => void

/** Checks one row; each fault is told with its place. */
export function readSettlement(value: unknown, place: string, fault: Fault): Settlement | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    fault(place, 'a settlement is written as {forecast: 1a2b3c4d, outcome: happened, reason: …}')
    return null
  }
  const cells = new Map<string, string>()
  for (const [key, cell] of Object.entries(value)) {
    if (KEYS.some(known => known === key)) cells.set(key, String(cell ?? '').trim())
    else fault(`${place}.${key}`, `no such key; there are ${KEYS.join(', ')}`)
  }
  const forecast = cells.get('forecast') ?? ''
  if (forecast.length < 4)
    fault(`${place}.forecast`, `"${forecast}" is not the id of a forecast, or four letters of it`)
  const outcome = OUTCOMES.find(it => it === cells.get('outcome'))
  if (outcome === undefined)
    fault(`${place}.outcome`, `"${cells.get('outcome') ?? ''}" is none of ${OUTCOMES.join(', ')}`)
  const reason = cells.get('reason') ?? ''
  if (reason === '') fault(`${place}.reason`, 'say why it is settled so')
  const date = cells.get('date') || null
  if (date !== null && !isDate(date)) fault(`${place}.date`, `"${date}" is not a day such as 2022-11-13`)
  return outcome === undefined ? null : { forecast, outcome, reason, date }
}
