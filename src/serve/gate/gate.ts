/** How the server is reached: from this machine alone, or by a team with tokens through a gate. */
import type { Bearer, Deed } from '../../record/access.ts'
import type { Range } from './addresses.ts'

/** Whose secret that is, and whether a token still holds; both look at what is on disk now. */
export interface TokenCheck {
  check(secret: string, now: Date): Promise<Bearer | null>
  holds(id: string, now: Date): Promise<boolean>
}

export interface Gate {
  /** Names and literal addresses under which it may be asked, without ports: a `Host` that is none of them is refused. */
  readonly hosts: readonly string[]
  /** How the browser asks: also `https` where a proxy does it. */
  readonly scheme: 'http' | 'https'
  /** This process itself speaks TLS. */
  readonly hasTls: boolean
  /** From where alone requests come, and whose `X-Forwarded-For` is believed; null without a proxy. */
  readonly proxies: readonly Range[] | null
  /** Null: whoever can reach it may do everything. Only this machine can. */
  readonly tokens: TokenCheck | null
  /** Keeps a line of the audit log. */
  note(deed: Deed): Promise<void>
  /** Tells whoever runs the server of a fault of the program. */
  fault(error: unknown): void
}

/** What a person who has started it for themselves has. */
export const LOOPBACK: Gate = {
  hosts: ['localhost', '127.0.0.1', '[::1]'],
  scheme: 'http',
  hasTls: false,
  proxies: null,
  tokens: null,
  note: async () => {},
  fault: () => {},
}

/** One request: who asks, from where, and how the server is called there. */
export interface Visit {
  /** `https://entente.example`, as in the browser's address bar. */
  readonly origin: string
  readonly address: string
  /** Null where the gate asks for no token. */
  readonly who: Bearer | null
  /** A cookie goes along by itself, whatever page asks; a token in a header does not. */
  readonly by: 'nothing' | 'header' | 'cookie'
}

declare module 'hono' {
  interface ContextVariableMap {
    visit: Visit
  }
}

/** As the audit log names them. */
export const nameOf = (who: Bearer | null): string => (who === null ? 'local' : `${who.id} ${who.name}`)
