/** Before and after all tests: where they put their files, and the PostgreSQL server that one of them starts. */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { compileLate } from '../../src/memory.ts'
import { removeCluster } from './cluster.ts'
import { SERVER_FOLDER } from './server.ts'

/** Folders that are memory, where the system has them. */
const MEMORY = '/dev/shm'
/** Bytes: what tests have on disk at once, several times over. */
const ROOM = 6e9

/** Programs are started from there as well, which some systems forbid. */
function runs(folder: string): boolean {
  const program = join(folder, 'program')
  writeFileSync(program, '#!/bin/sh\nexit 0\n', { mode: 0o755 })
  return spawnSync(program).status === 0
}

/**
 * A folder for all that tests write. They make and remove hundreds of dossiers of 400 files each, and on a disk that
 * takes more of the processor than what is tested: in memory it is a tenth.
 */
function placeOfFiles(): string {
  if (!existsSync(MEMORY)) return mkdtempSync(join(tmpdir(), 'entente-tests-'))
  const { bavail, bsize } = statfsSync(MEMORY)
  if (bavail * bsize < ROOM || totalmem() < 2 * ROOM) return mkdtempSync(join(tmpdir(), 'entente-tests-'))
  const folder = mkdtempSync(join(MEMORY, 'entente-tests-'))
  if (runs(folder)) return folder
  rmSync(folder, { recursive: true })
  return mkdtempSync(join(tmpdir(), 'entente-tests-'))
}

export default function setup(): () => Promise<void> {
  // As the program does: for all threads, which start after this.
  compileLate()
  const folder = placeOfFiles()
  // The server runs as a user of its own.
  chmodSync(folder, 0o755)
  process.env.TMPDIR = folder
  process.env[SERVER_FOLDER] = mkdtempSync(join(folder, 'server-'))
  return async () => {
    const ready = join(process.env[SERVER_FOLDER] ?? folder, 'ready')
    if (existsSync(ready)) {
      const { place }: { place: string } = JSON.parse(readFileSync(ready, 'utf8'))
      await removeCluster(place)
    }
    rmSync(folder, { recursive: true, force: true })
  }
}
