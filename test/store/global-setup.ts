/** Before and after all tests: a place where they find the PostgreSQL server that one of them starts. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileLate } from '../../src/memory.ts'
import { removeCluster } from './cluster.ts'
import { SERVER_FOLDER } from './server.ts'

export default function setup(): () => Promise<void> {
  // As the program does: for all threads, which start after this.
  compileLate()
  const folder = mkdtempSync(join(tmpdir(), 'entente-tests-'))
  process.env[SERVER_FOLDER] = folder
  return async () => {
    const ready = join(folder, 'ready')
    if (existsSync(ready)) {
      const { place }: { place: string } = JSON.parse(readFileSync(ready, 'utf8'))
      await removeCluster(place)
    }
    rmSync(folder, { recursive: true, force: true })
  }
}
