/** The first thing that a stranger runs, where it cannot go on: it says why, and what to do. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const made: string[] = []
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'entente-setup-'))
  made.push(folder)
  for (const path of ['scripts', 'package.json', 'package-lock.json']) {
    cpSync(join(root, path), join(folder, path), { recursive: true })
  }
})
afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true })
})

function setup(args: string[], env: { [name: string]: string } = {}, before: string[] = []) {
  const ran = spawnSync(process.execPath, [...before, join(folder, 'scripts/setup.mjs'), ...args], {
    cwd: tmpdir(),
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  return { code: ran.status, said: ran.stderr }
}

describe('setup', () => {
  it('tells of a Node that is too old', () => {
    const versions = '{ ...process.versions, node: "18.20.4" }'
    const old = `data:text/javascript,Object.defineProperty(process, 'versions', { value: ${versions} })`
    const { code, said } = setup(['demo'], {}, ['--import', old])
    expect(said).toContain('this is Node 18.20.4, too old; Node 20.19 or newer is needed')
    expect(code).toBe(1)
  })

  it('tells of a registry that is out of reach', () => {
    const cache = join(folder, 'cache')
    const { code, said } = setup(['test'], { npm_config_cache: cache, npm_config_offline: 'true' })
    expect(said).toContain('no packages are installed yet: installing (npm ci)')
    expect(said).toContain('npm could not reach its registry. Connect to a network once')
    expect(code).toBe(1)
  })

  it('says which package is not the one that was asked for', () => {
    mkdirSync(join(folder, 'node_modules'))
    const lock = { packages: { 'node_modules/commander': { version: '1.0.0' } } }
    writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify(lock))
    const cache = join(folder, 'cache')
    const { said } = setup(['test'], { npm_config_cache: cache, npm_config_offline: 'true' })
    expect(said).toMatch(/is not at \d+\.\d+\.\d+, which package-lock\.json asks for: installing/)
  })

  it('knows two tasks', () => {
    expect(setup(['tset']).said).toContain('is run as one of: demo, test')
  })
})
