import { Worker } from 'node:worker_threads'
import { EntenteError } from '../../record/errors.ts'
import { at, isObject } from '../json/access.ts'
import type { Page } from '../types.ts'
import type { PageJob } from './extract.ts'

/** A page may need this much memory at most, in MB. */
const MEMORY = 512

let idle: Worker | null = null
let queue: Promise<unknown> = Promise.resolve()

/**
 * Reads a page in a worker that is stopped after `milliseconds`, since no page may hold up a run. Pages queue.
 * Run from its TypeScript source there is no compiled worker to start, so that the page is read in this thread.
 */
export function readPage(job: PageJob, milliseconds: number): Promise<Page> {
  // Loaded here alone: in the program's main thread the parser would only cost time and memory.
  if (import.meta.url.endsWith('.ts')) return import('./extract.ts').then(({ extract }) => extract(job))
  const turn = queue.then(() => inWorker(job, milliseconds))
  queue = turn.catch(() => null)
  return turn
}

async function inWorker(job: PageJob, milliseconds: number): Promise<Page> {
  const worker = idle ?? (await start())
  idle = null
  worker.ref()
  const answer = await ask(worker, job, milliseconds)
  worker.unref()
  idle = worker
  if (isPage(answer)) return answer.page
  throw new EntenteError(String(at(answer, 'code')), String(at(answer, 'message')))
}

/** The worker's own word is trusted: it is this program. */
function isPage(answer: unknown): answer is { page: Page } {
  return isObject(answer) && isObject(answer.page)
}

function start(): Promise<Worker> {
  const worker = new Worker(new URL('./worker.js', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY },
  })
  return new Promise((resolve, reject) => {
    worker.once('message', () => resolve(worker))
    worker.once('error', reject)
  })
}

function ask(worker: Worker, job: PageJob, milliseconds: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const stop = (error: EntenteError) => {
      settle()
      worker.on('error', () => null)
      void worker.terminate().then(() => reject(error))
    }
    const onMessage = (answer: unknown) => {
      settle()
      resolve(answer)
    }
    const onError = (error: unknown) =>
      stop(
        new EntenteError('E_TOO_LARGE', `${job.name} needs more than ${MEMORY} MB to read`, { cause: error }),
      )
    const timer = setTimeout(() => {
      stop(
        new EntenteError(
          'E_TIMEOUT',
          `${job.name} took longer than ${milliseconds} ms to read (limit milliseconds)`,
        ),
      )
    }, milliseconds)
    // Only our own listeners: the worker hangs on some of its own.
    const settle = () => {
      clearTimeout(timer)
      worker.off('message', onMessage)
      worker.off('error', onError)
    }
    worker.on('message', onMessage)
    worker.on('error', onError)
    worker.postMessage(job)
  })
}
