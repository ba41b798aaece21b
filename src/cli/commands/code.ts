import { createReadStream } from 'node:fs'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { codingOf, FIELDS, type Worked } from '../../export/coding.ts'
import type { Knowledge } from '../../knowledge/index.ts'
import { EntenteError } from '../../record/errors.ts'
import { documentId } from '../../record/ids.ts'
import { dayOf, isDate } from '../../record/interval.ts'
import type { Document, Span } from '../../record/types.ts'
import type { Pair } from '../../understand/relation/pair.ts'
import { filter, type Item, isMapping } from '../filter.ts'
import { withDossier, withExample } from '../options.ts'
import type { Shell } from '../shell.ts'

interface Options {
  dossier: string
  only?: ReadonlySet<string>
  explain?: true
}

function spanAt(value: unknown, name: string, length: number): Span {
  const [start, end] = Array.isArray(value) ? value : []
  if (Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= length)
    return [start, end]
  throw new EntenteError(
    'E_INPUT',
    `"pair.${name}" is ${JSON.stringify(value)}, and not [start, end] within the text`,
  )
}

function pairIn(item: Item, length: number): Pair | null {
  const { pair } = item
  if (pair === undefined || pair === null) return null
  if (!isMapping(pair))
    throw new EntenteError('E_INPUT', '"pair" is {"source": [start, end], "target": [start, end]}')
  return { source: spanAt(pair.source, 'source', length), target: spanAt(pair.target, 'target', length) }
}

/** The text as a document that was never stored. */
function documentFrom(item: Item): Document {
  const { text, published } = item
  if (typeof text !== 'string') throw new EntenteError('E_INPUT', 'the line has no "text"')
  if (
    published !== undefined &&
    published !== null &&
    !(typeof published === 'string' && isDate(published))
  ) {
    throw new EntenteError(
      'E_INPUT',
      `"published" is ${JSON.stringify(published)}, and not a date such as 2022-11-13`,
    )
  }
  return {
    id: documentId(null, text),
    source: 'standard-input',
    format: 'ndjson',
    url: null,
    outlet: null,
    section: null,
    title: null,
    authors: [],
    published: typeof published === 'string' ? dayOf(published) : null,
    language: null,
    text,
    retrieved: null,
    captions: [],
    copyOf: null,
    revisionOf: null,
    alsoFrom: [],
  }
}

async function makeCoder(knowledge: Knowledge): Promise<(item: Item) => Worked> {
  const [{ analyse }, { understandIn }, { createContext }, { attributions }, { causes }, { relation }] =
    await Promise.all([
      import('../../text/index.ts'),
      import('../../understand/index.ts'),
      import('../../understand/context.ts'),
      import('../../understand/statements/index.ts'),
      import('../../understand/drivers/index.ts'),
      import('../../understand/relation/index.ts'),
    ])
  return item => {
    const document = documentFrom(item)
    const { text, published } = document
    const pair = pairIn(item, text.length)
    const analysis = analyse(text, { published }, knowledge)
    const context = createContext(document, analysis, knowledge)
    const understanding = understandIn(context)
    return {
      text,
      analysis,
      understanding,
      attributions: () => attributions(context),
      causes: () => causes(context),
      relation: () => (pair === null ? null : relation(analysis, pair, knowledge)),
    }
  }
}

async function run(shell: Shell, file: string | undefined, options: Options): Promise<void> {
  const { loadDossier } = await import('../../knowledge/dossier.ts')
  const { loadKnowledge } = await import('../../knowledge/index.ts')
  loadDossier(options.dossier)
  const coder = await makeCoder(loadKnowledge())
  const input = file === undefined || file === '-' ? shell.effects.stdin : createReadStream(file)
  await filter(shell, input, (item, answer) =>
    answer(codingOf(coder(item), options.only ?? null, options.explain === true)),
  )
}

function fieldsFrom(value: string): ReadonlySet<string> {
  const known = FIELDS.map(({ field }) => field)
  const names = value.split(',').map(name => name.trim())
  const wrong = names.find(name => !known.includes(name))
  if (wrong !== undefined) throw new InvalidArgumentError(`"${wrong}" is none of ${known.join(', ')}.`)
  return new Set(names)
}

export function code(program: Command, shell: Shell): void {
  const command = withDossier(
    program
      .command('code')
      .description(
        'code texts as NDJSON, one in, one out: names, times, events, statements …; nothing is stored',
      )
      .argument(
        '[file]',
        'lines of {"id", "text", "published"?, "pair"?}; standard input where none is named',
      ),
  )
    .addOption(new Option('--coder <coder>', 'what codes').choices(['rules']).default('rules'))
    .option('--explain', 'add the decisions that led to each')
    .option('--only <fields>', 'such as events,statements', fieldsFrom)
  withExample(
    command,
    `echo '{"id": 1, "text": "Norway’s prime minister met Peru’s president in Oslo."}' | entente code`,
  ).action((file: string | undefined, options: Options) => run(shell, file, options))
}
