// Completes package-lock.json after `npm install`: npm leaves out packages for other systems where the registry at
// hand lacks them, and `npm ci` then refuses on every machine whose registry has them. Their names tell the system.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { missingOptional } from './house/lock.mjs'

const path = join(fileURLToPath(new URL('..', import.meta.url)), 'package-lock.json')
const lock = JSON.parse(readFileSync(path, 'utf8'))

const OS = /(?:^|-)(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)(?:-|$)/
const CPU = /(?:^|-)(arm64|arm|ia32|loong64|mips64el|ppc64|riscv64|s390x|x64)(?:-|$)/
const LIBC = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' }

function entryFor(name, version, { license, engines, dev }) {
  const [, os] = OS.exec(name) ?? []
  const [, cpu] = CPU.exec(name) ?? []
  if (os === undefined || cpu === undefined)
    throw new Error(`${name}: its name does not tell for which system it is`)
  const libc = LIBC[name.split('-').at(-1)]
  return {
    version,
    cpu: [cpu],
    ...(dev && { dev }),
    ...(libc && { libc: [libc] }),
    ...(license && { license }),
    optional: true,
    os: [os],
    ...(engines && { engines }),
  }
}

for (const { name, version, parent } of missingOptional(lock.packages)) {
  lock.packages[`node_modules/${name}`] = entryFor(name, version, lock.packages[parent])
  console.log(`added ${name} ${version}`)
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
