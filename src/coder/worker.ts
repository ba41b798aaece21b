/** Codes batches of lines in a thread of its own: the first message says how, each later one is a batch. */
import { parentPort, workerData } from 'node:worker_threads'
import { answerTo } from '../lines.ts'
import { type CoderOptions, makeCoder } from './coder.ts'

const options: CoderOptions = workerData
const code = makeCoder(options)

parentPort?.on('message', async (lines: readonly (string | null)[]) => {
  const answers: (string | null)[] = []
  for (const line of lines) answers.push(await answerTo(line, code))
  parentPort?.postMessage(answers)
})
