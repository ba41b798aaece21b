/** What a power cut leaves: a journal that is torn anywhere in its last batch, and no database at all. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listOf } from '../../src/record/facts.ts'
import { type Entry, openJournal } from '../../src/store/journal.ts'
import { aDocument } from '../store/made-up.ts'
import { aSchema, askServer } from '../store/server.ts'
import { contentsOf } from './contents.ts'
import { at, Places } from './places.ts'
import { done, here } from './program.ts'

/** Bytes of a page of PostgreSQL. */
const PAGE = 8_192
/** Starts of the machine are told apart on Linux alone. */
const HAS_BOOT = existsSync('/proc/sys/kernel/random/boot_id')

let places: Places
beforeAll(async () => {
  places = new Places((await aSchema()).replace(/\?.*/, ''))
})
afterAll(() => places.remove())

describe('a journal', () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-power-'))
  const path = join(folder, 'journal.ndjson.gz')
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const noQueries = { query: () => Promise.reject(new Error('no database')) }
  const batches: Entry[][] = ['Norway and Peru talk.', 'They met in Oslo.', '“Ja”, 日本 said.'].map(
    (text, i) => [{ op: 'add', document: aDocument(`${i}.txt`, text) }],
  )
  const ends: number[] = []
  let bytes: Buffer

  beforeAll(async () => {
    const journal = openJournal(path)
    for (const batch of batches) ends.push(await journal.append(batch, noQueries))
    journal.close()
    bytes = readFileSync(path)
  })

  async function read(): Promise<Entry[][]> {
    const journal = openJournal(path)
    try {
      return (await listOf(journal.read(0))).map(({ entries }) => entries)
    } finally {
      journal.close()
    }
  }

  it('cut off at any byte of its last batch has lost that one alone, and goes on', async () => {
    const [, end = 0, whole = 0] = ends
    for (let length = end; length < whole; length++) {
      writeFileSync(path, bytes.subarray(0, length))
      expect(await read(), `cut at ${length} of ${whole}`).toEqual(batches.slice(0, 2))
      expect(statSync(path).size).toBe(end)
      const journal = openJournal(path)
      await journal.append(batches[2] ?? [], noQueries)
      journal.close()
      expect(readFileSync(path), `cut at ${length}`).toEqual(bytes)
    }
    expect(whole - end).toBeGreaterThan(100)
  })

  it('whose last batch never reached the disk from any byte on has lost that one alone', async () => {
    const [, end = 0, whole = 0] = ends
    for (let from = end; from < whole; from++) {
      const torn = Buffer.from(bytes)
      if (torn.subarray(from).every(byte => byte === 0)) continue
      torn.fill(0, from)
      writeFileSync(path, torn)
      expect(await read(), `nothing from ${from} on`).toEqual(batches.slice(0, 2))
    }
  })

  it('damaged anywhere before its last batch is told, and nothing of it is cut off', async () => {
    const [, end = 0] = ends
    for (let place = 0; place < end; place++) {
      const damaged = Buffer.from(bytes)
      damaged.writeUInt8(damaged.readUInt8(place) ^ 0x55, place)
      writeFileSync(path, damaged)
      await expect(read(), `byte ${place}`).rejects.toThrow(
        /is damaged at byte (?:0|\d+); .* Restore it from a copy/,
      )
      expect(statSync(path).size).toBe(bytes.length)
    }
  })
})

/** As if some pages had not reached the disk: a whole block of each larger file is nothing. */
function tear(store: string): void {
  for (const { parentPath, name } of readdirSync(join(store, 'base'), {
    recursive: true,
    withFileTypes: true,
  })) {
    const path = join(parentPath, name)
    if (!statSync(path).isFile() || statSync(path).size < 2 * PAGE) continue
    const bytes = readFileSync(path)
    writeFileSync(path, bytes.fill(0, PAGE, 2 * PAGE))
  }
}

describe('a dossier whose database is gone', () => {
  it.each([
    ['folder', (place: string) => rmSync(join(place, 'store'), { recursive: true })],
    [
      'server',
      async (place: string) => {
        for (const table of ['documents', 'understandings', 'facts', 'settings'])
          await askServer(
            place,
            `delete from dossier.${table} where ${table === 'settings' ? `key <> 'dossier.yaml'` : 'true'}`,
          )
      },
    ],
  ] as const)(
    'is made again from the journal, on a %s: documents, corrections, watches, searches',
    async (kind, lose) => {
      const place = await places.copy('full', kind)
      const before = await contentsOf(place)
      expect(
        [before.documents, before.corrections, before.watches, before.searches].map(it => it.length),
      ).toEqual([6, 1, 1, 1])
      await lose(place)
      await done(here(['rebuild', ...at(place)]), 'rebuild')
      expect(await contentsOf(place)).toEqual(before)
    },
  )

  it('in a folder also without `rebuild`, by whatever opens it next', async () => {
    const place = await places.copy('full', 'folder')
    const before = await contentsOf(place)
    rmSync(join(place, 'store'), { recursive: true })
    expect(await contentsOf(place)).toEqual(before)
  })

  it.runIf(HAS_BOOT)(
    'or torn is noticed where the machine went down with it open, and made again',
    async () => {
      const place = await places.copy('full', 'folder')
      const before = await contentsOf(place)
      const mark = join(place, 'open')
      expect(existsSync(mark), 'all of it is on the disk').toBe(false)
      tear(join(place, 'store'))
      writeFileSync(mark, 'another-start-of-this-machine\n')
      expect(await contentsOf(place)).toEqual(before)
      expect(existsSync(mark)).toBe(false)
    },
  )

  it.runIf(HAS_BOOT)('is kept where only the process died', async () => {
    const place = await places.copy('full', 'folder')
    const before = await contentsOf(place)
    const kept = join(place, 'store', 'kept')
    writeFileSync(kept, '')
    writeFileSync(join(place, 'open'), readFileSync('/proc/sys/kernel/random/boot_id'))
    expect(await contentsOf(place)).toEqual(before)
    expect(existsSync(kept)).toBe(true)
  })

  it('whose journal is older than its database takes nothing in, and can still be saved', async () => {
    const place = await places.copy('full', 'folder')
    const before = await contentsOf(place)
    const journal = join(place, 'journal.ndjson.gz')
    const bytes = readFileSync(journal)
    writeFileSync(journal, bytes.subarray(0, bytes.readUInt32LE(16)))
    const { code, err } = await here(['review', 'note', 'whatever', 'x', ...at(place)])
    expect([code, err]).toEqual([2, expect.stringContaining('no fact in this dossier')])
    const added = await here(['add', places.former, places.later, '-', ...at(place)], {
      stdin: (async function* () {
        yield Buffer.from(
          'A new one\n\nThe Harbour Gazette\nMay 20, 2021\n\nNorway and Peru met once more in Lima.\n',
        )
      })(),
    })
    expect([added.code, added.err]).toEqual([
      3,
      expect.stringMatching(/an older copy of the journal took its place/),
    ])
    const [file, other] = [places.path('saved.backup'), places.path('saved')]
    await done(here(['backup', file, ...at(place)]), 'backup')
    await done(here(['restore', file, ...at(other)]), 'restore')
    expect(await contentsOf(other)).toEqual(before)
  })
})
