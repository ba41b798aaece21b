/** All that a dossier holds, to be compared with what it should. */

import { json } from '../../src/export/json.ts'
import {
  bringUpToDate,
  correctedRecord,
  correctionsOf,
  openSession,
  searchesOf,
  storedRecord,
  watchesOf,
} from '../../src/pipeline.ts'
import type { Correction } from '../../src/record/corrections.ts'
import { EntenteError } from '../../src/record/errors.ts'
import type { Document } from '../../src/record/types.ts'

export interface Contents {
  /** Ids. */
  documents: string[]
  /** What each says, by whom; not when, which differs from one run to the next. */
  corrections: string[]
  watches: string[]
  searches: string[]
  settings: string | null
  /** As `entente export --text full` prints it. */
  export: string
}

const said = ({ act, fact, author, reason, withdrawn }: Correction): string =>
  JSON.stringify([act, fact.id, author, reason, withdrawn])
const idOf = ({ id }: Document): string => id

/** Of a dossier that is finished first, as every command that shows something does. */
export async function contentsOf(place: string): Promise<Contents> {
  const session = await openSession(place)
  try {
    await bringUpToDate(session)
    const { source } = await correctedRecord(session, await storedRecord(session))
    let text = ''
    for await (const piece of json.write(source, { kind: 'event' })) text += piece
    const documents: string[] = []
    for await (const document of session.store.documents()) documents.push(idOf(document))
    return {
      documents,
      corrections: (await correctionsOf(session)).map(said),
      watches: (await watchesOf(session)).map(watch => JSON.stringify(watch)),
      searches: (await searchesOf(session)).map(search => JSON.stringify(search)),
      settings: await session.store.text('dossier.yaml'),
      export: text,
    }
  } finally {
    await session.store.close()
  }
}

/** Documents and corrections of a dossier as it stands; null where none is there yet, or one that is half filled. */
export async function standing(place: string): Promise<Pick<Contents, 'documents' | 'corrections'> | null> {
  try {
    const session = await openSession(place)
    try {
      const documents = new Set<string>()
      const corrections = new Set((await correctionsOf(session)).map(said))
      // What the journal has counts, whether the store has followed it or not.
      for await (const { entries } of session.store.journal.read(0))
        for (const entry of entries) {
          if (entry.op === 'add') documents.add(entry.document.id)
          if (entry.op === 'correct') corrections.add(said(entry.correction))
        }
      for await (const document of session.store.documents()) documents.add(document.id)
      return { documents: [...documents], corrections: [...corrections] }
    } finally {
      await session.store.close()
    }
  } catch (error) {
    if (!(error instanceof EntenteError)) throw error
    const isHalf = error.code === 'E_BROKEN' && /holds only a part of/.test(error.message)
    if (isHalf || error.code === 'E_NO_DOSSIER') return null
    throw error
  }
}
