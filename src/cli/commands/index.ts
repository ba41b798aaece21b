import type { Command } from 'commander'
import type { Shell } from '../shell.ts'
import { add } from './add.ts'
import { ANALYSES } from './analyses.ts'
import { writeBrief } from './brief.ts'
import { code } from './code.ts'
import { demo } from './demo.ts'
import { doctor } from './doctor.ts'
import { drivers } from './drivers.ts'
import { enqueue } from './enqueue.ts'
import { exportRecord } from './export.ts'
import { init } from './init.ts'
import { positions } from './positions.ts'
import { read } from './read.ts'
import { rebuild } from './rebuild.ts'
import { remove } from './remove.ts'
import { review } from './review.ts'
import { search } from './search.ts'
import { serve } from './serve.ts'
import { show } from './show.ts'
import { statements } from './statements.ts'
import { timeline } from './timeline.ts'
import { work } from './work.ts'

/** Adds one command to the program; `run` runs another one within it. */
export type Register = (program: Command, shell: Shell, run: (args: string[]) => Promise<number>) => void

/** All commands, in the order in which `--help` shows them: first what one does first. */
export const COMMANDS: readonly Register[] = [
  init,
  add,
  remove,
  timeline,
  statements,
  positions,
  drivers,
  ...ANALYSES,
  search,
  show,
  review,
  serve,
  exportRecord,
  writeBrief,
  read,
  code,
  enqueue,
  work,
  rebuild,
  doctor,
  demo,
]
