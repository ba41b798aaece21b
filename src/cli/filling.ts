/** Filling an empty place with a dossier that comes from elsewhere, told as it goes. */

import { shownPlace } from '../store/address.ts'
import type { FillOptions, Load } from '../transfer.ts'
import { makeMeter, phaseLabel } from './progress.ts'
import type { Shell } from './shell.ts'

export async function fillAndTell(
  shell: Shell,
  place: string,
  load: Load,
  check?: FillOptions['check'],
): Promise<void> {
  const { fill } = await import('../transfer.ts')
  const meter = makeMeter(shell.effects.stderr)
  const total = Object.values(load.counts).reduce((sum, n) => sum + n, 0)
  try {
    await fill(place, load, {
      progress: (phase, done, of) => meter.step(phaseLabel(phase), done, of),
      arrived: (part, rows) => meter.step(`taking in ${part}`, rows, total),
      ...(check && { check }),
    })
  } finally {
    meter.clear()
  }
  const { documents, corrections } = load.counts
  await shell.print(`${shownPlace(place)}: ${documents} documents, ${corrections} corrections\n`)
}
