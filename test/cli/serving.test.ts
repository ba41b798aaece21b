/** Whether a server starts, by the options that it is given; and the tokens and the log, from the command line. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessIn } from '../../src/access/index.ts'
import { withAccess } from '../../src/cli/access.ts'
import { noteCommand } from '../../src/cli/audited.ts'
import { type ServingOptions, servingOf } from '../../src/cli/serving.ts'
import { makeShell } from '../../src/cli/shell.ts'
import { nodeEffects } from '../../src/effects.ts'
import { certificateFor } from '../serve/a-certificate.ts'
import { aSchema, askServer } from '../store/server.ts'
import { aFolder, run } from './run.ts'

const schemaOf = (place: string) => new URL(place).searchParams.get('schema')
const folder = aFolder()
const dossier = folder.at('dossier')
const empty = folder.at('empty')
const notes: string[] = []
const shell = {
  ...makeShell(nodeEffects()),
  note: async (text: string) => {
    notes.push(text)
  },
}

const entente = (...args: string[]) => run([...args, '--dossier', dossier])
const tls = { tlsCert: folder.at('cert.pem'), tlsKey: folder.at('key.pem') }
const serving = (options: Partial<ServingOptions>, place = dossier) =>
  servingOf(shell, accessIn(place), {
    host: '127.0.0.1',
    port: 0,
    trustProxy: [],
    publicHost: [],
    ...options,
  })

beforeAll(async () => {
  const { cert, key } = certificateFor('entente.example')
  writeFileSync(tls.tlsCert, cert)
  writeFileSync(tls.tlsKey, key)
  mkdirSync(empty)
  await entente('init', '--states', 'NOR,PER')
  await entente('token', 'add', '--name', 'ada', '--may', 'admin', '--expires', 'never')
})
afterAll(() => folder.remove())

describe('on this machine', () => {
  it.each(['127.0.0.1', 'localhost', '::1', '[::1]', '127.0.0.2'])('%s wants nothing', async host => {
    const { gate, isWide } = await serving({ host }, empty)
    expect([isWide, gate.tokens, gate.scheme]).toEqual([false, null, 'http'])
  })

  it('says that tokens are not asked for, unless they are', async () => {
    notes.length = 0
    expect((await serving({})).gate.tokens).toBeNull()
    expect(notes.join()).toContain('--require-token')
    expect((await serving({ requireToken: true })).gate.tokens).not.toBeNull()
    await expect(serving({ requireToken: true }, empty)).rejects.toThrow('entente token add')
  })
})

describe('for others', () => {
  it.each(['0.0.0.0', '::', '[::]', '', '192.168.1.5', '10.0.0.1', 'fe80::1', 'entente.example', '*'])(
    'at %s it does not start by itself, and says on one screen what it wants',
    async host => {
      const fault = await serving({ host }, empty).catch((error: unknown) => error)
      const text = fault instanceof Error ? fault.message : ''
      for (const words of ['--tls-cert FILE', '--behind-proxy', 'entente token add --name'])
        expect(text).toContain(words)
      expect(text.split('\n').length).toBeLessThan(10)
    },
  )

  it.each<[string, Partial<ServingOptions>, string]>([
    ['no TLS', { host: '0.0.0.0', publicHost: ['entente.example'] }, '--tls-cert'],
    ['no name', { host: '0.0.0.0', ...tls }, '--public-host'],
    ['no name behind a proxy', { behindProxy: true }, '--public-host'],
    ['a certificate without key', { host: '0.0.0.0', tlsCert: tls.tlsCert }, 'go together'],
    [
      'a certificate that is not there',
      { host: '0.0.0.0', ...tls, tlsCert: folder.at('none.pem') },
      'none.pem',
    ],
    ['a key that is none', { host: '0.0.0.0', ...tls, tlsKey: folder.at('dossier/dossier.yaml') }, 'no PEM'],
    ['a name with a port', { behindProxy: true, publicHost: ['entente.example:8443'] }, 'without a port'],
    [
      'a name that is an address',
      { behindProxy: true, publicHost: ['https://entente.example/'] },
      'without https://',
    ],
    ['a public name, and no tokens asked for', { publicHost: ['entente.example'] }, '--require-token'],
    ['a proxy that nobody spoke of', { trustProxy: ['10.0.0.1'] }, '--behind-proxy'],
    [
      'a range that is none',
      { behindProxy: true, publicHost: ['a.example'], trustProxy: ['all'] },
      '--trust-proxy all',
    ],
  ])('nor with %s', async (_, options, words) => {
    await expect(serving(options)).rejects.toThrow(words)
  })

  it('nor with tokens that hold no more', async () => {
    const { tokens } = accessIn(empty)
    const now = new Date()
    await tokens.add('old', 'admin', '2020-01-01T00:00:00Z', now)
    const { token } = await tokens.add('gone', 'admin', null, now)
    await tokens.revoke(token.id, now)
    const wide = { host: '0.0.0.0', publicHost: ['entente.example'], ...tls }
    await expect(serving(wide, empty)).rejects.toThrow('entente token add')
  })

  it('starts with TLS, a name and a token', async () => {
    const wide = await serving({ host: '0.0.0.0', publicHost: ['Entente.example'], ...tls })
    expect(wide.gate).toMatchObject({
      hosts: ['entente.example'],
      scheme: 'https',
      hasTls: true,
      proxies: null,
    })
    expect([wide.isWide, wide.address(7777)]).toEqual([true, 'https://entente.example:7777/'])
    const lan = await serving({ host: '192.168.1.5', ...tls })
    expect(lan.gate.hosts).toEqual(['192.168.1.5'])
    expect((await serving({ host: 'fd00::5', ...tls })).gate.hosts).toEqual(['[fd00::5]'])
  })

  it('starts behind a proxy, by itself only the one on this machine', async () => {
    const { gate } = await serving({ behindProxy: true, publicHost: ['entente.example'] })
    expect(gate).toMatchObject({ hosts: ['entente.example'], scheme: 'https', hasTls: false })
    expect(gate.proxies).toHaveLength(2)
    expect(gate.tokens).not.toBeNull()
  })

  it('is refused by the command itself, before the dossier is opened', async () => {
    const { code, err } = await run(['serve', '--host', '0.0.0.0', '--no-open', '--dossier', empty])
    expect(code).toBe(2)
    expect(err).toContain('--tls-cert')
  })
})

describe('tokens', () => {
  it('are made, shown once, listed and taken back', async () => {
    const made = await entente('token', 'add', '--name', 'bob', '--may', 'read', '--expires', '90d')
    const secret = made.out.trim()
    expect(secret).toMatch(/^ent_[0-9a-f]{8}_[\w-]{43}$/)
    const listed = await entente('token', 'list', '--format', 'json')
    const bob = { name: 'bob', may: 'read', state: 'holds', expires: '1970-04-01T23:59:59.999Z' }
    expect(JSON.parse(listed.out)).toContainEqual(expect.objectContaining(bob))
    const taken = await entente('token', 'revoke', secret)
    expect(taken.out).toBe(`${secret.slice(4, 12)} bob opens nothing any more\n`)
    expect((await entente('token', 'list')).out).toMatch(/bob +read +revoked/)
    expect(listed.out + taken.out).not.toContain(secret.slice(13))
  })

  it.each([
    [['add', '--may', 'read'], '--name'],
    [['add', '--name', 'a\u001b[31m', '--may', 'read'], '--name'],
    [['add', '--name', 'x'.repeat(101), '--may', 'read'], '--name'],
    [['add', '--name', 'ada'], '--may'],
    [['add', '--name', 'ada', '--may', 'root'], 'root'],
    [['add', '--name', 'ada', '--may', 'read', '--expires', '1969-12-31'], '--expires'],
    [['add', '--name', 'ada', '--may', 'read', '--expires', 'soon'], '--expires'],
    [['revoke', '00000000'], 'entente token list'],
    [['revoke'], 'entente token list'],
    [['praise'], 'add, list, revoke'],
  ])('say what is wrong with %j', async (args, words) => {
    const { code, err } = await entente('token', ...args)
    expect([code, err.includes(words)]).toEqual([2, true])
  })

  it('want a dossier', async () => {
    const { code, err } = await run(['token', 'list', '--dossier', folder.at('nowhere')])
    expect([code, err]).toEqual([2, expect.stringContaining('no dossier')])
  })
})

describe('a dossier on a server', () => {
  it('has tokens and a log of its own there, for every process that opens it', async () => {
    const place = await aSchema()
    const there = (...args: string[]) => run([...args, '--database', place])
    expect((await there('token', 'list')).err).toContain('entente init')
    await there('init', '--states', 'NOR,PER')
    const secret = (
      await there('token', 'add', '--name', 'ada', '--may', 'review', '--expires', 'never')
    ).out.trim()
    await withAccess(place, async ({ tokens }) => {
      const now = new Date()
      expect(await tokens.check(secret, now)).toMatchObject({ name: 'ada', may: 'review' })
      await there('token', 'revoke', secret)
      expect(await tokens.check(secret, now)).toBeNull()
    })
    const { out } = await there('audit', '--format', 'json')
    const routes = JSON.parse(out).map(({ route }: { route: string }) => route)
    expect(routes).toEqual(['init', 'token add review', 'token revoke'])
    const [kept] = await askServer(
      place,
      `select string_agg(line::text, '') as all from ${schemaOf(place)}.access_lines`,
    )
    expect(String(kept?.all)).not.toContain(secret.slice(13))
  })
})

describe('the audit log', () => {
  it('has what was changed from the command line', async () => {
    // The commands themselves have their own tests; `init` has run as a person runs it.
    await noteCommand(shell, 'add', [folder.at('one.txt'), 'https://a:b@a.example/x?key=1'], { dossier })
    await noteCommand(shell, 'timeline', [], { dossier })
    await noteCommand(shell, 'review', ['export'], { dossier })
    await noteCommand(shell, 'review', ['note', 'e1', 'words', 'of', 'mine'], { dossier })
    await noteCommand(shell, 'settings', [], { dossier })
    await noteCommand(shell, 'settings', [], { dossier, set: 'new.yaml' })
    await noteCommand(shell, 'work', [], { dossier })
    await noteCommand(shell, 'work', [], { dossier, discard: ['b1'] })
    await noteCommand(shell, 'move', [], { from: 'postgres://ana:secret@db/desk?schema=one', to: dossier })
    await noteCommand(shell, 'remove', ['one.txt'], { dossier: folder.at('nowhere') })
    const { out } = await entente('audit', '--format', 'ndjson')
    const deeds = out
      .trim()
      .split('\n')
      .map((line): { route: string; ids: string[]; who: string } => JSON.parse(line))
    const routes = deeds.map(({ route }) => route)
    expect(routes[0]).toBe('init')
    expect(routes.slice(-5)).toEqual(['add', 'review note', 'settings', 'work discard', 'move'])
    expect(deeds.at(-5)).toMatchObject({ who: 'local', ids: ['one.txt', 'https://a.example/x'] })
    expect(deeds.at(-4)).toMatchObject({ ids: ['e1'] })
    expect(deeds.at(-3)).toMatchObject({ ids: ['new.yaml'] })
    expect(deeds.at(-2)).toMatchObject({ ids: ['b1'] })
    expect(JSON.stringify(deeds.at(-1)?.ids)).not.toMatch(/secret/)
    expect(readFileSync(`${dossier}/audit.ndjson`, 'utf8')).not.toMatch(/ent_/)
    expect((await entente('audit')).out).toMatch(/CLI token add admin +0 +[0-9a-f]{8} ada/)
    expect((await entente('audit', '--since', '2999')).err).toBe('nothing was changed\n')
  })
})
