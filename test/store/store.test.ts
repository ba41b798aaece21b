import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe } from 'vitest'
import { testStore } from './contract.ts'
import { aSchema } from './server.ts'

describe('in a folder', () => {
  testStore(async () => {
    const place = mkdtempSync(join(tmpdir(), 'entente-store-'))
    return { place, remove: () => rmSync(place, { recursive: true, force: true }) }
  })
})

describe('on a PostgreSQL server', () => {
  testStore(async () => ({ place: await aSchema(), remove() {} }))
})
