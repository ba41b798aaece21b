/**
 * Points of the program at which a test ends it, as a power cut does: `ENTENTE_STOP_AT=journal:written` sends this
 * process SIGKILL when it passes there. A word that is passed many times ends it at the first.
 */
export const STEPS = {
  'folder:locked': 'the folder is ours, and nothing in it is open',
  'folder:emptied': 'the former database is out of the way, and no other is there',
  'template:copied': 'a new database is copied beside the place where it belongs',
  'migrate:begun': 'the tables are those of an older version',
  'migrate:done': 'the tables are of this version, and nothing was done with them',
  'journal:half': 'half of a batch is in the journal’s file',
  'journal:written': 'the whole batch is in the file, and the disk has not said so',
  'journal:synced': 'the disk has the batch, and the database has not',
  'commit:applied': 'what follows from the batch is in a transaction that is not committed',
  'commit:done': 'the batch is committed, and nobody was told',
  'restore:batch': 'one batch of the journal was brought into a store that lacked it',
  'code:batch': 'some documents that older rules coded are coded again',
  'reconcile:begun': 'all documents are coded, and the record is not made',
  'reconcile:made': 'the record is made, and not written',
  'record:emptied': 'the former record is gone in a transaction that is not committed',
  'record:written': 'the record is written in a transaction that is not committed',
  'record:done': 'the record is committed',
  'backup:half': 'a part of a backup is in its draft',
  'backup:synced': 'the draft is whole and on disk, under its own name',
  'backup:named': 'the backup has its name',
  'fill:marked': 'an empty place is marked as being filled',
  'fill:page': 'one page of rows was taken in',
  'fill:whole': 'all rows are in and checked, and the mark is still there',
  'enqueue:items': 'files are in the inbox in a transaction that is not committed',
  'enqueue:put': 'a portion of files and their jobs are committed',
  'work:taken': 'a batch is this worker’s own',
  'work:read': 'its files are read, and nothing of them is in the dossier',
  'work:committed': 'its documents are in the dossier, and its files still in the inbox',
  'work:settled': 'its files are out of the inbox, and its job is not finished',
  'work:finished': 'its job is finished',
  'work:asked': 'the making of the record is this worker’s own',
  'work:made': 'the record is made, and the queue was not told',
} as const

export type Step = keyof typeof STEPS

const stopAt = process.env.ENTENTE_STOP_AT

let listener: ((step: Step) => void) | null =
  stopAt === undefined
    ? null
    : step => {
        if (step === stopAt) process.kill(process.pid, 'SIGKILL')
      }

/** For tests that want to know which points a piece of work passes; null to end it. */
export function onStep(tell: ((step: Step) => void) | null): void {
  listener = tell
}

/** Called where such a point is; costs nothing outside of tests. */
export function passing(step: Step): void {
  listener?.(step)
}
