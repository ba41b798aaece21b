/** A dossier's record in memory, for a server that answers from it while it changes. */
import type { Fate } from '../correct/index.ts'
import { correctedRecord, hasRecord, isCurrent, type Session, storedRecord } from '../pipeline.ts'
import { EntenteError } from '../record/errors.ts'
import { type FactKind, type Facts, Held, listOf, type RecordSource, SOURCED } from '../record/facts.ts'
import type { DocumentHead } from '../record/types.ts'
import type { InTurn } from './adding.ts'
import { correctedOf } from './dossier.ts'
import { keeping } from './keeping.ts'
import type { Shell } from './shell.ts'

const KINDS: readonly FactKind[] = ['actor', 'issue', 'factor', ...SOURCED]

/** The same record, its facts and heads read once; texts still come from the store. */
export async function inMemory(
  source: RecordSource,
  texts: Pick<RecordSource, 'documents'>,
): Promise<RecordSource> {
  const heads: DocumentHead[] = await listOf(source.heads())
  const lists: { [K in FactKind]?: Facts[K][] } = {}
  for (const kind of KINDS) Object.assign(lists, { [kind]: await listOf(source.facts(kind)) })
  return {
    documents: () => texts.documents(),
    heads: () => new Held(heads),
    facts: kind => new Held(lists[kind] ?? []),
  }
}

/** The record in memory, by the version that it has, and how the next one takes its place. */
export interface TheRecord {
  /** With what became of each correction. */
  today: (version: string) => Promise<{ record: RecordSource; fates: readonly Fate[] }>
  version(): Promise<string>
  /** To be called when something was changed: once it has ended, the version is the one with the change. */
  changed(): Promise<void>
  /** It is to be made anew. */
  isFormer(): boolean
}

export async function theRecord(shell: Shell, session: Session, inTurn: InTurn): Promise<TheRecord> {
  const { store } = session
  // Grows with every change of the dossier: the journal is only ever appended to. While documents come in, the
  // former record answers, whole; so it does until the next one has been read.
  let settledAt = await store.journal.end()
  // Made by former rules, or before an adding that was cut short: it answers while the thread beside makes the next.
  let isFormer = !store.isShared && (await hasRecord(session)) && !(await isCurrent(session))
  const named = (at: number): string => `${isFormer ? 'former' : session.version}-${at.toString(36)}`
  const read = (former: boolean) =>
    inTurn(async () => {
      const { source, fates } = former
        ? await correctedRecord(session, await storedRecord({ store: await store.snapshot() }))
        : await correctedOf(shell, session, undefined)
      const record = await inMemory(source, await storedRecord(session))
      // A page may be open for days, and a server clears nothing away that a snapshot sees.
      store.endSnapshot()
      return { record, fates }
    })
  const today = keeping(() => read(isFormer))
  const turn = keeping(async key => {
    const at = Number(key)
    try {
      const next = await read(false)
      isFormer = false
      today.put(named(at), next)
    } catch (error) {
      // Another process took documents out in this moment: the former record answers until that one has finished.
      if (store.isShared && error instanceof EntenteError && error.code === 'E_IN_USE') return false
      // Where it cannot be read, whoever asks for it is told why.
      settledAt = at
      throw error
    }
    settledAt = at
    return true
  })
  const changed = async () => {
    const at = await store.journal.end()
    const isRenewed = isFormer && (await isCurrent(session))
    // Others add to a dossier on a server; what they added shows once one of them has finished the record.
    if ((at === settledAt && !isRenewed) || (store.isShared && !(await isCurrent(session)))) return
    if (!(await turn(String(at)))) turn.forget()
  }
  const version = async (): Promise<string> => {
    if (store.isShared) await changed()
    return named(settledAt)
  }
  return { today, changed, version, isFormer: () => isFormer }
}
