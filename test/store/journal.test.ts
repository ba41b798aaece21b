import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { listOf } from '../../src/record/facts.ts'
import { type Entry, openJournal } from '../../src/store/journal.ts'
import { aDocument } from './made-up.ts'

/** The journal of a folder is a file, and asks no database. */
const noQueries = { query: () => Promise.reject(new Error('no database')) }

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'entente-journal-'))
  path = join(folder, 'journal.ndjson.gz')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const first: Entry[] = [{ op: 'add', document: aDocument('a.txt', 'Norway and Peru talk.') }]
const second: Entry[] = [
  { op: 'remove', id: 'gone' },
  { op: 'add', document: aDocument('b.txt', '“Ja” 日本') },
]

async function written(): Promise<number[]> {
  const journal = openJournal(path)
  const ends = [await journal.append(first, noQueries), await journal.append(second, noQueries)]
  journal.close()
  return ends
}

async function batches(from = 0): Promise<Entry[][]> {
  const journal = openJournal(path)
  const found = (await listOf(journal.read(from))).map(({ entries }) => entries)
  journal.close()
  return found
}

it('gives back its batches in order, from any batch on', async () => {
  const [end = 0] = await written()
  expect(await batches()).toEqual([first, second])
  expect(await batches(end)).toEqual([second])
})

it('is gzip that any tool unpacks', async () => {
  await written()
  expect(gunzipSync(readFileSync(path)).toString().trim().split('\n').length).toBe(3)
})

it('cuts off a torn end, whatever is missing of it, and goes on from there', async () => {
  const [end = 0, whole = 0] = await written()
  const bytes = readFileSync(path)
  for (const length of [whole - 1, whole - 9, end + 19, end + 5, end + 1]) {
    writeFileSync(path, bytes)
    truncateSync(path, length)
    expect(await batches()).toEqual([first])
    expect(statSync(path).size).toBe(end)
  }
  const journal = openJournal(path)
  await journal.append(second, noQueries)
  journal.close()
  expect(await batches()).toEqual([first, second])
})

it('cuts off a last batch whose bytes never reached the disk', async () => {
  const [end = 0, whole = 0] = await written()
  const bytes = readFileSync(path)
  bytes.fill(0, end + 24, whole)
  writeFileSync(path, bytes)
  expect(await batches()).toEqual([first])
  appendFileSync(path, 'rubbish')
  expect(await batches()).toEqual([first])
})

it('says where it is damaged in the middle', async () => {
  const [end = 0] = await written()
  const bytes = readFileSync(path)
  bytes.fill(0, 30, end - 2)
  writeFileSync(path, bytes)
  await expect(batches()).rejects.toThrow(/damaged at byte 0/)
})
