// The compiled program in dist/: built anew where it is older than its sources.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isBuilt } from '../built.mjs'
import { checkWritable } from './packages.mjs'
import { Stop, say } from './say.mjs'

export function buildWhereStale(root) {
  if (isBuilt(root)) return
  checkWritable(root)
  say(existsSync(join(root, 'dist')) ? 'the sources are newer than dist/: building …' : 'building …')
  const built = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs')], {
    cwd: root,
    stdio: ['ignore', 2, 'inherit'],
  })
  if (built.status !== 0) throw new Stop('the build failed; the compiler says above where.')
}

/** For scripts that measure the compiled program: builds it where it is stale, or ends with a word on why not. */
export function readyToRun(root) {
  try {
    buildWhereStale(root)
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    say(error.message)
    process.exit(1)
  }
}
