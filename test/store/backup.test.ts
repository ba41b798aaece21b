import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { listOf } from '../../src/record/facts.ts'
import { openBackup, type Row, writeBackup } from '../../src/store/index.ts'
import { aDocument, nothingIn } from './made-up.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'entente-backup-'))
  path = join(folder, 'thaw.backup')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const about = { version: '0.1.0', made: '2031-05-02T00:00:00.000Z' }
const letters = aDocument('b.txt', '“Ja”, 日本 said.\n\nNothing else. \u2028 😀')

const rows: Row[] = [
  { part: 'texts', value: { name: 'dossier.yaml', text: 'states: [NOR, PER]\n' } },
  { part: 'settings', value: { key: 'watch:1', value: { etag: 'x' } } },
  ...Array.from({ length: 40 }, (_, i): Row => {
    const text = Array.from({ length: 200 }, (_, n) => `Sentence ${i}-${n} of it.`).join(' ')
    return { part: 'documents', value: aDocument(`n${i}.txt`, text) }
  }),
  { part: 'documents', value: letters },
  { part: 'coded', value: { anchor: '', coding: 'one', understanding: nothingIn(letters) } },
]

const COUNTS = { texts: 1, settings: 1, documents: 41, corrections: 0, watches: 0, coded: 1 }

async function* given(these: readonly Row[] = rows): AsyncGenerator<Row> {
  yield* these
}

it('gives back its rows, and is gzip that any tool unpacks', async () => {
  expect(await writeBackup(path, about, given())).toEqual(COUNTS)
  const backup = await openBackup(path)
  expect(backup.counts).toEqual(COUNTS)
  expect(await listOf(backup.rows())).toEqual(rows)
  expect(gunzipSync(readFileSync(path)).toString().split('\n')[0]).toContain('"entente":"backup"')
  expect(readdirSync(folder)).toEqual(['thaw.backup'])
})

it('cut off at any place it is no backup', async () => {
  await writeBackup(path, about, given())
  const bytes = readFileSync(path)
  const places = [
    0,
    1,
    19,
    20,
    bytes.length - 1,
    ...Array.from({ length: 45 }, (_, i) => Math.floor((bytes.length * (i + 1)) / 46)),
  ]
  expect(places.length).toBe(50)
  for (const length of places) {
    writeFileSync(path, bytes.subarray(0, length))
    await expect(openBackup(path), `cut at ${length} of ${bytes.length}`).rejects.toThrow(
      /nothing was restored/,
    )
  }
})

it('cut off between two of its members it is no backup', async () => {
  await writeBackup(path, about, given())
  const bytes = readFileSync(path)
  for (let at = 0, end = 0; end < bytes.length; at = end) {
    if (at > 0) {
      writeFileSync(path, bytes.subarray(0, at))
      await expect(openBackup(path)).rejects.toThrow(/do not match its checksums/)
    }
    end = at + bytes.readUInt32LE(at + 16)
  }
})

it('with one bit flipped anywhere it is no backup', async () => {
  await writeBackup(path, about, given())
  const bytes = readFileSync(path)
  // Every bit of the head of a member and of the end, which no checksum of gzip guards, and some of the rest.
  const places = [
    ...Array.from({ length: 20 }, (_, i) => i),
    ...Array.from({ length: 40 }, (_, i) => Math.floor((bytes.length * i) / 40)),
    ...Array.from({ length: 30 }, (_, i) => bytes.length - 1 - i * 20),
  ]
  for (const [i, place] of places.entries()) {
    const damaged = Buffer.from(bytes)
    damaged.writeUInt8(damaged.readUInt8(place) ^ (1 << (i % 8)), place)
    writeFileSync(path, damaged)
    await expect(openBackup(path), `byte ${place}`).rejects.toThrow(/nothing was restored/)
  }
})

it('of a later format is told by the version that made it', async () => {
  await writeBackup(path, about, given())
  const bytes = readFileSync(path)
  const { member } = await import('../../src/store/journal.ts')
  const head = { entente: 'backup', format: 9, version: '7.0.0', made: about.made }
  const rest = bytes.subarray(bytes.readUInt32LE(16))
  writeFileSync(path, Buffer.concat([member(`${JSON.stringify(head)}\n`), rest]))
  await expect(openBackup(path)).rejects.toThrow(/format 9, made by a later version of entente \(7\.0\.0\)/)
})

it('that is interrupted leaves the former one as it was, and nothing beside it', async () => {
  await writeBackup(path, about, given())
  const before = readFileSync(path)
  async function* breaking(): AsyncGenerator<Row> {
    yield* rows
    throw new Error('no more')
  }
  await expect(writeBackup(path, about, breaking())).rejects.toThrow(/no more/)
  expect(readFileSync(path)).toEqual(before)
  expect(readdirSync(folder)).toEqual(['thaw.backup'])
})

it('sweeps the drafts of processes that were killed', async () => {
  writeFileSync(join(folder, '.thaw.backup.999999999.part'), 'half')
  await writeBackup(path, about, given())
  expect(readdirSync(folder)).toEqual(['thaw.backup'])
})

it('does not write over a file of another kind', async () => {
  writeFileSync(path, 'my only copy of the article')
  await expect(writeBackup(path, about, given())).rejects.toThrow(/is no backup; name another file/)
  expect(readFileSync(path, 'utf8')).toBe('my only copy of the article')
  copyFileSync(path, `${path}.html`)
  await expect(openBackup(`${path}.html`)).rejects.toThrow(/is no backup of entente/)
})
