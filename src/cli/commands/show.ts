import { type Command, Option } from 'commander'
import type { Names } from '../../export/columns.ts'
import { namesOf } from '../../export/names.ts'
import { describe } from '../../record/describe.ts'
import { EntenteError } from '../../record/errors.ts'
import {
  type FactKind,
  passagesOf,
  type RecordSource,
  SOURCED,
  type SourcedFact,
  type SourcedKind,
} from '../../record/facts.ts'
import type { Interval } from '../../record/types.ts'
import { recordOf, withSession } from '../dossier.ts'
import { explanationsOf } from '../explain.ts'
import { withDossier, withExample } from '../options.ts'
import { citation, passageLines } from '../print/passages.ts'
import { safeLine } from '../print/safe.ts'
import { valueText } from '../print/value.ts'
import type { Shell } from '../shell.ts'

interface Found {
  kind: FactKind | 'document'
  item: { id: string }
  /** The same item, where it rests on passages. */
  sourced: { kind: SourcedKind; fact: SourcedFact } | null
}

const UNSOURCED = ['actor', 'issue', 'factor'] as const

/** By id, by the beginning of one, or by an id that a merge retired. */
async function find(source: RecordSource, id: string): Promise<Found[]> {
  const found: Found[] = []
  const fits = (item: { id: string }): boolean =>
    item.id === id ||
    (id.length >= 4 && item.id.startsWith(id)) ||
    ('formerIds' in item && Array.isArray(item.formerIds) && item.formerIds.includes(id))
  for (const kind of SOURCED) {
    for await (const fact of source.facts(kind)) {
      if (fits(fact)) found.push({ kind, item: fact, sourced: { kind, fact } })
    }
  }
  for (const kind of UNSOURCED) {
    for await (const item of source.facts(kind)) if (fits(item)) found.push({ kind, item, sourced: null })
  }
  for await (const item of source.documents())
    if (fits(item)) found.push({ kind: 'document', item, sourced: null })
  const exact = found.filter(({ item }) => item.id === id)
  return exact.length > 0 ? exact : found
}

const HIDDEN = new Set(['evidence', 'history', 'accounts', 'text', 'id', 'captions'])

function isInterval(value: object): value is Interval {
  return 'precision' in value && 'basis' in value
}

function fieldText(name: string, value: unknown, names: Names): string {
  if (Array.isArray(value)) {
    if (['source', 'target', 'states', 'claimedBy', 'disputedBy'].includes(name))
      return value.map(id => names.actor(String(id))).join(', ')
    return value.map(item => fieldText(name, item, names)).join(', ')
  }
  if (typeof value === 'object' && value !== null) {
    if (isInterval(value)) return `${describe(value)} (${value.precision}, ${value.basis})`
    return Object.values(value)
      .filter(part => part !== null && part !== '')
      .map(part => fieldText(name, part, names))
      .join(', ')
  }
  if (['actor', 'by', 'claimedBy'].includes(name) && typeof value === 'string') return names.actor(value)
  return safeLine(String(value))
}

function fields({ kind, item }: Found, names: Names, shell: Shell): string[] {
  const lines = [`${shell.paint.bold(kind)} ${item.id}`]
  for (const [name, value] of Object.entries(item)) {
    if (HIDDEN.has(name) && !(name === 'text' && kind !== 'document')) continue
    if (value === null || (Array.isArray(value) && value.length === 0)) continue
    lines.push(`  ${shell.paint.dim(name.padEnd(12))} ${fieldText(name, value, names)}`)
  }
  return lines
}

function sourcedLines(fact: SourcedFact, names: Names, { paint, effects }: Shell): string[] {
  const room = Math.min(effects.stdout.columns, 120)
  const lines = [paint.bold('passages'), ...passageLines(passagesOf(fact), names, paint, '  ', room)]
  if ('history' in fact && fact.history.length > 0) {
    lines.push(paint.bold('history'))
    for (const { type, status, date } of fact.history) lines.push(`  ${status} ${type}, ${describe(date)}`)
  }
  if ('accounts' in fact && fact.accounts.length > 0) {
    lines.push(paint.bold('accounts'))
    for (const { field, values } of fact.accounts) {
      for (const { value, documents } of values) {
        lines.push(
          `  ${paint.dim(`${field}:`)} ${safeLine(valueText(value))} — ${documents.map(id => citation(id, names)).join('; ')}`,
        )
      }
    }
  }
  return lines
}

interface Options {
  dossier: string
  format: 'text' | 'json'
}

async function run(shell: Shell, id: string, options: Options): Promise<void> {
  await withSession(shell, options.dossier, {}, async session => {
    const source = await recordOf(shell, session, undefined)
    const found = await find(source, id)
    const [only] = found
    if (only === undefined) throw new EntenteError('E_NOT_FOUND', `nothing in this dossier has the id ${id}`)
    if (found.length > 1) {
      throw new EntenteError(
        'E_NOT_FOUND',
        `${id} begins several ids: ${found.map(({ kind, item }) => `${item.id} (${kind})`).join(', ')}`,
      )
    }
    const names = await namesOf(source)
    const { sourced } = only
    const explanation = sourced === null ? [] : (await explanationsOf(session)).of(sourced.kind, sourced.fact)
    if (options.format === 'json') {
      await shell.print(`${JSON.stringify({ ...only.item, explanation }, null, 1)}\n`)
      return
    }
    const lines = fields(only, names, shell)
    if (sourced !== null) lines.push(...sourcedLines(sourced.fact, names, shell))
    if (explanation.length > 0)
      lines.push(shell.paint.bold('why'), ...explanation.map(line => `  ${safeLine(line)}`))
    await shell.print(`${lines.join('\n')}\n`)
  })
}

export function show(program: Command, shell: Shell): void {
  const command = withDossier(
    program
      .command('show')
      .description('one fact, actor, issue or document: all passages, accounts, and why it is there')
      .argument('<id>', 'its id, or the beginning of it'),
  ).addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
  withExample(command, 'entente show KOR').action((id: string, options: Options) => run(shell, id, options))
}
