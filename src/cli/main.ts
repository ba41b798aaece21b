import { Command, CommanderError } from 'commander'
import { type Effects, nodeEffects } from '../effects.ts'
import { type Chosen, noteCommand } from './audited.ts'
import { version } from './commands/doctor.ts'
import { COMMANDS } from './commands/index.ts'
import { runLarger } from './larger.ts'
import { settlePlace } from './options.ts'
import { safe } from './print/safe.ts'
import { EXIT, exitCodeOf, faultText, makeShell, type Shell } from './shell.ts'

const FOOT = `
Start with:
  $ entente demo
  $ entente add articles/ && entente timeline

Exit codes: 0 done, 1 some input failed, 2 wrong usage, 3 the dossier is in use or broken.`

function programFor(shell: Shell, effects: Effects, written: Promise<void>[]): Command {
  const program = new Command('entente')
    .description('Reads reporting about relations between states into a sourced chronology.')
    .showHelpAfterError('(--help shows how it is used)')
    .addHelpText('after', FOOT)
    .exitOverride()
    .configureOutput({
      writeOut: text => written.push(effects.stdout.write(text)),
      writeErr: text => written.push(effects.stderr.write(text)),
      getOutHelpWidth: () => Math.min(effects.stdout.columns, 100),
      getErrHelpWidth: () => Math.min(effects.stderr.columns, 100),
    })
  program.hook('preAction', (_, command) => settlePlace(command, effects.env))
  program.hook('postAction', async (_, command) => {
    await noteCommand(shell, command.name(), command.args, command.opts<Chosen>())
  })
  for (const register of COMMANDS) register(program, shell, args => main(args, effects))
  return program
}

/** Runs one command; resolves to the exit code. */
export async function main(argv: readonly string[], effects: Effects = nodeEffects()): Promise<number> {
  const shell = makeShell(effects)
  const written: Promise<void>[] = []
  const program = programFor(shell, effects, written).version(await version(), '-V, --version')
  try {
    await program.parseAsync([...argv], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) shell.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage
    else {
      // What was read from standard input is gone; all else is known by its journal or comes again as it was.
      const code = argv.includes('-') ? null : await runLarger(shell, error, argv)
      if (code !== null) return code
      shell.exitCode = exitCodeOf(error)
      await shell.note(safe(`entente: ${faultText(error, shell)}`))
    }
  }
  await Promise.all(written)
  return shell.exitCode
}
