import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Corrected } from '../correct/index.ts'
import type { Session, SessionOptions } from '../pipeline.ts'
import { EntenteError } from '../record/errors.ts'
import type { RecordSource } from '../record/facts.ts'
import { DOSSIER_FILE } from '../record/files.ts'
import { isAddress } from '../store/address.ts'
import { safeLine } from './print/safe.ts'
import { makeMeter, phaseLabel } from './progress.ts'
import { EXIT, faultText, type Shell } from './shell.ts'

/** One fault of the program shows in many documents; so many of them are named. */
const SAME_FAULT = 5

/** Opens the dossier, does the work, and closes it whatever happens. */
export async function withSession<T>(
  shell: Shell,
  folder: string,
  options: SessionOptions,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  // Loaded here, so that `--help` and wrong usage are answered without the database's code.
  const { openSession } = await import('../pipeline.ts')
  const meter = makeMeter(shell.effects.stderr)
  const faults = new Map<string, number>()
  const session = await openSession(folder, {
    progress: (phase, done, total) => meter.step(phaseLabel(phase), done, total),
    onFault: (document, error) => {
      shell.exitCode = EXIT.inputFailed
      const text = faultText(error, shell)
      const times = (faults.get(text) ?? 0) + 1
      faults.set(text, times)
      if (times > SAME_FAULT) return
      meter.clear()
      void shell.note(safeLine(`${document.source}: E_CODE: ${text}`))
    },
    ...options,
  })
  try {
    return await work(session)
  } finally {
    meter.clear()
    for (const [text, times] of faults) {
      if (times > SAME_FAULT) await shell.note(safeLine(`E_CODE in ${times - SAME_FAULT} more: ${text}`))
    }
    await session.store.close()
  }
}

/** A dossier's `dossier.yaml`, without opening more than it takes; null where it has none. */
export async function dossierText(
  shell: Shell,
  place: string,
): Promise<{ text: string | null; path: string }> {
  if (isAddress(place))
    return withSession(shell, place, {}, async ({ store }) => ({
      text: await store.text(DOSSIER_FILE),
      path: `${store.place} ${DOSSIER_FILE}`,
    }))
  const path = join(place, DOSSIER_FILE)
  return { text: existsSync(path) ? readFileSync(path, 'utf8') : null, path }
}

/** The record to show: finished first where an `add` was cut short or older rules made it, and as corrected. */
export async function recordOf(
  shell: Shell,
  session: Session,
  asOf: string | undefined,
): Promise<RecordSource> {
  return (await correctedOf(shell, session, asOf)).source
}

/** The same, with what became of each correction. */
export async function correctedOf(
  shell: Shell,
  session: Session,
  asOf: string | undefined,
): Promise<Corrected> {
  const { correctedRecord } = await import('../pipeline.ts')
  return correctedRecord(session, await madeRecord(shell, session, asOf))
}

/** Where others are at work on a dossier on a server, what stood before is shown, and this is told. */
async function finishOrTell(shell: Shell, session: Session): Promise<void> {
  const { bringUpToDate, hasRecord } = await import('../pipeline.ts')
  try {
    await bringUpToDate(session)
  } catch (error) {
    const isBusy = error instanceof EntenteError && error.code === 'E_IN_USE' && session.store.isShared
    if (!isBusy || !(await hasRecord(session))) throw error
    await shell.note(safeLine(`${error.message}; shown is the record as it stood before`))
  }
}

/** As the rules made it: what a correction is bound to. */
export async function madeRecord(
  shell: Shell,
  session: Session,
  asOf: string | undefined,
): Promise<RecordSource> {
  const { isCurrent, recordAsOf, storedRecord } = await import('../pipeline.ts')
  if (!(await isCurrent(session))) {
    await shell.note('finishing what is not up to date in this dossier')
    await finishOrTell(shell, session)
  }
  if (asOf === undefined) return storedRecord({ store: await session.store.snapshot() })
  const { sourceOf } = await import('../record/facts.ts')
  return sourceOf(await recordAsOf(session, asOf))
}
