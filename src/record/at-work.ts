/** What the queue of a dossier on a server is at: told by `entente work --status` and by the workbench. */

export interface WorkerAtWork {
  id: string
  /** Seconds since its last sign of life. */
  silent: number
  isBusy: boolean
  batches: number
  documents: number
  failures: number
}

export interface AtWork {
  /** `oldest`: of the oldest batch, in seconds. */
  waiting: { batches: number; files: number; oldest: number | null }
  /** Batches that failed and wait to be tried again. */
  again: number
  active: number
  dead: number
  record: 'at rest' | 'asked for' | 'being made'
  workers: WorkerAtWork[]
  /** Documents a second. */
  rate: { minute: number; hour: number }
  /** Files that could not be read, and the last of them. */
  troubles: number
  latest: { source: string; code: string; message: string; at: string }[]
}
