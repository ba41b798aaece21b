/** What a PostgreSQL server, the way to it or a disk can do wrong, as a sentence that says what to do. */
import { EntenteError } from '../record/errors.ts'

/** SQLSTATE of the server, or code of the system's call; '' where neither is told. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  // "localhost" is tried by IPv6 and IPv4; both failures come in one.
  return error instanceof AggregateError ? codeOf(error.errors[0]) : ''
}

/** The driver tells a line that broke with words alone. */
const BROKEN_LINE = /connection terminated|connection ended|not queryable|client was closed|timeout expired/i

function hasLostLine(error: unknown): boolean {
  const code = codeOf(error)
  if (/^(?:ECONNRESET|EPIPE|ETIMEDOUT|08...|57P01|57P02)$/.test(code)) return true
  return code === '' && error instanceof Error && BROKEN_LINE.test(error.message)
}

/** What may be over in a moment: a server that starts anew, a name server that is slow, too many at once. */
export function isPassing(error: unknown): boolean {
  return /^(?:ECONNREFUSED|EHOSTUNREACH|EAI_AGAIN|57P03|53300)$/.test(codeOf(error)) || hasLostLine(error)
}

/** By SQLSTATE or system code: what is wrong, and what to do. */
const SAYINGS: readonly [code: RegExp, wrong: string, advice: string][] = [
  [/^ECONNREFUSED$/, 'nobody answers there', 'is the server running, and does it listen at this address?'],
  [/^(?:ENOTFOUND|EAI_AGAIN)$/, 'no such host is known', 'check the host in the address'],
  [/^(?:EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/, 'no way leads there', 'check the network and the firewall'],
  [/^ENOENT$/, 'its socket is not there', 'is the server running?'],
  [/^28P01$/, 'the password is wrong', 'PGPASSWORD or ~/.pgpass holds it'],
  [/^28/, 'the server does not let this user in', 'check the user in the address and pg_hba.conf'],
  [/^3D000$/, 'there is no such database', 'create it with `createdb`, or check the address'],
  [/^42501$/, 'the user has not the right', 'GRANT CREATE ON DATABASE, or let an owner make the schema'],
  [/^25006$/, 'it only reads, as a replica does', 'name the primary server in the address'],
  [/^53100$/, 'its disk is full', 'make room there, then run the same again'],
  [/^53300$/, 'it has no connection free', 'end others, or raise max_connections'],
  [/^57P03$/, 'it is starting up', 'try again in a moment'],
  [/^57014$|^55P03$/, 'a statement took too long', 'try again, or set ?statement_timeout= (milliseconds)'],
]

const LOST: [string, string] = [
  'the connection was lost',
  'nothing of what was under way is half written; run the same again and it finishes',
]

/**
 * An EntenteError E_SERVER for a fault of the server or of the way to it, which names host and port and never a
 * password; any other error as it came.
 */
export function serverFault(error: unknown, server: string): unknown {
  if (error instanceof EntenteError) return error
  const found = SAYINGS.find(([code]) => code.test(codeOf(error)))
  const [wrong, advice] = hasLostLine(error) ? LOST : (found?.slice(1) ?? [])
  if (wrong === undefined) {
    // A missing password is told by the client's own words.
    const isPassword = error instanceof Error && /password must be a string/i.test(error.message)
    if (!isPassword) return error
    return serverFault(Object.assign(new Error('no password'), { code: '28P01' }), server)
  }
  return new EntenteError('E_SERVER', `PostgreSQL at ${server}: ${wrong}; ${advice}`, { cause: error })
}

/** By system code, or by the words of the embedded database, which meets the same disk. */
const DISK_SAYINGS: readonly [told: RegExp, wrong: string, advice: string][] = [
  [
    /^(?:ENOSPC|EDQUOT|EFBIG|53100)$|no space left on device|disk quota exceeded/i,
    'the disk is full',
    'make room there and run the same again: what was taken in before is safe, and it goes on from there',
  ],
  [
    /^EROFS$|read-only file system/i,
    'it can only be read',
    'mount it for writing, or take another place: a dossier is written to also where it is only looked at',
  ],
  [
    /^(?:EACCES|EPERM)$|permission denied/i,
    'you may not write there',
    'change who owns it, or take another place',
  ],
  [
    /^EIO$|input\/output error/i,
    'the disk fails',
    'save the journal elsewhere first of all, then look at the disk',
  ],
]

/** An EntenteError E_DISK for a fault of the disk that a place is on; any other error as it came. */
export function diskFault(error: unknown, place: string): unknown {
  if (error instanceof EntenteError || !(error instanceof Error)) return error
  const found = DISK_SAYINGS.find(([told]) => told.test(codeOf(error)) || told.test(error.message))
  if (found === undefined) return error
  const [, wrong, advice] = found
  return new EntenteError('E_DISK', `${place}: ${wrong}; ${advice}`, { cause: error })
}

/** Runs what writes to a disk, and tells its faults with the place that they are at. */
export async function onDisk<T>(place: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw diskFault(error, place)
  }
}
