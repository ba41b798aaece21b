/** Several threads that code lines; answers come in the order of the lines, and no faster than they are taken. */
import { Worker } from 'node:worker_threads'
import { answerTo, type Work } from '../lines.ts'
import { EntenteError } from '../record/errors.ts'
import type { CoderOptions } from './coder.ts'

type Line = string | null
type Answers = readonly (string | null)[]

/** A batch is handed over when it has this many lines or characters: few messages, and no thread waits long. */
const LINES = 64
const CHARACTERS = 200_000

export async function* batches(lines: AsyncIterable<Line>): AsyncGenerator<Line[]> {
  let batch: Line[] = []
  let characters = 0
  for await (const line of lines) {
    batch.push(line)
    characters += line?.length ?? 0
    if (batch.length < LINES && characters < CHARACTERS) continue
    yield batch
    batch = []
    characters = 0
  }
  if (batch.length > 0) yield batch
}

/** One thread at a time on one batch; a thread that falls over is replaced. */
class Coder {
  #worker: Worker | null = null
  readonly #options: CoderOptions

  constructor(options: CoderOptions) {
    this.#options = options
  }

  /** Where the thread falls over, each line is tried alone, so that only the one at fault is lost. */
  async code(batch: readonly Line[]): Promise<Answers> {
    try {
      return await this.#ask(batch)
    } catch (error) {
      if (batch.length === 1) return [await answerTo(batch[0] ?? null, fails(error))]
      const answers: (string | null)[] = []
      for (const line of batch) answers.push(...(await this.code([line])))
      return answers
    }
  }

  #ask(batch: readonly Line[]): Promise<Answers> {
    this.#worker ??= new Worker(new URL('./worker.js', import.meta.url), { workerData: this.#options })
    const worker = this.#worker
    return new Promise((resolve, reject) => {
      const settle = () => {
        worker.off('message', onMessage)
        worker.off('error', onError)
      }
      const onMessage = (answers: Answers) => {
        settle()
        resolve(answers)
      }
      const onError = (error: unknown) => {
        settle()
        worker.on('error', () => null)
        this.#worker = null
        reject(error)
      }
      worker.on('message', onMessage)
      worker.on('error', onError)
      worker.postMessage(batch)
    })
  }

  async end(): Promise<void> {
    await this.#worker?.terminate()
  }
}

function fails(error: unknown): Work {
  const message = error instanceof Error ? error.message : String(error)
  return () => {
    throw new EntenteError('E_CODER', `the coder fell over on this text: ${message}`)
  }
}

/**
 * Codes lines on `threads` threads, which are started when they are needed. Yields the answers, null for blank lines. At most
 * two batches a thread are under way, so that a slow reader holds up the input and nothing piles up.
 */
export async function* codeInThreads(
  lines: AsyncIterable<Line>,
  options: CoderOptions,
  threads: number,
): AsyncGenerator<string | null> {
  const coders = Array.from({ length: threads }, () => new Coder(options))
  const lanes = coders.map((): Promise<unknown> => Promise.resolve())
  const underWay: Promise<Answers>[] = []
  let next = 0
  try {
    for await (const batch of batches(lines)) {
      const lane = next++ % threads
      const turn = (lanes[lane] ?? Promise.resolve()).then(() => coders[lane]?.code(batch) ?? [])
      lanes[lane] = turn
      underWay.push(turn)
      if (underWay.length >= threads * 2) yield* (await underWay.shift()) ?? []
    }
    for (const answers of underWay) yield* await answers
  } finally {
    await Promise.all(coders.map(coder => coder.end()))
  }
}
