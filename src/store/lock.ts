import {
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { EntenteError } from '../record/errors.ts'

/** Who holds a dossier. `born` tells a process from a later one with the same pid, where the system says it. */
interface Holder {
  pid: number
  host: string
  born: string | null
}

export interface Lock {
  release(): void
}

/** How long a command waits for another one that is about to end, such as a listing. */
export const PATIENCE_MS = 2_000
/** After taking a dead process's lock, the time in which a rival that saw it too must have shown itself. */
const SETTLE_MS = 100

/** Field 22 of /proc/PID/stat: when the process started, in clock ticks since boot. */
function birthOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the program's name in brackets and may hold spaces.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null // no /proc on this system
  }
}

/** Also where it is another user's. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives and belongs to someone else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function readHolder(path: string): { text: string; holder: Holder | null } | null {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return null
  }
  const [pid, host, born] = text.trim().split(' ')
  if (!pid || !host || !/^\d+$/.test(pid)) return { text, holder: null }
  return { text, holder: { pid: Number(pid), host, born: born && born !== '-' ? born : null } }
}

/** A process on another machine cannot be looked at, so its lock is taken as held. */
function isStale(holder: Holder | null): boolean {
  if (holder === null) return true
  if (holder.host !== hostname()) return false
  if (!isAlive(holder.pid)) return true
  return holder.born !== null && birthOf(holder.pid) !== null && birthOf(holder.pid) !== holder.born
}

/** The file appears with its content at once: written beside, then linked, which fails where one is there. */
function create(path: string, own: string, text: string): boolean {
  const file = openSync(own, 'w')
  writeSync(file, text)
  closeSync(file)
  try {
    linkSync(own, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    unlinkSync(own)
  }
}

/** Puts our lock in the place of a dead one; of two that try at once the last rename wins, and both then see who did. */
async function takeOver(path: string, own: string, text: string, dead: string): Promise<boolean> {
  const file = openSync(own, 'w')
  writeSync(file, text)
  closeSync(file)
  if (readHolder(path)?.text !== dead) {
    unlinkSync(own)
    return false
  }
  renameSync(own, path)
  await sleep(SETTLE_MS)
  return readHolder(path)?.text === text
}

/**
 * Takes the dossier for this process alone: two PGlite processes on one directory lose rows without a word.
 * Throws E_IN_USE where another process keeps it; the lock of a process that died is taken over.
 */
export async function acquireLock(folder: string, patience = PATIENCE_MS): Promise<Lock> {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'lock')
  const token = Math.random().toString(36).slice(2, 10)
  const own = join(folder, `lock.${process.pid}.${token}`)
  const text = `${process.pid} ${hostname()} ${birthOf(process.pid) ?? '-'} ${token}\n`
  const deadline = performance.now() + patience
  for (;;) {
    if (create(path, own, text)) break
    const found = readHolder(path)
    if (found === null) continue
    if (isStale(found.holder)) {
      if (await takeOver(path, own, text, found.text)) break
      continue
    }
    if (performance.now() >= deadline) {
      const where = found.holder?.host === hostname() ? '' : ` on ${found.holder?.host}`
      throw new EntenteError(
        'E_IN_USE',
        `another entente process, pid ${found.holder?.pid}${where}, has this dossier open: ${folder}; try again when it has ended`,
      )
    }
    await sleep(50)
  }
  return {
    release() {
      if (readHolder(path)?.text === text) unlinkSync(path)
    },
  }
}
