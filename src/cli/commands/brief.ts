import { type Command, Option } from 'commander'
import { brief } from '../../export/brief.ts'
import { type Selection, selector } from '../../export/select.ts'
import { type TextMode, withText } from '../../export/text.ts'
import { recordOf, withSession } from '../dossier.ts'
import { actorsOf } from '../listing.ts'
import { type ListingOptions, withExample, withSelection } from '../options.ts'
import type { Shell } from '../shell.ts'
import { withTextOption } from './export.ts'

type Options = ListingOptions & { text: TextMode; title?: string }

async function run(shell: Shell, options: Options): Promise<void> {
  await withSession(shell, options.dossier, {}, async session => {
    const whole = await recordOf(shell, session, options.asOf)
    const source = await withText(whole, options.text)
    const { states, name } = session.dossier
    const selection: Selection = { ...options }
    if (states.length > 0 && options.states === undefined && options.actor === undefined)
      selection.watched = states
    const fits = selector(selection, await actorsOf(source))
    const title = options.title ?? name ?? 'Chronology'
    for await (const piece of brief(source, { title, fits: event => fits('event', event) })) {
      await shell.print(piece)
      if (shell.effects.stdout.closed) return
    }
  })
}

/** A chronology to send to someone. */
export function writeBrief(program: Command, shell: Shell): void {
  const command = withSelection(
    program.command('brief').description('a chronology with footnotes that quote and cite'),
    [new Option('--format <format>', 'how to print').choices(['md']).default('md')],
  ).option('--title <title>', 'its heading')
  withExample(withTextOption(command), 'entente brief --from 2022 --format md > brief.md').action(
    (options: Options) => run(shell, options),
  )
}
