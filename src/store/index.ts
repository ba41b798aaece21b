import { isAddress } from './address.ts'
import type { StoreOptions } from './options.ts'
import type { Store } from './store.ts'

export { isAddress, shownPlace } from './address.ts'
export { type Counts, openBackup, type Part, type Row, writeBackup } from './backup-file.ts'
export { borrow } from './borrowed.ts'
export type { Change, Coded } from './documents.ts'
export type { Entry } from './journal.ts'
export type { Loan } from './lent.ts'
export type { StoreOptions } from './options.ts'
export type { Settled } from './pack.ts'
export type { Plan, Present, Reader, Store } from './store.ts'
export { correctionsIn, followed, searchesIn, watchesIn } from './store.ts'

/** Opens the dossier at a folder or at `postgres://…`; each brings its own database's code. */
export async function openStore(place: string, options: StoreOptions = {}): Promise<Store> {
  if (isAddress(place)) return (await import('./schema.ts')).openSchema(place, options)
  return (await import('./folder.ts')).openFolder(place, options)
}
