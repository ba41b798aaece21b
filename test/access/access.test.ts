import { appendFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accessIn } from '../../src/access/index.ts'
import { aFolder, type Folder } from '../cli/run.ts'

let folder: Folder
beforeEach(() => {
  folder = aFolder()
})
afterEach(() => folder.remove())

const now = new Date('2031-06-01T09:30:00Z')
const deed = { who: 'local', address: null, method: 'CLI', route: 'add', ids: [], outcome: 0 }

describe('tokens', () => {
  it('are kept as a hash alone, in a file for its owner alone', async () => {
    const { tokens } = accessIn(folder.path)
    const { secret, token } = await tokens.add('ada', 'review', null, now)
    expect(secret).toMatch(/^ent_[0-9a-f]{8}_[\w-]{43}$/)
    const file = folder.at('tokens.ndjson')
    expect(readFileSync(file, 'utf8')).not.toContain(secret.slice(13))
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(await tokens.check(secret, now)).toEqual({ id: token.id, name: 'ada', may: 'review' })
  })

  it('are no two alike', async () => {
    const { tokens } = accessIn(folder.path)
    const made: string[] = []
    for (let i = 0; i < 50; i++) made.push((await tokens.add('x', 'read', null, now)).secret)
    expect(new Set(made).size).toBe(50)
  })

  it('that another process takes back are gone at once', async () => {
    const [server, command] = [accessIn(folder.path), accessIn(folder.path)]
    const { secret, token } = await command.tokens.add('ada', 'read', null, now)
    expect(await server.tokens.check(secret, now)).not.toBeNull()
    await command.tokens.revoke(token.id, now)
    expect(await server.tokens.check(secret, now)).toBeNull()
    expect(await server.tokens.holds(token.id, now)).toBe(false)
    expect(await command.tokens.revoke(token.id, new Date(0))).toMatchObject({ revoked: now.toISOString() })
  })

  it('say the last day on which they were used, and write it once a day', async () => {
    const { tokens } = accessIn(folder.path)
    const { secret } = await tokens.add('ada', 'read', null, now)
    for (let i = 0; i < 5; i++) await tokens.check(secret, now)
    const lines = readFileSync(folder.at('tokens.ndjson'), 'utf8').split('\n').filter(Boolean)
    expect(lines).toHaveLength(2)
    expect((await tokens.list()).tokens).toMatchObject([{ used: '2031-06-01' }])
  })

  it('stand through a line that a crash cut short', async () => {
    const { tokens } = accessIn(folder.path)
    const first = await tokens.add('ada', 'read', null, now)
    appendFileSync(folder.at('tokens.ndjson'), '{"do":"add","id":"00')
    const second = await tokens.add('bob', 'read', null, now)
    expect(await tokens.check(first.secret, now)).not.toBeNull()
    expect(await tokens.check(second.secret, now)).not.toBeNull()
    expect(await tokens.list()).toMatchObject({ lost: 1, tokens: [{ name: 'ada' }, { name: 'bob' }] })
  })

  it('are none where somebody has written what is none', async () => {
    const { tokens } = accessIn(folder.path)
    const hash = 'a'.repeat(64)
    const made = { do: 'add', id: '00000000', name: 'x', may: 'root', hash, made: '', expires: null }
    const short = { ...made, may: 'admin', hash: '' }
    writeFileSync(folder.at('tokens.ndjson'), `${JSON.stringify(made)}\n${JSON.stringify(short)}\n7\n`)
    expect(await tokens.list()).toEqual({ tokens: [], lost: 3 })
  })
})

describe('the audit log', () => {
  it('goes on in a new file when one is full, and loses nothing', async () => {
    const { audit } = accessIn(folder.path, 1_000)
    for (let i = 0; i < 50; i++) await audit.note({ ...deed, at: `2031-06-01T09:30:${10 + i}Z` })
    const files = readdirSync(folder.path)
    expect(files).toContain('audit.0001.ndjson')
    expect(files.length).toBeGreaterThan(4)
    const { deeds, lost } = await audit.deeds(null)
    expect(lost).toBe(0)
    expect(deeds.map(it => it.at.slice(17, 19))).toEqual(Array.from({ length: 50 }, (_, i) => String(10 + i)))
  })

  it('keeps what can be read, and counts the rest', async () => {
    const { audit } = accessIn(folder.path)
    await audit.note({ ...deed, at: now.toISOString() })
    appendFileSync(folder.at('audit.ndjson'), '{"at":1}\n{"at":')
    await audit.note({ ...deed, at: now.toISOString() })
    expect(await audit.deeds(null)).toMatchObject({ lost: 2, deeds: [{ route: 'add' }, { route: 'add' }] })
  })
})
