import type { Command } from 'commander'
import type { Shell } from '../shell.ts'
import { add } from './add.ts'
import { ANALYSES } from './analyses.ts'
import { audit } from './audit.ts'
import { backup } from './backup.ts'
import { writeBrief } from './brief.ts'
import { code } from './code.ts'
import { context } from './context.ts'
import { demo } from './demo.ts'
import { doctor } from './doctor.ts'
import { drivers } from './drivers.ts'
import { enqueue } from './enqueue.ts'
import { exportRecord } from './export.ts'
import { init } from './init.ts'
import { move } from './move.ts'
import { positions } from './positions.ts'
import { read } from './read.ts'
import { rebuild } from './rebuild.ts'
import { remove } from './remove.ts'
import { restore } from './restore.ts'
import { review } from './review.ts'
import { search } from './search.ts'
import { serve } from './serve.ts'
import { settings } from './settings.ts'
import { show } from './show.ts'
import { statements } from './statements.ts'
import { timeline } from './timeline.ts'
import { token } from './token.ts'
import { watch } from './watch.ts'
import { work } from './work.ts'

/** Adds one command to the program; `run` runs another one within it. */
export type Register = (program: Command, shell: Shell, run: (args: string[]) => Promise<number>) => void

/** All commands, in the order in which `--help` shows them: first what one does first. */
export const COMMANDS: readonly Register[] = [
  init,
  add,
  remove,
  watch,
  timeline,
  statements,
  positions,
  drivers,
  ...ANALYSES,
  context,
  search,
  show,
  review,
  serve,
  token,
  audit,
  exportRecord,
  writeBrief,
  read,
  code,
  enqueue,
  work,
  settings,
  move,
  backup,
  restore,
  rebuild,
  doctor,
  demo,
]
