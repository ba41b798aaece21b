// Draws the README's pictures anew: `CHROME_PATH=… node scripts/screenshots.mjs`. Opens the sample dossier in a
// server of its own and writes docs/screenshots/*.png. Says which picture is too heavy for a repository.
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = join(root, 'docs', 'screenshots')
const program = join(root, 'bin', 'entente.js')
const HEAVY = 200 * 1024

if (process.env.CHROME_PATH === undefined) {
  console.error('CHROME_PATH names no Chromium')
  process.exit(2)
}

const folder = mkdtempSync(join(tmpdir(), 'entente-pictures-'))
const sample = join(root, 'examples', 'seoul-tokyo')
cpSync(join(sample, 'dossier.yaml'), join(folder, 'dossier.yaml'))
spawnSync(process.execPath, [program, 'add', join(sample, 'documents'), '--dossier', folder], {
  stdio: 'inherit',
})
const server = spawn(process.execPath, [program, 'serve', '--no-open', '--port', '0', '--dossier', folder])
const url = await new Promise((resolve, reject) => {
  server.stdout.once('data', chunk => resolve(String(chunk).trim().replace(/\/$/, '')))
  server.once('exit', code => reject(new Error(`entente serve ended with ${code}`)))
})
const ask = async path => (await fetch(url + path)).json()

/** The event that most documents tell, where the first of them tells it. */
async function bestPassage() {
  const { items } = await ask('/api/events?limit=1000')
  const [best] = items.sort((a, b) => b.evidence.length - a.evidence.length)
  const [{ document, start, end }] = best.evidence
  return `/documents/${document}?at=${start}-${end}`
}

const PICTURES = [
  ['overview', '/'],
  ['timeline', '/timeline'],
  ['document', await bestPassage()],
  ['drivers', '/drivers'],
]

mkdirSync(out, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
})
const page = await browser.newPage({
  viewport: { width: 1080, height: 600 },
  locale: 'en-GB',
  colorScheme: 'light',
})
for (const [name, path] of PICTURES) {
  const file = join(out, `${name}.png`)
  await page.goto(url + path, { waitUntil: 'networkidle' })
  await page.evaluate('document.fonts.ready')
  await page.screenshot({ path: file })
  const { size } = statSync(file)
  console.log(`${file} ${Math.round(size / 1024)} kB${size > HEAVY ? ', too heavy' : ''}`)
  if (size > HEAVY) process.exitCode = 1
}
await browser.close()
server.kill('SIGINT')
await new Promise(resolve => server.once('exit', resolve))
rmSync(folder, { recursive: true, force: true })
