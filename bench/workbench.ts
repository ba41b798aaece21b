/**
 * How quick the workbench is over a large dossier: its search, and in a Chromium that CHROME_PATH names the first
 * screen and the timeline while it is dragged.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import { row } from './measure.ts'
import { makeLarge } from './model.ts'

const PROGRAM = fileURLToPath(new URL('../../bin/entente.js', import.meta.url))

/** Common words, rare ones, phrases, and such that nothing holds. */
const QUERIES = [
  'Japan',
  'court ruling',
  '"forced labour"',
  'Kishida',
  'export controls semiconductor',
  'government minister said',
  'summit -Yoon',
  'comfort women or intelligence',
  'Tokyo',
  'zeppelin',
]
const ROUNDS = 4

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/** Serves the dossier, and gives its address once it answers. */
async function serving(folder: string, work: (url: string) => Promise<void>): Promise<void> {
  const child = spawn(process.execPath, [PROGRAM, 'serve', '--no-open', '--port', '0'], { cwd: folder })
  try {
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', data => resolve(String(data).trim()))
      child.on('exit', code => reject(new Error(`serve ended with ${code}`)))
    })
    await work(url)
  } finally {
    child.removeAllListeners('exit')
    child.kill('SIGINT')
    await new Promise(resolve => child.once('close', resolve))
  }
}

async function timed(path: string): Promise<number> {
  const start = performance.now()
  const response = await fetch(path)
  await response.arrayBuffer()
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return performance.now() - start
}

async function searches(url: string): Promise<void> {
  const times: number[] = []
  for (let i = 0; i < ROUNDS; i++)
    for (const query of QUERIES)
      times.push(await timed(`${url}api/search?limit=30&q=${encodeURIComponent(query)}`))
  times.sort((a, b) => a - b)
  row('a search, median', `${at(times, 0.5).toFixed(0)} ms`)
  row('  95th percentile', `${at(times, 0.95).toFixed(0)} ms`, 'at most 150 ms is wanted')
}

/** Runs in the page: the times of all its frames from now on. */
const COUNT = `window.frames = []; (function tick(now) {
  if (now !== undefined) window.frames.push(now)
  requestAnimationFrame(tick)
})()`

/** Frames that the page draws while the pointer is dragged to and fro, by the time between them. */
async function dragged(page: Page): Promise<number[]> {
  const box = await page.locator('.pane').boundingBox()
  if (box === null) throw new Error('there is no timeline')
  await page.evaluate(COUNT)
  const y = box.y + Math.min(200, box.height / 2)
  await page.mouse.move(box.x + box.width / 2, y)
  await page.mouse.down()
  for (let i = 1; i <= 120; i++)
    await page.mouse.move(box.x + box.width / 2 + Math.sin(i / 15) * box.width * 0.4, y)
  await page.mouse.up()
  const frames = await page.evaluate<number[]>('window.frames')
  return frames.slice(1).map((time, i) => time - (frames[i] ?? time))
}

async function inBrowser(url: string, executablePath: string): Promise<void> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    const start = performance.now()
    await page.goto(url)
    await page.locator('main figure svg').first().waitFor()
    row(
      'the overview is there after',
      `${(performance.now() - start).toFixed(0)} ms`,
      'at most 1500 is wanted',
    )
    await page.goto(`${url}timeline`)
    await page.locator('.pane svg').first().waitFor()
    const times = (await dragged(page)).sort((a, b) => a - b)
    row('timeline while dragged', `${(1000 / at(times, 0.5)).toFixed(0)} frames/s`, 'at least 50 is wanted')
    row('  slowest of twenty', `${at(times, 0.95).toFixed(0)} ms`)
  } finally {
    await browser.close()
  }
}

export async function benchWorkbench(documents: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'))
  try {
    const record = await makeLarge(folder, documents)
    row('dossier', `${record.documents.length}`, `documents, ${record.events.length} events`)
    await serving(folder, async url => {
      await timed(`${url}api/dossier`)
      await searches(url)
      const executablePath = process.env.CHROME_PATH
      if (executablePath === undefined)
        console.log('CHROME_PATH names no Chromium: the pages are not measured')
      else await inBrowser(url, executablePath)
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
