/**
 * Reading, coding and reconciling in a thread of their own, so that who answers others goes on answering. What comes of
 * it is the same to the byte: the thread works on the same store, by the same code.
 */
import { MessageChannel, Worker } from 'node:worker_threads'
import { makeCaller } from './calls.ts'
import type { Taken } from './intake.ts'
import type { Dossier } from './knowledge/dossier.ts'
import { bringUpToDate, type Session, takeIn } from './pipeline.ts'
import type { ReadInput, ReadResult } from './read/index.ts'
import { EntenteError } from './record/errors.ts'
import type { Document } from './record/types.ts'
import type { Loan } from './store/index.ts'

export interface Aside {
  read(input: ReadInput): Promise<ReadResult>
  takeIn(documents: readonly Document[]): Promise<Taken>
  bringUpToDate(): Promise<void>
  /** Its memory is wanted by others: the thread ends when nothing is asked of it for a minute. */
  rest(): void
  /** Ends the thread, and what it was at; the next piece of work starts another. */
  end(): Promise<void>
}

/** A new thread takes seconds to load its tables and to become quick. */
const REST_MS = 60_000

export type Piece =
  | { do: 'read'; input: ReadInput }
  | { do: 'take'; documents: readonly Document[] }
  | { do: 'finish' }

/** What the thread is given to begin with. */
export interface Errand {
  dossier: Dossier
  coding: string
  version: string
  loan: Loan
  /** Pieces of work come here; the store is at the other port. */
  work: MessageChannel['port1']
  store: MessageChannel['port1']
}

/** A document that the rules stumbled over, told by the thread. */
export interface Stumble {
  document: Document
  message: string
}

interface Helper {
  ask<T>(piece: Piece): Promise<T>
  end(): Promise<void>
}

function start(session: Session, heap: number): Helper {
  const { dossier, coding, version, store, onFault } = session
  const [work, line] = [new MessageChannel(), new MessageChannel()]
  const { loan, takeBack } = store.lend(line.port1)
  const errand: Errand = { dossier, coding, version, loan, work: work.port2, store: line.port2 }
  const worker = new Worker(new URL('./aside-thread.js', import.meta.url), {
    workerData: errand,
    resourceLimits: { maxOldGenerationSizeMb: heap },
    transferList: [work.port2, line.port2],
  })
  const { ask, fail } = makeCaller<Piece>(work.port1)
  worker.on('message', ({ document, message }: Stumble) => onFault(document, new Error(message)))
  worker.on('error', error =>
    fail(new EntenteError('E_CODER', `the thread that reads and codes fell over: ${error.message}`)),
  )
  worker.on('exit', () => {
    fail(new EntenteError('E_CODER', 'the thread that reads and codes has ended'))
    void takeBack()
  })
  // Who closes the store takes it back in the midst of whatever the thread is at; that is finished the next time.
  line.port1.once('close', () => void worker.terminate())
  // Whoever asks waits for the answer; by itself it keeps no process alive.
  worker.unref()
  work.port1.unref()
  line.port1.unref()
  return {
    ask,
    async end() {
      await worker.terminate()
      work.port1.close()
      await takeBack()
    },
  }
}

/** Run from its TypeScript source there is no compiled thread to start, and the work is done in this one. */
function here(session: Session): Aside {
  return {
    read: async input => (await session.stages()).read(input),
    takeIn: documents => takeIn(session, documents),
    bringUpToDate: () => bringUpToDate(session),
    rest: () => {},
    end: async () => {},
  }
}

/** `heap`: megabytes that the thread may hold, beside those of this one. */
export function workAside(session: Session, heap: number): Aside {
  if (import.meta.url.endsWith('.ts')) return here(session)
  let helper: Helper | null = null
  let resting: NodeJS.Timeout | undefined
  const ask = <T>(piece: Piece): Promise<T> => {
    clearTimeout(resting)
    helper ??= start(session, heap)
    return helper.ask<T>(piece)
  }
  const end = async () => {
    clearTimeout(resting)
    const ended = helper
    helper = null
    await ended?.end()
  }
  return {
    read: input => ask({ do: 'read', input }),
    takeIn: documents => ask({ do: 'take', documents }),
    bringUpToDate: () => ask({ do: 'finish' }),
    rest() {
      clearTimeout(resting)
      // A thread that cannot be ended has ended.
      resting = setTimeout(() => void end().catch(() => {}), REST_MS).unref()
    },
    end,
  }
}
