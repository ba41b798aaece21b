// A Chromium for the browser tests: the system's, else Debian's or Ubuntu's package, else Playwright's own.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { say } from './say.mjs'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
]
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]
const MINUTE = 60_000

/** There and able to start: Ubuntu's `chromium-browser` may be a note that tells of another package. */
function runs(path) {
  if (!existsSync(path)) return false
  if (process.platform === 'win32') return true // prints no version there
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: MINUTE / 3 })
  return status === 0 && /\d+\.\d+/.test(stdout)
}

function fromPlaywright(root) {
  try {
    return createRequire(join(root, 'package.json'))('playwright-core').chromium.executablePath()
  } catch {
    return null
  }
}

/** The one to use, or null. What the environment names goes first. */
export function findChromium(root, env = process.env) {
  const named = [env.CHROME_PATH, env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH]
  const onPath = (env.PATH ?? '').split(delimiter).flatMap(folder => NAMES.map(name => join(folder, name)))
  return [...named, ...onPath, ...PLACES, fromPlaywright(root)].find(path => path && runs(path)) ?? null
}

const WAYS = [
  {
    name: 'apt-get install chromium',
    possible: () => process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0,
    steps: () => {
      const apt = ['apt-get', '-q', '-o', 'DPkg::Lock::Timeout=60', '-o', 'Acquire::http::Timeout=20']
      return [
        [...apt, 'update'],
        [...apt, 'install', '-y', '--no-install-recommends', 'chromium'],
      ]
    },
  },
  {
    name: 'npx playwright-core install chromium',
    possible: () => true,
    steps: root => [
      [process.execPath, join(root, 'node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium'],
    ],
  },
]

function attempt(way, root) {
  say(`no Chromium found for the browser tests: trying \`${way.name}\` …`)
  for (const [command, ...args] of way.steps(root)) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const ran = spawnSync(command, args, { cwd: root, env, encoding: 'utf8', timeout: 6 * MINUTE })
    if (ran.status !== 0) {
      const said = `${ran.stderr || ran.stdout || ran.error || ''}`.trim().split('\n').slice(-2).join(' ')
      say(`that failed: ${said}`)
      return null
    }
  }
  return findChromium(root)
}

/** Finds or installs one; null, with a word on it, where neither works. */
export function ensureChromium(root) {
  const found = findChromium(root)
  if (found !== null) return found
  for (const way of WAYS) {
    if (!way.possible()) continue
    const got = attempt(way, root)
    if (got !== null) return got
  }
  say(
    'no Chromium could be had, so the browser tests are skipped. CHROME_PATH=… names one that is elsewhere.',
  )
  return null
}
