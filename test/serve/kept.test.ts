/** Answers are kept for one version of the record, and those of the first screen from one run to the next. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LOOPBACK, makeOpenServer, type Opening } from '../../src/serve/index.ts'
import { openingPaths, ROOM_PATHS, titlePaths } from '../../src/serve/opening.ts'
import { aDocument, anEvent, aRecord } from '../store/made-up.ts'
import { aDesk } from './a-desk.ts'

const HOST = { headers: { host: 'localhost' } }

const document = aDocument('a.txt', 'Norway met Peru.')
const record = aRecord([document], { events: [anEvent('e1', document, 0, 16)] })

describe('answers', () => {
  it('are given again with their tag, and not at all to who has them', async () => {
    const { app } = makeOpenServer(aDesk(record))
    const first = await app.request('http://localhost/api/events', HOST)
    const again = await app.request('http://localhost/api/events', HOST)
    expect(await again.text()).toBe(await first.text())
    const mark = first.headers.get('etag') ?? ''
    expect(again.headers.get('etag')).toBe(mark)
    const known = await app.request('http://localhost/api/events', {
      headers: { ...HOST.headers, 'if-none-match': mark },
    })
    expect(known.status).toBe(304)
  })

  it('are forgotten with the version that they were of', async () => {
    let version = 'a'
    const { app } = makeOpenServer(aDesk(record, { version: async () => version }))
    const asked = async () => (await app.request('http://localhost/api/dossier', HOST)).text()
    expect(await asked()).toContain('"version":"a"')
    version = 'b'
    expect(await asked()).toContain('"version":"b"')
  })
})

describe('the first screen', () => {
  const opened = async (read: Opening | null) => {
    let written: Opening | null = null
    const opening = {
      read: async () => read,
      write: async (it: Opening) => {
        written = it
      },
    }
    const { app, open } = makeOpenServer(aDesk(record, { opening }), LOOPBACK, 20)
    return { app, open, written: (): Opening | null => written }
  }

  it('is kept, and stands in the next run before the record has been read', async () => {
    const one = await opened(null)
    await one.open()
    const kept = one.written()
    expect(Object.keys(kept?.answers ?? {})).toContain('/api/dossier')
    const next = await opened(kept && { ...kept, answers: { ...kept.answers, '/api/dossier': '"kept"' } })
    await next.open()
    expect(await (await next.app.request('http://localhost/api/dossier', HOST)).text()).toBe('"kept"')
  })

  it('is made anew where the record is another', async () => {
    const { app, open, written } = await opened({ version: 'older', answers: { '/api/dossier': '"stale"' } })
    await open()
    expect(await (await app.request('http://localhost/api/dossier', HOST)).text()).not.toBe('"stale"')
    expect(written()).not.toBeNull()
  })

  it('asks for what the overview asks', () => {
    const overview = ['overview.tsx', '../parts/issue-directions.tsx']
      .map(name => readFileSync(new URL(`../../web/src/screens/${name}`, import.meta.url), 'utf8'))
      .join('\n')
    const paths = openingPaths({ states: [{ id: 'NOR' }, { id: 'PER' }], latest: '2031-06-01' })
    for (const path of paths) expect(overview).toContain(`'${path.split('?')[0]}'`)
    expect(paths).toHaveLength(6)
  })

  it('asks for the titles of turning points that it lacks', () => {
    const index = { answer: { turningPoints: [{ events: ['a', 'b'] }, { events: ['b', 'c'] }] } }
    expect(titlePaths(index, { marks: [{ id: 'a' }] })).toEqual(['/api/facts/b', '/api/facts/c'])
    expect(titlePaths(null, null)).toEqual([])
  })

  it('is followed by what the other screens ask for, when nobody asks', async () => {
    const one = await opened(null)
    await one.open()
    const kept = Object.keys(one.written()?.answers ?? {})
    expect(kept).toContain('/api/lanes?lanes=issue')
    expect(kept).toContain('/api/statements?limit=100')
    const web = [
      'timeline',
      'statements',
      'positions',
      'issues',
      'accounts',
      'forecasts',
      'drivers',
      'documents',
    ]
      .map(name => readFileSync(new URL(`../../web/src/screens/${name}.tsx`, import.meta.url), 'utf8'))
      .join('\n')
    const list = readFileSync(new URL('../../web/src/parts/fact-list.tsx', import.meta.url), 'utf8')
    // Lists of facts are asked for by their names.
    expect(list).toMatch(/`\/api\/\$\{list\}`/)
    for (const path of ROOM_PATHS)
      if (!path.startsWith('/api/statements')) expect(web).toContain(`'${path.split('?')[0]}'`)
  })
})
