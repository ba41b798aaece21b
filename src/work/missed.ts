/** What workers were at that died without a word: found, and given back to be tried again. */
import { hostname } from 'node:os'
import type PgBoss from 'pg-boss'
import { isAlive } from '../store/lock.ts'
import { BATCHES, RECONCILING } from './queues.ts'

/** A worker that died without a word is missed after so long; one that lives says so every few seconds. */
export const MISSED_AFTER_S = 30

interface Means {
  boss: PgBoss
  asked<Row>(statement: string, values?: readonly unknown[]): Promise<Row[]>
}

interface Gone {
  id: string
  job: string | null
}

export const said = (why: string) => ({ message: why })

/** A batch or the making of the record: the worker's row names the job and not its queue. */
async function giveBack({ boss }: Means, gone: readonly Gone[], why: string): Promise<void> {
  for (const { id, job } of gone) {
    if (job === null) continue
    for (const queue of [BATCHES, RECONCILING]) await boss.fail(queue, job, said(`worker ${id} ${why}`))
  }
}

/** Workers that gave no sign of life for long, and what they were at. */
export async function missed(means: Means): Promise<number> {
  const gone = await means.asked<Gone>(
    `delete from workers where seen < now() - interval '1 second' * $1 returning id, job`,
    [MISSED_AFTER_S],
  )
  await giveBack(means, gone, 'gave no sign of life any more')
  await means.boss.expire()
  await means.asked(`delete from done where at < now() - interval '1 day'`)
  return gone.length
}

async function giveBackOf(means: Means, pids: readonly number[], why: string): Promise<number> {
  const gone = await means.asked<Gone>(
    'delete from workers where host = $1 and pid = any($2) returning id, job',
    [hostname(), pids],
  )
  await giveBack(means, gone, why)
  return gone.length
}

/** What a process of this machine was at that has ended without a word. */
export async function lost(means: Means, pid: number): Promise<void> {
  await giveBackOf(means, [pid], 'fell over')
}

/**
 * The same of all dead processes of this machine, so that a worker started after a crash waits for nothing. Where two
 * containers bear one name a living worker may be taken for dead: its batch is then read twice, with one effect.
 */
export async function adopt(means: Means): Promise<number> {
  const here = await means.asked<{ pid: number }>('select pid from workers where host = $1', [hostname()])
  const dead = here.map(row => row.pid).filter(pid => pid !== process.pid && !isAlive(pid))
  return dead.length === 0 ? 0 : giveBackOf(means, dead, 'ended without a word')
}
