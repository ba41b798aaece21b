/** How much memory `entente code` holds over very many sentences that name somebody new each time. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { row } from './measure.ts'

const program = fileURLToPath(new URL('../../bin/entente.js', import.meta.url))

const SYLLABLES = 'ba de ki lo mu na pe ri so tu va ze cho dra fli gho kha bri sko tre'.split(' ')

/** A name that no other number has: "Kilozetu". */
export function newName(number: number): string {
  let name = ''
  for (let rest = number + 20; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    name += SYLLABLES[rest % SYLLABLES.length]
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function sentence(number: number): string {
  const [a, b, c] = [newName(number * 3), newName(number * 3 + 1), newName(number * 3 + 2)]
  const text = `${a} ${b}, a minister of Peru, met envoys of Chile in ${c} on May 3, 2021, and “welcomed the pact.”`
  return `${JSON.stringify({ id: number, text, published: '2021-05-04' })}\n`
}

/** Megabytes that the process holds now; null where the system does not tell. */
function held(pid: number): number | null {
  try {
    const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? null : Number(kilobytes) / 1024
  } catch {
    return null // no such file outside Linux, or the process has ended
  }
}

export async function benchMemory(count: number): Promise<void> {
  const child = spawn(process.execPath, [program, 'code'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = new Promise(resolve => child.on('exit', resolve))
  let answered = 0
  let most = 0
  const tenths: number[] = []
  child.stdout.on('data', (chunk: Buffer) => {
    for (const byte of chunk) if (byte === 10) answered++
    const now = held(child.pid ?? 0)
    if (now === null) return
    most = Math.max(most, now)
    if (answered >= ((tenths.length + 1) * count) / 10) tenths.push(Math.round(now))
  })
  for (let i = 0; i < count; i++) {
    if (!child.stdin.write(sentence(i))) await new Promise(resolve => child.stdin.once('drain', resolve))
  }
  child.stdin.end()
  await ended
  console.log(`${count} sentences with three new names each:`)
  row('memory at its most', `${Math.round(most)} MB`, 'less than 350 MB is wanted')
  row('at each tenth of them', '', tenths.join(' '))
}
