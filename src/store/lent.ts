/**
 * A store that is open in one thread and worked on from another: a database in a folder has one connection in one
 * thread, and what takes long should not be done in the thread that answers others.
 */
import type { MessagePort } from 'node:worker_threads'
import { answerAt } from '../calls.ts'
import { EntenteError } from '../record/errors.ts'
import type { Database, Parameter, Queries } from './database.ts'
import type { Entry, Journal } from './journal.ts'

/** What the other thread asks; `at` names a transaction, null is none. */
export type Question =
  | { do: 'query'; at: number | null; statement: string; parameters: readonly Parameter[] }
  | { do: 'peek'; statement: string; parameters: readonly Parameter[] }
  | { do: 'begin'; reading: boolean }
  | { do: 'commit'; at: number }
  | { do: 'rollback'; at: number }
  | { do: 'lock'; at: number }
  | { do: 'end'; at: number | null }
  | { do: 'append'; at: number; entries: readonly Entry[] }
  | { do: 'batch'; from: number }
  | { do: 'hold' }
  | { do: 'release' }
  | { do: 'text'; name: string }

/** What a borrower must know beforehand. */
export interface Loan {
  place: string
  isShared: boolean
  engine: string
  emptying: string
}

/** Of an open store what another thread works with. */
export interface Lender extends Loan {
  journal: Journal
  database(): Database
  lock(queries: Queries): Promise<void>
  exclusively<T>(work: () => Promise<T>): Promise<T>
  text(name: string): Promise<string | null>
}

export const loanOf = ({ place, isShared, engine, emptying }: Lender): Loan => ({
  place,
  isShared,
  engine,
  emptying,
})

interface Open {
  queries: Queries
  settle(isKept: boolean): void
  done: Promise<void>
}

const CUT_SHORT = new EntenteError(
  'E_BROKEN',
  'work on the dossier was cut short; it is finished the next time',
)

/** Begins something that lasts until it is settled from outside; gives that, once it has begun. */
function lasting<T>(run: (work: (given: T) => Promise<void>) => Promise<void>) {
  return new Promise<{ given: T; settle: (isKept: boolean) => void; done: Promise<void> }>(
    (resolve, reject) => {
      const done = run(
        given =>
          new Promise<void>((keep, drop) => {
            const settle = (isKept: boolean) => (isKept ? keep() : drop(CUT_SHORT))
            // Not before `done` is there to be given.
            queueMicrotask(() => resolve({ given, settle, done }))
          }),
      )
      done.catch(reject)
    },
  )
}

/** Answers a borrower at the other end of the port. Returns how to take back what it holds. */
export function lend(kind: Lender, port: MessagePort): () => Promise<void> {
  const open = new Map<number, Open>()
  let held: Omit<Open, 'queries'> | null = null
  let count = 0
  let isTakenBack = false
  const queriesAt = (at: number | null): Queries => {
    const found = at === null ? kind.database() : open.get(at)?.queries
    if (found === undefined) throw CUT_SHORT
    return found
  }
  const begin = async (reading: boolean): Promise<number> => {
    const { given, ...rest } = await lasting<Queries>(work =>
      reading ? kind.database().reading(work) : kind.database().transaction(work),
    )
    // Begun for one who is gone by now: nobody else would end it, and the store waits for it.
    if (isTakenBack) {
      rest.settle(false)
      throw CUT_SHORT
    }
    open.set(++count, { queries: given, ...rest })
    return count
  }
  const finish = async (at: number, isKept: boolean): Promise<void> => {
    const it = open.get(at)
    open.delete(at)
    if (it === undefined) throw CUT_SHORT
    it.settle(isKept)
    await (isKept ? it.done : it.done.catch(() => {}))
  }
  const release = async () => {
    const it = held
    held = null
    it?.settle(true)
    await it?.done
  }
  const nextBatch = async (from: number) => {
    for await (const batch of kind.journal.read(from)) return batch
    return null
  }
  const answer = async (question: Question): Promise<unknown> => {
    switch (question.do) {
      case 'query':
        return queriesAt(question.at).query(question.statement, question.parameters)
      case 'peek':
        return kind.database().peek(question.statement, question.parameters)
      case 'begin':
        return begin(question.reading)
      case 'commit':
        return finish(question.at, true)
      case 'rollback':
        return finish(question.at, false)
      case 'lock':
        return kind.lock(queriesAt(question.at))
      case 'end':
        return kind.journal.end(question.at === null ? undefined : queriesAt(question.at))
      case 'append':
        return kind.journal.append(question.entries, queriesAt(question.at))
      case 'batch':
        return nextBatch(question.from)
      case 'hold':
        held = await lasting<undefined>(work => kind.exclusively(() => work(undefined)))
        if (isTakenBack) await release()
        return null
      case 'release':
        return release()
      case 'text':
        return kind.text(question.name)
    }
  }
  answerAt(port, answer)
  return async () => {
    isTakenBack = true
    port.close()
    for (const at of [...open.keys()]) await finish(at, false)
    await release()
  }
}
