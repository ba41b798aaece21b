// The steps of `npm run demo` and `npm test`, in their order.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildWhereStale } from './build.mjs'
import { ensureChromium } from './chromium.mjs'
import { installPackages } from './packages.mjs'
import { Stop, say } from './say.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/** Runs a script of ours in a Node of its own, with our input and outputs; resolves to its exit code. */
function node(script, args, env = {}) {
  const child = spawn(process.execPath, [join(root, script), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  // Ctrl-C reaches the child as well; we only wait for how it ends.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)))
  })
}

/** `npm test -- test/read` names files without a browser test among them, so none need be had. */
function needsBrowser(args) {
  const files = args.filter(arg => /^(?:\.\/)?(?:test|src)\b/.test(arg))
  return files.length === 0 || files.some(file => /^(?:\.\/)?test(?:\/e2e.*|\/)?$/.test(file))
}

const TASKS = {
  demo: args => node('bin/entente.js', ['demo', ...args]),
  test: args => {
    const chromium = needsBrowser(args) ? ensureChromium(root) : null
    return node(
      'node_modules/vitest/vitest.mjs',
      ['run', ...args],
      chromium === null ? {} : { CHROME_PATH: chromium },
    )
  },
}

export async function run([task, ...args]) {
  try {
    if (!Object.hasOwn(TASKS, task ?? ''))
      throw new Stop(`scripts/setup.mjs is run as one of: ${Object.keys(TASKS).join(', ')}`)
    await installPackages(root)
    buildWhereStale(root)
    process.exitCode = await TASKS[task](args)
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    say(error.message)
    process.exitCode = 1
  }
}
