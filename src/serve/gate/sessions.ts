/** Who has logged in with a browser: kept in memory, so a restart of the server asks everybody again. */
import { createHash, randomBytes } from 'node:crypto'
import type { Bearer } from '../../record/access.ts'
import { forgetful } from './limits.ts'

const DAY = 86_400_000
/** From the login, whatever is done; and without anything done. */
const LONGEST = 7 * DAY
const IDLE = DAY
const MOST = 10_000

interface Session {
  who: Bearer
  began: number
  last: number
}

export interface Sessions {
  /** A new id at every login, whatever cookie came with it: one that was planted beforehand opens nothing. */
  begin(who: Bearer, now: Date): string
  /** Who it is, if it is one and not too old. */
  find(id: string, now: Date): Bearer | null
  end(id: string): void
}

/** In memory only the hash, as with tokens. */
const keyOf = (id: string): string => createHash('sha256').update(id).digest('base64url')

export function makeSessions(): Sessions {
  const sessions = forgetful<Session>(MOST)
  return {
    begin(who, now) {
      const id = randomBytes(32).toString('base64url')
      sessions.set(keyOf(id), { who, began: now.getTime(), last: now.getTime() })
      return id
    },
    find(id, now) {
      const key = keyOf(id)
      const found = sessions.get(key)
      if (found === undefined) return null
      const at = now.getTime()
      if (at - found.began > LONGEST || at - found.last > IDLE) {
        sessions.delete(key)
        return null
      }
      sessions.set(key, { ...found, last: at })
      return found.who
    },
    end(id) {
      sessions.delete(keyOf(id))
    },
  }
}
