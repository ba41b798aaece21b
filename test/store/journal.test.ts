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
import { type Entry, openJournal } from '../../src/store/journal.ts'
import { aDocument } from './made-up.ts'

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

function written(): number[] {
  const journal = openJournal(path)
  const ends = [journal.append(first), journal.append(second)]
  journal.close()
  return ends
}

function batches(from = 0): Entry[][] {
  const journal = openJournal(path)
  const found = [...journal.read(from)].map(({ entries }) => entries)
  journal.close()
  return found
}

it('gives back its batches in order, from any batch on', () => {
  const [end = 0] = written()
  expect(batches()).toEqual([first, second])
  expect(batches(end)).toEqual([second])
})

it('is gzip that any tool unpacks', () => {
  written()
  expect(gunzipSync(readFileSync(path)).toString().trim().split('\n').length).toBe(3)
})

it('cuts off a torn end, whatever is missing of it, and goes on from there', () => {
  const [end = 0, whole = 0] = written()
  const bytes = readFileSync(path)
  for (const length of [whole - 1, whole - 9, end + 19, end + 5, end + 1]) {
    writeFileSync(path, bytes)
    truncateSync(path, length)
    expect(batches()).toEqual([first])
    expect(statSync(path).size).toBe(end)
  }
  const journal = openJournal(path)
  journal.append(second)
  journal.close()
  expect(batches()).toEqual([first, second])
})

it('cuts off a last batch whose bytes never reached the disk', () => {
  const [end = 0, whole = 0] = written()
  const bytes = readFileSync(path)
  bytes.fill(0, end + 24, whole)
  writeFileSync(path, bytes)
  expect(batches()).toEqual([first])
  appendFileSync(path, 'rubbish')
  expect(batches()).toEqual([first])
})

it('says where it is damaged in the middle', () => {
  const [end = 0] = written()
  const bytes = readFileSync(path)
  bytes.fill(0, 30, end - 2)
  writeFileSync(path, bytes)
  expect(() => batches()).toThrow(/damaged at byte 0/)
})
