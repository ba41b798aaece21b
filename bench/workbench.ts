/**
 * How quick the workbench is over a large dossier: searches, alone and while documents come in; and in a Chromium that
 * CHROME_PATH names its screens, its timeline, and what the page holds.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { row } from './measure.ts'
import { makeLarge } from './model.ts'
import { benchScreens, benchTimeline, memoryOf, overviewIn, scriptsOf } from './screens.ts'
import { at, serving, timed } from './serving.ts'
import { tellings } from './worlds.ts'

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
/** Facts of the dossier. */
const FACTS = 100_000
/** Left alone so long, in milliseconds, as somebody who reads the first screen leaves it. */
const AHEAD = 20_000
/** Articles that come in while it is searched. */
const COMING = 60

const searchTime = (url: string, i: number): Promise<number> =>
  timed(`${url}api/search?limit=30&q=${encodeURIComponent(QUERIES[i % QUERIES.length] ?? '')}`)

function tell(what: string, times: number[]): void {
  times.sort((a, b) => a - b)
  row(what, `${at(times, 0.5).toFixed(0)} ms`, `median of ${times.length}`)
  row('  95th percentile', `${at(times, 0.95).toFixed(0)} ms`, 'at most 150 ms is wanted')
}

async function searches(url: string): Promise<void> {
  const times: number[] = []
  for (let i = 0; i < ROUNDS * QUERIES.length; i++) times.push(await searchTime(url, i))
  tell('a search', times)
}

type Phase = 'reading' | 'reconciling' | 'done'

/** Follows an adding; gives what it is at. */
async function following(url: string): Promise<{ phase: () => Phase; stop: () => void }> {
  let phase: Phase = 'reading'
  const control = new AbortController()
  const { body } = await fetch(`${url}api/progress`, { signal: control.signal })
  const listen = async () => {
    for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? [])
      for (const [, state] of chunk.matchAll(/"state":"(\w+)"/g))
        if (state === 'reconciling' || state === 'done') phase = state
  }
  listen().catch(() => null)
  return { phase: () => phase, stop: () => control.abort() }
}

/**
 * Searches from the moment that articles are handed over until the last of them is in. The large dossier's documents
 * say nothing, as its record was made without reading them: reconciling is quicker than that of a grown one.
 */
async function searchesWhileAdding(url: string): Promise<void> {
  const items: { name: string; base64: string }[] = []
  for await (const { name, page } of tellings(COMING))
    items.push({ name, base64: Buffer.from(page).toString('base64') })
  const { phase, stop } = await following(url)
  const headers = { 'content-type': 'application/json' }
  await timed(`${url}api/add`, { method: 'POST', headers, body: JSON.stringify({ items }) })
  const [reading, reconciling]: [number[], number[]] = [[], []]
  for (let i = 0; phase() !== 'done'; i++)
    (phase() === 'reading' ? reading : reconciling).push(await searchTime(url, i))
  stop()
  tell(`a search while ${COMING} articles are read and coded`, reading)
  tell('  while they are reconciled', reconciling)
}

/** To a copy: the dossier may be kept for the next run. */
async function addingTo(folder: string): Promise<void> {
  const copy = mkdtempSync(join(tmpdir(), 'entente-bench-'))
  try {
    cpSync(folder, copy, { recursive: true })
    await serving(copy, async url => {
      await timed(`${url}api/events?limit=1`)
      await searchesWhileAdding(url)
    })
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

async function opening(browser: Browser, folder: string, what: string): Promise<void> {
  await serving(folder, async url => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    const taken = await overviewIn(page, url)
    row(what, `${taken.toFixed(0)} ms`, 'at most 1500 are wanted')
    await page.close()
    // What screens ask for at first is worked out and kept for the next run when nobody asks.
    await new Promise(resolve => setTimeout(resolve, AHEAD))
  })
}

async function inBrowser(folder: string, executablePath: string): Promise<void> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    await opening(browser, folder, 'overview, the first time that the record is opened')
    await opening(browser, folder, 'overview, a server just started')
    await serving(folder, async url => {
      await timed(`${url}api/events?limit=1`)
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
      const kilobytes = scriptsOf(page)
      row('overview, a server that is up', `${(await overviewIn(page, url)).toFixed(0)} ms`)
      await page.waitForLoadState('networkidle')
      row('its scripts', `${kilobytes().toFixed(0)} kB`, 'gzipped; at most 180 are wanted')
      await benchScreens(page)
      await benchTimeline(page, url)
      const session = await page.context().newCDPSession(page)
      row('what scripts hold', `${(await memoryOf(session)).toFixed(0)} MB`, 'at most 300 are wanted')
    })
  } finally {
    await browser.close()
  }
}

const load = () => row('processes that wait for a processor', loadavg()[0]?.toFixed(1) ?? '')

/** `kept` names a folder whose dossier is used, and made there if there is none; else one is made and removed. */
export async function benchWorkbench(documents: number, kept: string | undefined): Promise<void> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'entente-bench-'))
  try {
    mkdirSync(folder, { recursive: true })
    if (!existsSync(join(folder, '.entente'))) {
      const record = await makeLarge(folder, documents, FACTS)
      row('dossier', `${record.documents.length}`, `documents, ${record.events.length} events`)
    }
    load()
    const executablePath = process.env.CHROME_PATH
    if (executablePath === undefined) console.log('CHROME_PATH names no Chromium: the pages are not measured')
    else await inBrowser(folder, executablePath)
    await serving(folder, async url => {
      await timed(`${url}api/events?limit=1`)
      await searches(url)
    })
    await addingTo(folder)
    load()
  } finally {
    if (kept === undefined) rmSync(folder, { recursive: true, force: true })
  }
}
