/** What is changed from the command line stands in the same audit log as what is changed by the page. */
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import type { Audit } from '../access/index.ts'
import { isAddress, shownPlace } from '../store/address.ts'
import { safe } from './print/safe.ts'
import { faultText, type Shell } from './shell.ts'

const MOST = 200

/** Files by their names, addresses without what may be a key behind the path. */
function nameOf(word: string): string {
  if (!/^https?:/.test(word) || !URL.canParse(word)) return basename(word).slice(0, MOST)
  const { origin, pathname } = new URL(word)
  return `${origin}${pathname}`.slice(0, MOST)
}

const READS: ReadonlySet<string> = new Set(['', 'export'])

/** The options of a command that say what it did, and to which dossier. */
export interface Chosen {
  dossier?: string
  /** Of `move`: the dossier that was filled. */
  to?: string
  from?: string
  /** Of `settings`: the file that was taken. */
  set?: string
  /** Of `work`: batches that were given back to the queue, or thrown away. */
  requeue?: readonly string[]
  discard?: readonly string[]
}

interface Deed {
  what: string
  ids: string[]
}

/** Of each command that changes a dossier, what it was done to; null where these words only read. */
const CHANGES: {
  readonly [command: string]: (words: readonly string[], chosen: Chosen) => Deed | null
} = {
  init: () => ({ what: 'init', ids: [] }),
  add: words => ({ what: 'add', ids: words.map(nameOf) }),
  remove: words => ({ what: 'remove', ids: words.map(nameOf) }),
  enqueue: words => ({ what: 'enqueue', ids: words.map(nameOf) }),
  restore: words => ({ what: 'restore', ids: words.map(nameOf) }),
  move: (_, { from = '' }) => ({ what: 'move', ids: [nameOf(shownPlace(from))] }),
  settings: (_, { set }) => (set === undefined ? null : { what: 'settings', ids: [nameOf(set)] }),
  // What the workers take in was asked for by `enqueue`; whoever decides about the dead is named.
  work: (_, { requeue, discard }) => {
    if (requeue !== undefined) return { what: 'work requeue', ids: requeue.map(nameOf) }
    return discard === undefined ? null : { what: 'work discard', ids: discard.map(nameOf) }
  },
  watch: ([action = 'list', ...words]) =>
    ['list', 'show'].includes(action) ? null : { what: `watch ${action}`, ids: words.map(nameOf) },
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

/** Keeps a line of the command, if it changed something; what it did is done, also where the line cannot be kept. */
export async function noteCommand(
  shell: Shell,
  command: string,
  words: readonly string[],
  chosen: Chosen,
): Promise<void> {
  const change = CHANGES[command]?.(words, chosen) ?? null
  const place = chosen.dossier ?? chosen.to
  if (change === null || place === undefined) return
  if (!isAddress(place) && !existsSync(place)) return
  const { withAccess } = await import('./access.ts')
  try {
    await withAccess(place, ({ audit }) => noteDeed(shell, audit, change.what, change.ids.slice(0, MOST)))
  } catch (error) {
    await shell.note(safe(`the audit log could not be written: ${faultText(error, shell)}`))
  }
}

export async function noteDeed(
  shell: Shell,
  audit: Audit,
  route: string,
  ids: readonly string[],
): Promise<void> {
  await audit.note({
    at: shell.effects.now().toISOString(),
    who: 'local',
    address: null,
    method: 'CLI',
    route,
    ids,
    outcome: shell.exitCode,
  })
}
