/**
 * `dossier.yaml`: the states under watch, the dossier's own issues with their terms, and rows for any of the
 * knowledge tables. A fault in it is told with its place and what would be right, before anything is read.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { EntenteError } from '../record/errors.ts'
import { DOSSIER_FILE } from '../record/files.ts'
import { readSettlement, type Settlement } from './settlements.ts'
import { type Additions, extendTables, type Row, tableColumns, tableNames } from './tsv.ts'

export interface Dossier {
  name: string | null
  /** ISO 3166-1 alpha-3; empty: any. */
  states: string[]
  /** What it adds to the tables, its issues among them. */
  tables: Additions
  /** Forecasts that were settled by hand. */
  settlements: Settlement[]
}

const require = createRequire(import.meta.url)

const nothing: Dossier = { name: null, states: [], tables: new Map(), settlements: [] }

/** Collects faults by their place, so that all of them are told at once. */
class Faults {
  readonly #list: string[] = []
  readonly #path: string

  constructor(path: string) {
    this.#path = path
  }

  add(place: string, fault: string): void {
    this.#list.push(`${this.#path}: ${place}: ${fault}`)
  }

  raise(): void {
    if (this.#list.length > 0) throw new EntenteError('E_DOSSIER', this.#list.join('\n'))
  }
}

function isMapping(value: unknown): value is { [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Only these keys, told by name where another one stands. */
function checkKeys(value: object, known: readonly string[], place: string, faults: Faults): void {
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) faults.add(`${place}${key}`, `no such key; there are ${known.join(', ')}`)
  }
}

function wordsIn(value: unknown, place: string, faults: Faults): string[] {
  if (value === undefined || value === null) return []
  const items: unknown[] = Array.isArray(value) ? value : [value]
  const words = items.map(item => (typeof item === 'string' ? item.trim() : ''))
  if (words.includes('')) {
    faults.add(
      place,
      `${JSON.stringify(value)} is not a list of words, such as [forced labour, wartime labour]`,
    )
  }
  return words.filter(word => word !== '')
}

/** One cell of a table: a word, or a list that is joined by " | ". */
function cell(value: unknown, place: string, faults: Faults): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = typeof value === 'string' ? value.trim() : wordsIn(value, place, faults).join(' | ')
  if (/[\t\n]/.test(text)) faults.add(place, 'a cell holds no tab and no line break')
  return text
}

function readStates(value: unknown, faults: Faults): string[] {
  const codes = wordsIn(value, 'states', faults)
  for (const code of codes) {
    if (!/^[A-Z]{3}$/.test(code))
      faults.add('states', `"${code}" is not a code of three capitals, such as KOR`)
  }
  return [...new Set(codes)]
}

function readIssue(value: unknown, place: string, faults: Faults): Row | null {
  if (!isMapping(value)) {
    faults.add(place, 'an issue is written as {id: radar, name: Radar lock-on, terms: [radar lock-on]}')
    return null
  }
  checkKeys(value, ['id', 'name', 'states', 'terms', 'signs'], `${place}.`, faults)
  const id = cell(value.id, `${place}.id`, faults)
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    faults.add(
      `${place}.id`,
      `"${id}" is not words of small letters joined by hyphens, such as export-controls`,
    )
  }
  const terms = cell(value.terms, `${place}.terms`, faults)
  if (terms === '') faults.add(`${place}.terms`, 'at least one term by which texts name the issue')
  return {
    issue: id,
    name: cell(value.name, `${place}.name`, faults) || id.replaceAll('-', ' '),
    states: cell(value.states, `${place}.states`, faults),
    terms,
    signs: cell(value.signs, `${place}.signs`, faults),
  }
}

function listAt(value: unknown, place: string, faults: Faults): unknown[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value
  faults.add(place, 'a list is wanted, one item a line after a hyphen')
  return []
}

function readTableRows(table: string, value: unknown, faults: Faults): Row[] {
  const columns = tableColumns(table)
  return listAt(value, `knowledge.${table}`, faults).flatMap((item, i): Row[] => {
    const place = `knowledge.${table}[${i}]`
    if (!isMapping(item)) {
      faults.add(place, `a row is written as {${columns.slice(0, 2).join(': …, ')}: …}`)
      return []
    }
    checkKeys(item, columns, `${place}.`, faults)
    return [
      Object.fromEntries(columns.map(name => [name, cell(item[name] ?? '', `${place}.${name}`, faults)])),
    ]
  })
}

function readKnowledge(value: unknown, faults: Faults): Map<string, Row[]> {
  const tables = new Map<string, Row[]>()
  if (value === undefined || value === null) return tables
  if (!isMapping(value)) {
    faults.add('knowledge', 'rows are listed under the name of their table')
    return tables
  }
  const known = tableNames()
  for (const [table, rows] of Object.entries(value)) {
    if (known.includes(table)) tables.set(table, readTableRows(table, rows, faults))
    else faults.add(`knowledge.${table}`, `no such table; there are ${known.join(', ')}`)
  }
  return tables
}

/** Reads the text of a `dossier.yaml`; `path` only names it in errors. */
export function parseDossier(text: string, path: string): Dossier {
  const faults = new Faults(path)
  // Loaded where there is a file to read: it takes a twentieth of the time to a first answer.
  const { parseDocument }: typeof import('yaml') = require('yaml')
  const yaml = parseDocument(text)
  for (const error of yaml.errors) {
    faults.add(`line ${error.linePos?.[0].line ?? '?'}`, error.message.split('\n')[0] ?? error.message)
  }
  faults.raise()
  const value: unknown = yaml.toJS({ maxAliasCount: 100 }) ?? {}
  if (!isMapping(value)) {
    faults.add('the file', 'it holds keys such as states: [KOR, JPN]')
    faults.raise()
    return nothing
  }
  checkKeys(value, ['name', 'states', 'issues', 'knowledge', 'settlements'], '', faults)
  const tables = readKnowledge(value.knowledge, faults)
  const issues = listAt(value.issues, 'issues', faults).map((item, i) =>
    readIssue(item, `issues[${i}]`, faults),
  )
  const own = issues.filter(row => row !== null)
  if (own.length > 0) tables.set('issues', [...own, ...(tables.get('issues') ?? [])])
  const dossier = {
    name: value.name === undefined || value.name === null ? null : cell(value.name, 'name', faults),
    states: readStates(value.states, faults),
    tables,
    settlements: listAt(value.settlements, 'settlements', faults).flatMap(
      (item, i) =>
        readSettlement(item, `settlements[${i}]`, (place, fault) => faults.add(place, fault)) ?? [],
    ),
  }
  faults.raise()
  return dossier
}

/** A dossier by the text of its file, its rows added to the tables; one without the file has the general knowledge alone. */
export function dossierFrom(text: string | null, path: string): Dossier {
  const dossier = text === null ? nothing : parseDossier(text, path)
  extendTables(dossier.tables)
  return dossier
}

/** The same of a dossier in a folder. */
export function loadDossier(folder: string): Dossier {
  const path = join(folder, DOSSIER_FILE)
  return dossierFrom(existsSync(path) ? readFileSync(path, 'utf8') : null, path)
}

/** A first `dossier.yaml`, with its possibilities shown as comments. */
export function firstDossier(states: readonly string[], name: string | null): string {
  return `# What this dossier watches. Every key may be left out.
${name === null ? '# name: Seoul and Tokyo' : `name: ${JSON.stringify(name)}`}

# States under watch, by ISO 3166-1 alpha-3 code; listings show what concerns at least one of them.
states: [${states.join(', ')}]

# Issues of its own, found by their terms, beside the general list.
# issues:
#   - id: fishing-grounds
#     name: Fishing grounds
#     states: [KOR, JPN]
#     terms: [fishing grounds, joint fishing zone]

# Rows for the tables of knowledge, by the names of their columns.
# knowledge:
#   outlets:
#     - {name: The Harbour Gazette, domains: harbour-gazette.example, kind: newspaper}

# Forecasts settled by hand, by id or the beginning of it.
# settlements:
#   - {forecast: 1a2b3c4d, outcome: happened, reason: The gazette of 3 May says so, date: 2023-05-03}
`
}
