import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aFolder, ensureBuilt, program, run } from './run.ts'

const folder = aFolder()
const COUNT = 150

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
  await run(['add', '--dossier', dossier, folder.at('many')])
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
