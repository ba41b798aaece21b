/** The program on a PostgreSQL server, and a dossier on its way between folder, server and file. */
import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSession } from '../../src/pipeline.ts'
import { documentId } from '../../src/record/ids.ts'
import type { Document } from '../../src/record/types.ts'
import { aSchema } from '../store/server.ts'
import { writeArticles } from './articles.ts'
import { aFolder, type Ran, run } from './run.ts'

const folder = aFolder()
const FIXTURE = fileURLToPath(new URL('../store/format-1.backup', import.meta.url))
/** A dossier with a correction, in a folder and on a server, and what its export says. */
let inFolder: string
let onServer: string
let exported: string
let journal: Buffer

const at = (place: string): string[] => [place.startsWith('postgres') ? '--database' : '--dossier', place]

async function done(args: readonly string[], world = {}): Promise<Ran> {
  const ran = await run(args, world)
  if (ran.code !== 0) throw new Error(`${args.join(' ')} ended with ${ran.code}: ${ran.err}`)
  return ran
}

/** Without opening it. */
const yamlOf = (place: string): string => readFileSync(join(place, 'dossier.yaml'), 'utf8')
const journalOf = (place: string): Buffer => readFileSync(join(place, 'journal.ndjson.gz'))

const exportOf = async (place: string): Promise<string> => (await done(['export', ...at(place)])).out

beforeAll(async () => {
  writeArticles(folder.at('articles'))
  inFolder = folder.at('thaw')
  onServer = await aSchema()
  // Made on the server, where a command costs less than opening a folder does.
  await done(['init', '--states', 'NOR,PER', ...at(onServer)])
  await done(['add', folder.at('articles'), ...at(onServer)])
  const [event] = JSON.parse((await done(['timeline', '--format', 'json', ...at(onServer)])).out)
  await done(['review', 'reject', event.id, ...at(onServer)])
  exported = await exportOf(onServer)
  await done(['move', '--from', onServer, '--to', inFolder])
  journal = journalOf(inFolder)
})
afterAll(() => folder.remove())

describe('a dossier on a server', () => {
  it('is the same in the folder that it was moved to, to the byte', async () => {
    expect(await exportOf(inFolder)).toBe(exported)
    expect(await exportOf(onServer)).toBe(exported)
  })

  it('is made, added to, listed, searched and rebuilt like any other', async () => {
    const place = await aSchema()
    const { out } = await done(['init', '--states', 'NOR,PER', ...at(place)])
    expect(out).toContain('--database ')
    await done(['add', folder.at('articles'), ...at(place)])
    const before = await exportOf(place)
    expect((await done(['timeline', ...at(place)])).out).toMatch(/fisheries/)
    expect((await done(['search', 'salmon', ...at(place)])).out).toMatch(/salmon/)
    await done(['rebuild', ...at(place)])
    expect(await exportOf(place)).toBe(before)
    const doctor = await done(['doctor', ...at(place)])
    expect(doctor.out).toMatch(/PostgreSQL 1\d.*127\.0\.0\.1/)
    expect(doctor.out).not.toContain(new URL(place).password)
    expect(out).not.toContain(new URL(place).password)
  })

  it('is found by ENTENTE_DATABASE, which a named folder goes before', async () => {
    const env = { ENTENTE_DATABASE: onServer }
    expect((await done(['export'], { env })).out).toBe(exported)
    const named = await run(['export', '--dossier', folder.at('none')], { env })
    expect([named.code, named.err]).toEqual([2, expect.stringMatching(/there is no dossier in .*none/)])
  })

  it('its settings are read and set, once they are right', async () => {
    const { out } = await done(['settings', ...at(onServer)])
    expect(out).toBe(yamlOf(inFolder))
    const wrong = await run(['settings', '--set', '-', ...at(onServer)], { stdin: 'states: [Norway]\n' })
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringMatching(/not a code of three capitals/)])
    await done(['settings', '--set', '-', ...at(onServer)], { stdin: 'states: [NOR]\n' })
    expect((await done(['settings', ...at(onServer)])).out).toBe('states: [NOR]\n')
    await done(['settings', '--set', '-', ...at(onServer)], { stdin: out })
  })

  it('wrong addresses end in wrong usage', async () => {
    for (const [args, says] of [
      [['--database', 'mysql://db/desk'], /begins with postgres:/],
      [['--database', onServer, '--dossier', inFolder], /name two places/],
      [['--database', 'postgres://db/desk?schema=A-B'], /small letters/],
    ] as const) {
      const { code, err } = await run(['timeline', ...args])
      expect([code, err]).toEqual([2, expect.stringMatching(says)])
    }
  })

  it('a server that is not there ends in 3, soon', async () => {
    const session = openSession('postgres://ana:secret@127.0.0.1:1/desk', { serverPatience: 0 })
    await expect(session).rejects.toMatchObject({
      code: 'E_SERVER',
      message: expect.stringMatching(/^PostgreSQL at 127\.0\.0\.1:1: nobody answers there/),
    })
  })
})

describe('a backup', () => {
  it.each([
    ['a folder', 'a folder', () => inFolder, async () => folder.at('from-folder')],
    ['a folder', 'a server', () => inFolder, aSchema],
    ['a server', 'a folder', () => onServer, async () => folder.at('from-server')],
    ['a server', 'a server', () => onServer, aSchema],
  ])('of %s is restored in %s, its export the same to the byte', async (_, __, from, aPlace) => {
    const file = folder.at('thaw.backup')
    const { out } = await done(['backup', file, ...at(from())])
    expect(out).toMatch(/: 3 documents, 1 corrections; sha256 of `export --text full`: [0-9a-f]{64}\n$/)
    const place = await aPlace()
    await done(['restore', file, ...at(place)])
    expect(await exportOf(place)).toBe(exported)
    expect((await done(['settings', ...at(place)])).out).toBe(yamlOf(inFolder))
  })

  it('that is damaged restores nothing', async () => {
    const file = folder.at('damaged.backup')
    await done(['backup', file, ...at(onServer)])
    truncateSync(file, readFileSync(file).length - 40)
    const { code, err } = await run(['restore', file, '--dossier', folder.at('nothing')])
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/is cut off: its end is missing; nothing was restored/),
    ])
    expect(existsSync(folder.at('nothing'))).toBe(false)
  })

  it('is not restored over documents, or over settings of its own', async () => {
    const file = folder.at('over.backup')
    await done(['backup', file, ...at(onServer)])
    // The same once more is no fault: whoever runs it again after a crash finds it done.
    await done(['restore', file, ...at(onServer)])
    expect(await exportOf(onServer)).toBe(exported)
    const held = await aSchema()
    await done(['add', folder.at('articles/one.txt'), ...at(held)])
    const over = await run(['restore', file, ...at(held)])
    expect([over.code, over.err]).toEqual([2, expect.stringMatching(/holds documents already/)])
    const place = await aSchema()
    await done(['init', '--states', 'KOR,JPN', ...at(place)])
    const other = await run(['restore', file, ...at(place)])
    expect([other.code, other.err]).toEqual([2, expect.stringMatching(/has a dossier\.yaml of its own/)])
  })

  it('of format 1 is restored by every later version', async () => {
    if (process.env.ENTENTE_FIXTURE === 'write') await done(['backup', FIXTURE, ...at(inFolder)])
    const place = await aSchema()
    const { out } = await done(['restore', FIXTURE, ...at(place)])
    expect(out).toMatch(/: 3 documents, 1 corrections\n$/)
    // Not what today's rules would read in the articles: what was read then.
    const { documents } = JSON.parse((await done(['export', '--text', 'full', ...at(place)])).out)
    expect(documents.map(({ source }: Document) => source).sort()).toEqual([
      'one.txt',
      'three.txt',
      'two.html',
    ])
    for (const { id, title, text } of documents) expect(documentId(title, text)).toBe(id)
    await done(['doctor', ...at(place)])
    expect((await done(['review', '--log', ...at(place)])).out).toMatch(/reject/)
  })
})

describe('move', () => {
  it('brings a dossier from a folder to the server, and the folder stays as it is', async () => {
    const back = await aSchema()
    const { out } = await done(['move', '--from', inFolder, '--to', back])
    expect(journalOf(inFolder)).toEqual(journal)
    expect(out).toMatch(/3 documents, 1 corrections\nsha256 .* the same on both sides: [0-9a-f]{64}\n$/)
    expect(await exportOf(back)).toBe(exported)
  })

  it('refuses a place that holds documents, and leaves it as it is', async () => {
    const before = journalOf(inFolder)
    await done(['move', '--from', onServer, '--to', inFolder])
    expect(journalOf(inFolder)).toEqual(before)
    const other = await aSchema()
    await done(['add', folder.at('articles/one.txt'), ...at(other)])
    const { code, err } = await run(['move', '--from', other, '--to', inFolder])
    expect([code, err]).toEqual([2, expect.stringMatching(/holds documents already/)])
    expect(journalOf(inFolder)).toEqual(before)
  })

  it('refuses a folder that another process fills, by its mark', async () => {
    writeFileSync(`${inFolder}/filling`, 'elsewhere')
    try {
      const { code, err } = await run(['timeline', ...at(inFolder)])
      expect([code, err]).toEqual([3, expect.stringMatching(/holds only a part of elsewhere/)])
    } finally {
      await (await import('node:fs/promises')).rm(`${inFolder}/filling`)
    }
  })
})
