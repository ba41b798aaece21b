/** The journal of a dossier on a server: written in the transaction of what it changes, so the server's log guards it. */
import { gunzipSync, gzipSync } from 'node:zlib'
import { EntenteError } from '../record/errors.ts'
import type { Database, Queries } from './database.ts'
import { type Journal, linesOf, parseLines } from './journal.ts'

/** Batches to a page: some hundred documents each. */
const PAGE = 8

async function endOf(queries: Queries): Promise<number> {
  const found = await queries.query<{ end: number }>('select coalesce(max(no), 0)::int8 as end from journal')
  return found.rows[0]?.end ?? 0
}

export function tableJournal(database: Database): Journal {
  return {
    end: (queries = database) => endOf(queries),
    // Numbered by hand, and not by a sequence: whoever commits holds a lock, so no number is missing or comes late.
    async append(entries, queries) {
      const end = await endOf(queries)
      if (entries.length === 0) return end
      await queries.query('insert into journal (no, body) values ($1, $2)', [
        end + 1,
        gzipSync(linesOf(entries)),
      ])
      return end + 1
    },
    async *read(from) {
      for (let last = from; ; ) {
        const page = await database.query<{ no: number; body: Uint8Array }>(
          'select no, body from journal where no > $1 order by no limit $2',
          [last, PAGE],
        )
        for (const { no, body } of page.rows) {
          if (no !== last + 1)
            throw new EntenteError(
              'E_BROKEN',
              `the journal has no batch ${last + 1}; restore the dossier from a backup`,
            )
          yield { entries: parseLines(gunzipSync(body).toString('utf8')), end: no }
          last = no
        }
        if (page.rows.length === 0) return
      }
    },
    close() {},
  }
}
