/** The workbench in a Chromium: how soon its screens stand, what the page holds, how it draws while it is moved. */
import { gzipSync } from 'node:zlib'
import type { CDPSession, Page } from 'playwright-core'
import { row } from './measure.ts'
import { at } from './serving.ts'

/** Nothing of the screen is awaited any more. */
const STANDS = 'main:not(:has(.waiting)):has(h1)'

/** Milliseconds from asking for the page until its first screen stands, with the picture of the index. */
export async function overviewIn(page: Page, url: string): Promise<number> {
  const start = performance.now()
  await page.goto(url)
  await page.locator('main figure svg').first().waitFor()
  await page.locator(STANDS).waitFor({ state: 'attached' })
  return performance.now() - start
}

/** Goes through the rooms by their links; milliseconds until each stands. */
export async function benchScreens(page: Page): Promise<void> {
  const times: number[] = []
  const rooms = await page.locator('nav.rooms a').evaluateAll(all => all.map(it => it.getAttribute('href')))
  for (const href of rooms.slice(1)) {
    const start = performance.now()
    await page.locator(`nav.rooms a[href="${href}"]`).click()
    await page.locator(`nav.rooms a[href="${href}"][aria-current]`).waitFor({ state: 'attached' })
    await page.locator(STANDS).waitFor({ state: 'attached' })
    const taken = performance.now() - start
    times.push(taken)
    row(`  ${href}`, `${taken.toFixed(0)} ms`)
    await page.waitForLoadState('networkidle')
  }
  row('the slowest screen', `${Math.max(...times).toFixed(0)} ms`, 'at most 500 ms is wanted')
}

/** Runs in the page: the times of all its frames from now on. The count before it ends, or each frame would stand twice. */
const COUNT = `{
  const frames = []
  window.frames_ = frames
  const tick = now => {
    if (window.frames_ !== frames) return
    frames.push(now)
    requestAnimationFrame(tick)
  }
  requestAnimationFrame(tick)
}`

async function framesOf(page: Page, work: () => Promise<void>): Promise<number[]> {
  await page.evaluate(COUNT)
  await work()
  const frames = await page.evaluate<number[]>('window.frames_')
  return frames
    .slice(1)
    .map((time, i) => time - (frames[i] ?? time))
    .sort((a, b) => a - b)
}

function tell(what: string, times: readonly number[]): void {
  row(what, `${(1000 / at(times, 0.5)).toFixed(0)} frames/s`, 'in the median; at least 50 are wanted')
  row('  the slowest of twenty', `${at(times, 0.95).toFixed(0)} ms`)
}

export async function benchTimeline(page: Page, url: string): Promise<void> {
  await page.goto(`${url}timeline`)
  await page.locator('.pane svg').first().waitFor()
  await page.waitForLoadState('networkidle')
  const box = await page.locator('.pane').boundingBox()
  if (box === null) throw new Error('there is no timeline')
  const [x, y] = [box.x + box.width / 2, box.y + Math.min(200, box.height / 2)]
  const dragging = await framesOf(page, async () => {
    await page.mouse.move(x, y)
    await page.mouse.down()
    for (let i = 1; i <= 120; i++) await page.mouse.move(x + Math.sin(i / 15) * box.width * 0.4, y)
    await page.mouse.up()
  })
  tell('timeline while it is dragged', dragging)
  await page.keyboard.down('Control')
  const zooming = await framesOf(page, async () => {
    for (let i = 1; i <= 80; i++) await page.mouse.wheel(0, i < 40 ? -40 : 40)
  })
  await page.keyboard.up('Control')
  tell('timeline while it is zoomed', zooming)
  const marks = await page
    .locator('.pane svg')
    .first()
    .locator('[data-mark], circle, rect, path, line')
    .count()
  row('  shapes in it', `${marks}`)
}

/** What scripts hold, and what the whole page has, in megabytes after a collection. */
export async function memoryOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  await session.send('Performance.enable')
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1e6
}

/** Counts the scripts of the first screen, gzipped. */
export function scriptsOf(page: Page): () => number {
  const sizes = new Map<string, number>()
  page.on('response', async response => {
    if (response.url().endsWith('.js')) sizes.set(response.url(), gzipSync(await response.body()).length)
  })
  return () => [...sizes.values()].reduce((sum, it) => sum + it, 0) / 1024
}
