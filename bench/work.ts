/** Workers and PostgreSQL on one machine: articles a second from file to record, and which share of it the server takes. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCluster } from '../test/store/cluster.ts'
import type { Article } from './articles.ts'
import { row } from './measure.ts'
import { entente } from './program.ts'

const TICKS = 100

/** Seconds of processor time of a process, and of its children that have ended. */
function processorTime(pid: number | 'self'): { own: number; ended: number } {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ').map(Number) ?? []
  const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15)
  return { own: (user + system) / TICKS, ended: (childUser + childSystem) / TICKS }
}

/** The server ends its backends with their clients, so what they took stands with the ended. */
function serverTime(folder: string): number {
  const pid = Number(readFileSync(join(folder, 'home', 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
  const { own, ended } = processorTime(pid)
  return own + ended
}

export async function benchWork(
  articles: readonly Article[],
  processes = availableParallelism(),
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'))
  const cluster = await startCluster({ fsync: true })
  try {
    mkdirSync(join(folder, 'pages'))
    for (const { name, page } of articles) writeFileSync(join(folder, 'pages', name), page)
    const database = ['--database', `${cluster.url}?schema=bench`]
    console.log(`${articles.length} articles, ${processes} workers and ${cluster.version} on one machine:`)
    const put = entente(folder, 'enqueue', 'pages', ...database)
    row('enqueued', `${(articles.length / put.wall).toFixed(0)}/s`)
    const [before, beforeServer] = [processorTime('self').ended, serverTime(cluster.folder)]
    const worked = entente(folder, 'work', '--processes', String(processes), '--until-empty', ...database)
    const workers = processorTime('self').ended - before
    const server = serverTime(cluster.folder) - beforeServer
    const rate = articles.length / worked.wall
    row('read, coded, stored and reconciled', `${rate.toFixed(1)}/s`, 'by the clock; at least 50 are wanted')
    row('processor time an article', `${((1000 * (workers + server)) / articles.length).toFixed(1)} ms`)
    row('of it in PostgreSQL', `${((100 * server) / (workers + server)).toFixed(0)} %`)
    const again = entente(folder, 'work', '--status', '--format', 'json', ...database)
    row(
      'memory of the largest worker at its most',
      `${(worked.others[0]?.megabytes ?? worked.megabytes).toFixed(0)} MB`,
      'at most 500',
    )
    row('left over', JSON.parse(again.out).waiting.batches === 0 ? 'nothing' : again.out)
  } finally {
    await cluster.stop()
    await cluster.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}
