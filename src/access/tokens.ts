/** The tokens of one dossier: made, listed, taken back, and told from what is none. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { type Bearer, MAYS, type May } from '../record/access.ts'
import { EntenteError } from '../record/errors.ts'
import type { Lines } from './lines.ts'

const entry = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('add'),
    id: z.string(),
    name: z.string(),
    may: z.enum(MAYS),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    made: z.string(),
    expires: z.string().nullable(),
  }),
  z.object({ do: z.literal('revoke'), id: z.string(), at: z.string() }),
  z.object({ do: z.literal('use'), id: z.string(), day: z.string() }),
])

export interface Token extends Bearer {
  /** ISO 8601, UTC, as are the others. */
  readonly made: string
  readonly expires: string | null
  readonly revoked: string | null
  /** The last day on which it was used: no log of somebody's hours. */
  readonly used: string | null
}

/** With what tells the token itself: SHA-256 of it. */
interface Kept extends Token {
  readonly hash: Buffer
}

export interface Tokens {
  /** Makes one, to hold until `expires` (ISO 8601, UTC) or for ever; `secret` is shown this once, and kept nowhere. */
  add(name: string, may: May, expires: string | null, now: Date): Promise<{ token: Token; secret: string }>
  list(): Promise<{ tokens: Token[]; lost: number }>
  /** Throws E_NOT_FOUND where no token has the id. */
  revoke(id: string, now: Date): Promise<Token>
  /** Whose secret this is; null for one that is unknown, expired or taken back, after the same work. */
  check(secret: string, now: Date): Promise<Bearer | null>
  /** Whether a token by its id still holds. */
  holds(id: string, now: Date): Promise<boolean>
}

/**
 * `ent_`, 8 hexadecimal digits to find it by, 256 random bits. Of so many bits nobody tries all, so a plain hash keeps
 * them as well as a slow one would, and a slow one would be a lever to keep the server busy with.
 */
const SHAPE = /^ent_([0-9a-f]{8})_[\w-]{43}$/
const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** Compared with where there is no such token: the work is the same. */
const NOBODY = randomBytes(32)

const isCurrent = ({ revoked, expires }: Token, now: Date): boolean =>
  revoked === null && (expires === null || expires > now.toISOString())

function fold(entries: readonly unknown[]): { kept: Map<string, Kept>; lost: number } {
  const kept = new Map<string, Kept>()
  let lost = 0
  for (const read of entries) {
    const parsed = entry.safeParse(read)
    if (!parsed.success) {
      lost++
      continue
    }
    const it = parsed.data
    const former = kept.get(it.id)
    if (it.do === 'add') {
      const { id, name, may, made, expires } = it
      const hash = Buffer.from(it.hash, 'hex')
      kept.set(id, { id, name, may, hash, made, expires, revoked: null, used: null })
    } else if (former === undefined) lost++
    else if (it.do === 'revoke') kept.set(it.id, { ...former, revoked: former.revoked ?? it.at })
    else kept.set(it.id, { ...former, used: it.day })
  }
  return { kept, lost }
}

/** The entries as they stand now, read again only when something was written. */
function folded(lines: Lines) {
  let held: { stamp: string; book: ReturnType<typeof fold> } | null = null
  return async () => {
    const stamp = await lines.stamp()
    if (held?.stamp !== stamp) {
      const { entries, lost } = await lines.read()
      const book = fold(entries)
      held = { stamp, book: { kept: book.kept, lost: book.lost + lost } }
    }
    return held.book
  }
}

const tokenOf = ({ hash: _, ...token }: Kept): Token => token

export function tokensIn(lines: Lines): Tokens {
  const book = folded(lines)
  return {
    async add(name, may, expires, now) {
      const id = randomBytes(4).toString('hex')
      const secret = `ent_${id}_${randomBytes(32).toString('base64url')}`
      const token: Token = {
        id,
        name,
        may,
        made: now.toISOString(),
        expires,
        revoked: null,
        used: null,
      }
      const hash = hashOf(secret).toString('hex')
      await lines.append({ do: 'add', id, name, may, hash, made: token.made, expires })
      return { token, secret }
    },
    async list() {
      const { kept, lost } = await book()
      return { tokens: [...kept.values()].map(tokenOf), lost }
    },
    async revoke(id, now) {
      const found = (await book()).kept.get(id)
      if (found === undefined)
        throw new EntenteError(
          'E_NOT_FOUND',
          `no token has the id "${id}"; \`entente token list\` shows them`,
        )
      const at = found.revoked ?? now.toISOString()
      if (found.revoked === null) await lines.append({ do: 'revoke', id, at })
      return { ...tokenOf(found), revoked: at }
    },
    async check(secret, now) {
      const { kept } = await book()
      const [, id = ''] = SHAPE.exec(secret) ?? []
      const found = kept.get(id)
      const isSame = timingSafeEqual(hashOf(secret), found?.hash ?? NOBODY)
      if (!isSame || found === undefined || !isCurrent(found, now)) return null
      const day = now.toISOString().slice(0, 10)
      if (found.used !== day)
        await lines.append({ do: 'use', id, day }).catch(() => {
          // A full disk, a folder that is read only: the day is not noted, and the token holds all the same.
        })
      return { id, name: found.name, may: found.may }
    },
    async holds(id, now) {
      const found = (await book()).kept.get(id)
      return found !== undefined && isCurrent(found, now)
    },
  }
}
