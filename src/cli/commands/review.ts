import { readFile } from 'node:fs/promises'
import { type Command, Option } from 'commander'
import type { Accuracy, Fate, Waiting } from '../../correct/index.ts'
import { namesOf } from '../../export/names.ts'
import type { Act, Asked } from '../../record/corrections.ts'
import { EntenteError } from '../../record/errors.ts'
import { passagesOf } from '../../record/facts.ts'
import { recordOf, withSession } from '../dossier.ts'
import { readAll } from '../inputs.ts'
import { wholeNumber, withDossier, withExample } from '../options.ts'
import { passageLines } from '../print/passages.ts'
import { safeLine } from '../print/safe.ts'
import type { Review } from '../review.ts'
import type { Shell } from '../shell.ts'

interface Options {
  dossier: string
  author?: string
  reason?: string
  limit: number
  list?: true
  log?: true
  accuracy?: true
  format: 'text' | 'json'
}

interface Desk {
  shell: Shell
  review: Review
  options: Options
  who: { author: string; at: string; reason: string | null }
}

const SHORT = 8
/** A file of corrections: some hundred thousand of them. */
const MOST = 100_000_000

/** What an act says beside its name. */
function saidBy(act: Act): string {
  switch (act.do) {
    case 'correct':
      return `${act.field} = ${act.value}`
    case 'note':
      return act.text
    case 'tag':
      return act.tag
    case 'merge':
      return `with ${act.with.id.slice(0, SHORT)} “${act.with.line}”`
    case 'split':
      return `${act.passages.length} passages into ${act.into.slice(0, SHORT)}`
    default:
      return ''
  }
}

const lineOf = ({ act, fact }: { act: Act; fact: { id: string; line: string } }): string => {
  const what = saidBy(act)
  return safeLine(`${act.do} ${fact.id.slice(0, SHORT)} “${fact.line}”${what === '' ? '' : `: ${what}`}`)
}

async function make({ shell, review, who }: Desk, ids: readonly string[], act: Asked): Promise<void> {
  for (const correction of await review.make(ids, act, who))
    await shell.print(`${correction.id.slice(0, SHORT)} ${lineOf(correction)}\n`)
}

function words(given: readonly string[], least: number, usage: string): [string, string, string] {
  if (given.length < least) throw new EntenteError('E_USAGE', `it is written \`entente review ${usage}\``)
  const [first = '', second = '', ...more] = given
  return [first, second, more.join(' ')]
}

/** What can be said, by its word. */
const ACTIONS: { readonly [word: string]: (desk: Desk, given: string[]) => Promise<void> } = {
  async accept(desk, ids) {
    words(ids, 1, 'accept ID …')
    await make(desk, ids, { do: 'accept' })
  },
  async reject(desk, ids) {
    words(ids, 1, 'reject ID …')
    await make(desk, ids, { do: 'reject' })
  },
  async correct(desk, given) {
    const [id, field, value] = words(given, 3, 'correct ID FIELD VALUE')
    await make(desk, [id], { do: 'correct', field, value })
  },
  async note(desk, given) {
    const [id, first, more] = words(given, 2, 'note ID TEXT')
    await make(desk, [id], { do: 'note', text: `${first} ${more}`.trim() })
  },
  async tag(desk, given) {
    const [id, tag] = words(given, 2, 'tag ID WORD')
    await make(desk, [id], { do: 'tag', tag })
  },
  async merge(desk, given) {
    words(given, 2, 'merge ID OTHER …')
    const [id = '', ...others] = given
    for (const other of others) await make(desk, [id], { do: 'merge', with: other })
  },
  async split(desk, given) {
    words(given, 2, 'split ID PASSAGE …')
    const [id = '', ...passages] = given
    await make(desk, [id], { do: 'split', passages })
  },
  async undo({ shell, review, who }, [id = null]) {
    await shell.print(`taken back: ${lineOf(await review.undo(id, who))}\n`)
  },
  async export({ shell, review }) {
    await shell.print(await review.write())
  },
  async import({ shell, review }, given) {
    const [file] = words(given, 1, 'import FILE')
    const text =
      file === '-'
        ? Buffer.from(await readAll(shell.effects.stdin, MOST)).toString()
        : await readFile(file, 'utf8')
    await shell.print(`${await review.read(text, file)} corrections taken in\n`)
  },
}

function accuracyLine({ kind, reviewed, right, expected }: Accuracy): string {
  const share = (n: number): string => `${Math.round(n * 100)} %`
  const found = reviewed === 0 ? '' : `  ${right} right, ${share(right / reviewed)}`
  const hoped = expected === null ? '' : `  (expected ${share(expected)})`
  return `${kind.padEnd(10)} ${String(reviewed).padStart(5)} reviewed${found}${hoped}`
}

const fateLine = ({ correction, state }: Fate): string =>
  `${correction.id.slice(0, SHORT)}  ${state.padEnd(9)}  ${correction.at.slice(0, 10)}  ${safeLine(correction.author)}  ${lineOf(correction)}${correction.reason === null ? '' : safeLine(`  (${correction.reason})`)}`

async function listLines(desk: Desk, waiting: readonly Waiting[], dossier: DossierNames): Promise<string[]> {
  const { paint, effects } = desk.shell
  const names = await dossier()
  const { lineOf: line } = await import('../../correct/index.ts')
  return waiting.flatMap(({ kind, fact }) => [
    `${paint.bold(fact.id.slice(0, SHORT))}  ${kind}  ${fact.confidence}  ${safeLine(line(fact))}`,
    ...passageLines(passagesOf(fact).slice(0, 1), names, paint, '  ', Math.min(effects.stdout.columns, 120)),
  ])
}
type DossierNames = () => ReturnType<typeof namesOf>

async function tell<T>(
  { shell, options }: Desk,
  rows: readonly T[],
  lines: (rows: readonly T[]) => Promise<string[]>,
) {
  if (options.format === 'json') await shell.print(`${JSON.stringify(rows, null, 1)}\n`)
  else if (rows.length === 0) await shell.note('nothing to show')
  else await shell.print(`${(await lines(rows)).join('\n')}\n`)
}

async function show(desk: Desk, names: DossierNames): Promise<void> {
  const { review, options } = desk
  if (options.accuracy === true)
    return tell(desk, await review.accuracy(), async rows => rows.map(accuracyLine))
  if (options.log === true) return tell(desk, await review.fates(), async rows => rows.map(fateLine))
  const queue = await review.queue()
  await tell(desk, queue.slice(0, options.limit), rows => listLines(desk, rows, names))
  const lost = (await review.fates()).filter(({ state }) => state === 'lost').length
  if (lost > 0) await desk.shell.note(`${lost} corrections find their fact no more; --log lists them`)
}

async function run(
  shell: Shell,
  action: string | undefined,
  given: string[],
  options: Options,
): Promise<void> {
  const act = action === undefined ? null : ACTIONS[action]
  if (act === undefined)
    throw new EntenteError('E_USAGE', `"${action}" is none of ${Object.keys(ACTIONS).join(', ')}`)
  await withSession(shell, options.dossier, {}, async session => {
    const { authorIn, makeReview } = await import('../review.ts')
    const author = options.author ?? authorIn(shell)
    const who = { author, at: shell.effects.now().toISOString(), reason: options.reason ?? null }
    const desk = { shell, review: makeReview(shell, session), options, who }
    if (act !== null) return act(desk, given)
    await show(desk, async () => namesOf(await recordOf(shell, session, undefined)))
  })
}

export function review(program: Command, shell: Shell): void {
  const command = withDossier(
    program
      .command('review')
      .description('correct the record: without an action, the facts that most need a look')
      .argument('[action]', `${Object.keys(ACTIONS).join(', ')}`)
      .argument(
        '[words...]',
        'ids of facts; of `correct` ID FIELD VALUE; of `note` and `tag` ID TEXT; of `split` ID and passages, DOCUMENT or DOCUMENT:START',
      ),
  )
    .option('--list', 'the facts that most need a look, as without an action')
    .option('--log', 'all corrections, and what became of them')
    .option('--accuracy', 'how many of the facts that were reviewed were right, by kind')
    .option('--author <name>', 'who corrects; otherwise ENTENTE_AUTHOR, or the name of the account')
    .option('--reason <text>', 'why')
    .option('--limit <number>', 'how many to list', wholeNumber, 20)
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
  withExample(command, 'entente review --limit 3', 'entente review --accuracy').action(
    (action: string | undefined, given: string[], options: Options) => run(shell, action, given, options),
  )
}
