import { spawn, spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { batches } from '../../src/coder/pool.ts'
import { listOf } from '../../src/record/facts.ts'
import { ensureBuilt, program, run } from './run.ts'

const item = (i: number) =>
  JSON.stringify({
    id: i,
    text: `Peru’s foreign minister met envoys of Chile on May ${(i % 28) + 1}. “We agree on ${i} points,” he said.`,
    published: '2021-06-01',
  })

const input = [...Array.from({ length: 300 }, (_, i) => item(i)), '{"id": "broken"', '', item(300)].join('\n')

async function* lines(...them: (string | null)[]) {
  yield* them
}

describe('code --threads', () => {
  it('prints what one thread prints, byte for byte and in order', () => {
    ensureBuilt()
    const [one, three] = ['1', '3'].map(threads =>
      spawnSync(process.execPath, [program, 'code', '--threads', threads], { input, encoding: 'utf8' }),
    )
    expect(three?.stderr).toBe('')
    expect(one?.stdout.split('\n').length).toBe(303)
    expect(three?.stdout).toBe(one?.stdout)
  })

  it('ends when its reader has gone', async () => {
    ensureBuilt()
    const child = spawn(process.execPath, [program, 'code', '--threads', '2'])
    child.stdout.once('data', () => child.stdout.destroy())
    child.stdin.on('error', () => null)
    child.stdin.end(Array.from({ length: 3000 }, (_, i) => item(i)).join('\n'))
    expect(await new Promise(resolve => child.on('exit', resolve))).toBe(0)
  })

  it('refuses a number that is none', async () => {
    for (const threads of ['0', '-1', 'many', '1000']) {
      const { code, err } = await run(['code', '--threads', threads])
      expect([code, err]).toEqual([2, expect.stringContaining(threads)])
    }
  })
})

it('batches keep every line, also one that is too long, and the order', async () => {
  const long = 'x'.repeat(250_000)
  const many = Array.from({ length: 100 }, (_, i) => String(i))
  const found = await listOf(batches(lines(long, null, ...many)))
  expect(found.map(batch => batch.length)).toEqual([1, 64, 37])
  expect(found.flat()).toEqual([long, null, ...many])
})
