import { type Command, Option } from 'commander'
import { csvLine } from '../../export/cells.ts'
import type { Names } from '../../export/columns.ts'
import { namesOf } from '../../export/names.ts'
import { selector } from '../../export/select.ts'
import { describe } from '../../record/describe.ts'
import { type Facts, passagesOf, type RecordSource, SOURCED, type SourcedKind } from '../../record/facts.ts'
import type { Passage, Span } from '../../record/types.ts'
import { recordOf, withSession } from '../dossier.ts'
import { actorsOf, SHORT_ID } from '../listing.ts'
import { type ListingOptions, wholeNumber, withExample, withSelection } from '../options.ts'
import { citation } from '../print/passages.ts'
import { safeLine } from '../print/safe.ts'
import { wrap } from '../print/width.ts'
import type { Shell } from '../shell.ts'

type Options = ListingOptions & { limit: number }

interface FoundFact {
  kind: SourcedKind
  id: string
  text: string
  evidence: Passage[]
}

interface Result {
  document: string
  title: string | null
  outlet: string | null
  published: string
  passages: (Passage & { words: Span[] })[]
  facts: FoundFact[]
}

function textOf(kind: SourcedKind, fact: Facts[SourcedKind], names: Names): string {
  if ('title' in fact) return `${describe(fact.date)}: ${fact.title}`
  if ('speaker' in fact) return `${fact.speaker.name}: ${fact.text}`
  if ('stance' in fact) return `${names.actor(fact.actor)}: ${fact.summary}`
  if ('cause' in fact)
    return `${names.factor(fact.cause.factor)} ${fact.negated ? 'not ' : ''}${fact.sign > 0 ? '+' : '−'} ${names.factor(fact.effect.factor)}`
  return `${kind}: ${fact.text}`
}

/** Sentences of the text that hold the words, each with the words in it. */
async function passagesFor(document: string, text: string, words: Span[]): Promise<Result['passages']> {
  const { splitSentences } = await import('../../text/sentences.ts')
  return splitSentences(text).flatMap(({ start, end }) => {
    const inside = words.filter(([a, b]) => a >= start && b <= end)
    return inside.length === 0 ? [] : [{ document, start, end, quote: text.slice(start, end), words: inside }]
  })
}

async function factsBy(source: RecordSource, options: Options, names: Names) {
  const published = (id: string) => names.document(id)?.published ?? null
  const fits = selector({ ...options }, await actorsOf(source), published)
  const byDocument = new Map<string, FoundFact[]>()
  for (const kind of SOURCED) {
    for await (const fact of source.facts(kind)) {
      if (!fits(kind, fact)) continue
      const evidence = passagesOf(fact)
      const found = { kind, id: fact.id, text: textOf(kind, fact, names), evidence }
      for (const id of new Set(evidence.map(passage => passage.document))) {
        const list = byDocument.get(id)
        if (list === undefined) byDocument.set(id, [found])
        else list.push(found)
      }
    }
  }
  return byDocument
}

function narrowed({ from, to, actor, states, issue, type, status, minConfidence }: Options): boolean {
  return [from, to, actor, states, issue, type, status, minConfidence].some(option => option !== undefined)
}

async function results(
  shell: Shell,
  query: string,
  options: Options,
): Promise<{ found: Result[]; names: Names }> {
  return withSession(shell, options.dossier, {}, async session => {
    const source = await recordOf(shell, session, options.asOf)
    const names = await namesOf(source)
    const facts = await factsBy(source, options, names)
    const found: Result[] = []
    for (const { document, words } of await session.store.search(query, options.limit)) {
      const about = names.document(document)
      const [whole] = await session.store.documentsById([document])
      if (about === undefined || whole === undefined) continue
      const passages = await passagesFor(document, whole.text, words)
      const near = (facts.get(document) ?? []).filter(({ evidence }) =>
        evidence.some(e => e.document === document && passages.some(p => e.start < p.end && p.start < e.end)),
      )
      if (narrowed(options) && near.length === 0) continue
      found.push({
        document,
        title: about.title,
        outlet: about.outlet,
        published: describe(about.published),
        passages,
        facts: near,
      })
    }
    return { found, names }
  })
}

function marked(
  quote: string,
  start: number,
  words: readonly Span[],
  strong: (text: string) => string,
): string {
  let out = ''
  let at = 0
  for (const [a, b] of words) {
    out += safeLine2(quote.slice(at, a - start)) + strong(safeLine2(quote.slice(a - start, b - start)))
    at = b - start
  }
  return out + safeLine2(quote.slice(at))
}

/** Like `safeLine`, but spaces at the ends stay, since the pieces are joined. */
function safeLine2(text: string): string {
  return safeLine(`|${text}|`).slice(1, -1)
}

async function printTable(shell: Shell, found: readonly Result[], names: Names): Promise<void> {
  const { paint } = shell
  const room = Math.min(shell.effects.stdout.columns, 120)
  for (const { document, passages, facts } of found) {
    const lines = [paint.bold(citation(document, names))]
    for (const { quote, start, words } of passages.slice(0, 3)) {
      lines.push(...wrap(marked(quote, start, words, paint.yellow), room - 4).map(text => `  ┃ ${text}`))
    }
    if (passages.length > 3) lines.push(paint.dim(`  ┃ and ${passages.length - 3} more`))
    for (const { kind, id, text } of facts) {
      lines.push(
        `  ${paint.dim(id.slice(0, SHORT_ID))} ${kind.padEnd(9)} ${wrap(safeLine(text), room - 22).join(`\n${' '.repeat(21)}`)}`,
      )
    }
    await shell.print(`${lines.join('\n')}\n\n`)
  }
}

async function run(shell: Shell, words: string[], options: Options): Promise<void> {
  const { found, names } = await results(shell, words.join(' '), options)
  if (options.format === 'json') await shell.print(`${JSON.stringify(found, null, 1)}\n`)
  else if (options.format === 'ndjson')
    for (const item of found) await shell.print(`${JSON.stringify(item)}\n`)
  else if (options.format === 'csv' || options.format === 'md') await printRows(shell, found, options.format)
  else await printTable(shell, found, names)
  if (found.length === 0 && options.format === 'table') await shell.note('nothing holds these words')
}

async function printRows(shell: Shell, found: readonly Result[], format: 'csv' | 'md'): Promise<void> {
  const line = (cells: string[]) =>
    format === 'csv'
      ? csvLine(cells)
      : `| ${cells.map(cell => safeLine(cell).replace(/[\\|]/g, c => `\\${c}`)).join(' | ')} |\n`
  await shell.print(line(['document', 'outlet', 'published', 'title', 'passage']))
  if (format === 'md') await shell.print('| --- | --- | --- | --- | --- |\n')
  for (const { document, outlet, published, title, passages } of found) {
    for (const { quote } of passages)
      await shell.print(line([document, outlet ?? '', published, title ?? '', quote]))
  }
}

export function search(program: Command, shell: Shell): void {
  const command = withSelection(
    program
      .command('search')
      .description('find words in the documents, and the facts that rest on them')
      .argument('<words...>', 'words, "a phrase", -without, this or that'),
  ).addOption(new Option('--limit <n>', 'at most so many documents').argParser(wholeNumber).default(20))
  withExample(command, 'entente search export controls --from 2019').action(
    (words: string[], options: Options) => run(shell, words, options),
  )
}
