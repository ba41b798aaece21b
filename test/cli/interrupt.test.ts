import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aFolder, ensureBuilt, program, run } from './run.ts'

const folder = aFolder()
const COUNT = 300

beforeAll(() => {
  ensureBuilt()
  mkdirSync(folder.at('many'))
  for (let i = 0; i < COUNT; i++) {
    const day = (i % 27) + 1
    writeFileSync(
      folder.at(`many/${String(i).padStart(3, '0')}.txt`),
      `Round ${i} of talks\n\nThe Harbour Gazette\nMay ${day}, 2021\n\nThe ministers of Norway and Peru met in Oslo for round ${i} of their talks on May ${day}, 2021. “We talked for ${i} hours,” Peru’s minister said.\n`,
    )
  }
})
afterAll(() => folder.remove())

const journalSize = (dossier: string): number => {
  const path = `${dossier}/journal.ndjson.gz`
  return existsSync(path) ? statSync(path).size : 0
}

/** Starts adding, waits until the journal has more than it had, and sends the signal. */
async function addAndStop(dossier: string, signal: NodeJS.Signals): Promise<number | null> {
  const before = journalSize(dossier)
  const child = spawn(process.execPath, [program, 'add', '--dossier', dossier, folder.at('many')], {
    stdio: 'ignore',
  })
  const ended = new Promise<number | null>(resolve => child.on('exit', resolve))
  while (child.exitCode === null && journalSize(dossier) <= before) await sleep(5)
  child.kill(signal)
  return ended
}

async function exported(dossier: string): Promise<string> {
  const { code, out } = await run(['export', '--dossier', dossier])
  expect(code).toBe(0)
  return out
}

it('killed again and again, it loses nothing that it took in, and ends with the same bytes', async () => {
  await run(['add', '--dossier', folder.at('whole'), folder.at('many')])
  const expected = await exported(folder.at('whole'))
  const dossier = folder.at('killed')
  let least = 0
  for (let i = 0; i < 3; i++) {
    expect(await addAndStop(dossier, 'SIGKILL')).toBe(null)
    const documents = JSON.parse(await exported(dossier)).documents.length
    expect(documents).toBeGreaterThanOrEqual(least)
    least = documents
  }
  expect(least).toBeGreaterThan(0)
  expect((await run(['add', '--dossier', dossier, folder.at('many')])).code).toBe(0)
  expect(await exported(dossier)).toBe(expected)
  expect((await run(['doctor', '--dossier', dossier])).code).toBe(0)
})

it('at Ctrl-C it keeps what it has read, says so, and can be run again', async () => {
  const dossier = folder.at('stopped')
  expect(await addAndStop(dossier, 'SIGINT')).toBe(130)
  expect(existsSync(`${dossier}/lock`)).toBe(false)
  const { code, out } = await run(['add', '--dossier', dossier, folder.at('many')])
  expect(code).toBe(0)
  expect(out).toMatch(/already here/)
  expect(JSON.parse(await exported(dossier)).documents.length).toBe(COUNT)
})

it('a broken database is told, and made anew from the journal', async () => {
  const dossier = folder.at('whole')
  const expected = await exported(dossier)
  writeFileSync(`${dossier}/store/PG_VERSION`, 'nonsense')
  writeFileSync(`${dossier}/store/global/pg_control`, 'nonsense')
  const broken = spawnSync(process.execPath, [program, 'timeline', '--dossier', dossier])
  expect(broken.status).toBe(3)
  expect(broken.stderr.toString()).toMatch(/entente rebuild/)
  expect((await run(['rebuild', '--dossier', dossier])).code).toBe(0)
  expect(await exported(dossier)).toBe(expected)
})

it('a second process is told who has the dossier', async () => {
  const dossier = folder.at('busy')
  const first = spawn(process.execPath, [program, 'code'], { stdio: 'pipe' })
  mkdirSync(dossier)
  writeFileSync(`${dossier}/journal.ndjson.gz`, '')
  writeFileSync(`${dossier}/lock`, `${first.pid} ${hostname()} - token\n`)
  const { code, err } = await run(['timeline', '--dossier', dossier])
  first.kill()
  expect(code).toBe(3)
  expect(err).toContain(`another entente process, pid ${first.pid}`)
})
