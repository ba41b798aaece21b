/** What a queue is at, and its dead letters. */

import type { AtWork, WorkerAtWork } from '../record/at-work.ts'
import type { Queue, Trouble } from './queue.ts'
import { BATCHES, DEAD, RECONCILING } from './queues.ts'

export interface DeadLetter {
  job: string
  since: string
  why: string
  files: string[]
}

interface Counts {
  name: string
  state: string
  n: number
  oldest: number | null
}

const LATEST = 5

/** Gives up to `latest` troubles with it, the newest first. */
export async function statusOf(queue: Queue, latest = LATEST): Promise<AtWork> {
  const counts = await queue.query<Counts>(
    `select name, state::text as state, count(*)::int as n, extract(epoch from now() - min(created_on))::float8 as oldest
     from job where name = any($1) group by 1, 2`,
    [[BATCHES, DEAD, RECONCILING]],
  )
  const of = (name: string, state: string): Counts | undefined =>
    counts.find(row => row.name === name && row.state === state)
  const sum = (name: string, ...states: string[]): number =>
    states.reduce((n, state) => n + (of(name, state)?.n ?? 0), 0)
  const [figures] = await queue.query<{ files: number; minute: number; hour: number; troubles: number }>(
    `select (select count(*)::int from inbox) as files,
       (select coalesce(sum(documents), 0)::int from done where at > now() - interval '1 minute') as minute,
       (select coalesce(sum(documents), 0)::int from done where at > now() - interval '1 hour') as hour,
       (select count(*)::int from troubles) as troubles`,
  )
  const oldest = of(BATCHES, 'created')?.oldest
  return {
    waiting: {
      batches: sum(BATCHES, 'created'),
      files: figures?.files ?? 0,
      oldest: oldest == null ? null : Math.round(oldest),
    },
    again: sum(BATCHES, 'retry'),
    active: sum(BATCHES, 'active'),
    dead: sum(DEAD, 'created'),
    record: sum(RECONCILING, 'active')
      ? 'being made'
      : sum(RECONCILING, 'created', 'retry')
        ? 'asked for'
        : 'at rest',
    workers: await queue.query<WorkerAtWork>(
      `select id, extract(epoch from now() - seen)::int as silent, job is not null as "isBusy",
         batches, documents, failures from workers order by id`,
    ),
    rate: { minute: (figures?.minute ?? 0) / 60, hour: (figures?.hour ?? 0) / 3600 },
    troubles: figures?.troubles ?? 0,
    latest: await queue.query<Trouble & { at: string }>(
      `select source, code, message, to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
       from troubles order by no desc limit $1`,
      [latest],
    ),
  }
}

/** Batches that failed for the last time, with the files that are still in them. */
export async function deadLetters(queue: Queue): Promise<DeadLetter[]> {
  return queue.query<DeadLetter>(
    `select j.id::text as job, to_char(j.created_on, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since,
       coalesce(j.output->>'message', j.output->'value'->>'message', '') as why,
       coalesce((select jsonb_agg(i.source order by i.no) from inbox i
         where i.no in (select jsonb_array_elements_text(j.data->'items')::bigint)), '[]'::jsonb) as files
     from job j where j.name = $1 and j.state = 'created' order by j.created_on, j.id`,
    [DEAD],
  )
}
