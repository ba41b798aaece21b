/** Lines beside the record, on a server: who may enter it, and what was done. Named by the book that they are in. */
import { parseAddress } from './address.ts'
import { openServer } from './server.ts'

export interface LinesTable {
  append(book: string, line: object): Promise<void>
  /** The oldest first. */
  read(book: string): Promise<unknown[]>
  /** Changes with every line that is put in, by whatever process. */
  stamp(book: string): Promise<string>
  close(): Promise<void>
}

/**
 * Made when it is first wanted and not by a migration: it is no part of a dossier, and goes along with no backup and
 * no move of one.
 */
const MAKE = `create table if not exists access_lines (
  id bigint generated always as identity primary key, book text not null, line jsonb not null)`
const INDEX = 'create index if not exists access_lines_of_book on access_lines (book, id)'

/** Of the dossier at `postgres://…`. Throws E_NO_DOSSIER and E_SERVER. */
export async function openLinesTable(place: string): Promise<LinesTable> {
  const address = parseAddress(place)
  const database = await openServer(address, {})
  try {
    await database.transaction(async queries => {
      // Two processes that make it at once would fail each other.
      await queries.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
        `entente lines ${address.schema}`,
      ])
      await queries.query(MAKE)
      await queries.query(INDEX)
    })
  } catch (error) {
    await database.close()
    throw error
  }
  return {
    async append(book, line) {
      await database.transaction(queries =>
        queries.query('insert into access_lines (book, line) values ($1, $2::jsonb)', [
          book,
          JSON.stringify(line),
        ]),
      )
    },
    async read(book) {
      const found = await database.query<{ line: unknown }>(
        'select line from access_lines where book = $1 order by id',
        [book],
      )
      return found.rows.map(({ line }) => line)
    },
    async stamp(book) {
      // Not the highest id alone: of two lines written at once the lower may come to light later.
      const found = await database.query<{ last: number | null; count: number }>(
        'select max(id) as last, count(*) as count from access_lines where book = $1',
        [book],
      )
      const { last = null, count = 0 } = found.rows[0] ?? {}
      return `${last} ${count}`
    },
    close: () => database.close(),
  }
}
