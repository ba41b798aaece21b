/** What is changed from the command line stands in the same audit log as what is changed by the page. */
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import type { Shell } from './shell.ts'

const MOST = 200

/** Files by their names, addresses without what may be a key behind the path. */
function nameOf(word: string): string {
  if (!/^https?:/.test(word) || !URL.canParse(word)) return basename(word).slice(0, MOST)
  const { origin, pathname } = new URL(word)
  return `${origin}${pathname}`.slice(0, MOST)
}

const READS: ReadonlySet<string> = new Set(['', 'export'])

/** Of each command that changes a dossier, what it was done to; null where these words only read. */
const CHANGES: {
  readonly [command: string]: (words: readonly string[]) => { what: string; ids: string[] } | null
} = {
  init: () => ({ what: 'init', ids: [] }),
  add: words => ({ what: 'add', ids: words.map(nameOf) }),
  remove: words => ({ what: 'remove', ids: words.map(nameOf) }),
  rebuild: () => ({ what: 'rebuild', ids: [] }),
  // `review correct ID FIELD VALUE`: what stands after the id is no id.
  review: ([action = '', ...words]) =>
    READS.has(action)
      ? null
      : {
          what: `review ${action}`,
          ids: ['accept', 'reject'].includes(action) ? words.map(nameOf) : words.slice(0, 1).map(nameOf),
        },
}

/** Keeps a line of the command, if it changed something in a folder that is there. */
export async function noteCommand(
  shell: Shell,
  command: string,
  words: readonly string[],
  dossier: unknown,
): Promise<void> {
  const change = CHANGES[command]?.(words) ?? null
  if (change === null || typeof dossier !== 'string' || !existsSync(dossier)) return
  await noteDeed(shell, dossier, change.what, change.ids.slice(0, MOST))
}

export async function noteDeed(
  shell: Shell,
  dossier: string,
  route: string,
  ids: readonly string[],
): Promise<void> {
  const { accessIn } = await import('../access/index.ts')
  await accessIn(dossier).audit.note({
    at: shell.effects.now().toISOString(),
    who: 'local',
    address: null,
    method: 'CLI',
    route,
    ids,
    outcome: shell.exitCode,
  })
}
