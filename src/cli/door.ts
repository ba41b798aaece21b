/** Analyses as the server asks them: by name, with options as in a query string, answered as `--format json` prints. */
import { Command, CommanderError } from 'commander'
import type { Session } from '../pipeline.ts'
import { EntenteError } from '../record/errors.ts'
import type { RecordSource } from '../record/facts.ts'
import type { Door, DoorOption } from '../serve/index.ts'
import { type Analysis, askedOf } from './asked.ts'
import { type ListingOptions, withSelection } from './options.ts'
import { PLAIN } from './shell.ts'

/** Where records come from: the one of today, or as of a day. */
export type Sources = (asOf: string | undefined) => Promise<RecordSource>

/** Said by the server in its own way. */
const NOT_ASKED = new Set(['dossier', 'database', 'format', 'sources', 'explain'])

function commandFor<Own, Row extends object>(it: Analysis<Own, Row>): Command {
  const command = withSelection(
    new Command(it.command).exitOverride().configureOutput({ writeErr: () => {} }),
  )
  if (it.words !== undefined) command.arguments(it.words)
  for (const option of it.options ?? []) command.addOption(option)
  return command
}

function optionsOf(command: Command): DoorOption[] {
  return command.options
    .map(option => ({
      name: (option.long ?? '').replace(/^--/, ''),
      description: option.description,
      choices: option.argChoices ?? null,
      isFlag: !option.required && !option.optional,
      isMany: option.variadic,
    }))
    .filter(({ name }) => !NOT_ASKED.has(name))
}

/** The query as a command line, so that both are checked by one parser. */
function argvOf(command: Command, options: Parameters<Door['ask']>[1]): string[] {
  return optionsOf(command).flatMap(({ name, isFlag }) => {
    const given = options[name]
    if (given === undefined) return []
    const values = typeof given === 'string' ? [given] : given
    return values.flatMap(value =>
      isFlag ? (value === 'false' ? [] : [`--${name}`]) : [`--${name}=${value}`],
    )
  })
}

export function doorOf<Own, Row extends object>(
  it: Analysis<Own, Row>,
  session: Session,
  sources: Sources,
): Door {
  const described = commandFor(it)
  return {
    name: it.command,
    description: it.description,
    words: it.words ?? null,
    options: optionsOf(described),
    async ask(words, given) {
      const command = commandFor(it)
      const unknown = Object.keys(given).find(
        name => !optionsOf(command).some(option => option.name === name),
      )
      if (unknown !== undefined) throw new EntenteError('E_USAGE', `${it.command} has no option "${unknown}"`)
      try {
        command.parse([...argvOf(command, given), '--', ...words], { from: 'user' })
      } catch (error) {
        if (error instanceof CommanderError)
          throw new EntenteError('E_USAGE', error.message.replace(/^error: /, ''))
        throw error
      }
      const options = command.opts<ListingOptions & Own>()
      const asked = await askedOf(it, session, await sources(options.asOf), { words, options })
      return it.answer(asked, PLAIN).json
    },
  }
}
