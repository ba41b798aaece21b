/** What the record says came of forecasts, against what a reader of all texts finds. */
import { readFileSync } from 'node:fs'
import { parseTable } from '../../../src/knowledge/tsv.ts'
import type { Document, Event, Forecast, Record } from '../../../src/record/types.ts'

export interface Row {
  dossier: string
  document: string
  words: string
  /** An outcome, `none` or `judge`. */
  answer: string
  /** Where the answer is told: document and words. */
  at: [document: string, words: string] | null
}

function placeOf(cell: string): Row['at'] {
  const [document = '', words = ''] = cell.split('|')
  return words === '' ? null : [document, words]
}

export function readKey(): Row[] {
  const text = readFileSync(new URL('./key.tsv', import.meta.url), 'utf8')
  return parseTable(text, 'key.tsv').map(row => ({
    dossier: row.dossier ?? '',
    document: row.document ?? '',
    words: row.words ?? '',
    answer: row.answer ?? '',
    at: placeOf(row.at ?? ''),
  }))
}

const isAnswer = (outcome: string): boolean => outcome === 'happened' || outcome === 'did-not-happen'

export interface Tally {
  /** Forecasts that an event of the record answers, and those settled so. */
  answerable: number
  right: number
  /** Forecasts that the texts answer, whether or not the record has it, and those settled so. */
  told: number
  toldRight: number
  /** What is settled otherwise than the key has it, or at no row of the key. */
  wrong: string[]
  missed: string[]
}

function placed(record: Record, document: string, words: string): { source: Document; at: number } {
  const source = record.documents.find(it =>
    it.source.slice(it.source.lastIndexOf('/') + 1).startsWith(document),
  )
  const at = source?.text.indexOf(words) ?? -1
  if (source === undefined || at < 0) throw new Error(`no text ${document} has “${words}”`)
  return { source, at }
}

/** The facts at these words of a document. */
function factsAt<Fact extends Forecast | Event>(
  record: Record,
  facts: Fact[],
  document: string,
  words: string,
): Fact[] {
  const { source, at } = placed(record, document, words)
  return facts.filter(({ evidence }) =>
    evidence.some(it => it.document === source.id && it.start < at + words.length && at < it.end),
  )
}

/** Does the record hold an event with days at the place where the answer is told, and know when the forecast was made? */
function allows(record: Record, { at, document, words }: Row): boolean {
  if (at === null || placed(record, document, words).source.published === null) return false
  return factsAt(record, record.events, ...at).some(
    ({ status, date }) =>
      status === 'reported' && date.basis !== 'publication' && date.start !== null && date.end !== null,
  )
}

export function tallyOf(dossier: string, record: Record): Tally {
  const tally: Tally = { answerable: 0, right: 0, told: 0, toldRight: 0, wrong: [], missed: [] }
  const seen = new Set<string>()
  for (const row of readKey()) {
    if (row.dossier !== dossier) continue
    const [forecast] = factsAt(record, record.forecasts, row.document, row.words)
    if (forecast === undefined) continue
    seen.add(forecast.id)
    const right = forecast.outcome === row.answer
    if (isAnswer(forecast.outcome) && !right && row.answer !== 'judge')
      tally.wrong.push(`${row.document} ${row.words}: ${forecast.outcome}`)
    if (!isAnswer(row.answer)) continue
    tally.told++
    if (right) tally.toldRight++
    if (!right)
      tally.missed.push(`${row.document} ${row.words}: ${forecast.outcome}, should be ${row.answer}`)
    if (!allows(record, row)) continue
    tally.answerable++
    if (right) tally.right++
    else tally.missed.push(`${row.document} ${row.words}: the record has what answers it`)
  }
  for (const { id, text, outcome } of record.forecasts)
    if (isAnswer(outcome) && !seen.has(id)) tally.wrong.push(`beyond the key: ${text}: ${outcome}`)
  return tally
}
