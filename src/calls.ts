/** Questions from one thread to another over a port, each with its answer. */
import type { MessagePort } from 'node:worker_threads'
import { EntenteError } from './record/errors.ts'

interface Asked<Question> {
  id: number
  question: Question
}

type Told<Value> =
  | { id: number; value: Value }
  | { id: number; fault: { code: string | null; message: string } }

/** An error does not keep its class on the way. */
function faultOf(error: unknown): { code: string | null; message: string } {
  if (error instanceof EntenteError) return { code: error.code, message: error.message }
  return { code: null, message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}

/** Answers what is asked at the other end, several questions at once. */
export function answerAt<Question>(
  port: MessagePort,
  answer: (question: Question) => Promise<unknown>,
): void {
  port.on('message', async ({ id, question }: Asked<Question>) => {
    let told: Told<unknown>
    try {
      told = { id, value: await answer(question) }
    } catch (error) {
      told = { id, fault: faultOf(error) }
    }
    port.postMessage(told)
  })
}

export interface Caller<Question> {
  /** The answer is taken for what the caller says that it is: the other end is this program. */
  ask<Value>(question: Question): Promise<Value>
  /** All that is not answered yet fails with this, and whatever is asked from now on. */
  fail(error: unknown): void
}

export function makeCaller<Question>(port: MessagePort): Caller<Question> {
  const failing = new Set<(error: unknown) => void>()
  let count = 0
  let broken: { error: unknown } | null = null
  return {
    ask<Value>(question: Question) {
      const id = ++count
      return new Promise<Value>((resolve, reject) => {
        if (broken !== null) return reject(broken.error)
        const settle = () => {
          port.off('message', onMessage)
          failing.delete(onFail)
        }
        const onFail = (error: unknown) => {
          settle()
          reject(error)
        }
        const onMessage = (told: Told<Value>) => {
          if (told.id !== id) return
          settle()
          if ('value' in told) return resolve(told.value)
          const { code, message } = told.fault
          reject(code === null ? new Error(message) : new EntenteError(code, message))
        }
        failing.add(onFail)
        port.on('message', onMessage)
        port.postMessage({ id, question } satisfies Asked<Question>)
      })
    },
    fail(error) {
      broken = { error }
      for (const onFail of [...failing]) onFail(error)
    },
  }
}
