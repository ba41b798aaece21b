/** A store that another thread has open, and lends. */
import type { MessagePort } from 'node:worker_threads'
import { makeCaller } from '../calls.ts'
import { EntenteError } from '../record/errors.ts'
import type { Database, Queries } from './database.ts'
import type { Entry, Journal } from './journal.ts'
import type { Loan, Question } from './lent.ts'
import { type Store, storeOf } from './store.ts'

/** The store at the other end of the port: all that reading, adding and reconciling ask of one. */
export function borrow(loan: Loan, port: MessagePort): Store {
  const { ask } = makeCaller<Question>(port)
  const places = new WeakMap<Queries, number>()
  const queriesAt = (at: number | null): Queries => ({
    query: (statement, parameters = []) => ask({ do: 'query', at, statement, parameters }),
  })
  const atOf = (queries: Queries | undefined): number | null =>
    queries === undefined ? null : (places.get(queries) ?? null)
  const inTransaction = async <T>(reading: boolean, work: (queries: Queries) => Promise<T>): Promise<T> => {
    const at = await ask<number>({ do: 'begin', reading })
    const queries = queriesAt(at)
    places.set(queries, at)
    let result: T
    try {
      result = await work(queries)
    } catch (error) {
      await ask({ do: 'rollback', at })
      throw error
    }
    await ask({ do: 'commit', at })
    return result
  }
  const database: Database = {
    query: queriesAt(null).query,
    peek: (statement, parameters = []) => ask({ do: 'peek', statement, parameters }),
    transaction: work => inTransaction(false, work),
    reading: work => inTransaction(true, work),
    snapshot: async () => queriesAt(null),
    endSnapshot() {},
    close: async () => {},
  }
  const journal: Journal = {
    end: queries => ask({ do: 'end', at: atOf(queries) }),
    append: (entries, queries) => ask({ do: 'append', at: atOf(queries) ?? 0, entries }),
    async *read(from) {
      for (let last = from; ; ) {
        const batch = await ask<{ entries: Entry[]; end: number } | null>({ do: 'batch', from: last })
        if (batch === null) return
        yield batch
        last = batch.end
      }
    },
    close() {},
  }
  const refused = async () => {
    throw new EntenteError('E_USAGE', 'who has borrowed a dossier does not empty or rewrite it')
  }
  let depth = 0
  return storeOf({
    ...loan,
    journal,
    database: () => database,
    lock: queries => ask({ do: 'lock', at: atOf(queries) ?? 0 }),
    // One piece of work at a time is done here: what is within it holds already what it wants to hold.
    async exclusively(work) {
      if (depth === 0) await ask({ do: 'hold' })
      depth++
      try {
        return await work()
      } finally {
        depth--
        if (depth === 0) await ask({ do: 'release' })
      }
    },
    text: name => ask({ do: 'text', name }),
    setText: refused,
    clear: refused,
    close: async () => {},
  })
}
