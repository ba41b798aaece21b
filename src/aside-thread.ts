/** The thread that `aside.ts` starts. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Errand, Piece, Stumble } from './aside.ts'
import { answerAt } from './calls.ts'
import { loadKnowledge } from './knowledge/index.ts'
import { extendTables } from './knowledge/tsv.ts'
import { bringUpToDate, takeIn } from './pipeline.ts'
import { loadStages, type Session } from './session.ts'
import { borrow } from './store/index.ts'

const { dossier, coding, version, loan, work, store }: Errand = workerData
extendTables(dossier.tables)

const session: Session = {
  store: borrow(loan, store),
  dossier,
  knowledge: loadKnowledge(),
  coding,
  version,
  stages: loadStages,
  progress: () => {},
  onFault: (document, error) =>
    parentPort?.postMessage({
      document,
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    } satisfies Stumble),
}

answerAt(work, async (piece: Piece) => {
  switch (piece.do) {
    case 'read':
      return (await session.stages()).read(piece.input)
    case 'take':
      return takeIn(session, piece.documents)
    case 'finish':
      return bringUpToDate(session)
  }
})
