/** Tokens and audit log of a dossier, in its folder or on its server. */
import { existsSync } from 'node:fs'
import type { Access, Lines } from '../access/index.ts'
import { EntenteError } from '../record/errors.ts'
import { isAddress } from '../store/address.ts'
import type { LinesTable } from '../store/lines-table.ts'

const linesOf = (table: LinesTable, book: string): Lines => ({
  append: line => table.append(book, line),
  read: async () => ({ entries: await table.read(book), lost: 0 }),
  stamp: () => table.stamp(book),
})

/** Hands it over, and closes what it needed whatever happens. Throws E_NO_DOSSIER and E_SERVER. */
export async function withAccess<T>(place: string, work: (access: Access) => Promise<T>): Promise<T> {
  const { accessIn, accessOf } = await import('../access/index.ts')
  if (!isAddress(place)) {
    if (existsSync(place)) return work(accessIn(place))
    throw new EntenteError('E_NO_DOSSIER', `there is no dossier in ${place}; \`entente init\` makes one`)
  }
  const { openLinesTable } = await import('../store/lines-table.ts')
  const table = await openLinesTable(place)
  try {
    return await work(accessOf({ tokens: linesOf(table, 'tokens'), audit: linesOf(table, 'audit') }))
  } finally {
    await table.close()
  }
}
