/** A server behind a gate, with tokens in a folder of its own and a clock that the test turns. */
import { type Access, accessIn } from '../../src/access/index.ts'
import { type Desk, type Gate, LOOPBACK, makeServer } from '../../src/serve/index.ts'
import { aFolder } from '../cli/run.ts'
import { aDocument, anEvent, aRecord } from '../store/made-up.ts'
import { aDesk } from './a-desk.ts'

const old = aDocument('old.txt', 'Norway met Peru.')

export const HOST = 'entente.example'
export const ORIGIN = `https://${HOST}`
/** Of documentation: nobody has it. */
export const SOMEBODY = '203.0.113.5'

export interface Asked {
  method?: string
  headers?: { [name: string]: string }
  body?: string
  /** Of the socket's other end. */
  from?: string
}

export interface GateAtTest {
  access: Access
  tokens: { read: string; review: string; admin: string; expired: string; revoked: string }
  /** Turns the clock on. */
  wait(seconds: number): void
  ask(path: string, asked?: Asked): Promise<Response>
  /** With a token in the header. */
  as(token: string, path: string, asked?: Asked): Promise<Response>
  /** JSON, as a program sends it. */
  send(token: string, path: string, body: unknown): Promise<Response>
  /** The cookie that a login gives, as a browser sends it back. */
  login(token: string, from?: string): Promise<string>
  /** All that the server was told to answer, `POST /api/add`. */
  routes: readonly string[]
  remove(): void
}

export async function aGate(more: Partial<Gate> = {}, desk: Partial<Desk> = {}): Promise<GateAtTest> {
  const folder = aFolder()
  const access = accessIn(folder.path)
  let at = Date.parse('2031-06-01T09:30:00Z')
  const now = () => new Date(at)
  const make = async (may: 'read' | 'review' | 'admin', expires: string | null = null) =>
    (await access.tokens.add(`one who may ${may}`, may, expires, now())).secret
  const revoked = await access.tokens.add('gone', 'admin', null, now())
  await access.tokens.revoke(revoked.token.id, now())
  const tokens = {
    read: await make('read'),
    review: await make('review'),
    admin: await make('admin'),
    expired: await make('admin', '2031-05-31T23:59:59.999Z'),
    revoked: revoked.secret,
  }
  const gate: Gate = {
    ...LOOPBACK,
    hosts: [HOST],
    scheme: 'https',
    tokens: access.tokens,
    note: deed => access.audit.note(deed),
    ...more,
  }
  const record = aRecord([old], { events: [anEvent('e1', old, 0, 16)] })
  const server = makeServer(aDesk(record, { now, ...desk }), gate)
  const ask = async (path: string, { from = SOMEBODY, headers = {}, ...init }: Asked = {}) =>
    server.request(
      `http://${HOST}${path}`,
      { ...init, headers: { host: HOST, ...headers } },
      { address: from },
    )
  const as = (token: string, path: string, { headers = {}, ...asked }: Asked = {}) =>
    ask(path, { ...asked, headers: { authorization: `Bearer ${token}`, ...headers } })
  return {
    access,
    tokens,
    ask,
    as,
    send: (token, path, body) =>
      as(token, path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    async login(token, from = SOMEBODY) {
      const answer = await ask('/login', { ...form({ token }), from })
      return cookieIn(answer)
    },
    wait(seconds) {
      at += seconds * 1000
    },
    routes: server.routes.map(({ method, path }) => `${method} ${path}`),
    remove: () => folder.remove(),
  }
}

/** As a browser sends the form of its own page. */
export function form(fields: { [name: string]: string }, headers: { [name: string]: string } = {}): Asked {
  return {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: ORIGIN,
      'sec-fetch-site': 'same-origin',
      ...headers,
    },
  }
}

/** `name=value` of the one cookie that is set. */
export const cookieIn = ({ headers }: Response): string => headers.get('set-cookie')?.split(';')[0] ?? ''
