import { afterEach, describe, expect, it, vi } from 'vitest'
import { runLarger } from '../../src/cli/larger.ts'
import { makeShell } from '../../src/cli/shell.ts'
import type { Again, Effects } from '../../src/effects.ts'
import { nodeEffects } from '../../src/effects.ts'
import { ensureRoom, ensureRoomToHold } from '../../src/memory.ts'
import { EntenteError, NeedsMemory } from '../../src/record/errors.ts'

const texts = (count: number, length: number) =>
  Array.from({ length: count }, () => ({ text: 'x'.repeat(length) }))
const ended = (code: number | null, signal: NodeJS.Signals | null = null): Again => ({
  pid: 1,
  ended: Promise.resolve({ code, signal }),
  interrupt: () => {},
})

describe('a record', () => {
  it('is refused before it is begun where it would not fit, with what it needs and what to do', () => {
    expect(() => ensureRoom(texts(100, 1_000), 200_000_000)).not.toThrow()
    const fault = () => ensureRoom(texts(1_000, 9_000), 200_000_000)
    expect(fault).toThrow(NeedsMemory)
    expect(fault).toThrow(
      /1000 documents takes some 0\.5 GB .*safe; run the same with NODE_OPTIONS=--max-old-space-size=480/,
    )
  })

  it('of ten thousand dense articles fits into the heap that Node gives by itself', () => {
    expect(() => ensureRoom(texts(10_000, 9_000))).not.toThrow()
  })

  it('is not held by a server that has no room for it', () => {
    expect(() => ensureRoomToHold(20_000, 500_000_000)).not.toThrow()
    expect(() => ensureRoomToHold(1_000_000, 4_000_000_000)).toThrow(
      /holding a record of 1000000 facts takes some 9\.3 GB/,
    )
  })
})

describe('what does not fit', () => {
  const again = vi.fn<Effects['again']>(() => ended(3))
  const shell = (env: Effects['env'] = {}) => makeShell({ ...nodeEffects(), again, env, memory: 8e9 })
  const fault = new NeedsMemory('this', 4e9)
  afterEach(() => again.mockClear())

  it('is done by a process with a larger heap, and its exit code is ours', async () => {
    expect(await runLarger(shell(), fault, ['add', 'pages'], { A: 'b' })).toBe(3)
    expect(again).toHaveBeenCalledWith(['add', 'pages'], { A: 'b', ENTENTE_LARGER: '1' }, 6_400)
  })

  it('is tried once more with all that may be given, where the heap was full after all', async () => {
    const light = new NeedsMemory('this', 1e9)
    again.mockReturnValueOnce(ended(null, 'SIGABRT'))
    expect(await runLarger(shell(), light, ['add'])).toBe(3)
    expect(again.mock.calls.map(([, , heap]) => heap)).toEqual([2_000, 6_400])
    again.mockReturnValue(ended(null, 'SIGABRT'))
    expect(await runLarger(shell(), light, ['add'])).toBe(null)
    again.mockReturnValue(ended(3))
  })

  it('is told where this machine has not so much, or where it was tried already', async () => {
    expect(await runLarger(shell(), new NeedsMemory('this', 12e9), ['add'])).toBe(null)
    expect(await runLarger(shell({ ENTENTE_LARGER: '1' }), fault, ['add'])).toBe(null)
    expect(await runLarger(shell(), new EntenteError('E_IN_USE', 'x'), ['add'])).toBe(null)
    expect(again).not.toHaveBeenCalled()
  })
})
