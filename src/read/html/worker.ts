import { parentPort } from 'node:worker_threads'
import { EntenteError } from '../../record/errors.ts'
import { extract, type PageJob } from './extract.ts'

/** One page at a time; the answer carries the page or the error's code and sentence. */
parentPort?.on('message', (job: PageJob) => {
  try {
    parentPort?.postMessage({ page: extract(job) })
  } catch (error) {
    const code = error instanceof EntenteError ? error.code : 'E_PAGE'
    const message = error instanceof Error ? error.message : String(error)
    parentPort?.postMessage({
      code,
      message: code === 'E_PAGE' ? `${job.name} could not be read: ${message.slice(0, 200)}` : message,
    })
  }
})
parentPort?.postMessage({ ready: true })
