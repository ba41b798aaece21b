/** What every analysis shares: the record is opened, looked at whole, worked out, and printed with its working. */
import type { Command } from 'commander'
import { namesOf } from '../export/names.ts'
import type { Session } from '../pipeline.ts'
import type { RecordSource } from '../record/facts.ts'
import type { Door } from '../serve/index.ts'
import { type Analysis, type Asked, askedOf, type Needs } from './asked.ts'
import { doorOf, type Sources } from './door.ts'
import { recordOf, withSession } from './dossier.ts'
import { type ListingOptions, withExample, withSelection } from './options.ts'
import { printReport } from './report.ts'
import type { Shell } from './shell.ts'

export type { Analysis, Answer, Asked } from './asked.ts'

/** Opens the record as `--dossier --as-of` ask, and hands over what an analysis works with. */
export async function withAsked<Own>(
  shell: Shell,
  needs: Needs,
  words: readonly string[],
  options: ListingOptions & Own,
  work: (asked: Asked<Own>, source: RecordSource) => Promise<void>,
): Promise<void> {
  await withSession(shell, options.dossier, {}, async session => {
    const source = await recordOf(shell, session, options.asOf)
    await work(await askedOf(needs, session, source, { words, options }), source)
  })
}

/** Works one analysis out and prints it. */
export async function showAnalysis<Own, Row extends object>(
  shell: Shell,
  it: Analysis<Own, Row>,
  words: readonly string[],
  options: ListingOptions & Own,
): Promise<void> {
  await withAsked(shell, it, words, options, async (asked, source) => {
    const { rows, tableRows = rows, table = it.table, ...answer } = it.answer(asked, shell.paint)
    const explain = options.explain ? (row: Row) => it.explain(row) : null
    const names = await namesOf(source, asked.view.documents)
    const shown = options.format === 'table' ? tableRows : rows
    const passagesOf = options.sources ? await it.passagesIn?.(shown, source) : undefined
    const report = { ...it, ...answer, ...(passagesOf === undefined ? {} : { passagesOf }) }
    await printReport(shell, { ...report, table, rows: shown, names, explain }, options)
  })
}

/** One analysis: a command for the command line, and a door for the server. */
export interface Registered {
  (program: Command, shell: Shell): void
  door(session: Session, sources: Sources): Door
}

/** Registers one analysis. */
export function analysis<Own, Row extends object>(it: Analysis<Own, Row>): Registered {
  const register = (program: Command, shell: Shell): void => {
    const name = it.words === undefined ? it.command : `${it.command} ${it.words}`
    const command = withSelection(program.command(name).description(it.description))
    for (const option of it.options ?? []) command.addOption(option)
    withExample(command, ...it.examples).action((...given: unknown[]) => {
      // commander hands over the words, then the options, then the command.
      const words = given
        .slice(0, -2)
        .flat()
        .filter(word => typeof word === 'string')
      return showAnalysis(shell, it, words, command.opts())
    })
  }
  return Object.assign(register, {
    door: (session: Session, sources: Sources) => doorOf(it, session, sources),
  })
}
