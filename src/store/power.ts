/**
 * Whether the machine went down while a database was open. It runs without fsync: after that some of its pages are on
 * the disk and some are not, which PostgreSQL does not always notice. A mark lies beside it from before its first write
 * until all that it wrote is on the disk, and names the start of the machine that it was laid at.
 */
import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { syncFolder } from './journal.ts'

const MARK = 'open'
/** Linux has a new one at each start. Elsewhere nothing is noticed: a clock may be set, so the time of a start is none. */
const BOOT = '/proc/sys/kernel/random/boot_id'

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return null
  }
}

/** True where a mark lies in the folder that another start of a machine laid. */
export function wentDown(folder: string, boot = textOf(BOOT)): boolean {
  const laid = textOf(join(folder, MARK))
  return boot !== null && laid !== null && laid !== boot
}

/** Lays the mark, on the disk before it returns. */
export function markOpen(folder: string, boot = textOf(BOOT)): void {
  if (boot === null || textOf(join(folder, MARK)) === boot) return
  const file = openSync(join(folder, MARK), 'w')
  try {
    writeSync(file, `${boot}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  syncFolder(folder)
}

/** File systems tell times by steps. */
const STEP_MS = 2_000

/** Takes the mark away once all that was written in `place` since it was laid is on the disk. */
export function markClosed(folder: string, place: string): void {
  const mark = join(folder, MARK)
  const laid = statSync(mark, { throwIfNoEntry: false })
  if (laid === undefined) return
  for (const { parentPath, name } of readdirSync(place, { recursive: true, withFileTypes: true })) {
    const path = join(parentPath, name)
    const found = statSync(path, { throwIfNoEntry: false })
    if (found === undefined || found.mtimeMs < laid.mtimeMs - STEP_MS) continue
    if (found.isDirectory()) syncFolder(path)
    else {
      const file = openSync(path, 'r+')
      fsyncSync(file)
      closeSync(file)
    }
  }
  syncFolder(place)
  rmSync(mark)
}
