/** After a change of the rules a large dossier takes long to be made anew; meanwhile what is there answers. */
import { writeFileSync } from 'node:fs'
import { afterAll, expect, it } from 'vitest'
import { makeDesk } from '../../src/cli/desk.ts'
import { makeShell } from '../../src/cli/shell.ts'
import { nodeEffects } from '../../src/effects.ts'
import { isCurrent, openSession } from '../../src/pipeline.ts'
import { listOf } from '../../src/record/facts.ts'
import { ARTICLES } from '../cli/articles.ts'
import { aFolder, run } from '../cli/run.ts'

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
