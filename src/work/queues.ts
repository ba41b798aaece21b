/** The queues of pg-boss that a dossier has. */
import type PgBoss from 'pg-boss'

export const BATCHES = 'batches'
export const RECONCILING = 'reconciling'
export const DEAD = 'dead'

/** Longer than any batch takes; a worker that hangs is not waited for longer. */
const EXPIRES_S = 600
const RETRIES = 4
const FOR_EVER_DAYS = 3650

export interface QueueOptions {
  /** Seconds before a batch that failed is tried again, doubled each time. */
  retryDelay?: number
  /** How often it is tried again before it lies among the dead. */
  retries?: number
}

export async function makeQueues(
  boss: PgBoss,
  { retryDelay = 5, retries = RETRIES }: QueueOptions,
): Promise<void> {
  await boss.createQueue(DEAD, { name: DEAD, retryLimit: 0, retentionDays: FOR_EVER_DAYS })
  await boss.createQueue(BATCHES, {
    name: BATCHES,
    retryLimit: retries,
    retryDelay,
    retryBackoff: true,
    expireInSeconds: EXPIRES_S,
    retentionDays: FOR_EVER_DAYS,
    deadLetter: DEAD,
  })
  // One that waits and one that is worked on, never more.
  await boss.createQueue(RECONCILING, {
    name: RECONCILING,
    policy: 'stately',
    retryLimit: RETRIES,
    retryDelay,
    expireInHours: 12,
    retentionDays: FOR_EVER_DAYS,
  })
}
