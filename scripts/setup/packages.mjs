// Packages: installed where they are missing or not those of package-lock.json.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Stop, say } from './say.mjs'

const readJson = path => JSON.parse(readFileSync(path, 'utf8'))

/** Written after an install: what it was made from. A quicker look than comparing a thousand packages. */
const stampPath = root => join(root, 'node_modules', '.entente-installed')

function stampOf(root) {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  return hash.update(`${process.platform} ${process.arch}`).digest('hex')
}

/**
 * Why an install is needed, or null. npm leaves in `node_modules/.package-lock.json` what it installed; packages
 * that are meant for other systems may be missing there.
 */
export function whyInstall(root) {
  const installed = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installed)) return 'no packages are installed yet'
  if (existsSync(stampPath(root)) && readFileSync(stampPath(root), 'utf8') === stampOf(root)) return null
  const have = readJson(installed).packages
  for (const [path, wanted] of Object.entries(readJson(join(root, 'package-lock.json')).packages)) {
    if (path === '' || (have[path] === undefined && (wanted.optional || wanted.devOptional || wanted.peer)))
      continue
    if (have[path]?.version !== wanted.version) {
      return `${path.replace(/^.*node_modules\//, '')} is not at ${wanted.version}, which package-lock.json asks for`
    }
  }
  leaveStamp(root)
  return null
}

function leaveStamp(root) {
  try {
    writeFileSync(stampPath(root), stampOf(root))
  } catch {
    // A folder that cannot be written works as it is; the next run compares again.
  }
}

/** npm as the one that runs us, else as found on the path. */
function npm(args, options) {
  const own = process.env.npm_execpath
  if (own?.endsWith('.js')) return spawn(process.execPath, [own, ...args], options)
  return spawn('npm', args, { ...options, shell: process.platform === 'win32' })
}

const CAUSES = [
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED|Missing: \S+@ from lock/,
    'npm could not reach its registry. Connect to a network once (or tell npm of your proxy: `npm config set proxy …`)' +
      ' and run the same command again; after that none is needed.',
  ],
  [
    /EACCES|EPERM|EROFS/,
    'npm may not write here. Copy the folder to a place that is yours, or change its owner.',
  ],
  [/ENOSPC/, 'the disk is full. Make room (about 500 MB) and run the same command again.'],
  [/EUSAGE|in sync/, 'package-lock.json does not fit package.json. `npm install` mends that; commit both.'],
]

export function causeOf(output) {
  const hit = CAUSES.find(([pattern]) => pattern.test(output))
  return hit?.[1] ?? '`npm ci` failed; its own words are above.'
}

export function checkWritable(root) {
  try {
    accessSync(root, constants.W_OK)
  } catch {
    throw new Stop(
      `${root} cannot be written. Copy the folder to a place that is yours, or change its owner.`,
    )
  }
}

/** Installs exactly what package-lock.json lists, the tools for tests and building among it. */
export async function installPackages(root) {
  const why = whyInstall(root)
  if (why === null) return
  checkWritable(root)
  say(`${why}: installing (npm ci), which takes a minute or so …`)
  // The build is our own next step, and no package that we use needs a script of its own to be run.
  const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund']
  const { code, output } = await new Promise(resolve => {
    const child = npm(args, { cwd: root, stdio: ['ignore', 2, 'pipe'] })
    let output = ''
    child.stderr.on('data', chunk => {
      output += chunk
      process.stderr.write(chunk)
    })
    child.on('error', error => resolve({ code: 1, output: String(error) }))
    child.on('close', code => resolve({ code, output }))
  })
  if (code !== 0) throw new Stop(causeOf(output))
  leaveStamp(root)
}
