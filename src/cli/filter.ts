/** NDJSON from a stream to standard output, line by line and in order. */
import { answerTo, lines, type Work } from '../lines.ts'
import type { Shell } from './shell.ts'

/** Prints the answer to each line; stops where nobody reads on. */
export async function filter(shell: Shell, input: AsyncIterable<Uint8Array>, work: Work): Promise<void> {
  for await (const line of lines(input)) {
    const answer = await answerTo(line, work)
    if (answer !== null) await shell.print(`${answer}\n`)
    if (shell.effects.stdout.closed) return
  }
}
