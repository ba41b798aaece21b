/** Answers of analyses, kept for one version of the record: several routes show parts of the same one. */
import { EntenteError } from '../record/errors.ts'
import type { Desk } from './desk.ts'
import { versionOf } from './kept.ts'

export type AskDoor = (
  name: string,
  options?: { readonly [name: string]: string },
  words?: readonly string[],
) => Promise<object>

/** Of a large dossier one is tens of megabytes. */
const MOST = 4

export function makeAsker(desk: Desk): AskDoor {
  let of = ''
  const kept = new Map<string, Promise<object>>()
  return async (name, options = {}, words = []) => {
    const door = desk.doors.find(it => it.name === name)
    if (door === undefined) throw new EntenteError('E_NOT_FOUND', `there is no analysis called "${name}"`)
    const version = await versionOf(desk)
    if (version !== of) kept.clear()
    of = version
    const key = JSON.stringify([name, options, words])
    const known = kept.get(key)
    if (known !== undefined) return known
    const answer = door.ask(words, options)
    kept.set(key, answer)
    // What failed is asked anew.
    answer.catch(() => kept.delete(key))
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST) break
      kept.delete(oldest)
    }
    return answer
  }
}
