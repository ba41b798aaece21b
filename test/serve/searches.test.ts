/** Saved searches are in the journal: whatever is made anew from it has them. */
import { afterAll, expect, it } from 'vitest'
import { makeDesk } from '../../src/cli/desk.ts'
import { makeShell } from '../../src/cli/shell.ts'
import { nodeEffects } from '../../src/effects.ts'
import { bringUpToDate, openSession } from '../../src/pipeline.ts'
import { aFolder } from '../cli/run.ts'

const folder = aFolder()
afterAll(() => folder.remove())

/** What is done with the searches of the dossier; `fresh`, as `entente rebuild` opens it, begins from an empty database. */
async function withSearches<T>(
  fresh: boolean,
  work: (searches: Awaited<ReturnType<typeof makeDesk>>['searches']) => Promise<T>,
): Promise<T> {
  const session = await openSession(folder.at('dossier'), { create: true, fresh })
  try {
    if (fresh) await bringUpToDate(session)
    return await work((await makeDesk(makeShell(nodeEffects()), session)).searches)
  } finally {
    await session.store.close()
  }
}

it('outlast a rebuild, as they were named last, and without those that were forgotten', async () => {
  const before = await withSearches(false, async searches => {
    const { id } = await searches.save('salmon OR herring', null)
    await searches.rename(id, 'Fish')
    const other = await searches.save('summit', 'Summits')
    await searches.forget(other.id)
    await searches.save('treaty', 'Treaties')
    return searches.list()
  })
  expect(before.map(({ name, q }) => [name, q])).toEqual([
    ['Fish', 'salmon OR herring'],
    ['Treaties', 'treaty'],
  ])
  expect(await withSearches(true, searches => searches.list())).toEqual(before)
})
