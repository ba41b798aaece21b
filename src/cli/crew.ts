/** Worker processes of one machine: started, replaced when they fall over, ended when asked. */
import type { Again, Effects } from '../effects.ts'

export interface CrewOptions {
  processes: number
  args: readonly string[]
  env: { readonly [name: string]: string }
  /** Told of one that ended in a way that it should not have. */
  fell(pid: number, how: string): Promise<void>
}

interface Kept extends CrewOptions {
  stopped(): boolean
}

/** A worker is to stay within 500 MB; what it holds beside its heap is some eighty. */
const HEAP_MB = 400

/** One that falls over again and again is started more and more slowly, and in the end no more. */
const PAUSE_MS = { first: 500, most: 30_000 }
const FALLS = 20

async function keepOne(effects: Effects, options: Kept, members: Set<Again>): Promise<number> {
  let pause = PAUSE_MS.first
  for (let falls = 0; ; falls++) {
    const child = effects.again(options.args, options.env, HEAP_MB)
    members.add(child)
    const { code, signal } = await child.ended
    members.delete(child)
    if (code !== null && code < 128 && signal === null) return code
    await options.fell(child.pid, signal ?? `exit code ${code}`)
    if (options.stopped() || falls >= FALLS) return 1
    await new Promise(done => setTimeout(done, pause))
    pause = Math.min(pause * 2, PAUSE_MS.most)
  }
}

/** Runs until all have ended, by themselves or by an interruption; gives the worst of their exit codes. */
export async function runCrew(effects: Effects, options: CrewOptions): Promise<number> {
  const members = new Set<Again>()
  let stopped = false
  const ignore = effects.onInterrupt(() => {
    stopped = true
    for (const member of members) member.interrupt()
  })
  try {
    const whole = { ...options, stopped: () => stopped }
    const codes = Array.from({ length: options.processes }, () => keepOne(effects, whole, members))
    return Math.max(...(await Promise.all(codes)))
  } finally {
    ignore()
  }
}
