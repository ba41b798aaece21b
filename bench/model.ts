/** What an analysis takes in a large dossier: the sample dossier's record, many times over and moved in time. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openSession, recordAsOf, type Session } from '../src/pipeline.ts'
import { addMonths } from '../src/record/interval.ts'
import type { Document, Record as EntenteRecord } from '../src/record/types.ts'
import { row } from './measure.ts'
import { entente } from './program.ts'

const SAMPLE = fileURLToPath(new URL('../../examples/seoul-tokyo/', import.meta.url))

/** Fields that hold ids which belong to one copy; actors, issues and factors are shared by all. */
const OWN = new Set(['document', 'copyOf', 'revisionOf', 'resolvedBy'])
const DATES = new Set(['start', 'end'])

/** One copy of everything: its documents and facts under ids of their own, all dates `months` later. */
function moved(record: EntenteRecord, copy: number): EntenteRecord {
  const mark = (id: string): string => `${copy.toString(36)}-${id}`
  const change = (key: string, value: unknown): unknown => {
    if (typeof value !== 'string') return value
    if (OWN.has(key)) return mark(value)
    return DATES.has(key) && /^\d{4}-\d\d-\d\d$/.test(value) ? addMonths(value, copy % 60) : value
  }
  const again: EntenteRecord = JSON.parse(JSON.stringify(record, change))
  for (const list of [
    again.documents,
    again.events,
    again.statements,
    again.positions,
    again.forecasts,
    again.drivers,
  ])
    for (const it of list) it.id = mark(it.id)
  return again
}

/** So many documents, at least, of which the first tell so many facts; the record in its order. */
export function multiplied(
  record: EntenteRecord,
  documents: number,
  facts = Number.POSITIVE_INFINITY,
): EntenteRecord {
  const { events, statements, positions, forecasts, drivers } = record
  const each = [events, statements, positions, forecasts, drivers].reduce((sum, it) => sum + it.length, 0)
  const copies = Array.from({ length: Math.ceil(documents / record.documents.length) }, (_, i) => {
    const copy = moved(record, i)
    return i * each < facts
      ? copy
      : { ...copy, events: [], statements: [], positions: [], forecasts: [], drivers: [] }
  })
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1)
  const all = <T>(of: (one: EntenteRecord) => T[]): T[] => copies.flatMap(of)
  const terms = (id: string) => all(one => one.issues.find(issue => issue.id === id)?.terms ?? [])
  return {
    ...record,
    issues: record.issues.map(issue => ({ ...issue, terms: terms(issue.id) })),
    documents: all(one => one.documents).sort(byId),
    events: all(one => one.events).sort((a, b) => ((a.date.start ?? '') < (b.date.start ?? '') ? -1 : 1)),
    statements: all(one => one.statements),
    positions: all(one => one.positions),
    forecasts: all(one => one.forecasts),
    drivers: all(one => one.drivers),
  }
}

/** Puts a record into a dossier as if its documents had been read there. */
async function fill(session: Session, record: EntenteRecord): Promise<void> {
  const { store, coding, version } = session
  const step = 500
  for (let i = 0; i < record.documents.length; i += step) {
    const documents = record.documents.slice(i, i + step)
    await store.commit(async () => ({
      entries: documents.map(document => ({ op: 'add', document })),
      change: { documents, coded: documents.map(it => nothingIn(it, coding)) },
      result: null,
    }))
  }
  await store.writeRecord(record, [], { record: version }, await store.journal.end())
}

function nothingIn({ id, published }: Document, coding: string) {
  const anchor = { date: published, basis: published?.basis ?? null }
  return { anchor: '', coding, understanding: { document: id, anchor, actors: [], mentions: [], terms: [] } }
}

/** Each command with what it is asked; the first only opens and closes. */
const COMMANDS: readonly (readonly string[])[] = [
  ['timeline', '--from', '1900', '--to', '1901'],
  ['index', '--by', 'month'],
  ['drivers', '--map'],
  ['scenario', '--set', 'court rulings=high'],
  ['issues'],
  ['accounts'],
  ['terms'],
]

/** A dossier in the folder with so many documents, at least, and so many facts at most. */
export async function makeLarge(folder: string, documents: number, facts?: number): Promise<EntenteRecord> {
  entente(folder, 'init', '--states', 'KOR,JPN')
  entente(folder, 'add', join(SAMPLE, 'documents'))
  const place = join(folder, '.entente')
  const small = await openSession(place)
  const record = multiplied(await recordAsOf(small, '9999-12-31'), documents, facts)
  await small.store.close()
  rmSync(place, { recursive: true })
  entente(folder, 'init', '--states', 'KOR,JPN')
  const session = await openSession(place, { create: true })
  await fill(session, record)
  await session.store.close()
  return record
}

export async function benchModel(documents: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'))
  try {
    const record = await makeLarge(folder, documents)
    row('dossier', `${record.documents.length}`, `documents, ${record.events.length} events`)
    for (const command of COMMANDS) {
      const { wall, megabytes } = entente(folder, ...command, '--states', 'KOR,JPN', '--format', 'json')
      row(`entente ${command[0]}`, `${wall.toFixed(1)} s`, `${Math.round(megabytes)} MB`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
