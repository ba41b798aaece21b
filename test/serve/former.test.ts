/** After a change of the rules a large dossier takes long to be made anew; meanwhile what is there answers. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { makeDesk } from '../../src/cli/desk.ts'
import { makeShell } from '../../src/cli/shell.ts'
import { nodeEffects } from '../../src/effects.ts'
import { isCurrent, openSession } from '../../src/pipeline.ts'
import { listOf } from '../../src/record/facts.ts'
import { ARTICLES } from '../cli/articles.ts'
import { aFolder, ensureBuilt, program, run } from '../cli/run.ts'

const folder = aFolder()
afterAll(() => folder.remove())

it('a record of former rules answers while the next one is made, and then that one does', async () => {
  const [place, article] = [folder.at('dossier'), folder.at('one.txt')]
  writeFileSync(article, ARTICLES['one.txt'] ?? '')
  await run(['add', article, '--dossier', place])
  const session = await openSession(place)
  try {
    const former = await listOf(session.store.facts('event'))
    expect(former).not.toEqual([])
    await session.store.apply({ settings: { record: 'former rules' } })
    expect(await isCurrent(session)).toBe(false)

    const desk = await makeDesk(makeShell(nodeEffects()), session)
    const version = await desk.version()
    const finished = new Promise(resolve =>
      desk.adding.listen(({ state }) => (state === 'done' ? resolve(state) : null)),
    )
    expect(await listOf((await desk.source()).facts('event'))).toEqual(former)
    expect(await desk.version()).toBe(version)

    await finished
    expect(await isCurrent(session)).toBe(true)
    expect(await desk.version()).not.toBe(version)
    expect(await listOf((await desk.source()).facts('event'))).toEqual(former)
  } finally {
    await session.store.close()
  }
})

const sample = fileURLToPath(new URL('../../examples/seoul-tokyo/documents/', import.meta.url))

it('a server that is ended while a thread of it makes the record ends, and the next one finishes it', async () => {
  ensureBuilt()
  const place = folder.at('ended')
  await run(['add', sample, '--dossier', place])
  const session = await openSession(place)
  const coded = await listOf(session.store.coded())
  await session.store.apply({
    coded: coded.map(it => ({ ...it, coding: 'former rules' })),
    settings: { record: 'former rules' },
  })
  await session.store.close()

  const child = spawn(process.execPath, [program, 'serve', '--no-open', '--port', '0', '--dossier', place])
  const ended = once(child, 'exit')
  let told = ''
  child.stderr.on('data', data => {
    told += data
  })
  await once(child.stdout, 'data')
  // The thread has loaded its tables by then, and codes.
  await new Promise(done => setTimeout(done, 1_000))
  child.kill('SIGINT')
  const late = setTimeout(() => child.kill('SIGKILL'), 15_000)
  const [code, signal] = await ended
  clearTimeout(late)
  expect([code, signal, told]).toEqual([0, null, expect.not.stringContaining('E_')])

  const after = await openSession(place)
  try {
    expect(await isCurrent(after)).toBe(false)
  } finally {
    await after.store.close()
  }
  expect((await run(['timeline', '--dossier', place])).code).toBe(0)
})
