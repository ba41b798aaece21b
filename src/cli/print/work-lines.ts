/** What a queue is at, in lines. */
import type { AtWork } from '../../record/at-work.ts'
import type { DeadLetter } from '../../work/status.ts'
import { safeLine } from './safe.ts'

function ago(seconds: number): string {
  if (seconds < 120) return `${Math.max(0, Math.round(seconds))} s`
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`
}

const rate = (n: number): string => `${n < 10 ? n.toFixed(1) : Math.round(n)}/s`

export function statusLines(status: AtWork): string[] {
  const { waiting, again, active, dead, record, workers, troubles, latest } = status
  const oldest = waiting.oldest === null ? '' : `, the oldest for ${ago(waiting.oldest)}`
  return [
    `waiting   ${waiting.batches} batches, ${waiting.files} files with those at work${oldest}`,
    `at work   ${active} batches`,
    `again     ${again} batches that failed and are tried once more`,
    `dead      ${dead} batches${dead > 0 ? ': `entente work --dead` lists them' : ''}`,
    `record    ${record}`,
    `documents ${rate(status.rate.minute)} in the last minute, ${rate(status.rate.hour)} in the last hour`,
    `workers   ${workers.length}`,
    ...workers.map(
      ({ id, silent, isBusy, batches, documents, failures }) =>
        `  ${id}  ${isBusy ? 'busy' : 'idle'}, seen ${ago(silent)} ago: ${batches} batches, ${documents} documents, ${failures} failed`,
    ),
    `unread    ${troubles} files`,
    ...latest.map(({ source, code, message }) => safeLine(`  ${source}: ${code}: ${message}`)),
  ]
}

export function deadLines(dead: readonly DeadLetter[]): string[] {
  if (dead.length === 0) return ['no batch is dead']
  return dead.flatMap(({ job, since, why, files }) => [
    safeLine(`${job}  ${since}  ${why}`),
    ...files.map(file => safeLine(`  ${file}`)),
  ])
}
