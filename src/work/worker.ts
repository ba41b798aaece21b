/** One worker: takes batch after batch, reads and codes what is in it, and makes the record when nobody else does. */
import { setTimeout as sleep } from 'node:timers/promises'
import { EntenteError, NO_ARTICLE } from '../record/errors.ts'
import type { Document } from '../record/types.ts'
import type { Session } from '../session.ts'
import { passing } from '../steps.ts'
import type { Batch, Queue, Settled, Trouble, Waiting } from './queue.ts'

/** What a worker does its work with; the pipeline's, handed in. */
export interface Trade {
  readonly session: Session
  takeIn(documents: readonly Document[]): Promise<{ added: string[]; again: string[] }>
  /** Makes the record of what is there by now. Gives false where another process is at it. */
  reconcile(): Promise<boolean>
}

export interface WorkerOptions {
  /** Unlike that of any other worker of the queue. */
  id: string
  /** Milliseconds on a clock that nobody sets back. */
  clock(): number
  /** True once it is to end after the batch in hand. */
  stopped(): boolean
  /** End where nothing waits any more and the record is made. */
  untilEmpty?: boolean
  /** Seconds after which the record is made again while batches keep coming; when none wait it is made at once. */
  reconcileEvery?: number
  tell?(event: WorkerEvent): void
}

export type WorkerEvent =
  | { kind: 'batch'; files: number; documents: number; milliseconds: number }
  | { kind: 'trouble'; trouble: Trouble }
  | { kind: 'failed'; why: string; retries: number }
  | { kind: 'waiting'; why: string }
  | { kind: 'reconciling' }
  | { kind: 'reconciled'; milliseconds: number }

export interface Worked {
  batches: number
  documents: number
  failed: number
}

const BEAT_MS = 5_000
/** Who is to end with the work looks more often whether it is done. */
const IDLE_MS = { first: 100, most: 2_000, ending: 200 }
const RECONCILE_EVERY_S = 300
/** A server that is away for longer ends the worker. */
const SERVER_AWAY_MS = 600_000

/** What one file holds; what is wrong with it is told and lies with it for ever, so it is not tried again. */
async function readItem(
  { session }: Trade,
  { source, firstLine, bytes, beside: { crawled = false, ...beside } = {} }: Waiting,
): Promise<{ documents: Document[]; troubles: Trouble[] }> {
  const { read } = await session.stages()
  try {
    const { documents, problems } = await read({ source, bytes, firstLine, ...beside })
    const troubles = problems
      .filter(({ code }) => !code.startsWith('W_') && !(crawled && NO_ARTICLE.has(code)))
      .map(({ code, message, at }) => ({ source: at === null ? source : `${source}, ${at}`, code, message }))
    return { documents: documents.map(({ document }) => document), troubles }
  } catch (error) {
    if (!(error instanceof EntenteError)) throw error
    return { documents: [], troubles: [{ source, code: error.code, message: error.message }] }
  }
}

const isOfServer = (error: unknown): boolean => error instanceof EntenteError && error.code === 'E_SERVER'
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

class Worker {
  readonly worked: Worked = { batches: 0, documents: 0, failed: 0 }
  /** Batches that could not be given back as the server was away. */
  #owed: { job: string; why: string }[] = []

  readonly trade: Trade
  readonly queue: Queue
  readonly options: WorkerOptions

  constructor(trade: Trade, queue: Queue, options: WorkerOptions) {
    this.trade = trade
    this.queue = queue
    this.options = options
  }

  tell(event: WorkerEvent): void {
    this.options.tell?.(event)
  }

  /** One step. Gives false where there was nothing to do, null where nothing is left at all. */
  async step(): Promise<boolean | null> {
    const { queue, options } = this
    for (const { job, why } of this.#owed.splice(0)) await this.giveBack(job, why)
    const batch = await queue.take(options.id)
    if (batch !== null) {
      await this.work(batch)
      await this.reconcileIfDue(false)
      return true
    }
    const isEmpty = await queue.isEmpty()
    if (await this.reconcileIfDue(isEmpty)) return true
    return isEmpty && !(await queue.isReconciling()) ? null : false
  }

  async work(batch: Batch): Promise<void> {
    const began = this.options.clock()
    try {
      // Whoever had it before may have died when the documents were in and the record not yet asked for.
      if (batch.retries > 0) await this.askToReconcile()
      const documents = await this.handle(batch)
      const took = this.options.clock() - began
      await this.queue.finish(this.options.id, batch, { documents, took })
      passing('work:finished')
      this.worked.batches++
      this.tell({ kind: 'batch', files: batch.items.length, documents, milliseconds: took })
    } catch (error) {
      this.worked.failed++
      this.tell({ kind: 'failed', why: reasonOf(error), retries: batch.retries })
      await this.giveBack(batch.job, reasonOf(error))
    }
  }

  async askToReconcile(): Promise<void> {
    await this.queue.askToReconcile(this.options.reconcileEvery ?? RECONCILE_EVERY_S)
  }

  async giveBack(job: string, why: string): Promise<void> {
    try {
      await this.queue.fail(this.options.id, job, why)
    } catch (error) {
      this.#owed.push({ job, why })
      throw error
    }
  }

  /**
   * All at once the first time. A batch that was begun before is taken file by file, each settled by itself: what one
   * of them breaks is told when the others are in. One that brings down the whole process is met from both sides, the
   * first time from the front and then from the back, so that it lies among the dead alone.
   */
  async handle({ items, retries }: Batch): Promise<number> {
    if (retries === 0) return this.takeItems(items)
    let documents = 0
    let fault: unknown = null
    for (const item of retries % 2 === 1 ? items : [...items].reverse()) {
      try {
        documents += await this.takeItems([item])
      } catch (error) {
        if (isOfServer(error)) throw error
        fault ??= error
      }
    }
    if (fault !== null) throw fault
    return documents
  }

  async takeItems(items: readonly Waiting[]): Promise<number> {
    const documents: Document[] = []
    const settled: Settled[] = []
    for (const item of items) {
      const found = await readItem(this.trade, item)
      documents.push(...found.documents)
      settled.push({ no: item.no, troubles: found.troubles })
    }
    passing('work:read')
    const { added, again } = await this.trade.takeIn(documents)
    passing('work:committed')
    this.worked.documents += added.length
    // Also where only one more source of a document is known: the record names it.
    if (added.length + again.length > 0) await this.askToReconcile()
    await this.queue.settle(settled)
    passing('work:settled')
    for (const { troubles } of settled)
      for (const trouble of troubles) this.tell({ kind: 'trouble', trouble })
    return added.length
  }

  async reconcileIfDue(early: boolean): Promise<boolean> {
    const job = await this.queue.takeReconciling(this.options.id, early)
    if (job === null) return false
    passing('work:asked')
    const began = this.options.clock()
    this.tell({ kind: 'reconciling' })
    try {
      const made = await this.trade.reconcile()
      passing('work:made')
      await this.queue.reconciled(this.options.id, job, made ? null : 'another process is making the record')
      if (made) this.tell({ kind: 'reconciled', milliseconds: this.options.clock() - began })
    } catch (error) {
      await this.queue.reconciled(this.options.id, job, reasonOf(error))
      throw error
    }
    return true
  }
}

/** Works until it is stopped or, with `untilEmpty`, until nothing is left. Throws E_SERVER where the server stays away. */
export async function work(trade: Trade, queue: Queue, options: WorkerOptions): Promise<Worked> {
  const { id, stopped, untilEmpty = false } = options
  const worker = new Worker(trade, queue, options)
  await queue.beat(id)
  await queue.adopt()
  // A server that is away is told by the next batch, not by a sign of life.
  const beating = setInterval(() => void queue.beat(id).catch(() => {}), BEAT_MS)
  let idle = IDLE_MS.first
  let away = 0
  try {
    while (!stopped()) {
      const did = await worker.step().catch(async (error: unknown) => {
        if (!(error instanceof EntenteError) || error.code !== 'E_SERVER' || away > SERVER_AWAY_MS)
          throw error
        worker.tell({ kind: 'waiting', why: error.message })
        away += IDLE_MS.most
        return false
      })
      if (did === null && untilEmpty) break
      if (did === true) away = 0
      idle = did === true ? IDLE_MS.first : Math.min(idle * 2, untilEmpty ? IDLE_MS.ending : IDLE_MS.most)
      if (did !== true) await sleep(idle)
    }
  } finally {
    clearInterval(beating)
    await queue.leave(id).catch(() => {})
  }
  return worker.worked
}
