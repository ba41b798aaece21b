/** The world outside, as arguments: clock, output, standard input, environment. */

/** Where text goes. `write` waits while the reader is slow, and resolves to nothing once it has gone. */
export interface Sink {
  write(text: string): Promise<void>
  readonly isTerminal: boolean
  readonly columns: number
  /** True once the reader has gone (`entente export | head`). */
  readonly closed: boolean
}

export interface Effects {
  readonly stdout: Sink
  readonly stderr: Sink
  readonly stdin: AsyncIterable<Uint8Array>
  readonly env: { readonly [name: string]: string | undefined }
  now(): Date
  /** Calls back at Ctrl-C; returns how to stop listening. */
  onInterrupt(callback: () => void): () => void
}

function sinkOf(stream: NodeJS.WriteStream): Sink {
  let closed = false
  let waiting: (() => void)[] = []
  const release = () => {
    for (const resume of waiting) resume()
    waiting = []
  }
  // A reader that goes away early is no fault of ours: stop writing, say nothing.
  stream.on('error', () => {
    closed = true
    release()
  })
  stream.on('drain', release)
  return {
    write(text) {
      if (closed || text === '') return Promise.resolve()
      if (stream.write(text)) return Promise.resolve()
      return new Promise(resolve => {
        waiting.push(resolve)
      })
    },
    isTerminal: stream.isTTY === true,
    get columns() {
      return stream.isTTY === true ? stream.columns : 100
    },
    get closed() {
      return closed
    },
  }
}

let node: Effects | null = null

/** The process that we run in. */
export function nodeEffects(): Effects {
  node ??= {
    stdout: sinkOf(process.stdout),
    stderr: sinkOf(process.stderr),
    stdin: process.stdin,
    env: process.env,
    now: () => new Date(),
    onInterrupt(callback) {
      process.on('SIGINT', callback)
      process.on('SIGTERM', callback)
      return () => {
        process.off('SIGINT', callback)
        process.off('SIGTERM', callback)
      }
    },
  }
  return node
}
