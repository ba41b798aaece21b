import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { acquireLock } from '../../src/store/lock.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'entente-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A pid of a process that has just ended. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', ''])
  await new Promise(resolve => child.on('exit', resolve))
  return child.pid ?? 0
}

it('is held by one at a time, and names the holder', async () => {
  const lock = await acquireLock(folder, 0)
  await expect(acquireLock(folder, 0)).rejects.toThrow(
    new RegExp(`another entente process, pid ${process.pid}, has this dossier open`),
  )
  lock.release()
  expect(existsSync(join(folder, 'lock'))).toBe(false)
  const next = await acquireLock(folder, 0)
  next.release()
})

it('waits for one that is about to end', async () => {
  const lock = await acquireLock(folder, 0)
  setTimeout(() => lock.release(), 150)
  const next = await acquireLock(folder, 2_000)
  next.release()
})

it('is taken over from a process that died, by one of many that try', async () => {
  writeFileSync(join(folder, 'lock'), `${await deadPid()} ${hostname()} 12345 token\n`)
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => acquireLock(folder, 300)))
  expect(tries.filter(it => it.status === 'fulfilled').length).toBe(1)
  expect(readFileSync(join(folder, 'lock'), 'utf8')).toContain(String(process.pid))
  expect(readdirSync(folder)).toEqual(['lock'])
})

it.runIf(existsSync('/proc/self/stat'))(
  'is taken over where another process got the dead one’s pid',
  async () => {
    writeFileSync(join(folder, 'lock'), `${process.pid} ${hostname()} 1 token\n`)
    const lock = await acquireLock(folder, 0)
    lock.release()
  },
)

it('of another machine is left alone', async () => {
  writeFileSync(join(folder, 'lock'), `${await deadPid()} somewhere-else - token\n`)
  await expect(acquireLock(folder, 0)).rejects.toThrow(/on somewhere-else/)
})

it('leaves a lock that is no longer its own', async () => {
  const lock = await acquireLock(folder, 0)
  writeFileSync(join(folder, 'lock'), 'somebody else\n')
  lock.release()
  expect(existsSync(join(folder, 'lock'))).toBe(true)
})
